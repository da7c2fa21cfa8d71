"""Puts a copy in the place of a database that is damaged or not wanted. At every moment one of the two can be opened.

The file before it is set aside, never deleted. What stands at `NAME.restoring` is whole and checked: when the work is
cut short between the two renames, the next opening finishes it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.snapshots import check_file
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_file, put_in_place, translated_os_errors

_COMPANIONS = ("-wal", "-shm")


DAMAGED = "damaged"
REPLACED = "replaced"


def put_back(snapshot: Path, path: Path, *, at: Millis, why: str = DAMAGED, key: FileKey | None = None) -> Path:
    """Set the database at `path` aside and put a checked copy of `snapshot` in its place.

    Return where the file before it went; its name says `why`. Nobody may have the database open. `key` opens the
    snapshot where it is encrypted.

    Raises:
        StorageError: the snapshot is damaged too, or the disk is in the way; nothing was replaced.
    """
    aside = path.with_name(f"{path.stem}-{why}-{to_datetime(at):%Y%m%dT%H%M%SZ}{path.suffix}")
    ready = _ready(path)
    with translated_os_errors(path):
        _copy_checked(snapshot, ready, key)
        crash_point("storage.restore.copied")
        if path.exists():
            path.replace(aside)
        crash_point("storage.restore.between-renames")
        _finish(ready, path, aside)
    crash_point("storage.restore.after-rename")
    return aside


def finish_put_back(path: Path) -> None:
    """Finish a `put_back` that was cut short, if one was.

    Raises:
        StorageError: the disk is in the way.
    """
    ready = _ready(path)
    with translated_os_errors(path):
        if path.exists() or not ready.exists():
            return
        _finish(ready, path, _newest_aside(path) or path.with_name(f"{path.stem}-{DAMAGED}{path.suffix}"))


def _newest_aside(path: Path) -> Path | None:
    found = [each for why in (DAMAGED, REPLACED) for each in path.parent.glob(f"{path.stem}-{why}-*{path.suffix}")]
    return max(found, key=lambda each: each.stem.rpartition("-")[2], default=None)


def _ready(path: Path) -> Path:
    return path.with_name(f"{path.name}.restoring")


def _copy_checked(snapshot: Path, ready: Path, key: FileKey | None) -> None:
    part = ready.with_name(f".{ready.name}.part")
    ready.unlink(missing_ok=True)
    make_private_file(part)
    try:
        shutil.copyfile(snapshot, part)
        check_file(part, key)
        put_in_place(part, ready)
    finally:
        part.unlink(missing_ok=True)


def _finish(ready: Path, path: Path, aside: Path) -> None:
    """Move what belongs to the damaged file after it: SQLite would copy it into the new one."""
    for suffix in _COMPANIONS:
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.replace(aside.with_name(aside.name + suffix))
    crash_point("storage.restore.companions-moved")
    put_in_place(ready, path)
