"""The envelope: the data key, wrapped under a key from the passphrase. `vault.json` holds it and nothing private else.

Wrapped with AES-256-GCM; everything else in the envelope is authenticated as associated data, so that none of it can
be changed without the passphrase. docs/formats/vault.md describes the file.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.key_derivation import SALT_BYTES, KdfCost, derive_key
from caregiver_app.vault.keys.data_key import DataKey

FORMAT = "caregiver-vault-envelope"
VERSION = 1
LARGEST_BYTES = 16_000
_NONCE_BYTES = 12
_WRAPPED_BYTES = 48  # 32 of the key, 16 of the tag


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultMarks:
    """What tells one set of care notes from another: an id, and the short number that is printed on sheets."""

    vault_id: str
    number: str
    drop_recipient: str
    """The age recipient to which notes are sealed while locked; its identity is inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One wrap of the data key. `serial` grows with each new one, so that an older one can be told."""

    marks: VaultMarks
    serial: int
    cost: KdfCost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def to_bytes(self) -> bytes:
        """Return the file's content."""
        return json.dumps({**_open_fields(self), "wrapped": self.wrapped.hex()}, indent=2).encode() + b"\n"

    def fingerprint(self) -> str:
        """Return the SHA-256 of the content, as the notes remember the envelope in force."""
        return sha256(self.to_bytes()).hexdigest()

    def __repr__(self) -> str:
        return f"Envelope(serial={self.serial})"


def seal(data_key: DataKey, passphrase: str, marks: VaultMarks, *, serial: int, cost: KdfCost) -> Envelope:
    """Wrap the data key under a passphrase; takes the time of one derivation."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    empty = Envelope(marks=marks, serial=serial, cost=cost, salt=salt, nonce=nonce, wrapped=b"")
    wrapped = AESGCM(derive_key(passphrase, salt, cost)).encrypt(nonce, data_key.raw(), _associated(empty))
    return replace(empty, wrapped=wrapped)


def unseal(envelope: Envelope, passphrase: str) -> DataKey:
    """Return the data key; takes the time of one derivation.

    Raises:
        VaultError: the passphrase is wrong, or the envelope was changed: the two cannot be told apart.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = derive_key(passphrase, envelope.salt, envelope.cost)
    try:
        return DataKey(AESGCM(key).decrypt(envelope.nonce, envelope.wrapped, _associated(envelope)))
    except InvalidTag:
        raise VaultError(VaultTrouble.WRONG_PASSPHRASE) from None


def unseal_any(envelopes: Sequence[Envelope], passphrase: str) -> tuple[DataKey, Envelope]:
    """Return the data key and the first envelope that the passphrase opens; takes the time of a derivation for each.

    Raises:
        VaultError: none is opened by it.
    """
    for envelope in envelopes:
        try:
            return unseal(envelope, passphrase), envelope
        except VaultError as error:
            if error.kind is not VaultTrouble.WRONG_PASSPHRASE:
                raise
    raise VaultError(VaultTrouble.WRONG_PASSPHRASE)


def parse_envelope(data: bytes) -> Envelope:
    """Return the envelope in a file's content; nothing in it is believed before `unseal`.

    Raises:
        VaultError: it is none, a newer version's, or its numbers are out of bounds.
    """
    try:
        fields = json.loads(data)
        if fields["format"] != FORMAT:
            raise ValueError("another format")
        if isinstance(fields["version"], int) and fields["version"] > VERSION:
            raise VaultError(VaultTrouble.NEWER)
        envelope = _read(fields)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise VaultError(VaultTrouble.ENVELOPE_DAMAGED) from None
    return envelope


def _read(fields: Mapping[str, Any]) -> Envelope:
    kdf = fields["kdf"]
    envelope = Envelope(
        marks=VaultMarks(
            vault_id=_text(fields["vault"]), number=_text(fields["number"]), drop_recipient=_text(fields["drop"])
        ),
        serial=_number(fields["serial"]),
        cost=KdfCost(memory_kib=_number(kdf["memory_kib"]), passes=_number(kdf["passes"]), lanes=_number(kdf["lanes"])),
        salt=_hexadecimal(kdf["salt"], SALT_BYTES),
        nonce=_hexadecimal(fields["nonce"], _NONCE_BYTES),
        wrapped=_hexadecimal(fields["wrapped"], _WRAPPED_BYTES),
    )
    if {**_open_fields(envelope), "wrapped": envelope.wrapped.hex()} != fields:
        raise ValueError("something else is in it")
    return envelope


def _open_fields(envelope: Envelope) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "vault": envelope.marks.vault_id,
        "number": envelope.marks.number,
        "drop": envelope.marks.drop_recipient,
        "serial": envelope.serial,
        "kdf": {
            "name": "argon2id",
            "memory_kib": envelope.cost.memory_kib,
            "passes": envelope.cost.passes,
            "lanes": envelope.cost.lanes,
            "salt": envelope.salt.hex(),
        },
        "cipher": "AES-256-GCM",
        "nonce": envelope.nonce.hex(),
    }


def _associated(envelope: Envelope) -> bytes:
    return json.dumps(_open_fields(envelope), sort_keys=True, separators=(",", ":")).encode()


def _text(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= 200 or not value.isascii() or not value.isprintable():
        raise ValueError("not a short text")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 32:
        raise ValueError("not a number")
    return value


def _hexadecimal(value: object, length: int) -> bytes:
    if not isinstance(value, str) or len(value) != 2 * length:
        raise ValueError("not so many bytes")
    return bytes.fromhex(value)
