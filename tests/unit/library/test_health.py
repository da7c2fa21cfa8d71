"""Each check can fail, and says so without raising; what can be made anew is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.library.health import Check
from caregiver_app.library.store import Library
from caregiver_app.model.search import ArticleQuery
from tests.helpers.library import a_library, add_source, an_article, raw, store


@pytest.fixture
def filled(library: Library) -> Library:
    source = add_source(library)
    store(library, source, *(an_article(f"k{n}", f"Title {n}", f"some words {n}") for n in range(400)))
    return library


def failing(library: Library, *, repair: bool = False) -> list[str]:
    return [check.name for check in library.health.check(repair=repair) if not check.ok]


def damage(folder: Path, *statements: str) -> None:
    with raw(folder) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_library_passes_every_check(filled: Library) -> None:
    checks = filled.health.check()
    assert [check.name for check in checks] == [
        "library-pages",
        "library-schema",
        "library-references",
        "articles-whole",
        "articles-with-source",
        "sources-with-state",
        "items-whole",
        "revisions-whole",
        "search-index",
    ]
    assert all(check.ok and not check.repaired and not check.detail for check in checks)


def test_an_empty_library_passes_every_check(library: Library) -> None:
    assert failing(library) == []


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        ("articles-whole", "DELETE FROM article_html WHERE item_id = 1"),
        ("articles-with-source", "DELETE FROM article_entry WHERE item_id IN (1, 2)"),
        ("sources-with-state", "DELETE FROM source_state"),
        ("items-whole", "DELETE FROM article WHERE item_id = 1"),
        ("library-references", "UPDATE article SET source_id = 77 WHERE item_id = 1"),
        ("library-schema", "DROP INDEX article_by_time"),
        ("library-schema", "CREATE TRIGGER planted AFTER INSERT ON item BEGIN SELECT 1; END"),
    ],
)
def test_each_check_fails_when_what_it_asks_is_broken(
    filled: Library, tmp_path: Path, name: str, statement: str
) -> None:
    damage(tmp_path, statement)
    assert failing(filled) == [name]


def test_an_answer_counts_and_holds_no_content(filled: Library, tmp_path: Path) -> None:
    damage(tmp_path, "DELETE FROM article_entry WHERE item_id IN (1, 2)")
    assert Check(name="articles-with-source", ok=False, detail="2") in filled.health.check()


def test_a_table_that_is_gone_is_an_answer(filled: Library, tmp_path: Path) -> None:
    damage(tmp_path, "DROP TABLE revision")
    answers = {check.name: (check.ok, check.detail) for check in filled.health.check()}
    assert answers["library-schema"] == (False, "1")
    assert answers["revisions-whole"] == (False, "corrupt")


INDEX_DAMAGES = [
    "DELETE FROM search_index_data WHERE id = 10",
    "DELETE FROM search_index_data WHERE id = 1",
    "DELETE FROM search_index_data",
    "UPDATE search_index_data SET block = randomblob(50)",
    # asks SQLite for more memory than there is
    (
        "UPDATE search_index_data SET block = x'380b01925c24d12a9d05daa1c127b43b252a27d1fa433cd79388fc469196"
        "9d7a644be0a657fb58e1c42f0ce4336f5d88a8e8'"
    ),
    "DELETE FROM search_index_config",
    "UPDATE search_index_config SET v = 99",
    "DELETE FROM search_index_docsize",
    "DROP TABLE search_index_data",
    "DROP TABLE search_index_config",
    "DROP TABLE search_index",
    (
        "INSERT INTO search_index (search_index, rowid, title, text) "
        "SELECT 'delete', item_id, title, text FROM item_text LIMIT 1"
    ),
    "INSERT INTO search_index (rowid, title, text) VALUES (9999, 'never', 'stored')",
    "UPDATE search_index_docsize SET sz = x'0101' WHERE id = 3",
]


@pytest.mark.parametrize("statement", INDEX_DAMAGES)
def test_a_tampered_index_is_noticed_and_made_anew(filled: Library, tmp_path: Path, statement: str) -> None:
    filled.close()
    damage(tmp_path, statement)
    library = a_library(tmp_path)
    assert "search-index" in failing(library)
    mended = library.health.check(repair=True)
    assert [check.name for check in mended if check.repaired] == ["search-index"]
    assert failing(library) == []
    assert all(check.ok for check in mended)
    assert len(library.articles.page(ArticleQuery(text="words"), limit=500).rows) == 400
    library.close()


def test_an_index_that_missed_a_change_is_noticed(filled: Library, tmp_path: Path) -> None:
    damage(tmp_path, "DROP TRIGGER item_text_updated", "UPDATE item_text SET text = 'unheard' WHERE item_id = 7")
    assert set(failing(filled)) == {"library-schema", "search-index"}
    filled.health.check(repair=True)
    assert failing(filled) == []
    assert [row.id for row in filled.articles.page(ArticleQuery(text="unheard")).rows] == [7]


@pytest.mark.parametrize("statement", ["DROP TRIGGER item_text_inserted", "DROP TABLE search_pending"])
def test_mending_brings_back_what_keeps_the_index_in_step(filled: Library, tmp_path: Path, statement: str) -> None:
    damage(tmp_path, statement)
    assert set(failing(filled)) == {"library-schema", "search-index"}
    filled.health.check(repair=True)
    assert failing(filled) == []
    store(filled, add_source(filled, "second"), an_article("new", "Evergreen"))
    assert len(filled.articles.page(ArticleQuery(text="evergreen")).rows) == 1


def test_a_sync_mends_a_damaged_index_by_itself(filled: Library, tmp_path: Path) -> None:
    """What can be made anew from the rest must not stop what cannot."""
    damage(tmp_path, "DELETE FROM search_index_data")
    store(filled, add_source(filled, "second"), an_article("new", "Evergreen"))
    assert failing(filled) == []
    assert len(filled.articles.page(ArticleQuery(text="evergreen")).rows) == 1


def test_without_repair_nothing_is_mended(filled: Library, tmp_path: Path) -> None:
    damage(tmp_path, "DELETE FROM search_index_data")
    assert "search-index" in failing(filled)
    assert "search-index" in failing(filled)


def test_a_damaged_page_is_an_answer_and_not_an_error(filled: Library, tmp_path: Path) -> None:
    filled.close()
    path = tmp_path / "library.db"
    with raw(tmp_path) as connection:
        root = int(connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item_text'").fetchone()[0])
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    library = a_library(tmp_path)
    answers = {check.name: check for check in library.health.check(repair=True)}
    assert not answers["library-pages"].ok
    assert not answers["search-index"].ok
    assert not answers["articles-whole"].ok
    library.close()
