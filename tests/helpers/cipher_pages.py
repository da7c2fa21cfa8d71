"""What somebody who has the key can still read in the bytes of an encrypted database, free pages included.

The layout is that of SQLCipher 4 with a raw key: pages of 4,096 bytes, AES-256-CBC, at the end of each 16 bytes of IV
and 64 of HMAC; the first page begins with a salt.
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _IV, _HMAC, _SALT = 4_096, 16, 64, 16


def plain_pages(path: Path, key: bytes) -> bytes:
    """Return all pages of a database in plain, one after the other."""
    data = path.read_bytes()
    return b"".join(_plain(data[at : at + _PAGE], key, first=at == 0) for at in range(0, len(data), _PAGE))


def _plain(page: bytes, key: bytes, *, first: bool) -> bytes:
    content, reserve = page[: -_IV - _HMAC], page[-_IV - _HMAC :]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(reserve[:_IV])).decryptor()
    return decryptor.update(content[_SALT:] if first else content) + decryptor.finalize()
