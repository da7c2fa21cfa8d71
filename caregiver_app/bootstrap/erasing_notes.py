"""Erases the care notes of a folder: the key first, then notes, files, copies, what waits sealed. The library stays.

A marker says that it has begun: what a kill left of them is of no use to anybody, and goes when somebody next holds the
folder's lock. What lies elsewhere (backups, saved files, paper) cannot be reached from here.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import remove_for_good, translated_os_errors, write_whole

if TYPE_CHECKING:
    from caregiver_app.bootstrap.paths import Paths
    from caregiver_app.vault.folder.places import VaultPlaces

MARKER = "erasing-notes.begun"
_IN_ORDER = (
    "vault.json*",  # without the envelope only the recovery sheet opens what is still there
    "vault-2.json*",
    "vault.db*",
    "vault-*",
    "care-notes-*",  # notes of before a restored backup
    "attachments",
    "sealed",
    "snapshots/vault-*",
    "snapshots/.vault-*",
    ".vault*.part*",
)


def erase_notes(paths: Paths, places: VaultPlaces) -> int:
    """Remove all care notes; return how many files and folders went.

    The caller has shown that the notes are theirs, holds the folder's lock, and nobody has them open.

    Raises:
        VaultError: the library is protected with their key; it would be lost.
        InstanceRunning: another process is changing their keys.
        StorageError: something cannot be removed; what is still there goes with the next start.
    """
    from caregiver_app.bootstrap.protection_state import ProtectionState, protection_state

    if protection_state(paths) is not ProtectionState.OFF:
        raise VaultError(VaultTrouble.PROTECTED)
    with places.changing("erasing the care notes"), translated_os_errors(paths.data_dir):
        write_whole(paths.data_dir / MARKER, b"")
        crash_point("erase-notes.begun")
        return _remove_all(paths.data_dir)


def finish_erasing_notes(data_dir: Path) -> int:
    """Do what is left of it where it was cut short; what the system holds on to stays for the next time."""
    if (data_dir / MARKER).exists():
        with suppress(OSError):
            return _remove_all(data_dir)
    return 0


def _remove_all(data_dir: Path) -> int:
    removed = 0
    for path in _ours(data_dir):
        _remove(path)
        removed += 1
        crash_point("erase-notes.removed")
    remove_for_good(data_dir / MARKER)
    return removed


def _ours(data_dir: Path) -> Iterator[Path]:
    for pattern in _IN_ORDER:
        yield from sorted(data_dir.glob(pattern))


def _remove(path: Path) -> None:
    """Remove a file, or one of our folders with all in it; of a link only the link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
