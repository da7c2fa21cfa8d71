"""The examination of all that lies in the data folder: the library itself, what is beside it, and where the folder is.

Each check has a name that stays (docs/formats/library.md). It mends what can be made anew, and deletes nothing that a
person made.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.leftovers import find_leftovers, remove_leftovers
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import StorageError
from caregiver_app.model.time import Clock, Millis, from_datetime

if TYPE_CHECKING:
    from caregiver_app.library.health import Check
    from caregiver_app.library.keys import LibraryKeys
    from caregiver_app.library.store import Library

LEAST_FREE_BYTES = 200_000_000
NOT_BEFORE = from_datetime(datetime(2026, 11, 1, tzinfo=UTC))
"""When this program did not yet exist: a clock that shows an earlier day is wrong."""

_DAY_MS = int(timedelta(days=1).total_seconds() * 1000)
AHEAD_MS = 2 * 365 * _DAY_MS


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is done beside looking. `alone`: the caller holds the folder's lock, so that what others may be at work with
    can be cleared away.
    """

    repair: bool
    rebuild_search: bool
    alone: bool


def examine(paths: Paths, clock: Clock, keys: LibraryKeys | None, work: Work) -> tuple[Check, ...]:
    """Ask everything; a library that cannot be opened is an answer too. `keys` open one that is protected."""
    from caregiver_app.library.health import Check
    from caregiver_app.library.store import open_library

    opens, checks, last_seen = Check(name="library-opens", ok=True), tuple[Check, ...](), None
    try:
        library = open_library(paths.library, clock, keys)
    except StorageError as error:
        opens = Check(name="library-opens", ok=False, detail=error.kind.value)
    else:
        try:
            checks = _of_library(library, work)
            last_seen = library.health.last_written()
        except StorageError as error:
            checks = checks or (Check(name="library-pages", ok=False, detail=error.kind.value),)
        finally:
            library.close()
    around = _around(paths, clock.now(), last_seen, repair=work.repair and work.alone)
    return (opens, *checks, _snapshots(paths, keys), *around)


def examine_locked(paths: Paths, clock: Clock, work: Work) -> tuple[Check, ...]:
    """Ask what can be asked while the library is protected and its keys are not at hand."""
    from caregiver_app.library.health import Check
    from caregiver_app.storage.snapshots import list_snapshots

    copies = Check(name="snapshots", ok=True, detail=str(len(list_snapshots(paths.library))))
    around = _around(paths, clock.now(), None, repair=work.repair and work.alone)
    return (Check(name="library-opens", ok=True, detail="locked"), copies, *around)


def _of_library(library: Library, work: Work) -> tuple[Check, ...]:
    if work.rebuild_search:
        library.search.rebuild()
    checks = library.health.check(repair=work.repair)
    pictures = library.health.check_pictures(library.assets, repair=work.repair, alone=work.alone)
    return (*checks, library.packs.check(), *pictures)


def _around(paths: Paths, now: Millis, last_seen: Millis | None, *, repair: bool) -> Sequence[Check]:
    return (_leftovers(paths, repair=repair), _place(paths), _space(paths), _clock(now, last_seen))


def _snapshots(paths: Paths, keys: LibraryKeys | None) -> Check:
    from caregiver_app.library.health import Check
    from caregiver_app.library.keys import file_key_of
    from caregiver_app.storage.snapshots import check_file, list_snapshots

    snapshots = list_snapshots(paths.library)
    good = 0
    for snapshot in snapshots:
        try:
            check_file(snapshot, file_key_of(keys))
            good += 1
        except StorageError:
            continue
    detail = str(good) if good == len(snapshots) else f"{good} of {len(snapshots)}"
    return Check(name="snapshots", ok=good == len(snapshots), detail=detail)


def _leftovers(paths: Paths, *, repair: bool) -> Check:
    """Tell what the next start clears away; beside a window it may be what that is working with."""
    from caregiver_app.library.health import Check

    if repair and find_leftovers(paths.data_dir):
        remove_leftovers(paths)
        return Check(name="leftovers", ok=not find_leftovers(paths.data_dir), repaired=True)
    left = len(find_leftovers(paths.data_dir))
    return Check(name="leftovers", ok=True, detail=str(left) if left else "")


def _place(paths: Paths) -> Check:
    from caregiver_app.library.health import Check
    from caregiver_app.support.folder_places import place_of

    place = place_of(paths.data_dir)
    return Check(name="folder-place", ok=not place, detail=place)


def _space(paths: Paths) -> Check:
    from caregiver_app.library.health import Check

    try:
        free = shutil.disk_usage(paths.data_dir).free
    except OSError:
        return Check(name="free-space", ok=True)
    return Check(name="free-space", ok=free >= LEAST_FREE_BYTES, detail=f"{free // 1_000_000} MB")


def _clock(now: Millis, last_seen: Millis | None) -> Check:
    from caregiver_app.library.health import Check

    seen = NOT_BEFORE if last_seen is None else last_seen
    behind = now < NOT_BEFORE or now < seen - _DAY_MS
    ahead = last_seen is not None and now > seen + AHEAD_MS
    return Check(name="clock", ok=not behind and not ahead, detail="behind" if behind else "ahead" if ahead else "")
