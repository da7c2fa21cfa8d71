"""docs/formats/library.md says of the library what is true."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import pytest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.bootstrap.ways_in import ByPassphrase
from caregiver_app.library.schema import APPLICATION_ID, LIBRARY_SCHEMA
from caregiver_app.library.store import Library
from caregiver_app.model.article import MarkKind
from caregiver_app.storage.snapshots import KEPT_DAILY, KEPT_OF_ANOTHER_REASON, KEPT_WEEKLY, ROOM_BYTES
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import a_library, add_source, an_article, raw, store
from tests.helpers.protected_library import turn
from tests.helpers.vaults import PASSPHRASE, locked_care

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "formats" / "library.md").read_text(encoding="utf-8")
TABLES = dict(re.findall(r"^### `(\w+)`\n\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
AUTHORS = re.findall(r"^\| (\w+) \| \w", PAGE.partition("| author | means |")[2].partition("##")[0], re.MULTILINE)


def columns_in_page(table: str) -> list[tuple[str, str]]:
    return re.findall(r"^\| `(\w+)` \| ?(\w*) ?\|", TABLES[table], re.MULTILINE)


def test_the_page_names_exactly_the_tables_that_there_are(library: Library, tmp_path: Path) -> None:
    with raw(tmp_path) as connection:
        kinds = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')"
        names = {row[0] for row in connection.execute(kinds)} - {"sqlite_schema"}
    assert set(TABLES) == names


@pytest.mark.parametrize("table", sorted(TABLES))
def test_each_tables_columns_are_told_in_their_order_with_their_types(
    library: Library, tmp_path: Path, table: str
) -> None:
    with raw(tmp_path) as connection:
        columns = [(row[1], row[2]) for row in connection.execute(f"PRAGMA table_info({table})")]
    assert columns_in_page(table) == columns


@pytest.mark.parametrize("table", sorted(TABLES))
def test_each_table_says_who_writes_it(table: str) -> None:
    said = re.match(r"Author: ([^.]+)\.", TABLES[table])
    assert said is not None
    assert any(author in said.group(1) for author in AUTHORS)


def test_words_that_a_column_may_hold_are_told(library: Library, tmp_path: Path) -> None:
    with raw(tmp_path) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql LIKE '% IN (''%'").fetchall()
    for table, sql in rows:
        for words in re.findall(r"\bIN \(('[^)]+)\)", sql):
            for word in re.findall(r"'([^']+)'", words):
                assert f"`{word}`" in TABLES[table], (table, word)


def test_the_marks_of_the_file_are_told() -> None:
    assert f"`0x{APPLICATION_ID:X}`" in PAGE
    assert f"the version of the tables: **{LIBRARY_SCHEMA.version}**" in PAGE


def test_how_many_snapshots_are_kept_is_told() -> None:
    assert (KEPT_DAILY, KEPT_WEEKLY, KEPT_OF_ANOTHER_REASON, ROOM_BYTES) == (7, 4, 2, 2_000_000_000)
    assert "seven `daily` ones, four `weekly` ones, two of each other reason" in PAGE
    assert "at most 2 GB, or a tenth of the free space where that is less" in PAGE


def test_the_files_of_the_folder_are_told(tmp_path: Path) -> None:
    paths = Paths(data_dir=tmp_path)
    for path in (paths.library, paths.lock, paths.settings):
        assert f"`{path.name}`" in PAGE


def test_the_checks_of_the_doctor_are_told(library: Library, tmp_path: Path) -> None:
    always = PAGE.partition("## What always holds")[2].partition("\n## ")[0]
    inside, beside, of_protection, of_notes = (
        re.findall(r"^\| `([a-z-]+)` \|", part, re.MULTILINE) for part in re.split("\nAnd (?:beside|where)", always)
    )
    assert inside == [check.name for check in library.health.check()]
    services = build_services(Paths(data_dir=tmp_path), clock=StillClock())
    assert beside == [check.name for check in services.doctor() if check.name not in inside]
    locked_care(tmp_path)
    asked = services.doctor(way=ByPassphrase(passphrase=PASSPHRASE))
    assert [*beside, *of_notes] == [check.name for check in asked if check.name not in inside]
    library.close()
    services.care.unlock(PASSPHRASE)
    turn(services, on=True)
    asked = services.doctor(way=ByPassphrase(passphrase=PASSPHRASE))
    assert [*beside, *of_protection, *of_notes] == [check.name for check in asked if check.name not in inside]
    services.close()


def test_the_example_is_true_for_any_sqlite(tmp_path: Path) -> None:
    """A stranger's SQLite reads a library that is at rest, as the page promises."""
    library = a_library(tmp_path)
    source = add_source(library)
    starred, _ = store(
        library, source, an_article("a", "Falls at night", link="https://news.example/falls"), an_article("b")
    )
    library.marks.set([starred], MarkKind.STARRED, True, at=MONDAY)
    library.close()
    (query,) = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    (answer,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    stranger = sqlite3.connect(f"{(tmp_path / 'library.db').as_uri()}?mode=ro", uri=True)
    stranger.row_factory = sqlite3.Row
    rows = [dict(row) for row in stranger.execute(query)]
    stranger.close()
    assert rows == json.loads(answer)
