"""The age identity to which the library part of a backup is encrypted: derived from the data key, kept nowhere.

Passphrase or recovery sheet alone bring it back. An identity is 32 bytes in Bech32 (age specification, "The X25519
recipient type"; Bech32 by BIP 173).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.vault.keys.data_key import DataKey, Purpose

if TYPE_CHECKING:
    import pyrage

_PREFIX = "age-secret-key-"
_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_FIVES = 52  # 256 bits in groups of five, the last one filled up with zeros
_FILL_BITS = 4
_CHECK = 6


def backup_identity(data_key: DataKey) -> pyrage.x25519.Identity:
    """Return what opens the library part of every backup made under this data key."""
    import pyrage

    return pyrage.x25519.Identity.from_str(_bech32(data_key.derive(Purpose.BACKUP)).upper())


def _bech32(raw: bytes) -> str:
    number = int.from_bytes(raw, "big") << _FILL_BITS
    data = [(number >> (5 * place)) & 31 for place in range(_FIVES - 1, -1, -1)]
    spelled = [ord(sign) >> 5 for sign in _PREFIX] + [0] + [ord(sign) & 31 for sign in _PREFIX]
    rest = _remainder([*spelled, *data, *(0,) * _CHECK]) ^ 1
    check = [(rest >> (5 * (_CHECK - 1 - place))) & 31 for place in range(_CHECK)]
    return f"{_PREFIX}1{''.join(_SIGNS[value] for value in (*data, *check))}"


def _remainder(values: list[int]) -> int:
    rest = 1
    for value in values:
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATORS):
            if (top >> place) & 1:
                rest ^= generator
    return rest
