"""The key of an encrypted database file, held so that it can be wiped and is never printed, copied or pickled.

What is done with it inside the driver is out of our hands: docs/threat-model.md says what that means.
"""

from __future__ import annotations

from typing import NoReturn

KEY_BYTES = 32


class FileKey:
    """256 bits for one file. After `wipe` it opens nothing."""

    def __init__(self, raw: bytes) -> None:
        """Take a copy of 32 bytes.

        Raises:
            ValueError: of another length, SQLCipher would take them for a passphrase without a word.
        """
        if len(raw) != KEY_BYTES:
            raise ValueError("a file key has 32 bytes")
        self._raw: bytearray | None = bytearray(raw)

    def as_sqlcipher(self) -> bytes:
        """Return the key as SQLCipher takes a raw one: x'...' with 64 hexadecimal digits.

        Raises:
            RuntimeError: it was wiped.
        """
        if self._raw is None:
            raise RuntimeError("the key was wiped")
        return b"x'" + bytes(self._raw).hex().encode() + b"'"

    def wipe(self) -> None:
        """Overwrite the key; wiping twice is fine."""
        if self._raw is not None:
            self._raw[:] = bytes(KEY_BYTES)
            self._raw = None

    def __repr__(self) -> str:
        return "FileKey()"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key stays in its process")
