"""Copies of a database beside it, taken whole and checked before they get their names. Tables are not its business."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from itertools import accumulate
from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.storage.driver import connect
from caregiver_app.storage.engine import Database
from caregiver_app.storage.faults import translated
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import (
    make_private_file,
    make_private_folder,
    put_in_place,
    translated_os_errors,
)

KEPT_DAILY = 7
KEPT_OF_A_MIGRATION = 2
ROOM_BYTES = 2_000_000_000
"""What all snapshots together may take; the newest is kept whatever its size."""

_DAILY = "daily"


def take_snapshot(database: Database, *, at: Millis, reason: str) -> Path:
    """Copy the database into `snapshots/` beside it; the copy is checked before it gets its name.

    Raises:
        StorageError: no room, read-only, or the database itself is damaged.
    """
    folder = _folder_of(database.path)
    target = folder / f"{database.path.stem}-{_stamp(at)}-{reason}.db"
    part = folder / f".{target.name}.{secrets.token_hex(4)}.part"
    with translated_os_errors(target):
        make_private_folder(folder)
        make_private_file(part)
        try:
            _copy(database, part)
            crash_point("storage.snapshot.before-rename")
            put_in_place(part, target)
        finally:
            _remove_part(part)
        crash_point("storage.snapshot.after-rename")
        _drop_old(database.path, at)
    return target


def take_daily_snapshot(database: Database, *, at: Millis) -> Path | None:
    """Take a snapshot unless one was taken in the last 24 hours; raises as `take_snapshot` does.

    Only the holder of the folder's lock may: it also removes what killed ones left.
    """
    with translated_os_errors(database.path):
        for leftover in _folder_of(database.path).glob(".*.part*"):
            leftover.unlink(missing_ok=True)
    yesterday = _stamp(Millis(at - int(timedelta(days=1).total_seconds() * 1000)))
    if any(yesterday < _stamp_in(path) <= _stamp(at) for path in list_snapshots(database.path)):
        return None
    return take_snapshot(database, at=at, reason=_DAILY)


def list_snapshots(path: Path, *, at: Millis | None = None) -> tuple[Path, ...]:
    """Return the snapshots of the database at `path`, newest first.

    Those dated after `at` come last: they were taken while the clock was wrong.
    """
    now = "9" if at is None else _stamp(at)
    found = _folder_of(path).glob(f"{path.stem}-*-*.db")
    return tuple(sorted(found, key=lambda each: (_stamp_in(each) <= now, each.name), reverse=True))


def check_file(path: Path) -> None:
    """Look whether the database file at `path` is sound.

    Raises:
        StorageError: it is not.
    """
    with translated_os_errors(path):
        if path.stat().st_size == 0:
            raise StorageError(StorageTrouble.CORRUPT, path.name, "empty")
    with translated(path):
        connection = connect(str(path), isolation_level=None)
        try:
            answer = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        finally:
            connection.close()
    if answer != "ok":
        raise StorageError(StorageTrouble.CORRUPT, path.name, "quick_check")


def _folder_of(path: Path) -> Path:
    return path.parent / "snapshots"


def _stamp(at: Millis) -> str:
    return to_datetime(at).strftime("%Y%m%dT%H%M%SZ")


def _stamp_in(snapshot: Path) -> str:
    return snapshot.name.removesuffix(".db").split("-", 2)[1]


def _reason_in(snapshot: Path) -> str:
    return snapshot.name.removesuffix(".db").split("-", 2)[2]


def _copy(database: Database, part: Path) -> None:
    with translated(part):
        target = connect(str(part), isolation_level=None)
        try:
            database.copy_into(target)
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
    check_file(part)


def _remove_part(part: Path) -> None:
    """Remove an unfinished copy; where even that fails, the error on its way says more than this one."""
    with suppress(OSError):
        for leftover in part.parent.glob(f"{part.name}*"):
            leftover.unlink(missing_ok=True)


def _drop_old(path: Path, at: Millis) -> None:
    kept: list[Path] = []
    for snapshot in list_snapshots(path, at=at):
        same = sum(_reason_in(other) == _reason_in(snapshot) for other in kept)
        if same < (KEPT_DAILY if _reason_in(snapshot) == _DAILY else KEPT_OF_A_MIGRATION):
            kept.append(snapshot)
        else:
            snapshot.unlink(missing_ok=True)
    for snapshot in _beyond_the_room(kept):
        snapshot.unlink(missing_ok=True)


def _beyond_the_room(newest_first: Iterable[Path]) -> list[Path]:
    snapshots = list(newest_first)
    totals = accumulate(snapshot.stat().st_size for snapshot in snapshots)
    return [snapshot for snapshot, total in list(zip(snapshots, totals, strict=True))[1:] if total > ROOM_BYTES]
