"""A process may end at any place of a write: what it told is done is there, all else is there whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from caregiver_app.model.article import MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.storage.engine import Database
from caregiver_app.storage.restoring import put_back
from caregiver_app.storage.snapshots import check_file, list_snapshots, take_snapshot
from caregiver_app.support.settings import SettingsFile
from tests.faults.scenarios import BATCH, BATCHES, services_of
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.databases import FIRST, SECOND, THIRD, add_pages, open_pages, texts_of, version_of
from tests.helpers.faults import EVERY, crash_everywhere, run_scenario
from tests.helpers.library import a_library

OLD = ["tea", "cake"]


@pytest.fixture
def template(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@EVERY
def test_filling_a_library(template: Path, every: bool) -> None:
    def check(folder: Path, told: Sequence[str]) -> None:
        library = a_library(folder)
        assert [each for each in library.health.check() if not each.ok] == []
        rows = library.articles.page(ArticleQuery(), limit=1_000).rows
        stored, starred, changed = (
            sum(line.startswith(word) for line in told) for word in ("stored", "starred", "changed")
        )
        assert len(rows) % BATCH == 0
        assert len(rows) in (stored * BATCH, (stored + 1) * BATCH)
        assert sum(row.starred for row in rows) in (starred * 3, (starred + 1) * 3)
        assert sum(row.changed for row in rows) in (changed, changed + 1)
        for batch in range(stored):
            assert library.articles.count(ArticleQuery(text=f"words{batch}")) in (BATCH, BATCH - 1)
        library.close()

    ended = crash_everywhere("fill", template, check, every=every)
    assert ended > BATCHES * 2


@EVERY
def test_a_migration_leaves_the_old_version_or_the_new_one(template: Path, every: bool) -> None:
    database = open_pages(template / "pages.db")
    add_pages(database, *OLD)
    database.close()

    def check(folder: Path, told: Sequence[str]) -> None:
        path = folder / "pages.db"
        version = version_of(path)
        assert version in ((1, 3) if not told else (3,))
        migrations = (FIRST,) if version == 1 else (FIRST, SECOND, THIRD)
        left = open_pages(path, *migrations)
        fresh = open_pages(folder / "fresh.db", *migrations)
        assert objects_of(left) == objects_of(fresh)
        assert texts_of(left, "page" if version == 1 else "sheet") == OLD
        left.close()
        raised = open_pages(path, FIRST, SECOND, THIRD)
        assert texts_of(raised, "sheet") == OLD
        raised.close()
        copies = list_snapshots(path)
        assert copies != ()
        for copy in copies:
            check_file(copy)

    assert crash_everywhere("migrate", template, check, every=every) > 5


def objects_of(database: Database) -> list[tuple[str, str]]:
    """Return the definitions of all that a database holds."""
    return [(row["name"], row["sql"]) for row in database.rows("SELECT name, sql FROM sqlite_schema ORDER BY name")]


@EVERY
def test_a_daily_snapshot(template: Path, every: bool) -> None:
    database = open_pages(template / "pages.db")
    add_pages(database, *OLD)
    database.close()

    def check(folder: Path, told: Sequence[str]) -> None:
        path = folder / "pages.db"
        copies = list_snapshots(path)
        assert len(copies) <= 1
        assert len(copies) == 1 or "snapshot" not in told
        for copy in copies:
            check_file(copy)
        database = open_pages(path)
        assert texts_of(database)[:2] == OLD
        assert len(texts_of(database)) == 3 or "stored" not in told
        database.close()

    assert crash_everywhere("snapshot", template, check, every=every) > 4


@EVERY
def test_putting_a_snapshot_back(template: Path, every: bool) -> None:
    """At every moment there is a database to open, and it is never an empty one."""
    path = template / "pages.db"
    database = open_pages(path)
    add_pages(database, *OLD, *("x" * 900 for _ in range(40)))
    take_snapshot(database, at=MONDAY, reason="daily")
    database.close()
    data = bytearray(path.read_bytes())
    data[4096 * 2 :] = b"\xa5" * (len(data) - 4096 * 2)
    path.write_bytes(data)
    path.with_name("pages.db-wal").write_bytes(b"what belongs to the damaged one")

    def check(folder: Path, told: Sequence[str]) -> None:
        path = folder / "pages.db"
        damaged = bytes(data)
        asides = list(folder.glob("pages-damaged-*.db"))
        assert damaged in [each.read_bytes() for each in (path, *asides) if each.exists()]
        left = open_pages(path)
        untouched = path.read_bytes() == damaged
        left.close()
        assert not (untouched and told)
        if untouched:
            put_back(list_snapshots(path)[0], path, at=MONDAY)
        restored = open_pages(path)
        assert texts_of(restored)[:2] == OLD
        restored.close()
        check_file(path)

    assert crash_everywhere("restore", template, check, every=every) > 4


@EVERY
def test_writing_settings(template: Path, every: bool) -> None:
    def check(folder: Path, told: Sequence[str]) -> None:
        theme = SettingsFile(folder / "settings.json").load().theme
        following = {"": ("follow", "light"), "light": ("light", "dark"), "dark": ("dark",)}
        assert theme in following[told[-1] if told else ""]

    assert crash_everywhere("settings", template, check, every=every) > 3


@EVERY
def test_a_first_start(template: Path, every: bool) -> None:
    def check(folder: Path, told: Sequence[str]) -> None:
        services = services_of(folder)
        library = services.open_library()
        assert [each for each in library.health.check() if not each.ok] == []
        assert len(library.topics.list()) >= 1
        assert library.sources.list() != ()
        chosen = [line.removeprefix("chosen ") for line in told if line.startswith("chosen ")]
        assert set(chosen) <= set(library.topics.chosen())
        library.close()
        services.close()

    assert crash_everywhere("first_start", template, check, every=every) > 5


def test_marks_told_as_set_are_set_with_their_times(template: Path) -> None:
    """The scenario's own account is true: without a crash all that it told is there."""
    ran = run_scenario("fill", template)
    assert ran.code == 0
    library = a_library(template, StillClock())
    rows = library.articles.page(ArticleQuery(), limit=1_000).rows
    times = library.marks.times([row.id for row in rows if row.starred], MarkKind.STARRED)
    assert list(times.values()) == [MONDAY] * 3 * BATCHES
    library.close()
