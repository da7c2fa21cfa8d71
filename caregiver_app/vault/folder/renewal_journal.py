"""What is needed to finish a change to a new key, whenever it was cut short. It holds no key that is not wrapped.

The journal is there from the moment at which the change counts until its last step: the new envelope, and the old key
under a key from the new one, so that what still lies under the old key can be found and removed.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass

from caregiver_app.model.errors import VaultError
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import read_bounded, translated_os_errors, write_whole
from caregiver_app.vault.folder.places import VaultPlaces
from caregiver_app.vault.keys.data_key import DataKey, Purpose
from caregiver_app.vault.keys.envelope import Envelope, parse_envelope

_FORMAT, _VERSION = "caregiver-vault-renewal", 1
_LARGEST_BYTES = 40_000
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalJournal:
    """A change to a new key that counts and is not finished."""

    envelope: Envelope
    nonce: bytes
    old_key: bytes

    def open_old_key(self, new: DataKey) -> DataKey | None:
        """Return the key of before, None where `new` is not the key it was wrapped under."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        cipher = AESGCM(new.derive(Purpose.RENEWAL))
        try:
            return DataKey(cipher.decrypt(self.nonce, self.old_key, self.envelope.to_bytes()))
        except InvalidTag:
            return None


def begin(places: VaultPlaces, envelope: Envelope, old: DataKey, new: DataKey) -> RenewalJournal:
    """Write the journal: from now on the change is finished, not undone.

    Raises:
        StorageError: no room or no right; the change does not count.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    wrapped = AESGCM(new.derive(Purpose.RENEWAL)).encrypt(nonce, old.raw(), envelope.to_bytes())
    journal = RenewalJournal(envelope=envelope, nonce=nonce, old_key=wrapped)
    fields = {
        "format": _FORMAT,
        "version": _VERSION,
        "envelope": envelope.to_bytes().decode(),
        "nonce": nonce.hex(),
        "old_key": wrapped.hex(),
    }
    with translated_os_errors(places.journal):
        write_whole(places.journal, json.dumps(fields, indent=2).encode() + b"\n")
    crash_point("vault.renewal.begun")
    return journal


def pending(places: VaultPlaces) -> RenewalJournal | None:
    """Return the journal of a change that was cut short, None where there is none, or none that can be read.

    Raises:
        StorageError: the disk is in the way.
    """
    with translated_os_errors(places.journal):
        try:
            data = read_bounded(places.journal, _LARGEST_BYTES)
        except FileNotFoundError:
            return None
    try:
        fields = json.loads(data or b"")
        if fields["format"] != _FORMAT or fields["version"] != _VERSION:
            return None
        journal = RenewalJournal(
            envelope=parse_envelope(fields["envelope"].encode()),
            nonce=bytes.fromhex(fields["nonce"]),
            old_key=bytes.fromhex(fields["old_key"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, VaultError):
        return None
    return journal if len(journal.nonce) == _NONCE_BYTES else None
