"""Copies of a database beside it, taken whole and checked before they get their names. Tables are not its business."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.model.web import Cancel
from caregiver_app.storage.connecting import connect_file
from caregiver_app.storage.engine import Database
from caregiver_app.storage.faults import translated
from caregiver_app.storage.keys import FileKey
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import (
    make_private_file,
    make_private_folder,
    put_in_place,
    remove_leftovers,
    translated_os_errors,
)

KEPT_DAILY = 7
KEPT_WEEKLY = 4
KEPT_OF_ANOTHER_REASON = 2
ROOM_BYTES = 2_000_000_000
"""What all snapshots of a folder together may take, or a tenth of the free space where that is less; the newest of each
database is kept always. To each of two databases half of it belongs, so that a large one never crowds out a small one.
"""

SHARE_OF_FREE = 10
DAY = timedelta(days=1)

_DAILY = "daily"
_WEEKLY = "weekly"
_KEPT = {_DAILY: KEPT_DAILY, _WEEKLY: KEPT_WEEKLY}

FreeBytes = Callable[[Path], int]


def free_bytes(folder: Path) -> int:
    """Return how much may still be written where `folder` lies."""
    return shutil.disk_usage(folder).free


def take_snapshot(
    database: Database, *, at: Millis, reason: str, free: FreeBytes = free_bytes, cancel: Cancel | None = None
) -> Path:
    """Copy the database into `snapshots/` beside it; the copy is checked before it gets its name.

    Raises:
        StorageError: no room, read-only, or the database itself is damaged; the earlier snapshots are still there.
        Cancelled: `cancel` was set meanwhile.
    """
    folder = _folder_of(database.path)
    target = folder / f"{database.path.stem}-{_stamp(at)}-{reason}.db"
    part = folder / f".{target.name}.{secrets.token_hex(4)}.part"
    with translated_os_errors(target):
        make_private_folder(folder)
        make_private_file(part)
        try:
            copy_checked(database, part, cancel=cancel)
            crash_point("storage.snapshot.before-rename")
            put_in_place(part, target)
        finally:
            _remove_part(part)
        crash_point("storage.snapshot.after-rename")
        _drop_old(database.path, at, free)
    return target


def take_daily_snapshot(
    database: Database, *, at: Millis, free: FreeBytes = free_bytes, cancel: Cancel | None = None
) -> Path | None:
    """Take a snapshot unless one was taken in the last 24 hours; raises as `take_snapshot` does.

    Only the holder of the folder's lock may: it also removes what killed ones left.
    """
    with translated_os_errors(database.path):
        if _folder_of(database.path).is_dir():
            remove_leftovers(_folder_of(database.path))
    yesterday = _stamp(_before(at, DAY))
    if any(yesterday < _stamp_in(path) <= _stamp(at) for path in list_snapshots(database.path)):
        return None
    return take_snapshot(database, at=at, reason=_DAILY, free=free, cancel=cancel)


def list_snapshots(path: Path, *, at: Millis | None = None) -> tuple[Path, ...]:
    """Return the snapshots of the database at `path`, newest first.

    Those dated after `at` come last: they were taken while the clock was wrong.
    """
    now = "9" if at is None else _stamp(at)
    found = _folder_of(path).glob(f"{path.stem}-*-*.db")
    return tuple(sorted(found, key=lambda each: (_stamp_in(each) <= now, each.name), reverse=True))


def is_lost(path: Path) -> bool:
    """Return whether nothing, or an empty file, is in the place of a database that has copies."""
    if path.exists() and path.stat().st_size:
        return False
    return any(snapshot.stat().st_size for snapshot in list_snapshots(path))


def check_file(
    path: Path, key: FileKey | None = None, *, cancel: Cancel | None = None, free_pages: bool = True
) -> None:
    """Look whether the database file at `path` is sound, its indexes too; an encrypted one page by page as well.

    That last look heeds no `cancel` and takes seconds for a gigabyte. Without `free_pages` it is left out: the other
    one reads, and so proves, all pages but those that hold nothing.

    Raises:
        StorageError: it is not.
        Cancelled: `cancel` was set meanwhile.
    """
    with translated_os_errors(path):
        if path.stat().st_size == 0:
            raise StorageError(StorageTrouble.CORRUPT, path.name, "empty")
    with translated(path):
        connection = connect_file(str(path), key)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            if cancel is not None:
                connection.set_progress_handler(cancel.is_set, _STEPS_BETWEEN_LOOKS)
            forged = key is not None and free_pages and connection.execute("PRAGMA cipher_integrity_check").fetchone()
            answer = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        finally:
            connection.close()
    if forged or answer != "ok":
        raise StorageError(StorageTrouble.CORRUPT, path.name, "integrity_check")


_STEPS_BETWEEN_LOOKS = 100_000


def _folder_of(path: Path) -> Path:
    return path.parent / "snapshots"


_STAMP = "%Y%m%dT%H%M%SZ"


def _stamp(at: Millis) -> str:
    return to_datetime(at).strftime(_STAMP)


def _before(at: Millis, span: timedelta) -> Millis:
    return Millis(at - span // timedelta(milliseconds=1))


def _moment_in(snapshot: Path) -> datetime:
    return datetime.strptime(_stamp_in(snapshot), _STAMP).replace(tzinfo=UTC)


def _stamp_in(snapshot: Path) -> str:
    return snapshot.name.removesuffix(".db").split("-", 2)[1]


def _reason_in(snapshot: Path) -> str:
    return snapshot.name.removesuffix(".db").split("-", 2)[2]


def copy_checked(database: Database, part: Path, *, cancel: Cancel | None = None) -> None:
    """Copy the database, as it is in one moment, over the private file at `part`, under the same key, and check it.

    Raises:
        StorageError: no room, read-only, or the database itself is damaged.
        Cancelled: `cancel` was set meanwhile.
    """
    with translated(part):
        target = connect_file(str(part), database.key)
        try:
            database.copy_into(target, cancel=cancel)
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
    check_file(part, database.key, cancel=cancel)


def _remove_part(part: Path) -> None:
    """Remove an unfinished copy; where even that fails, the error on its way says more than this one."""
    with suppress(OSError):
        for leftover in part.parent.glob(f"{part.name}*"):
            leftover.unlink(missing_ok=True)


def _drop_old(path: Path, at: Millis, free: FreeBytes) -> None:
    _keep_for_their_weeks(path, at)
    kept: list[Path] = []
    for snapshot in list_snapshots(path, at=at):
        same = sum(_reason_in(other) == _reason_in(snapshot) for other in kept)
        if same < _KEPT.get(_reason_in(snapshot), KEPT_OF_ANOTHER_REASON):
            kept.append(snapshot)
        else:
            snapshot.unlink(missing_ok=True)
    of_others = set(_folder_of(path).glob("*-*-*.db")) - set(list_snapshots(path))
    taken = sum(map(_bytes_of, of_others))
    for snapshot in _beyond_the_room(kept, free(_folder_of(path)), taken):
        snapshot.unlink(missing_ok=True)


def _bytes_of(snapshot: Path) -> int:
    """Return how much a snapshot of another database takes, 0 where that one's own thread has just dropped it."""
    try:
        return snapshot.stat().st_size
    except FileNotFoundError:
        return 0


