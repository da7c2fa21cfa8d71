"""The copies of the library that were made by themselves, and going back to one that a person picks."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from caregiver_app.bootstrap.leftovers import stage
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import LibraryError, StorageError, StorageTrouble
from caregiver_app.model.time import Clock, Millis, from_datetime

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

    found = (_read(path) for path in list_snapshots(paths.library))
    return tuple(copy for copy in found if copy is not None)


def go_back(paths: Paths, clock: Clock, name: str) -> None:
    """Put the copy called `name` in the place of the library, and keep what was there as a copy too.

    What tells of this computer does not go back: whom it must not ask, how it connects, and what left it.
    Nobody may have the library open, and the folder's lock is held.

    Raises:
        LibraryError: there is no such copy.
        StorageError: the copy is not sound, or the disk is in the way; nothing was changed.
    """
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
        saved = _keep_present(paths, ready, clock)
        aside = put_back(ready, paths.library, at=clock.now(), why=REPLACED)
        if saved:
            for path in (aside, *(aside.with_name(aside.name + suffix) for suffix in ("-wal", "-shm"))):
                path.unlink(missing_ok=True)


def _keep_present(paths: Paths, ready: Path, clock: Clock) -> bool:
    """Take a copy of the library that is there, and carry over into `ready` what stays.

    False where it is damaged, or none: then its file stays beside.
    """
    from caregiver_app.library.restoring import carry_over
    from caregiver_app.library.store import open_library

    if not paths.library.exists():
        return False
    try:
        carry_over(paths.library, ready, clock=clock)
        library = open_library(paths.library, clock)
        try:
            library.backup.snapshot_before_restore(at=clock.now())
        finally:
            library.close()
    except StorageError as error:
        if error.kind not in (StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE):
            raise
        return False
    return True


def _read(path: Path) -> KeptCopy | None:
    _stem, stamp, reason = path.name.removesuffix(".db").split("-", 2)
    try:
        at = from_datetime(datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC))
        return KeptCopy(name=path.name, at=at, reason=reason, size_bytes=path.stat().st_size)
    except (ValueError, OSError):
        return None
