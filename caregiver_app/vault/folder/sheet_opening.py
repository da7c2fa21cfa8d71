"""Opening the notes with what was typed from the recovery sheet; needs no envelope and no passphrase."""

from __future__ import annotations

from contextlib import suppress

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.model.time import Clock
from caregiver_app.vault.folder.opening import Unlocked, unlock_with_key
from caregiver_app.vault.folder.places import VaultPlaces
from caregiver_app.vault.folder.saves import last_saves
from caregiver_app.vault.keys.recovery import read_sheet


def open_with_sheet(places: VaultPlaces, typed: str, clock: Clock) -> Unlocked:
    """Open the notes with the groups of a sheet.

    A wrong key and a damaged file look alike to the database. The number of saves beside it, which only the right key
    vouches for, tells them apart where it is there; else the number on the sheet does.

    Raises:
        VaultError: a group is mistyped, the sheet is of other notes or of a key of before, or the file is damaged.
        StorageError: the disk is in the way.
    """
    number, data_key = read_sheet(typed)
    try:
        return unlock_with_key(places, data_key, clock)
    except VaultError as error:
        if error.kind is not VaultTrouble.DAMAGED:
            raise
        is_right = bool(last_saves(places.saves, data_key))
        if is_right or (not places.saves.exists() and number == _number_here(places)):
            raise
        raise VaultError(VaultTrouble.WRONG_SHEET, number) from None


def _number_here(places: VaultPlaces) -> str:
    with suppress(VaultError):
        return places.envelope.read().marks.number
    return ""