def _keep_for_their_weeks(path: Path, at: Millis) -> None:
    """Let a daily snapshot that has had its time stand for its week, unless another one does."""
    right = [snapshot for snapshot in list_snapshots(path) if _stamp_in(snapshot) <= _stamp(at)]
    weekly = [_stamp_in(snapshot) for snapshot in right if _reason_in(snapshot) == _WEEKLY]
    daily = [snapshot for snapshot in right if _reason_in(snapshot) == _DAILY]
    for snapshot in reversed(daily[KEPT_DAILY:]):
        a_week_before = (_moment_in(snapshot) - timedelta(days=7)).strftime(_STAMP)
        if not any(a_week_before < stamp for stamp in weekly):
            snapshot.replace(snapshot.with_name(snapshot.name.replace(f"-{_DAILY}.", f"-{_WEEKLY}.")))
            crash_point("storage.snapshot.kept-for-its-week")
            weekly.append(_stamp_in(snapshot))


def _beyond_the_room(newest_first: Iterable[Path], free: int, taken: int) -> list[Path]:
    """Return what has no room beside the bytes `taken` by snapshots of others."""
    snapshots = list(newest_first)
    totals = list(accumulate(snapshot.stat().st_size for snapshot in snapshots))
    in_all = min(ROOM_BYTES, (free + taken + totals[-1]) // SHARE_OF_FREE) if totals else 0
    room = max(in_all - taken, in_all // 2)
    return [snapshot for snapshot, total in list(zip(snapshots, totals, strict=True))[1:] if total > room]
