"""Looks into a copy of the care notes before somebody goes back to it: whether it is sound, and what it would lack."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.care_copies import find_care_copy, key_in_force
from caregiver_app.bootstrap.going_back import KeptCopy
from caregiver_app.bootstrap.leftovers import stage
from caregiver_app.bootstrap.ways_in import WayIn
from caregiver_app.model.errors import StorageError
from caregiver_app.model.time import Clock

if TYPE_CHECKING:
    from caregiver_app.vault.across.comparing import Known, Lacking
    from caregiver_app.vault.folder.places import VaultPlaces
    from caregiver_app.vault.keys.data_key import DataKey


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLook:
    """A sound copy; `lacking` is what it has not of the notes as they are now, None where these cannot be read."""

    copy: KeptCopy
    lacking: Lacking | None


def look_at_copy(places: VaultPlaces, way: WayIn, clock: Clock, name: str) -> CopyLook:
    """Read a copy through and compare it with the notes that are here; these may be open elsewhere.

    Raises:
        VaultError: the way in is wrong, there is no such copy, or it is damaged.
        StorageError: no room or no right.
    """
    from caregiver_app.vault.across.comparing import lacking

    with key_in_force(places, way) as data_key:
        copy = find_care_copy(places, data_key, clock, name).copy
        with stage(places.database.parent) as folder:
            looked_at = folder / "looked-at.db"  # opening one may write beside it
            shutil.copyfile(places.database.parent / "snapshots" / copy.name, looked_at)
            then = _known(looked_at, data_key, clock)
        try:
            now = _known(places.database, data_key, clock)
        except StorageError:
            return CopyLook(copy=copy, lacking=None)
    return CopyLook(copy=copy, lacking=lacking(now, then))


def _known(path: Path, data_key: DataKey, clock: Clock) -> Known:
    from caregiver_app.vault.store import open_vault

    vault = open_vault(path, data_key.file_key(), clock)
    try:
        return vault.comparing.known()
    finally:
        vault.close()
