"""The keys of a protected library: one for its file, one for its pictures. Both random, held so that they can be wiped.

Who wraps them and where they are kept is not known here. A library that is not protected has none.
"""

from __future__ import annotations

import secrets
from typing import NoReturn

from caregiver_app.library.asset_seal import AssetSeal
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.storage.keys import KEY_BYTES, FileKey

KEYS_BYTES = 2 * KEY_BYTES


class LibraryKeys:
    """Both keys. After `wipe` they open nothing; what was opened with them before stays open."""

    def __init__(self, raw: bytes) -> None:
        """Take a copy of 64 bytes.

        Raises:
            ValueError: of another length.
        """
        if len(raw) != KEYS_BYTES:
            raise ValueError("the keys of a library have 64 bytes")
        self._raw: bytearray | None = bytearray(raw)

    @classmethod
    def new(cls) -> LibraryKeys:
        """Return keys that nobody had before."""
        return cls(secrets.token_bytes(KEYS_BYTES))

    def raw(self) -> bytes:
        """Return the 64 bytes, for wrapping only.

        Raises:
            VaultError: they were wiped.
        """
        if self._raw is None:
            raise VaultError(VaultTrouble.LOCKED)
        return bytes(self._raw)

    def file_key(self) -> FileKey:
        """Return the key of `library.db` and of its copies; raises as `raw` does."""
        return FileKey(self.raw()[:KEY_BYTES])

    def asset_seal(self) -> AssetSeal:
        """Return what seals pictures; raises as `raw` does."""
        return AssetSeal(self.raw()[KEY_BYTES:])

    def wipe(self) -> None:
        """Overwrite the keys; wiping twice is fine."""
        if self._raw is not None:
            self._raw[:] = bytes(KEYS_BYTES)
            self._raw = None

    def __repr__(self) -> str:
        return "LibraryKeys()"

    def __reduce__(self) -> NoReturn:
        raise TypeError("keys stay in their process")


def file_key_of(keys: LibraryKeys | None) -> FileKey | None:
    """Return the key of the file, None where the library is not protected; raises `VaultError` where wiped."""
    return None if keys is None else keys.file_key()


def asset_seal_of(keys: LibraryKeys | None) -> AssetSeal | None:
    """Return what seals pictures, None where the library is not protected; raises `VaultError` where wiped."""
    return None if keys is None else keys.asset_seal()
