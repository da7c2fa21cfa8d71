"""Erases the care notes of a folder: the key first, then notes, files, copies, what waits sealed. The library stays.

A mark says that it has begun, and with what: what a kill left of them is of no use to anybody, and goes when somebody
next holds the folder's lock, unless others were made since. What lies elsewhere (backups, saved files, paper) cannot be
reached from here.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.erasing_marks import counts, lay_mark
from caregiver_app.bootstrap.own_files import NOTES, remove_own
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import remove_for_good, translated_os_errors

if TYPE_CHECKING:
    from caregiver_app.bootstrap.paths import Paths
    from caregiver_app.vault.folder.places import VaultPlaces


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
        lay_mark(paths.erasing_notes)
        crash_point("erase-notes.begun")
        return _remove_all(paths)


def finish_erasing_notes(paths: Paths) -> int:
    """Do what is left of it where it was cut short; what the system holds on to stays for the next time."""
    if paths.erasing_notes.exists():
        with suppress(OSError):
            if counts(paths.erasing_notes):
                return _remove_all(paths)
            remove_for_good(paths.erasing_notes)
    return 0


def _remove_all(paths: Paths) -> int:
    removed = remove_own(paths.data_dir, NOTES, after_each=lambda: crash_point("erase-notes.removed"))
    remove_for_good(paths.erasing_notes)
    return removed
