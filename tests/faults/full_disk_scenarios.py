"""Scenarios on a disk that is too small for the work: its trouble, then what is there, then the same with room."""

from __future__ import annotations

import threading
from pathlib import Path

from caregiver_app.bootstrap.backups import create_backup, restore_backup
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.retention import tidy_if_due
from caregiver_app.bootstrap.services import build_services
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.article import MarkKind
from caregiver_app.model.errors import StorageError
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource
from caregiver_app.support.clock import SystemClock
from tests.faults.telling import tell
from tests.faults.upkeep_scenarios import NOW
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import add_source, an_article, store
from tests.helpers.old_articles import add_old_articles

ARTICLES = 60


def full_tidy(folder: Path) -> None:
    """Tidy on a disk that is full, then undo it where there is room."""
    library = open_library(folder / "library.db", StillClock(NOW))
    add_old_articles(library, 400)
    before = _count(library)
    ballast = _fill_up(folder)
    try:
        tidy_if_due(library, at=NOW, cancel=threading.Event())
    except StorageError as error:
        tell(f"trouble {error.kind}")
    ballast.unlink()
    library.retention.undo(NOW)
    tell(f"all back {_count(library) == before}")
    _tell_broken(library)
    library.close()


def full_backup(folder: Path) -> None:
    """Write a backup over an older one where there is no room for it."""
    library = _filled(folder)
    target = folder / "b.caregiver"
    target.write_bytes(b"of last week")
    ballast = _fill_up(folder)
    try:
        create_backup(library, Paths(data_dir=folder), target, at=NOW, on_progress=lambda _: None)
    except StorageError as error:
        tell(f"trouble {error.kind}")
    ballast.unlink()
    tell(f"older {target.read_bytes() == b'of last week'}")
    tell(f"left {sorted(path.name for path in folder.iterdir() if path.name.startswith('.'))}")
    library.close()


def full_restore(folder: Path, leave: str) -> None:
    """Restore a backup where there is room for a part of the work, then where there is enough."""
    library = _filled(folder)
    paths, clock = Paths(data_dir=folder), StillClock(NOW)
    create_backup(library, paths, folder / "b.caregiver", at=NOW, on_progress=lambda _: None)
    ids = [row.id for row in library.articles.page(ArticleQuery(), limit=ARTICLES).rows]
    library.marks.set(ids, MarkKind.READ, True, at=NOW)
    library.close()
    ballast = _fill_up(folder, leave=int(leave))
    with ParserPool() as parser:
        try:
            restore_backup(folder / "b.caregiver", paths, clock=clock, parser=parser, on_progress=lambda _: None)
        except StorageError as error:
            tell(f"trouble {error.kind}")
        _tell_unread(folder)
        ballast.unlink()
        restore_backup(folder / "b.caregiver", paths, clock=clock, parser=parser, on_progress=lambda _: None)
        _tell_unread(folder)


def full_sync(folder: Path, *urls: str) -> None:
    """Get updates on a disk that is too small for them, then with room."""
    services = build_services(Paths(data_dir=folder), clock=SystemClock())
    library = services.open_library()
    for url in urls:
        library.sources.add(NewSource(url=url, allow_private=True), at=MONDAY)
    ballast = _fill_up(folder, leave=100_000)
    try:
        services.sync(library, on_progress=lambda _: None, cancel=threading.Event())
    except StorageError as error:
        tell(f"trouble {error.kind}")
    ballast.unlink()
    report = services.sync(library, on_progress=lambda _: None, cancel=threading.Event())
    tell(f"failed {sum(result.error is not None for result in report.results)}")
    tell(f"articles {_count(library)}")
    _tell_broken(library)
    library.close()
    services.close()


def _filled(folder: Path) -> Library:
    library = open_library(folder / "library.db", StillClock(NOW))
    source = add_source(library)
    store(library, source, *(an_article(f"{n}", f"Title {n}", "words " * 800) for n in range(ARTICLES)))
    return library


def _fill_up(folder: Path, *, leave: int = 0) -> Path:
    """Fill the disk but for `leave` bytes; return the file to remove for room."""
    ballast = folder / "ballast"
    try:
        with ballast.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4_096))
    except OSError:
        with ballast.open("r+b") as file:
            file.truncate(max(0, ballast.stat().st_size - leave))
    return ballast


def _count(library: Library) -> int:
    return library.articles.count(ArticleQuery(), cap=100_000)


def _tell_broken(library: Library) -> None:
    tell(f"broken {[check.name for check in library.health.check() if not check.ok]}")


def _tell_unread(folder: Path) -> None:
    library = open_library(folder / "library.db", StillClock(NOW))
    rows = library.articles.page(ArticleQuery(), limit=1_000).rows
    tell(f"unread {sum(not row.read for row in rows)} of {len(rows)}")
    library.close()


FULL_DISK = (full_tidy, full_backup, full_restore, full_sync)
