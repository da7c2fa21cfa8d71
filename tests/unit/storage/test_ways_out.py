"""No statement on an encrypted database writes what it holds elsewhere in plain, or brings in what acts by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.storage.driver import DriverError
from caregiver_app.storage.engine import Database
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.opening import open_database
from tests.helpers.clock import StillClock
from tests.helpers.databases import FIRST, add_pages, folder_state, schema_of, texts_of


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    key = FileKey(bytes(range(32)))
    opened = open_database(tmp_path / "pages.db", schema=schema_of(FIRST), clock=StillClock(), key=key)
    add_pages(opened, "kestrelmark")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH '{elsewhere}' AS plain KEY ''",
        "ATTACH ':memory:' AS plain KEY ''",
        "DETACH main",
        "VACUUM INTO '{elsewhere}'",
        "SELECT sqlcipher_export('main')",
        "SELECT SQLCipher_Export('main')",
        "SELECT load_extension('{elsewhere}')",
        "SELECT fts3_tokenizer('simple')",
        "PRAGMA temp_store = 1",
        "PRAGMA temp_store_directory = '{elsewhere}'",
        "PRAGMA cipher_log = '{elsewhere}'",
        "PRAGMA rekey = ''",
        "PRAGMA key = ''",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA trusted_schema = ON",
        "PRAGMA writable_schema = ON",
        "PRAGMA foreign_keys = OFF",
    ],
)
def test_what_could_lead_outside_is_denied(database: Database, tmp_path: Path, statement: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    before = set(folder_state(tmp_path))
    with pytest.raises(DriverError, match=r"not authorized|authorization denied|prohibited"):
        database.rows(statement.format(elsewhere=elsewhere))
    assert set(folder_state(tmp_path)) == before
    assert texts_of(database) == ["kestrelmark"]


def test_what_we_ask_ourselves_is_allowed(database: Database) -> None:
    assert database.value("PRAGMA integrity_check") == "ok"
    assert database.value("PRAGMA user_version") == 1
    assert database.value("SELECT upper('a')") == "A"
    database.settle()
