"""Sheets that carry a key. Never made but for the person who asked for one just now, with the passphrase."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.model.time import Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """The key of care notes, to be kept on paper: a secret, never made but for the person who asked for it just now.

    `number` is the short number of the notes, `groups` are the groups to type, in order.
    """

    number: str
    groups: tuple[str, ...] = field(repr=False)
    made_at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySheet:
    """A key that signs packs, to be kept on paper: a secret, never made but for the person who asked for it just now.

    `channel` is "" where it is not known. `key` is how its file is called, `role` what it signs, `groups` its secret
    half in eight groups of three words.
    """

    channel: str
    key: str
    role: str
    groups: tuple[str, ...] = field(repr=False)
    made_at: Millis
