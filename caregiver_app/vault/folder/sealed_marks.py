"""The mark of a draft that was sealed by who had the notes open. It vouches for a writer and keeps no secret.

Sealing needs no key, so whoever may write into the folder can seal words. Only a draft with this mark comes back into
the form where it was written: its key is derived from that of the notes, and is known to a process that opened them.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from caregiver_app.vault.keys.data_key import DataKey, Purpose

MARK = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkKey:
    """What marks are made and known with. It opens nothing, so it may stay in a process that has locked."""

    raw: bytes = field(repr=False)


def mark_key(data_key: DataKey) -> MarkKey:
    """Return the key of the marks of these notes."""
    return MarkKey(raw=data_key.derive(Purpose.SEALED))


def mark_of(fields: Mapping[str, object], key: MarkKey) -> str:
    """Return the mark of a piece: HMAC-SHA256 in hex of its other fields, sorted by name, as JSON in ASCII."""
    said = {name: value for name, value in fields.items() if name != MARK}
    return hmac.digest(key.raw, json.dumps(said, sort_keys=True, separators=(",", ":")).encode(), "sha256").hex()


def is_marked(fields: Mapping[str, object], key: MarkKey) -> bool:
    """Return whether a piece bears the mark that it must have, found out in a time that tells nothing of it."""
    mark = fields.get(MARK)
    return isinstance(mark, str) and mark.isascii() and hmac.compare_digest(mark, mark_of(fields, key))
