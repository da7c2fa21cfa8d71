"""The tables keep their types, their references and their triggers."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.library.store import Library, open_library
from caregiver_app.model.search import ArticleQuery
from caregiver_app.storage.driver import DriverError
from tests.helpers.clock import StillClock
from tests.helpers.library import LATER, a_library, add_source, an_article, begin_library, raw, store


def test_every_new_library_is_the_same(tmp_path: Path) -> None:
    """Byte for byte, in a file that nobody else may read: so a copy of one will do for other tests."""
    made, copied = tmp_path / "made" / "library.db", tmp_path / "copied" / "library.db"
    open_library(made, StillClock(LATER)).close()
    begin_library(copied.parent)
    assert made.read_bytes() == copied.read_bytes()
    assert made.stat().st_mode == copied.stat().st_mode
    assert made.parent.stat().st_mode == copied.parent.stat().st_mode


def test_every_table_of_our_own_is_strict(library: Library, tmp_path: Path) -> None:
    with raw(tmp_path) as connection:
        rows = connection.execute("PRAGMA main.table_list").fetchall()
    loose = {name for _, name, kind, _, _, strict in rows if kind == "table" and not strict}
    assert loose == {"sqlite_schema"}
    assert {name for _, name, kind, *_ in rows if kind == "virtual"} == {"search_index", "search_words"}


def test_what_can_be_searched_has_ids_that_vacuum_keeps(library: Library, tmp_path: Path) -> None:
    """The index knows texts by rowid, which only an INTEGER PRIMARY KEY holds still."""
    with raw(tmp_path) as connection:
        for table in ("item", "item_text", "search_pending"):
            keys = [row for row in connection.execute(f"PRAGMA table_info({table})") if row[5]]
            assert [(row[1] in {"id", "item_id"}, row[2], row[5]) for row in keys] == [(True, "INTEGER", 1)]


def test_a_new_library_finds_what_is_put_into_it(library: Library) -> None:
    """The triggers that feed the index are alive after the last migration."""
    store(library, add_source(library), an_article("a", "Falls at night", "Keep a light on."))
    assert len(library.articles.page(ArticleQuery(text="light")).rows) == 1


def test_the_index_is_still_right_after_the_file_was_compacted(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    source = add_source(library)
    store(library, source, *(an_article(f"a{n}", f"Title {n}", f"word{n}") for n in range(20)))
    library.close()
    with raw(tmp_path) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM item WHERE id % 2 = 0")
        connection.execute("VACUUM")
    again = a_library(tmp_path)
    assert all(check.ok for check in again.health.check() if check.name != "articles-with-source")
    assert [row.title for row in again.articles.page(ArticleQuery(text="word7 OR word8")).rows] == ["Title 8"]
    assert [row.title for row in again.articles.page(ArticleQuery(text="word6")).rows] == ["Title 6"]
    again.close()


@pytest.mark.parametrize(
    "statement",
    [
        (
            "INSERT INTO article (item_id, source_id, first_seen_at, sort_at, author, summary, words, text_hash) "
            "VALUES (99, 99, 0, 0, '', '', 0, '')"
        ),
        "INSERT INTO item (kind, uid, title, language, created_at) VALUES ('rumour', 'u', 't', '', 0)",
        "INSERT INTO item (kind, uid, title, language, created_at) VALUES ('article', 'u', 't', '', 'yesterday')",
        "INSERT INTO choice (name, value) VALUES ('a', 'not json')",
        "INSERT INTO mark (item_id, read_at) VALUES (99, 0)",
        "UPDATE source_state SET state = 'asleep'",
        "UPDATE source SET kind = 'gossip'",
    ],
)
def test_what_breaks_a_rule_of_the_tables_is_refused(library: Library, statement: str) -> None:
    add_source(library)
    with pytest.raises(DriverError), library.write("test") as writer:
        writer.execute(statement)
