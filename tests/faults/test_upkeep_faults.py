"""Tidying, backups, restores and migrations may end at any moment: what was there before is there, or what was to come.

Each is ended at every place of its writes, and by kill -9 at moments that chance chooses.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from caregiver_app.bootstrap.backups import restore_backup, verify_backup
from caregiver_app.bootstrap.leftovers import find_leftovers
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.retention import tidy_if_due
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.library.store import Library
from caregiver_app.model.search import ArticleQuery
from caregiver_app.storage.snapshots import check_file, list_snapshots
from tests.faults.upkeep_scenarios import NOW
from tests.helpers.backups import back_up, fill, nothing
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.databases import version_of
from tests.helpers.faults import EVERY, crash_everywhere
from tests.helpers.first_version import ARTICLES, first_version, rows_of_first_version
from tests.helpers.killing import Check, kill_often, killed
from tests.helpers.library import a_library, an_article, raw, store
from tests.helpers.old_articles import OLD as LONG_AGO
from tests.helpers.old_articles import add_old_articles
from tests.helpers.retention import leave_feed

OLD, NEWER, STARRED = 60, 20, 3


@pytest.fixture
def template(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def sound(library: Library) -> bool:
    return [check for check in library.health.check() if not check.ok] == []


@pytest.fixture
def old_library(template: Path) -> Path:
    """A library in which sixty articles were tidied before, and twenty are to be tidied now."""
    library = a_library(template, StillClock(MONDAY))
    add_old_articles(library, OLD, starred=STARRED)
    tidied = library.retention.tidy(at=MONDAY)
    assert tidied.articles == OLD - STARRED
    add_newer(library)
    library.close()
    return template


def add_newer(library: Library) -> None:
    (source,) = [source.id for source in library.sources.list()]
    store(library, source, *(an_article(f"n{n}", f"Newer {n}", at=LONG_AGO) for n in range(NEWER)), at=LONG_AGO)
    leave_feed(library, source, keep=("today",))


def check_tidied(folder: Path, told: Sequence[str]) -> None:
    """All of each article is there or gone, what is starred is there, and what was tidied now comes back."""
    library = a_library(folder, StillClock(NOW))
    assert sound(library)
    assert library.articles.count(ArticleQuery(text="is:starred")) == STARRED
    (source,) = [source.id for source in library.sources.list()]
    with raw(folder) as connection:
        before = connection.execute("SELECT count(*) FROM tidied WHERE at < ?", (NOW,)).fetchone()[0]
        now = connection.execute("SELECT count(*) FROM tidied WHERE at = ?", (NOW,)).fetchone()[0]
    assert before + len(library.known_entries.tombstones(source)) == OLD - STARRED
    assert now in (0, NEWER)
    assert not told or (before, now) == (0, NEWER)
    library.retention.undo(NOW)
    assert library.articles.count(ArticleQuery(), cap=1_000) == STARRED + NEWER + 1
    assert tidied_again(library) == NEWER
    assert sound(library)
    library.close()


def tidied_again(library: Library) -> int:
    library.choices.put("tidied_at", 0)
    library.choices.put("tidy", True)
    done = tidy_if_due(library, at=NOW, cancel=Never())
    return 0 if done is None else done.articles


class Never:
    """A stop that nobody presses."""

    def is_set(self) -> bool:
        return False


@EVERY
def test_tidying_ended_at_a_place_of_a_write(old_library: Path, every: bool) -> None:
    assert crash_everywhere("tidy", old_library, check_tidied, every=every) > 6


@killed(200)
def test_tidying_killed_at_any_moment(old_library: Path, kills: int, seed: int) -> None:
    assert kill_often("tidy", old_library, check_tidied, kills=kills, seed=seed) > 0


@pytest.fixture
def backed_up(template: Path) -> Path:
    """A library, and a backup of it from before two more articles came."""
    fill(template, articles=30)
    with raw(template) as connection:
        connection.execute("DELETE FROM item_asset")
    back_up(template, template / "b.caregiver")
    library = a_library(template)
    (source,) = [source.id for source in library.sources.list()]
    store(library, source, an_article("later"), an_article("later still"))
    library.close()
    return template


def check_backup(folder: Path, told: Sequence[str]) -> None:
    """The backup is the old one or the new one, and the library is as it was."""
    facts = verify_backup(folder / "b.caregiver", Paths(data_dir=folder), on_progress=nothing)
    assert facts.articles in ((32,) if told else (30, 32))
    library = a_library(folder)
    assert sound(library)
    assert library.articles.count(ArticleQuery()) == 32
    library.close()
    check_cleared(folder)


def check_cleared(folder: Path) -> None:
    """Whoever takes the lock next clears away what is of no use."""
    with one_writer(Paths(data_dir=folder), holder="test"):
        assert find_leftovers(folder) == ()


@EVERY
def test_writing_a_backup_ended_at_a_place_of_a_write(backed_up: Path, every: bool) -> None:
    assert crash_everywhere("back_up", backed_up, check_backup, every=every) > 3


@killed(200)
def test_writing_a_backup_killed_at_any_moment(backed_up: Path, kills: int, seed: int) -> None:
    assert kill_often("back_up", backed_up, check_backup, kills=kills, seed=seed) > 0


def checks_of_restore(parser: ParserPool) -> Check:
    def check(folder: Path, told: Sequence[str]) -> None:
        """The library is whole, before or after; what came before is in a snapshot, and the restore can be repeated."""
        check_cleared(folder)
        library = a_library(folder)
        assert sound(library)
        held = library.articles.count(ArticleQuery())
        library.close()
        assert held in ((30,) if told else (30, 32))
        kept = [path for path in list_snapshots(folder / "library.db") if "before-restore" in path.name]
        assert held == 32 or len(kept) == 1
        for path in kept:
            check_file(path)
        paths = Paths(data_dir=folder)
        restore_backup(folder / "b.caregiver", paths, clock=StillClock(NOW), parser=parser, on_progress=nothing)
        library = a_library(folder)
        assert sound(library)
        assert library.articles.count(ArticleQuery()) == 30
        library.close()

    return check


@EVERY
def test_a_restore_ended_at_a_place_of_a_write(backed_up: Path, every: bool) -> None:
    with ParserPool() as parser:
        assert crash_everywhere("restore_a_backup", backed_up, checks_of_restore(parser), every=every) > 10


@killed(200)
def test_a_restore_killed_at_any_moment(backed_up: Path, kills: int, seed: int) -> None:
    with ParserPool() as parser:
        ended = kill_often("restore_a_backup", backed_up, checks_of_restore(parser), kills=kills, seed=seed)
    assert ended > 0


@pytest.fixture
def with_a_copy(template: Path) -> Path:
    """A library, and a copy of it from before two more articles came and a host was blocked."""
    fill(template, articles=30)
    library = a_library(template)
    library.snapshot(at=MONDAY)
    (source,) = [source.id for source in library.sources.list()]
    store(library, source, an_article("later"), an_article("later still"))
    library.blocked_hosts.add("blocked.example", at=MONDAY)
    library.close()
    return template


def check_gone_back(folder: Path, told: Sequence[str]) -> None:
    """The library is whole, before or after, and never asks whom it must not ask."""
    check_cleared(folder)
    library = a_library(folder)
    assert sound(library)
    assert library.articles.count(ArticleQuery()) in ((30,) if told else (30, 32))
    assert [each.host for each in library.blocked_hosts.list()] == ["blocked.example"]
    library.close()


@EVERY
@pytest.mark.parametrize("way", ["go_back", "restore_newest"])
def test_going_back_to_a_copy_ended_at_a_place_of_a_write(with_a_copy: Path, way: str, every: bool) -> None:
    assert crash_everywhere(way, with_a_copy, check_gone_back, every=every) > 5


def check_migrated(folder: Path, told: Sequence[str]) -> None:
    """The file is of the first version or of this one, every row is there, and opening it finishes the work."""
    now = LIBRARY_SCHEMA.version
    assert version_of(folder / "library.db") in ((now,) if told else (1, now))
    library = a_library(folder, StillClock(NOW))
    assert rows_of_first_version(library) == ARTICLES
    assert sound(library)
    library.close()
    copies = list_snapshots(folder / "library.db")
    assert any(f"before-{now}" in path.name for path in copies)
    for path in copies:
        check_file(path)


@EVERY
def test_a_migration_of_a_library_ended_at_a_place_of_a_write(template: Path, every: bool) -> None:
    first_version(template / "library.db")
    assert crash_everywhere("migrate_library", template, check_migrated, every=every) > 5


@killed(200)
def test_a_migration_of_a_library_killed_at_any_moment(template: Path, kills: int, seed: int) -> None:
    first_version(template / "library.db")
    assert kill_often("migrate_library", template, check_migrated, kills=kills, seed=seed) > 0


def check_snapshot(folder: Path, told: Sequence[str]) -> None:
    copies = list_snapshots(folder / "library.db")
    assert len(copies) == 1 or (copies == () and not told)
    for path in copies:
        check_file(path)
    library = a_library(folder, StillClock(NOW))
    assert sound(library)
    library.snapshot(at=NOW)
    library.close()
    assert [path.name for path in (folder / "snapshots").glob(".*")] == []


@killed(200)
def test_a_snapshot_killed_at_any_moment(template: Path, kills: int, seed: int) -> None:
    fill(template, articles=200)
    assert kill_often("look_after", template, check_snapshot, kills=kills, seed=seed) > 0
