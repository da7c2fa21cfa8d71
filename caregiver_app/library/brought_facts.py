"""Whose word makes the facts of something that several packs bring. Pure: the same packs give the same facts.

An author is a pack's uid, `starter` (content before there were packs), `kept` (of an item that a person marked, whose
last pack is gone) or `user`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from caregiver_app.model.installed_pack import BroughtItem, publisher_of
from caregiver_app.model.trust import OWN
from caregiver_app.storage.driver import Row

KEPT: Final = "kept"
"""Says of an item what the last pack said that brought it; it is there only while a person still wants the item."""

ACCEPTED: Final = "accepted"
"""Who states a site that a signed pack calls an organisation's own, once a person took it for that."""

WARNED: Final = "warned"
"""The publisher in the uid of an item that stands for a page which packs warn of: it is the same whoever does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one pack said of something, word for word."""

    author: str
    fields: dict[str, Any]


def warned_id(address_key: str) -> str:
    """Return the id of the item that stands for a page which a pack warns of: no entry of a pack can have it."""
    return f"{WARNED}:{hashlib.sha256(address_key.encode()).hexdigest()[:32]}"


def is_warning(item: BroughtItem) -> bool:
    """Return whether an item stands for a page that its pack only warns of."""
    return "warning" in item.fields


def is_of_person(uid: str) -> bool:
    """Return whether a person brought something themselves: no pack says what it is."""
    return publisher_of(uid) == OWN


def word_on(uid: str, rows: Iterable[Row]) -> Said | None:
    """Return the origin that counts: its own publisher's before others', of these the newest. None without any.

    `rows` have `author`, `fields`, and of its pack `published_on` and `version`.
    """
    ranked = [row for row in rows if row["author"] not in (OWN, KEPT)]
    if not ranked:
        return None
    best = max(ranked, key=lambda row: _rank(uid, row))
    return Said(author=best["author"], fields=json.loads(best["fields"]))


def _rank(uid: str, row: Row) -> tuple[bool, str, int, str]:
    own = publisher_of(row["author"]) == publisher_of(uid)
    return own, row["published_on"] or "", row["version"] or 0, row["author"]
