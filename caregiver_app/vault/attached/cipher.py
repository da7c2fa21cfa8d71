"""Encrypts the files that belong to records, piece by piece, and opens them again. Knows no folder and no record.

A file is a mark of eight bytes, a salt of 32, and pieces of 65,536 bytes, each with its tag: AES-256-GCM under a key
that HKDF-SHA256 (RFC 5869) makes of the salt, so that no two files share one. The nonce of a piece is its number in
eleven bytes and whether it is the last in one (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár,
2015): what is cut off, doubled or in another order does not open. Associated data is the file's name: one in the place
of another does not open either.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator

from caregiver_app.model.errors import CareFileError, CareFileTrouble

MARK = b"CGVATT01"
SALT_BYTES = 32
PIECE_BYTES = 65_536
TAG_BYTES = 16
HEADER_BYTES = len(MARK) + SALT_BYTES
LARGEST_BYTES = 20_000_000
"""What a file may hold before it is encrypted."""

LARGEST_SEALED_BYTES = HEADER_BYTES + LARGEST_BYTES + TAG_BYTES * (LARGEST_BYTES // PIECE_BYTES + 1)

_INFO = b"caregiver/vault/attachment-file/1"
_NUMBER_BYTES = 11


def seal_attachment(key: bytes, name: str, data: bytes) -> bytes:
    """Return a file's bytes, encrypted under the key for attachments (32 bytes), to be kept under `name`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt = secrets.token_bytes(SALT_BYTES)
    cipher = AESGCM(_file_key(key, salt))
    sealed = (
        cipher.encrypt(nonce, data[start : start + PIECE_BYTES], name.encode()) for start, nonce in _pieces(len(data))
    )
    return b"".join((MARK, salt, *sealed))


def open_attachment(key: bytes, name: str, sealed: bytes) -> bytes:
    """Return what a file holds.

    Raises:
        CareFileError: it is damaged, cut short, under another key or kept under another name.
    """
    size = _size_inside(sealed)
    return b"".join(_opened(key, name, sealed, size, None))


def is_under(key: bytes, name: str, sealed: bytes) -> bool:
    """Return whether this key opens the first piece of a file; the rest of it is not looked at."""
    try:
        return any(True for _piece in _opened(key, name, sealed, _size_inside(sealed), 1))
    except CareFileError:
        return False


def _opened(key: bytes, name: str, sealed: bytes, size: int, most: int | None) -> Iterator[bytes]:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(_file_key(key, sealed[len(MARK) : HEADER_BYTES]))
    step = PIECE_BYTES + TAG_BYTES
    for number, (_start, nonce) in enumerate(_pieces(size)):
        if number == most:
            return
        begin = HEADER_BYTES + number * step
        try:
            yield cipher.decrypt(nonce, sealed[begin : begin + step], name.encode())
        except (InvalidTag, ValueError):
            raise CareFileError(CareFileTrouble.DAMAGED) from None


def _size_inside(sealed: bytes) -> int:
    """Return how many bytes such a file holds, by its length; raises `CareFileError` where it cannot be one."""
    inside = len(sealed) - HEADER_BYTES
    pieces, rest = divmod(inside, PIECE_BYTES + TAG_BYTES)
    empty_last = pieces > 0 and 0 < rest <= TAG_BYTES  # only an empty file has an empty piece
    if not sealed.startswith(MARK) or inside < TAG_BYTES or empty_last:
        raise CareFileError(CareFileTrouble.DAMAGED)
    return inside - TAG_BYTES * (pieces + (1 if rest else 0))


def _pieces(size: int) -> Iterator[tuple[int, bytes]]:
    """Yield where each piece begins and its nonce; an empty file has one empty piece."""
    count = max(1, -(-size // PIECE_BYTES))
    for number in range(count):
        last = number == count - 1
        yield number * PIECE_BYTES, number.to_bytes(_NUMBER_BYTES, "big") + bytes([last])


def _file_key(key: bytes, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=_INFO).derive(key)
