"""The copies of the library that were made by themselves, and going back to one that a person picks."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.leftovers import stage
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.present_library import carry_over_from_damaged, keep_present
from caregiver_app.model.errors import LibraryError, StorageError, StorageTrouble
from caregiver_app.model.time import Clock, Millis, from_datetime

if TYPE_CHECKING:
    from caregiver_app.library.keys import LibraryKeys

_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """One copy. `reason` is the word in its name: `daily`, `before-restore`, `before-` and a version of the tables."""

    name: str
    at: Millis
    reason: str
    size_bytes: int


def list_copies(paths: Paths) -> tuple[KeptCopy, ...]:
    """Return the copies of the library, newest first; what is called otherwise is passed over."""
    from caregiver_app.storage.snapshots import list_snapshots

    found = (read_copy(path) for path in list_snapshots(paths.library))
    return tuple(copy for copy in found if copy is not None)


def go_back(paths: Paths, clock: Clock, name: str, keys: LibraryKeys | None = None) -> None:
    """Put the copy called `name` in the place of the library, and keep what was there as a copy too.

    What tells of this computer does not go back: whom it must not ask, how it connects, and what left it.
    Nobody may have the library open, and the folder's lock is held.

    Raises:
        LibraryError: there is no such copy.
        StorageError: the copy is not sound, or the disk is in the way; nothing was changed.
    """
    from caregiver_app.library.keys import file_key_of
    from caregiver_app.storage.restoring import REPLACED, finish_put_back, put_back
    from caregiver_app.storage.snapshots import list_snapshots
    from caregiver_app.support.files import translated_os_errors

    wanted = next((path for path in list_snapshots(paths.library) if path.name == name), None)
    if wanted is None:
        raise LibraryError("snapshot")
    finish_put_back(paths.library)
    with stage(paths.data_dir) as folder, translated_os_errors(wanted):
        ready = folder / "library.db"
        shutil.copyfile(wanted, ready)  # keeping what is there now may drop the oldest copies
        now = clock.now()
        saved = keep_present(paths, ready, keys, at=now, clock=clock)
        aside = put_back(ready, paths.library, at=now, why=REPLACED, key=file_key_of(keys))
        if saved:
            for path in (aside, *(aside.with_name(aside.name + suffix) for suffix in ("-wal", "-shm"))):
                path.unlink(missing_ok=True)


def restore_newest(paths: Paths, clock: Clock, keys: LibraryKeys | None = None) -> Path:
    """Put the newest sound copy in the place of a damaged library; return where the damaged file went.

    What tells of this computer does not go back, as far as the damaged file can still be read. Nobody may have the
    library open, and the folder's lock is held.

    Raises:
        LibraryError: there is no copy, or none is sound; nothing was changed.
        StorageError: the disk is in the way; nothing was changed.
    """
    from caregiver_app.library.keys import file_key_of
    from caregiver_app.storage.restoring import finish_put_back, put_back
    from caregiver_app.storage.snapshots import list_snapshots
    from caregiver_app.support.files import translated_os_errors

    finish_put_back(paths.library)
    now = clock.now()
    trouble: StorageError | None = None
    for snapshot in list_snapshots(paths.library, at=now):
        try:
            with stage(paths.data_dir) as folder, translated_os_errors(snapshot):
                ready = folder / "library.db"
                shutil.copyfile(snapshot, ready)
                carry_over_from_damaged(paths, ready, keys, clock=clock)
                return put_back(ready, paths.library, at=now, key=file_key_of(keys))
        except StorageError as error:
            trouble = error
    if trouble is None:
        raise LibraryError("snapshot")
    if trouble.kind in (StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE):
        raise LibraryError("sound-snapshot") from trouble  # what is said of a damaged library would lead here again
    raise trouble


def copy_moment(name: str) -> Millis | None:
    """Return when a copy was made, by its name; None for one that is called otherwise."""
    parts = name.removesuffix(".db").split("-", 2)
    try:
        return from_datetime(datetime.strptime(parts[1], _STAMP).replace(tzinfo=UTC))
    except (ValueError, IndexError):
        return None


def read_copy(path: Path) -> KeptCopy | None:
    """Return what the name of a copy says of it; None for one that is called otherwise, or gone."""
    _stem, stamp, reason = path.name.removesuffix(".db").split("-", 2)
    try:
        at = from_datetime(datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC))
        return KeptCopy(name=path.name, at=at, reason=reason, size_bytes=path.stat().st_size)
    except (ValueError, OSError):
        return None
