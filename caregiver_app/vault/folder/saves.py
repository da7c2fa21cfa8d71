"""How often the notes were saved, kept beside them, so that an older file in their place is told at the next unlock.

The number is authenticated under a key from the data key: only who has that key can write another one. Who removes the
file, or brings back notes and number of the same day, is not found out (docs/threat-model.md).
"""

from __future__ import annotations

import hmac
import json
from pathlib import Path

from caregiver_app.support.files import read_bounded, translated_os_errors, write_whole
from caregiver_app.vault.keys.data_key import DataKey, Purpose

_LARGEST_BYTES = 1_000
_FORMAT = "caregiver-vault-saves"


def last_saves(path: Path, data_key: DataKey) -> int:
    """Return the number of saves that was last written down, 0 where none can be read that this key vouches for."""
    try:
        data = read_bounded(path, _LARGEST_BYTES)
    except OSError:
        return 0
    try:
        fields = json.loads(data or b"")
        saves, mac = fields["saves"], bytes.fromhex(fields["mac"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0
    if not isinstance(saves, int):
        return 0
    return saves if hmac.compare_digest(mac, _mac(saves, data_key)) else 0


def write_saves(path: Path, saves: int, data_key: DataKey) -> None:
    """Write the number of saves down.

    Raises:
        StorageError: no room or no right.
    """
    fields = {"format": _FORMAT, "saves": saves, "mac": _mac(saves, data_key).hex()}
    with translated_os_errors(path):
        write_whole(path, json.dumps(fields).encode() + b"\n")


def _mac(saves: int, data_key: DataKey) -> bytes:
    return hmac.digest(data_key.derive(Purpose.SAVES), str(saves).encode(), "sha256")
