"""sqlite-utils stands on sqlcipher3, and works inside the one write helper."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3

from caregiver_app.storage import tables
from caregiver_app.storage.driver import DriverError
from caregiver_app.storage.engine import Database
from tests.helpers.databases import open_pages, texts_of


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_pages(tmp_path / "pages.db")
    yield opened
    opened.close()


def test_sqlite_utils_has_no_other_driver() -> None:
    assert sys.modules["pysqlite3"] is sqlcipher3
    assert sys.modules["sqlite_utils.utils"].sqlite3 is sqlcipher3
    assert tables.Tables is sys.modules["sqlite_utils"].Database


def test_a_program_that_took_sqlite_utils_with_another_driver_does_not_start() -> None:
    """Its own transactions would look for the wrong errors, and half a write could stay."""
    code = "import sqlite_utils; import caregiver_app.storage.tables"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "sqlite-utils was imported before its driver" in done.stderr


def test_sqlite_utils_is_loaded_without_numpy_and_only_for_rows(tmp_path: Path) -> None:
    """It would load it wherever it is installed, and every start of a command would pay for that."""
    code = (
        "import sys\n"
        "from caregiver_app.library.store import open_library\n"
        "from caregiver_app.support.clock import SystemClock\n"
        "from pathlib import Path\n"
        "library = open_library(Path(sys.argv[1]), SystemClock())\n"
        "assert 'sqlite_utils' not in sys.modules\n"
        "import caregiver_app.storage.tables\n"
        "assert 'sqlite_utils' in sys.modules and 'numpy' not in sys.modules\n"
        "import numpy\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code, str(tmp_path / "library.db")], check=True)


def test_another_thread_may_load_numpy_while_sqlite_utils_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "pandas.py").write_text(  # what sqlite-utils asks for right before numpy
        "import sys, threading\n"
        "thread = threading.Thread(target=lambda: sys.came.append(__import__('numpy')))\n"
        "thread.start()\n"
        "thread.join()\n"
        "raise ImportError\n"
    )
    code = (
        "import sys\n"
        "sys.came = []\n"
        "sys.path.insert(0, sys.argv[1])\n"
        "import caregiver_app.storage.tables\n"
        "assert sys.came == [sys.modules['numpy']]\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code, str(tmp_path)], check=True, timeout=60)


def test_the_driver_brings_full_text_search_and_encryption(database: Database) -> None:
    assert database.value("PRAGMA cipher_version")
    assert database.value("SELECT sqlite_compileoption_used('ENABLE_FTS5')") == 1


def test_rows_are_inserted_and_looked_up(database: Database) -> None:
    with database.write("test") as writer:
        table = writer.tables.table("page")
        assert table.insert({"id": 7, "text": "tea"}).last_pk == 7
        table.insert_all([{"text": "cake"}, {"text": "milk"}])
        assert dict(table.get(7)) == {"id": 7, "text": "tea"}
    assert texts_of(database) == ["tea", "cake", "milk"]


def test_inserting_does_not_end_the_transaction_around_it(database: Database) -> None:
    """An insert that committed by itself would leave half a write behind."""

    def insert_and_stop() -> None:
        with database.write("test") as writer:
            writer.tables.table("page").insert({"text": "tea"})
            writer.tables.table("page").insert_all({"text": str(n)} for n in range(500))
            writer.tables.table("page").upsert({"id": 1, "text": "coffee"}, pk="id")
            writer.tables.table("page").delete(2)
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        insert_and_stop()
    assert texts_of(database) == []


def test_a_broken_rule_of_a_table_takes_everything_back(database: Database) -> None:

    def insert_and_break_a_rule() -> None:
        with database.write("test") as writer:
            writer.tables.table("page").insert({"text": "tea"})
            writer.tables.table("page").insert({"text": None})

    with pytest.raises(DriverError):
        insert_and_break_a_rule()
    assert texts_of(database) == []
