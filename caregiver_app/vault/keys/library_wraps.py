"""The keys of a protected library as they lie on disk: wrapped under a key from the data key, never in plain.

AES-256-GCM under `Purpose.LIBRARY`; what else the file says is authenticated with it. While the data key is renewed
there are two wraps, one under each data key. docs/formats/protected-library.md describes the file.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.vault.keys.data_key import DataKey, Purpose

FORMAT, VERSION, CIPHER = "caregiver-library-keys", 1, "AES-256-GCM"
LARGEST_BYTES = 4_000
_MOST_WRAPS = 4
_NONCE_BYTES, _KEYS_BYTES, _TAG_BYTES = 12, 64, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryWrap:
    """The keys under one data key."""

    nonce: bytes
    wrapped: bytes

    def opened_by(self, data_key: DataKey) -> bytes | None:
        """Return the 64 bytes of the keys, None where they were wrapped under another data key."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            return AESGCM(data_key.derive(Purpose.LIBRARY)).decrypt(self.nonce, self.wrapped, _associated())
        except InvalidTag:
            return None


def wrap(raw: bytes, data_key: DataKey) -> LibraryWrap:
    """Wrap the 64 bytes of the keys under a data key."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return LibraryWrap(nonce=nonce, wrapped=AESGCM(data_key.derive(Purpose.LIBRARY)).encrypt(nonce, raw, _associated()))


def to_bytes(wraps: Iterable[LibraryWrap]) -> bytes:
    """Return the content of the file."""
    written = [{"nonce": each.nonce.hex(), "wrapped": each.wrapped.hex()} for each in wraps]
    return json.dumps({**_OPEN, "wraps": written}, indent=2).encode() + b"\n"


def parse(data: bytes) -> tuple[LibraryWrap, ...]:
    """Return the wraps in a file's content; nothing in it is believed before one opens.

    Raises:
        VaultError: it is none, or a newer version's.
    """
    try:
        fields = json.loads(data)
        if fields["format"] == FORMAT and isinstance(fields["version"], int) and fields["version"] > VERSION:
            raise VaultError(VaultTrouble.NEWER)
        wraps = tuple(_read(each["nonce"], each["wrapped"]) for each in fields["wraps"][:_MOST_WRAPS])
        if not wraps or to_bytes(wraps) != data:
            raise ValueError("something else is in it")
    except (ValueError, KeyError, TypeError, RecursionError):
        raise VaultError(VaultTrouble.LIBRARY_KEYS) from None
    return wraps


_OPEN = {"format": FORMAT, "version": VERSION, "cipher": CIPHER}


def _associated() -> bytes:
    return json.dumps(_OPEN, sort_keys=True, separators=(",", ":")).encode()


def _read(nonce: str, wrapped: str) -> LibraryWrap:
    found = LibraryWrap(nonce=bytes.fromhex(nonce), wrapped=bytes.fromhex(wrapped))
    if (len(found.nonce), len(found.wrapped)) != (_NONCE_BYTES, _KEYS_BYTES + _TAG_BYTES):
        raise ValueError("not so many bytes")
    return found
