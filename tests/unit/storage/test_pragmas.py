"""Every connection is set up the same way, and a sort too large for its memory leaves no plain file behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from caregiver_app.storage.driver import connect
from caregiver_app.storage.engine import Database
from tests.helpers.databases import open_pages


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_pages(tmp_path / "pages.db")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 1),  # NORMAL
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),  # memory
        ("cache_size", -16000),
        ("journal_size_limit", 16000000),
        ("wal_autocheckpoint", 8000),
        ("busy_timeout", 10000),
    ],
)
def test_each_connection_is_set_up(database: Database, name: str, value: object) -> None:
    assert database.value(f"PRAGMA {name}") == value


def test_the_set_up_holds_for_a_second_opening(database: Database) -> None:
    again = open_pages(database.path)
    found = [again.value(f"PRAGMA {name}") for name in ("journal_mode", "foreign_keys", "temp_store")]
    again.close()
    assert found == ["wal", 1, 2]


BIG_TEMPORARY_TABLE = """
    CREATE TEMP TABLE big AS
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
    SELECT i, hex(randomblob(500)) AS text FROM n
"""


def spilled_files() -> list[str]:
    """Return SQLite's temporary files that this process has open (their names are gone at once, so /proc tells)."""
    names: list[str] = []
    for link in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):
            names.append(str(link.readlink()))
    return [name for name in names if "etilqs" in name]


def test_temporary_tables_stay_in_memory(database: Database) -> None:
    """SQLite puts them into plain files of the system's temporary folder unless told otherwise."""
    with database.write("test.temporary") as writer:
        writer.execute(BIG_TEMPORARY_TABLE)
    assert database.value("SELECT count(*) FROM big") == 30_000
    assert spilled_files() == []


def test_the_look_for_temporary_files_sees_them_where_they_are(tmp_path: Path) -> None:
    connection = connect(str(tmp_path / "spills.db"), isolation_level=None)
    connection.execute("PRAGMA temp_store = 1")
    connection.execute(BIG_TEMPORARY_TABLE)
    seen = spilled_files()
    connection.close()
    assert seen
