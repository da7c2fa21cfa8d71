"""What the notes remember of themselves: their marks, the envelope in force, how often was saved."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from caregiver_app.model.care_notices import CareNotice
from caregiver_app.model.errors import StorageError
from caregiver_app.storage.engine import Writer
from caregiver_app.vault.changes.uids import new_uid
from caregiver_app.vault.keys.envelope import Envelope, VaultMarks
from caregiver_app.vault.settings import put
from caregiver_app.vault.watching import SAVES

if TYPE_CHECKING:
    from caregiver_app.vault.store import Vault

_MARKS, _ENVELOPE = "marks", "envelope"
_FIELDS = ("vault_id", "number", "drop_recipient")
_NUMBER_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # of those of the recovery sheet, without 0 and 1
_NUMBER_LENGTH = 4


def new_marks(drop_recipient: str) -> VaultMarks:
    """Return the marks of new care notes."""
    number = "".join(secrets.choice(_NUMBER_SIGNS) for _ in range(_NUMBER_LENGTH))
    return VaultMarks(vault_id=new_uid(), number=number, drop_recipient=drop_recipient)


def marks_in(vault: Vault) -> VaultMarks:
    """Return the marks that the notes carry inside, where nobody without the key can change them."""
    return VaultMarks(**vault.settings.get(_MARKS))


def put_marks(writer: Writer, marks: VaultMarks) -> None:
    """Keep the marks as a part of a larger write."""
    put(writer, _MARKS, {name: getattr(marks, name) for name in _FIELDS})


def put_envelope(writer: Writer, envelope: Envelope) -> None:
    """Remember an envelope as the one in force, as a part of a larger write."""
    put(writer, _ENVELOPE, {"serial": envelope.serial, "sha256": envelope.fingerprint()})


def serial_in(vault: Vault) -> int:
    """Return the serial of the envelope in force."""
    return int(vault.settings.get(_ENVELOPE, {}).get("serial", 0))


def envelope_in(vault: Vault) -> str:
    """Return the fingerprint of the envelope that the notes remember as the one in force."""
    return str(vault.settings.get(_ENVELOPE, {}).get("sha256", ""))


def saves_in(vault: Vault) -> int:
    """Return how often was saved."""
    return int(vault.settings.get(SAVES, 0))


def meet_envelope(vault: Vault, envelope: Envelope) -> tuple[CareNotice, ...]:
    """Compare the envelope that opened the notes with the one they remember; remember a newer one.

    A newer one is of a change of the passphrase that was cut short: only who had the key could make it.
    """
    known = vault.settings.get(_ENVELOPE, {})
    if envelope.serial > known.get("serial", 0):
        with suppress(StorageError), vault.write("vault.envelope.remember") as writer:
            put_envelope(writer, envelope)  # on a full disk the next unlock does it
        return ()
    return () if envelope.fingerprint() == known.get("sha256") else (CareNotice.OLDER_ENVELOPE,)
