"""Scenarios of what keeps a library: tidying, backups, restores, the migration of a library of the first version.

Each says that it has begun once everything that it needs is there, so that a test can end it in the midst of its work.
"""

from __future__ import annotations

import threading
from pathlib import Path

from caregiver_app.bootstrap.backups import create_backup, restore_backup
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.retention import tidy_if_due
from caregiver_app.bootstrap.services import build_services
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.library.store import open_library
from caregiver_app.model.time import Millis
from tests.faults.telling import BEGUN, tell
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import DAY_MS

NOW = Millis(MONDAY + 2 * DAY_MS)


def tidy(folder: Path) -> None:
    """Delete for good what was tidied two days ago, then tidy, then bring the index in step."""
    library = open_library(folder / "library.db", StillClock(NOW))
    tell(BEGUN)
    tidied = tidy_if_due(library, at=NOW, cancel=threading.Event())
    tell(f"tidied {tidied.articles if tidied is not None else 0}")
    library.close()


def back_up(folder: Path) -> None:
    """Write a backup over an older one."""
    library = open_library(folder / "library.db", StillClock(NOW))
    tell(BEGUN)
    create_backup(library, Paths(data_dir=folder), folder / "b.caregiver", at=NOW, on_progress=lambda _: None)
    tell("written")
    library.close()


def restore_a_backup(folder: Path) -> None:
    """Put a backup in the place of the library."""
    paths, clock = Paths(data_dir=folder), StillClock(NOW)
    with ParserPool() as parser, one_writer(paths, holder="restore"):
        tell(BEGUN)
        restore_backup(folder / "b.caregiver", paths, clock=clock, parser=parser, on_progress=lambda _: None)
        tell("restored")


def go_back(folder: Path) -> None:
    """Put the only daily copy in the place of the library."""
    services = build_services(Paths(data_dir=folder), clock=StillClock(NOW))
    (copy,) = services.kept_copies()
    with one_writer(services.paths, holder="restore"):
        tell(BEGUN)
        services.go_back_to(copy.name)
        tell("back")


def restore_newest(folder: Path) -> None:
    """Put the newest copy in the place of a library that is damaged."""
    services = build_services(Paths(data_dir=folder), clock=StillClock(NOW))
    with one_writer(services.paths, holder="restore"):
        tell(BEGUN)
        services.restore_snapshot()
        tell("back")


def migrate_library(folder: Path) -> None:
    """Open a library of the first version."""
    tell(BEGUN)
    open_library(folder / "library.db", StillClock(NOW)).close()
    tell("migrated")


def look_after(folder: Path) -> None:
    """Take the daily snapshot of a library."""
    library = open_library(folder / "library.db", StillClock(NOW))
    tell(BEGUN)
    library.snapshot(at=NOW)
    tell("snapshot")
    library.close()


UPKEEP = (tidy, back_up, restore_a_backup, go_back, restore_newest, migrate_library, look_after)
