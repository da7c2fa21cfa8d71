"""Files locked with a passphrase as the application locks them, but for what the passphrase costs: next to nothing.

age asks for a second of the processor on purpose, and so does each opening. The format is that of C2SP age.md (v1) with
one scrypt recipient; whatever opens such a file here is the real thing.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyrage
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tests.helpers.derivations import in_full

_FILE_KEY, _SALT, _NONCE = b"k" * 16, b"s" * 16, b"n" * 16
_PIECE = 65_536


def lighten_age() -> None:
    """From now on, lock files with passphrases for next to nothing, but in a block of `full_cost`."""
    real = pyrage.passphrase.encrypt

    def encrypt(data: bytes, passphrase: str) -> bytes:
        return bytes(real(data, passphrase)) if in_full() else locked_lightly(data, passphrase)

    light: Callable[[bytes, str], bytes] = encrypt
    pyrage.passphrase.encrypt = light


def light_locked(folder: Path, passphrase: str) -> bytes:
    """Return what an export into `folder` would be as one locked file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            archive.write(path, str(path.relative_to(folder)))
    return locked_lightly(packed.getvalue(), passphrase)


def locked_lightly(data: bytes, passphrase: str) -> bytes:
    """Return an age file of `data`."""
    wrap = hashlib.scrypt(passphrase.encode(), salt=b"age-encryption.org/v1/scrypt" + _SALT, n=2, r=8, p=1, dklen=32)
    wrapped = ChaCha20Poly1305(wrap).encrypt(bytes(12), _FILE_KEY, None)
    header = f"age-encryption.org/v1\n-> scrypt {_plain(_SALT)} 1\n{_plain(wrapped)}\n---".encode()
    mac = hmac.new(_derived(b"", b"header"), header, hashlib.sha256).digest()
    payload = ChaCha20Poly1305(_derived(_NONCE, b"payload"))
    pieces = [data[begin : begin + _PIECE] for begin in range(0, len(data), _PIECE)] or [b""]
    last = len(pieces) - 1
    body = b"".join(
        payload.encrypt(number.to_bytes(11, "big") + bytes([number == last]), piece, None)
        for number, piece in enumerate(pieces)
    )
    return header + f" {_plain(mac)}\n".encode() + _NONCE + body


def _derived(salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(_FILE_KEY)


def _plain(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")
