"""Copies of a database beside it, taken whole and checked, and put back on request. Nothing here looks into tables."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.storage.driver import DriverError, connect
from caregiver_app.storage.engine import Database
from caregiver_app.storage.faults import from_os_error, translated
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_file, make_private_folder

KEPT = 7
_DAILY = "daily"


def take_snapshot(database: Database, *, at: Millis, reason: str) -> Path:
    """Copy the database into `snapshots/` beside it; the copy is checked before it gets its name.

    Raises:
        StorageError: no room, read-only, or the database itself is damaged.
    """
    folder = database.path.parent / "snapshots"
    stamp = to_datetime(at).strftime("%Y%m%dT%H%M%SZ")
    target = folder / f"{database.path.stem}-{stamp}-{reason}.db"
    part = target.with_suffix(".part")
    try:
        make_private_folder(folder)
        make_private_file(part)
    except OSError as error:
        raise from_os_error(error, part) from error
    try:
        _copy(database, part)
        crash_point("storage.snapshot.before-rename")
        part.replace(target)
    except OSError as error:
        raise from_os_error(error, part) from error
    finally:
        part.unlink(missing_ok=True)
    crash_point("storage.snapshot.after-rename")
    _drop_old(folder, database.path.stem)
    return target


def take_daily_snapshot(database: Database, *, at: Millis) -> Path | None:
    """Take a snapshot unless one was taken in the last 24 hours; raises as `take_snapshot` does."""
    yesterday = (to_datetime(at) - timedelta(days=1)).strftime("%Y%m%dT%H%M%SZ")
    newest = list_snapshots(database.path)
    if newest and newest[0].stem.split("-")[1] > yesterday:
        return None
    return take_snapshot(database, at=at, reason=_DAILY)


def list_snapshots(path: Path) -> tuple[Path, ...]:
    """Return the snapshots of the database at `path`, newest first."""
    return tuple(sorted((path.parent / "snapshots").glob(f"{path.stem}-*.db"), reverse=True))


def put_back(snapshot: Path, path: Path, *, at: Millis) -> Path:
    """Set the damaged database at `path` aside and put a checked copy of `snapshot` in its place.

    Return where the damaged file went. Nobody may have the database open.

    Raises:
        StorageError: the snapshot is damaged too, or the disk is in the way; nothing was replaced.
    """
    aside = path.with_name(f"{path.stem}-damaged-{to_datetime(at):%Y%m%dT%H%M%SZ}{path.suffix}")
    fresh = path.with_suffix(".restoring")
    with translated(path):
        make_private_file(fresh)
        shutil.copyfile(snapshot, fresh)
        check_file(fresh)
        for suffix in ("-wal", "-shm"):
            leftover = path.with_name(path.name + suffix)
            if leftover.exists():
                leftover.replace(aside.with_name(aside.name + suffix))
        if path.exists():
            path.replace(aside)
        crash_point("storage.restore.between-renames")
        fresh.replace(path)
    return aside


def check_file(path: Path) -> None:
    """Look whether the database file at `path` is sound.

    Raises:
        StorageError: it is not.
    """
    with translated(path):
        connection = connect(str(path), isolation_level=None)
        try:
            answer = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        except DriverError as error:
            raise StorageError(StorageTrouble.CORRUPT, path.name) from error
        finally:
            connection.close()
    if answer != "ok":
        raise StorageError(StorageTrouble.CORRUPT, path.name, "quick_check")


def _copy(database: Database, part: Path) -> None:
    with translated(part):
        target = connect(str(part), isolation_level=None)
        try:
            database.copy_into(target)
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
    check_file(part)


def _drop_old(folder: Path, stem: str) -> None:
    for old in sorted(folder.glob(f"{stem}-*-{_DAILY}.db"), reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)
