"""The index follows the stored texts in small steps, whatever happens to a text before its turn comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.library.search import BATCH, SearchIndex
from caregiver_app.library.search_hits import RANKED_AT_MOST
from caregiver_app.library.store import Library
from caregiver_app.model.search import ArticleQuery
from tests.helpers.library import a_library, add_source, an_article, change, index_all, raw, store
from tests.helpers.steps import steps_of


def ids_with(library: Library, word: str) -> list[int]:
    return sorted(row.id for row in library.articles.page(ArticleQuery(text=word), limit=1_000).rows)


def delete(library: Library, *items: int) -> None:
    with library.write("test.delete") as writer:
        for item in items:
            writer.execute("DELETE FROM item WHERE id = :id", {"id": item})


def words_in(folder: Path) -> list[str]:
    """Return every word that the index still holds, as FTS5's own vocabulary table tells."""
    with raw(folder) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, search_index, row)")
        return [row[0] for row in connection.execute("SELECT term FROM words ORDER BY term")]


def test_texts_wait_until_their_turn_and_are_found_then(library: Library) -> None:
    (item,) = store(library, add_source(library), an_article("a", "A", "evergreen"), index=False)
    assert (library.search.pending(), ids_with(library, "evergreen")) == (1, [])
    assert library.search.catch_up() is False
    assert (library.search.pending(), ids_with(library, "evergreen")) == (0, [item])


def test_catching_up_goes_in_steps(library: Library) -> None:
    store(library, add_source(library), *(an_article(f"a{n}") for n in range(BATCH + 5)), index=False)
    assert library.search.catch_up() is True
    assert library.search.pending() == 5
    assert library.search.catch_up() is False
    assert library.search.catch_up() is False
    assert library.search.is_sound()
    assert len(ids_with(library, "text")) == RANKED_AT_MOST


def test_what_a_new_text_costs_does_not_grow_with_the_library(library: Library, tmp_path: Path) -> None:
    """Each new text once made SQLite read all that were there: a large library slowed with every update."""
    source = add_source(library)

    def cost_of_another(key: str) -> int:
        store(library, source, an_article(key), index=False)
        return steps_of(tmp_path, lambda database: SearchIndex(database).catch_up())

    store(library, source, *(an_article(f"few {n}") for n in range(20)))
    among_few = cost_of_another("one")
    store(library, source, *(an_article(f"many {n}") for n in range(500)))
    assert cost_of_another("other") < 2 * among_few


def test_each_step_may_be_of_any_size(library: Library) -> None:
    store(library, add_source(library), *(an_article(f"a{n}") for n in range(7)), index=False)
    steps = 1
    while library.search.catch_up(at_most=2):
        steps += 1
    assert steps == 4
    assert library.search.is_sound()


def test_a_text_changed_before_its_turn_is_found_by_its_last_words(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("a", "A", "first"), index=False)
    change(library, source, "a", "A", "second")
    change(library, source, "a", "A", "third")
    index_all(library)
    assert [ids_with(library, word) for word in ("first", "second", "third")] == [[], [], [item]]
    assert library.search.is_sound()


def test_a_text_changed_twice_after_its_turn_leaves_no_word_behind(library: Library, tmp_path: Path) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("a", "Title", "first"))
    change(library, source, "a", "Title", "second")
    change(library, source, "a", "Other", "third")
    index_all(library)
    assert ids_with(library, "third") == [item]
    assert words_in(tmp_path) == ["other", "third"]
    assert library.search.is_sound()


def test_a_text_changed_back_before_its_turn_is_found_as_before(library: Library) -> None:
    source = add_source(library)
    (item,) = store(library, source, an_article("a", "A", "first"))
    change(library, source, "a", "A", "second")
    change(library, source, "a", "A", "first")
    index_all(library)
    assert (ids_with(library, "first"), ids_with(library, "second")) == ([item], [])
    assert library.search.is_sound()


def test_changed_markup_alone_gives_the_index_no_work(library: Library) -> None:
    source = add_source(library)
    store(library, source, an_article("a", "A", "words"))
    change(library, source, "a", "A", "words", revise=False)
    assert library.search.pending() == 0


def test_a_deleted_text_leaves_no_word_behind(library: Library, tmp_path: Path) -> None:
    source = add_source(library)
    one, _ = store(library, source, an_article("a", "One", "first"), an_article("b", "Two", "second"))
    delete(library, one)
    index_all(library)
    assert words_in(tmp_path) == ["second", "two"]
    assert library.search.is_sound()


def test_a_text_deleted_before_its_turn_is_forgotten(library: Library, tmp_path: Path) -> None:
    (item,) = store(library, add_source(library), an_article("a", "One", "first"), index=False)
    delete(library, item)
    index_all(library)
    assert words_in(tmp_path) == []
    assert library.search.is_sound()


@pytest.mark.parametrize("indexed_before", [True, False])
@pytest.mark.parametrize("indexed_between", [True, False])
def test_an_id_that_is_given_again_finds_only_the_new_text(
    library: Library, tmp_path: Path, indexed_before: bool, indexed_between: bool
) -> None:
    source = add_source(library)
    (old,) = store(library, source, an_article("a", "Old", "first"), index=indexed_before)
    delete(library, old)
    if indexed_between:
        index_all(library)
    (new,) = store(library, source, an_article("b", "New", "second"))
    assert new == old
    assert words_in(tmp_path) == ["new", "second"]
    assert library.search.is_sound()


def test_rebuilding_gives_the_same_index(library: Library, tmp_path: Path) -> None:
    source = add_source(library)
    store(library, source, *(an_article(f"a{n}", f"Title {n}", f"words {n}") for n in range(50)))
    change(library, source, "a7", "Other", "entirely")
    before = words_in(tmp_path)
    library.search.rebuild()
    assert library.search.pending() == 0
    assert library.search.is_sound()
    assert set(words_in(tmp_path)) - set(before) == {"entir", "other"}
    change(library, source, "a8", "Other", "after")
    index_all(library)
    assert len(ids_with(library, "after")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "a\0b",
        "\ue000",
        "\U0010ffff \U0001f600",
        "x" * 50_000,
        "e\u0301" * 500,
        '"quoted" -not* (near)',
        "\r\n",
    ],
)
def test_odd_texts_go_in_and_out_of_the_index(library: Library, text: str) -> None:
    source = add_source(library)
    store(library, source, an_article("a", "Odd", text or "x"))
    change(library, source, "a", "Odd", text)
    index_all(library)
    assert library.search.is_sound()
    change(library, source, "a", "Plain", "words")
    index_all(library)
    assert library.search.is_sound()
    assert len(ids_with(library, "plain")) == 1


def test_a_second_connection_may_search_while_the_index_catches_up(library: Library, tmp_path: Path) -> None:
    store(library, add_source(library), *(an_article(f"a{n}", "Falls") for n in range(20)), index=False)
    other = a_library(tmp_path)
    counts = []
    while library.search.catch_up(at_most=5):
        counts.append(other.articles.count(ArticleQuery(text="falls")))
    other.close()
    assert counts == [5, 10, 15]
