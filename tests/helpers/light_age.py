"""A file locked with a passphrase as the application locks one, but for what the passphrase costs: next to nothing.

The format is that of C2SP age.md (v1): one scrypt recipient, one piece of at most 64 KiB.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import zipfile
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_FILE_KEY, _SALT, _NONCE = b"k" * 16, b"s" * 16, b"n" * 16
_PIECE = 65_536


def light_locked(folder: Path, passphrase: str) -> bytes:
    """Return what an export into `folder` would be as one locked file.

    Raises:
        AssertionError: it is more than one piece holds.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            archive.write(path, str(path.relative_to(folder)))
    data = packed.getvalue()
    assert len(data) < _PIECE
    wrap = hashlib.scrypt(passphrase.encode(), salt=b"age-encryption.org/v1/scrypt" + _SALT, n=2, r=8, p=1, dklen=32)
    wrapped = ChaCha20Poly1305(wrap).encrypt(bytes(12), _FILE_KEY, None)
    header = f"age-encryption.org/v1\n-> scrypt {_plain(_SALT)} 1\n{_plain(wrapped)}\n---".encode()
    mac = hmac.new(_derived(b"", b"header"), header, hashlib.sha256).digest()
    body = ChaCha20Poly1305(_derived(_NONCE, b"payload")).encrypt(bytes(11) + b"\x01", data, None)
    return header + f" {_plain(mac)}\n".encode() + _NONCE + body


def _derived(salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(_FILE_KEY)


def _plain(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")
