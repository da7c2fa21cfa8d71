"""Locks documents for age keys and opens them (the format: C2SP age.md, version 1). Only X25519 keys, `age1...`.

A file that came is looked at before anything is computed from it: a passphrase stanza asks for as much memory as its
writer likes, and each stanza costs a multiplication for each key we hold. age proves no sender: whoever has a public
key can lock something for it. Who wrote an answer is told by `answer`, never by this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NewType

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.vault.letters.canonical import LARGEST_BYTES

Recipient = NewType("Recipient", str)
"""A public key of age: `age1` and 58 characters (Bech32, BIP 173), lower case."""

_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_INTRO = b"age-encryption.org/v"
_VERSION = b"1"
_LONGEST_HEADER = 8_000
_MOST_STANZAS = 8
_OUR_KIND, _GREASE = b"X25519", b"-grease"  # writers add a stanza ending so, to keep readers from being too narrow
_OVERHEAD_BYTES = _LONGEST_HEADER + 16 + 16 * (LARGEST_BYTES // 65_536 + 1)
LARGEST_SEALED_BYTES = LARGEST_BYTES + _OVERHEAD_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPair:
    """A key of our own: what others lock with, and what opens it. The secret stays in the care notes."""

    recipient: Recipient
    secret: str = field(repr=False)


def parse_recipient(text: str) -> Recipient:
    """Return the public key in a text.

    Raises:
        AskError: it is no X25519 key of age, or one letter of it is wrong.
    """
    import pyrage

    found = text.strip()
    try:
        if not _RECIPIENT.fullmatch(found):
            raise AskError(AskTrouble.BAD_KEY)
        pyrage.x25519.Recipient.from_str(found)
    except pyrage.RecipientError:
        raise AskError(AskTrouble.BAD_KEY) from None
    return Recipient(found)


def new_key_pair() -> KeyPair:
    """Return a key that nobody had before."""
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    return KeyPair(recipient=Recipient(str(identity.to_public())), secret=str(identity))


def seal_for(document: bytes, recipients: Iterable[Recipient]) -> bytes:
    """Lock a document so that the owner of any of the keys can open it.

    Raises:
        AskError: it is longer than readers take.
    """
    import pyrage

    if len(document) > LARGEST_BYTES:
        raise AskError(AskTrouble.TOO_MUCH)
    keys = [pyrage.x25519.Recipient.from_str(each) for each in dict.fromkeys(recipients)]
    return bytes(pyrage.encrypt(document, keys))


def open_sealed(data: bytes, keys: Sequence[KeyPair]) -> bytes:
    """Return what a file holds, with whichever key opens it.

    Raises:
        AskError: it is no such file, too large, locked in another way or for others, cut off or changed.
    """
    import pyrage

    _look_at_header(data)
    identities = [pyrage.x25519.Identity.from_str(key.secret) for key in keys]
    try:
        document = bytes(pyrage.decrypt(data, identities))
    except pyrage.DecryptError as error:
        for_others = "No matching keys" in str(error)
        raise AskError(AskTrouble.NOT_FOR_US if for_others else AskTrouble.DAMAGED) from None
    if len(document) > LARGEST_BYTES:
        raise AskError(AskTrouble.TOO_LARGE)
    return document


def _look_at_header(data: bytes) -> None:
    if len(data) > LARGEST_SEALED_BYTES:
        raise AskError(AskTrouble.TOO_LARGE)
    if not data.startswith(_INTRO):
        raise AskError(AskTrouble.NOT_OURS)
    header, end, _rest = data[:_LONGEST_HEADER].partition(b"\n--- ")
    version, *lines = header.removeprefix(_INTRO).split(b"\n")
    if end and version != _VERSION:
        raise AskError(AskTrouble.NEWER)
    whole = lines if end else lines[:-1]
    kinds = [line.split(b" ")[1] for line in whole if line.startswith(b"-> ")]
    if any(kind != _OUR_KIND and not kind.endswith(_GREASE) for kind in kinds):
        raise AskError(AskTrouble.OTHER_LOCK)
    if not end or not 1 <= len(kinds) <= _MOST_STANZAS:
        raise AskError(AskTrouble.DAMAGED)
