"""Damage inside an index costs nothing: the rows are read from their tables, and a new library is made of them."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from caregiver_app.model.article import MarkKind
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.search import ArticleQuery
from caregiver_app.storage.driver import connect
from caregiver_app.storage.rebuilding import rebuild
from tests.helpers.backups import fill, services_over
from tests.helpers.clock import MONDAY
from tests.helpers.databases import FIRST, SECOND, add_pages, folder_state, open_pages, schema_of, texts_of
from tests.helpers.library import a_library, an_article, index_all, raw, store
from tests.helpers.retention import whole_content

PAGE = 4096


def root_of(folder: Path, name: str) -> int:
    """Return the page on which a table or an index begins, counted from 1."""
    with raw(folder) as connection:
        return int(connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0])


def overwrite(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"\xa5" * PAGE)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    fill(tmp_path, articles=200)
    library = a_library(tmp_path)
    ids = [row.id for row in library.articles.page(ArticleQuery(), limit=50).rows]
    library.marks.set(ids, MarkKind.STARRED, True, at=MONDAY)
    index_all(library)
    library.close()
    return tmp_path


INDEXES = ("article_by_source", "article_by_time", "item_by_address", "article_entry_by_item", "mark_starred")


@pytest.mark.parametrize("index", [*INDEXES, "search_index_data"])
def test_a_damaged_index_is_mended_and_nothing_is_lost(filled: Path, index: str) -> None:
    before = whole_content(filled)
    overwrite(filled / "library.db", root_of(filled, index))
    services = services_over(filled)
    assert not all(check.ok for check in services.doctor(repair=False))
    damaged = (filled / "library.db").read_bytes()
    aside = services.rescue_library()
    assert aside.read_bytes() == damaged
    assert whole_content(filled) == before
    assert [check.name for check in services.doctor() if not check.ok] == []
    library = a_library(filled)
    assert library.articles.count(ArticleQuery(text="words")) == 200
    library.close()


@pytest.mark.parametrize("table", ["item_text", "article_html", "mark", "item"])
def test_damage_in_a_table_is_said_and_nothing_is_replaced(filled: Path, table: str) -> None:
    overwrite(filled / "library.db", root_of(filled, table))
    before = folder_state(filled)
    services = services_over(filled)
    with pytest.raises(StorageError) as caught:
        services.rescue_library()
    assert caught.value.kind is StorageTrouble.CORRUPT
    assert {name: data for name, data in folder_state(filled).items() if name != "library.db-shm"} == before


def test_what_lies_beside_the_file_yet_is_rescued_too(filled: Path) -> None:
    """The last moments of a program that was killed are in the file beside it."""
    library = a_library(filled)
    (source,) = [source.id for source in library.sources.list()]
    store(library, source, an_article("last moment"))
    state = {name: (filled / name).read_bytes() for name in ("library.db", "library.db-wal")}
    library.close()
    for name, data in state.items():
        (filled / name).write_bytes(data)
    services_over(filled).rescue_library()
    library = a_library(filled)
    assert library.articles.count(ArticleQuery(text='"last moment"')) == 1
    library.close()


def test_a_sound_library_is_rescued_unchanged(filled: Path) -> None:
    before = whole_content(filled)
    services_over(filled).rescue_library()
    assert whole_content(filled) == before


def test_rows_that_no_schema_of_ours_allows_are_not_taken(tmp_path: Path) -> None:
    pages = open_pages(tmp_path / "pages.db", FIRST)
    add_pages(pages, "tea", "cake")
    pages.close()
    connection = connect(str(tmp_path / "pages.db"), isolation_level=None)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'text TEXT', 'text BLOB')")
    connection.close()
    with pytest.raises(StorageError) as caught:
        rebuild(tmp_path / "pages.db", tmp_path / "new.db", schema_of(FIRST))
    assert caught.value.kind is StorageTrouble.CORRUPT


def test_an_earlier_version_is_made_anew_as_that_version(tmp_path: Path) -> None:
    pages = open_pages(tmp_path / "pages.db", FIRST)
    add_pages(pages, "tea", "cake")
    pages.close()
    assert rebuild(tmp_path / "pages.db", tmp_path / "new.db", schema_of(FIRST, SECOND)) == 1
    new = open_pages(tmp_path / "new.db", FIRST, SECOND)
    assert texts_of(new) == ["tea", "cake"]
    new.close()


def test_rows_can_be_changed_and_left_out_on_their_way(tmp_path: Path) -> None:
    pages = open_pages(tmp_path / "pages.db", FIRST)
    add_pages(pages, "tea", "cake")
    pages.close()
    stop = threading.Event()
    rebuild(
        tmp_path / "pages.db",
        tmp_path / "new.db",
        schema_of(FIRST),
        change=lambda _table, values: None if values["text"] == "tea" else {**values, "text": "pie"},
        cancel=stop,
    )
    new = open_pages(tmp_path / "new.db", FIRST)
    assert texts_of(new) == ["pie"]
    new.close()
