"""Seals the pictures of a protected library: what a file holds is encrypted, what it is called is a keyed hash.

The name by a plain hash would let anybody test whether a known page was kept. A file is a mark of eight bytes, a nonce
of twelve and the picture under AES-256-GCM, with the file's name as associated data: one in the place of another does
not open. The two keys come from the one for pictures by HKDF-SHA256 (RFC 5869), each with its name.
"""

from __future__ import annotations

import hmac
import secrets

MARK = b"CGASSET1"
_NONCE_BYTES, _TAG_BYTES = 12, 16
_BEGIN = len(MARK) + _NONCE_BYTES
OVERHEAD_BYTES = _BEGIN + _TAG_BYTES
"""How much longer a sealed picture is."""

_NAMES, _BYTES = b"caregiver/library/asset-names/1", b"caregiver/library/asset-bytes/1"


class AssetSeal:
    """Names, seals and opens pictures under one key."""

    def __init__(self, key: bytes) -> None:
        self._name_key = _derived(key, _NAMES)
        self._byte_key = _derived(key, _BYTES)

    def name_of(self, sha256: str) -> str:
        """Return what the file of the picture with this hash is called."""
        return hmac.digest(self._name_key, sha256.encode(), "sha256").hex()

    def seal(self, sha256: str, data: bytes) -> bytes:
        """Return what the file of a picture holds."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce = secrets.token_bytes(_NONCE_BYTES)
        return MARK + nonce + AESGCM(self._byte_key).encrypt(nonce, data, self.name_of(sha256).encode())

    def open(self, sha256: str, sealed: bytes) -> bytes | None:
        """Return the picture in a file, None where it is not what this key sealed under this name."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if not sealed.startswith(MARK) or len(sealed) < OVERHEAD_BYTES:
            return None
        nonce = sealed[len(MARK) : _BEGIN]
        try:
            return AESGCM(self._byte_key).decrypt(nonce, sealed[_BEGIN:], self.name_of(sha256).encode())
        except InvalidTag:
            return None

    def __repr__(self) -> str:
        return "AssetSeal()"


def _derived(key: bytes, name: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=32, salt=None, info=name).derive(key)
