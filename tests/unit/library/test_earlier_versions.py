"""A library of any earlier version of the tables is migrated, and its stores say of every row what was in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.model.article import ItemId
from caregiver_app.model.card import Channel
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import SourceState
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.snapshots import list_snapshots
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.first_version import ARTICLES, first_version, rows_of_first_version
from tests.helpers.library import a_library, raw
from tests.helpers.retention import whole_content

EARLIER = range(1, LIBRARY_SCHEMA.version)

WORKED_OUT_NOW = {("article", "grade")}
"""What the first version stored, and later ones work out when somebody reads."""

COUNTED_NO_MORE = "new_count"
"""A table of versions between, of nothing but sums."""


def earlier_version(path: Path, version: int) -> None:
    """Make a file of the first version, and bring it to another earlier one as the program of that time did."""
    first_version(path)
    open_database(path, schema=LIBRARY_SCHEMA.up_to(version), clock=StillClock()).close()
    for copy in list_snapshots(path):
        copy.unlink()


def columns_of(folder: Path) -> dict[str, list[str]]:
    with raw(folder) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: [
                row[1]
                for row in connection.execute(f"PRAGMA table_info({name})")
                if (name, row[1]) not in WORKED_OUT_NOW
            ]
            for name in names
            if not name.startswith(("search_", "sqlite_", COUNTED_NO_MORE))
        }


def rows_in(folder: Path, columns: dict[str, list[str]]) -> dict[str, list[tuple[object, ...]]]:
    with raw(folder) as connection:
        return {
            table: sorted(map(tuple, connection.execute(f"SELECT {', '.join(names)} FROM {table}")), key=repr)  # noqa: S608 the file's own names
            for table, names in columns.items()
        }


def test_the_file_is_really_of_the_first_version(tmp_path: Path) -> None:
    first_version(tmp_path / "library.db")
    with raw(tmp_path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'tidied'").fetchone() is None
    filled = whole_content(tmp_path)
    empty = {name for name, rows in filled.items() if not rows}
    assert empty == {"organisation_site", "host_pause", "origin", "link"}


@pytest.mark.parametrize("version", EARLIER)
def test_every_column_of_every_row_is_as_it_was(tmp_path: Path, version: int) -> None:
    earlier_version(tmp_path / "library.db", version)
    columns = columns_of(tmp_path)
    before = rows_in(tmp_path, columns)
    a_library(tmp_path).close()
    assert rows_in(tmp_path, columns) == before


@pytest.mark.parametrize("version", EARLIER)
def test_the_stores_say_what_the_file_held(tmp_path: Path, version: int) -> None:
    earlier_version(tmp_path / "library.db", version)
    library = a_library(tmp_path)
    assert rows_of_first_version(library) == ARTICLES
    (source,) = library.sources.list()
    assert (source.title, source.state, source.organisation) == ("My own name", SourceState.FINE, "Health")
    assert library.topics.chosen() == ("sleep",)
    assert library.choices.get("country", "") == "GB"
    assert library.known_entries.tombstones(source.id) == {"g:gone"}
    assert [line.at for line in library.ledger.list()] == [MONDAY]
    assert [month.requests for month in library.ledger.months()] == [3]
    assert library.articles.count(ArticleQuery(text="number")) == len(ARTICLES)
    assert [check for check in library.health.check() if not check.ok] == []
    library.close()


@pytest.mark.parametrize("version", EARLIER)
def test_a_copy_of_the_earlier_version_is_kept(tmp_path: Path, version: int) -> None:
    earlier_version(tmp_path / "library.db", version)
    before = whole_content(tmp_path)
    a_library(tmp_path).close()
    (copy,) = list_snapshots(tmp_path / "library.db")
    (tmp_path / "copy").mkdir()
    copy.rename(tmp_path / "copy" / "library.db")
    assert whole_content(tmp_path / "copy") == before
    with raw(tmp_path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (LIBRARY_SCHEMA.version,)


def test_what_was_shared_before_sheets_were_logged_stands_there_still(tmp_path: Path) -> None:
    earlier_version(tmp_path / "library.db", 8)
    with raw(tmp_path) as connection:
        connection.execute(
            "INSERT INTO share (id, item_id, channel, day, version) VALUES (7, 3, 'flyer', '2026-11-20', 1)"
        )
        connection.execute(
            "INSERT INTO share (id, organisation_id, channel, day, version) VALUES (9, 1, 'text', '2026-11-19', 0)"
        )
    library = a_library(tmp_path)
    assert [(one.id, one.form, one.day.isoformat(), one.subject.reference) for one in library.shares.list()] == [
        (7, Channel.FLYER, "2026-11-20", "article:3"),
        (9, Channel.TEXT, "2026-11-19", "org:1"),
    ]
    assert library.shares.last_day(ItemId(3)) == date(2026, 11, 20)
    library.close()
