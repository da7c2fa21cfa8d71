"""The copies of the care notes that are made by themselves, and going back to one, as a person picks or as it must be.

Each is encrypted under the key of the notes and holds no envelope: what opens the notes today opens it, or the sheet.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.going_back import KeptCopy, read_copy
from caregiver_app.bootstrap.leftovers import stage
from caregiver_app.bootstrap.ways_in import WayIn
from caregiver_app.model.errors import StorageError, StorageTrouble, VaultError, VaultTrouble
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.storage.engine import Database
    from caregiver_app.vault.folder.places import VaultPlaces
    from caregiver_app.vault.keys.data_key import DataKey
    from caregiver_app.vault.keys.envelope import Envelope

BEFORE = "before-going-back"
BEFORE_IMPORT = "before-import"
_DAMAGED = (StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CareCopy:
    """A copy that opens and is sound. `lacks` is how often was saved since, also by the program itself; None where
    that cannot be told.
    """

    copy: KeptCopy
    lacks: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WentBack:
    """The copy that is now the notes, and where a damaged file went; what was sound is a copy itself by now."""

    to: CareCopy
    aside: Path | None


def list_care_copies(places: VaultPlaces) -> tuple[KeptCopy, ...]:
    """Return the copies of the notes, newest first; needs no key and tells nothing of what is in them."""
    from caregiver_app.storage.snapshots import list_snapshots

    found = (read_copy(path) for path in list_snapshots(places.database))
    return tuple(copy for copy in found if copy is not None)


def snapshot_care_if_due(
    places: VaultPlaces, data_key: DataKey, clock: Clock, *, cancel: Cancel | None = None
) -> Path | None:
    """Take the daily copy of the notes unless there is one; each page and each table of it is checked.

    Only the holder of the folder's lock may. What is not due costs a glance at names.

    Raises:
        StorageError: no room, or the notes are damaged; earlier copies are still there.
        Cancelled: `cancel` was set.
    """
    from caregiver_app.storage.snapshots import take_daily_snapshot

    with _opened(places, data_key, clock) as database:
        return take_daily_snapshot(database, at=clock.now(), cancel=cancel)


def keep_care_copy(
    places: VaultPlaces, data_key: DataKey, clock: Clock, *, reason: str, cancel: Cancel | None = None
) -> Path:
    """Keep the notes as they are now as a copy, before something changes much of them; two of a reason are kept.

    Raises as `snapshot_care_if_due` does.
    """
    from caregiver_app.storage.snapshots import take_snapshot

    with _opened(places, data_key, clock) as database:
        return take_snapshot(database, at=clock.now(), reason=reason, cancel=cancel)


@contextmanager
def _opened(places: VaultPlaces, data_key: DataKey, clock: Clock) -> Iterator[Database]:
    from caregiver_app.storage.opening import open_database
    from caregiver_app.vault.schema.migrations import VAULT_SCHEMA

    database = open_database(places.database, schema=VAULT_SCHEMA, clock=clock, key=data_key.file_key())
    try:
        yield database
    finally:
        database.close()


@contextmanager
def key_in_force(places: VaultPlaces, way: WayIn) -> Iterator[DataKey]:
    """Have the key of the notes that are here, damaged ones too, for a block; then it is wiped.

    Raises:
        VaultError: the passphrase is wrong, the envelope is lost, or the sheet is another one's.
    """
    from caregiver_app.vault.folder.swapping import finish_swap

    finish_swap(places)
    data_key = _key_of_any(_envelopes(places, way), way)
    try:
        yield data_key
    finally:
        data_key.wipe()


def newest_good_copy(places: VaultPlaces, data_key: DataKey, clock: Clock) -> CareCopy | None:
    """Return the newest copy that this key opens and that is sound; None where there is none."""
    from caregiver_app.storage.snapshots import list_snapshots

    for path in list_snapshots(places.database, at=clock.now()):
        found = _looked_at(places, path, data_key, clock)
        if found is not None:
            return found
    return None


def go_back_to_copy(places: VaultPlaces, data_key: DataKey, clock: Clock, *, name: str | None = None) -> WentBack:
    """Put a copy in the place of the notes, the newest good one without a `name`. The envelope stays as it is.

    Sound notes become a copy themselves before; a damaged file is kept beside them. At every moment one of the two can
    be opened. Nobody may have them open, and the folder's lock is held.

    Raises:
        VaultError: there is no such copy, or it is damaged.
        InstanceRunning: the keys are being changed.
        StorageError: somebody has the notes open, or the disk is in the way; nothing was replaced.
    """
    from caregiver_app.storage.restoring import DAMAGED, REPLACED, finish_put_back, put_back
    from caregiver_app.support.files import remove_for_good, translated_os_errors

    with places.changing("going back to a copy"), translated_os_errors(places.database):
        finish_put_back(places.database)
        wanted = find_care_copy(places, data_key, clock, name)
        with stage(places.database.parent) as folder:
            ready = folder / "copy.db"  # keeping what is here now may drop the oldest copies
            shutil.copyfile(places.database.parent / "snapshots" / wanted.copy.name, ready)
            kept = _keep_present(places, data_key, clock)
            remove_for_good(places.saves)  # older notes are what was asked for
            why = REPLACED if kept else DAMAGED
            aside = put_back(ready, places.database, at=clock.now(), why=why, key=data_key.file_key())
        if kept:
            for path in aside.parent.glob(f"{aside.name}*"):
                path.unlink(missing_ok=True)
    return WentBack(to=wanted, aside=aside if aside.exists() else None)


def find_care_copy(places: VaultPlaces, data_key: DataKey, clock: Clock, name: str | None) -> CareCopy:
    """Return the copy of that name, the newest good one without a name.

    Raises:
        VaultError: there is no such copy, or it is damaged.
    """
    if name is None:
        found = newest_good_copy(places, data_key, clock)
        if found is None:
            raise VaultError(VaultTrouble.NO_COPY)
        return found
    named = next((copy for copy in list_care_copies(places) if copy.name == name), None)
    if named is None:
        raise VaultError(VaultTrouble.NO_COPY)
    found = _looked_at(places, places.database.parent / "snapshots" / named.name, data_key, clock)
    if found is None:
        raise VaultError(VaultTrouble.COPY_DAMAGED)
    return found


def _looked_at(places: VaultPlaces, path: Path, data_key: DataKey, clock: Clock) -> CareCopy | None:
    """Return a copy that is sound; None for a damaged one, or one of another key."""
    from caregiver_app.vault.folder.copying import check_vault
    from caregiver_app.vault.folder.saves import last_saves

    copy = read_copy(path)
    try:
        check_vault(path, data_key)
    except VaultError:
        return None
    known = last_saves(places.saves, data_key)
    return None if copy is None else CareCopy(copy=copy, lacks=_lacks(path, data_key, clock, known))


def _lacks(path: Path, data_key: DataKey, clock: Clock, known: int) -> int | None:
    from caregiver_app.vault.folder.marks import saves_in
    from caregiver_app.vault.store import open_vault

    if not known:
        return None
    with stage(path.parent.parent) as folder:
        copy = folder / "looked-at.db"  # opening one may write beside it
        shutil.copyfile(path, copy)
        vault = open_vault(copy, data_key.file_key(), clock)
        try:
            return max(0, known - saves_in(vault))
        finally:
            vault.close()


def _keep_present(places: VaultPlaces, data_key: DataKey, clock: Clock) -> bool:
    """Take a copy of the notes that are here; False where they are damaged, or gone."""
    from caregiver_app.storage.renewing import held_alone

    if not places.database.exists() or not places.database.stat().st_size:
        return False
    try:
        with held_alone(places.database, data_key.file_key()):
            pass  # who has them open would go on writing into the file that is moved away
        keep_care_copy(places, data_key, clock, reason=BEFORE)
    except StorageError as error:
        if error.kind not in _DAMAGED:
            raise
        return False
    return True


def _key_of_any(envelopes: tuple[Envelope | None, ...], way: WayIn) -> DataKey:
    for envelope in envelopes:
        try:
            return way.key_for(envelope)
        except VaultError as error:
            if error.kind is not VaultTrouble.WRONG_PASSPHRASE:
                raise
    raise VaultError(VaultTrouble.WRONG_PASSPHRASE)


def _envelopes(places: VaultPlaces, way: WayIn) -> tuple[Envelope | None, ...]:
    try:
        return places.envelope.candidates()
    except VaultError:
        if way.needs_envelope:
            raise
        return (None,)
