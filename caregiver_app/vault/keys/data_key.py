"""The data key of the care notes and what is derived from it. It is random, never typed, and never leaves in plain.

SQLCipher takes the data key itself as its raw key; everything else that is encrypted gets a key of its own, derived by
HKDF-SHA256 (RFC 5869) with a name, so that no two purposes share one.
"""

from __future__ import annotations

import hmac
import secrets
from enum import Enum
from typing import NoReturn

from caregiver_app.storage.keys import KEY_BYTES, FileKey


class Purpose(Enum):
    """What a derived key is for; the value is the `info` of HKDF and must never change."""

    ATTACHMENTS = "caregiver/vault/attachments/1"
    ATTACHMENT_NAMES = "caregiver/vault/attachment-names/1"
    PRIVATE_WORDS = "caregiver/vault/private-words/1"
    LIBRARY = "caregiver/vault/library-keys/1"
    BACKUP = "caregiver/vault/backup/1"
    SAVES = "caregiver/vault/saves/1"
    RENEWAL = "caregiver/vault/renewal/1"
    SEALED = "caregiver/vault/sealed/1"


class DataKey:
    """256 random bits: whoever has them has the care notes. After `wipe` it opens nothing."""

    def __init__(self, raw: bytes) -> None:
        """Take a copy of 32 bytes.

        Raises:
            ValueError: of another length.
        """
        if len(raw) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self._raw: bytearray | None = bytearray(raw)

    @classmethod
    def new(cls) -> DataKey:
        """Return a key that nobody had before."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def raw(self) -> bytes:
        """Return the 32 bytes, for wrapping and for the recovery sheet only.

        Raises:
            RuntimeError: it was wiped.
        """
        if self._raw is None:
            raise RuntimeError("the key was wiped")
        return bytes(self._raw)

    def file_key(self) -> FileKey:
        """Return the key of `vault.db`."""
        return FileKey(self.raw())

    def derive(self, purpose: Purpose) -> bytes:
        """Return the 32 bytes for one purpose."""
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.value.encode()).derive(self.raw())

    @property
    def is_wiped(self) -> bool:
        """Whether it opens nothing any more."""
        return self._raw is None

    def is_same(self, other: DataKey) -> bool:
        """Return whether both are the same key, in a time that tells nothing of them."""
        return hmac.compare_digest(self.raw(), other.raw())

    def wipe(self) -> None:
        """Overwrite the key; wiping twice is fine."""
        if self._raw is not None:
            self._raw[:] = bytes(KEY_BYTES)
            self._raw = None

    def __repr__(self) -> str:
        return "DataKey()"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key stays in its process")
