"""Articles about abuse and crisis: nobody can see later that they were read, in marks, lists or numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from caregiver_app.bootstrap.built_in import install_built_in
from caregiver_app.library.discreet import DISCREET_TOPICS
from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter, CollectionId, ItemId, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceId
from tests.helpers.clock import MONDAY
from tests.helpers.library import LATER, add_source, an_article, join, raw, store


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Two articles of a discreet source, the second carried by an ordinary one too, and two that are only there."""

    hidden: SourceId
    plain: SourceId
    discreet: list[ItemId]
    others: list[ItemId]
    shelf: CollectionId


@pytest.fixture(params=DISCREET_TOPICS)
def topic(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def filled(library: Library, topic: str) -> Filled:
    for position, name in enumerate((topic, "sleep")):
        library.topics.define(name, name, position, author="starter")
    hidden = library.sources.add(NewSource(url="https://a.example/", topics=(topic, "sleep")), at=MONDAY)
    plain = add_source(library, "plain")
    discreet = store(library, hidden, *(an_article(f"h{n}") for n in range(2)))
    others = store(library, plain, *(an_article(f"o{n}") for n in range(2)))
    join(library, plain, "joined", discreet[1])
    shelf = library.collections.make("Shelf", at=MONDAY)
    library.collections.add(shelf, [*discreet, *others], at=MONDAY)
    return Filled(hidden=hidden, plain=plain, discreet=discreet, others=others, shelf=shelf)


def read_marks(folder: Path) -> set[int]:
    """Return the items of which the file itself says that they were read."""
    with raw(folder) as connection:
        return {row[0] for row in connection.execute("SELECT item_id FROM mark WHERE read_at IS NOT NULL")}


def listed(library: Library, query: ArticleQuery) -> set[ItemId]:
    return {row.id for row in library.articles.page(query).rows}


def test_they_are_never_marked_as_read_by_any_way(library: Library, filled: Filled, tmp_path: Path) -> None:
    everything = [*filled.discreet, *filled.others]
    changed = library.marks.set(everything, MarkKind.READ, True, at=LATER)
    assert set(changed) == set(filled.others)
    library.marks.set(everything, MarkKind.READ, False, at=LATER)
    assert set(library.marks.mark_read_where(ArticleQuery(), at=LATER)) == set(filled.others)
    library.marks.put_back(MarkKind.READ, dict.fromkeys(everything, LATER))
    assert read_marks(tmp_path) == set(filled.others)


def test_what_was_read_before_its_source_was_about_that_is_forgotten(library: Library, tmp_path: Path) -> None:
    source = library.sources.add(NewSource(url="https://b.example/"), at=MONDAY)
    (item, other) = store(library, source, an_article("k"), an_article("o"))
    library.marks.set([item, other], MarkKind.READ, True, at=MONDAY)
    library.marks.set([item], MarkKind.STARRED, True, at=MONDAY)
    with raw(tmp_path) as connection:
        connection.execute("INSERT INTO topic (id, title, position, author) VALUES ('crisis', 'c', 1, 'starter')")
        connection.execute("INSERT INTO source_topic (source_id, topic_id) VALUES (?, 'crisis')", (source,))
    library.marks.forget_reading_of_discreet()
    assert read_marks(tmp_path) == set()
    assert library.marks.times([item], MarkKind.STARRED) == {item: MONDAY}, "what was saved by hand stays"
    assert library.search.is_sound()


def test_starter_content_forgets_what_was_read_of_them(library: Library, tmp_path: Path) -> None:
    address = "https://medlineplus.gov/elderabuse.html"
    library.sources.add(
        NewSource(url=address, uid="starter/page-us-medlineplus-elder-abuse", author="starter"), at=MONDAY
    )
    source = library.sources.by_url(address)
    assert source is not None
    (item,) = store(library, source.id, an_article("k"))
    library.marks.set([item], MarkKind.READ, True, at=MONDAY)
    install_built_in(library, at=LATER)
    assert read_marks(tmp_path) == set()
    assert library.articles.get(item).row.discreet


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(ArticleQuery(filter=ArticleFilter.NEW), id="the chip"),
        pytest.param(ArticleQuery(text="is:unread"), id="unread"),
        pytest.param(ArticleQuery(text="in:Shelf is:new"), id="on a shelf"),
        pytest.param(ArticleQuery(text="text is:new"), id="beside words"),
        pytest.param(ArticleQuery(text="-quince is:new"), id="without a word"),
    ],
)
def test_they_are_in_no_list_of_what_is_new(library: Library, filled: Filled, query: ArticleQuery) -> None:
    found = listed(library, query)
    assert found
    assert found <= set(filled.others)
    assert library.articles.count(query) == len(found)


def test_no_number_of_new_articles_counts_them(library: Library, filled: Filled, topic: str) -> None:
    new, others = ArticleFilter.NEW, len(filled.others)
    for query, wanted in (
        (ArticleQuery(filter=new), others),
        (ArticleQuery(filter=new, source_id=filled.hidden), 0),
        (ArticleQuery(filter=new, source_id=filled.plain), others),
        (ArticleQuery(filter=new, topic=topic), 0),
        (ArticleQuery(filter=new, topic="sleep"), 0),
        (ArticleQuery(filter=new, collection=filled.shelf), others),
    ):
        assert library.articles.count(query) == wanted, query
    assert library.search.is_sound()


def test_they_are_found_listed_and_saved_as_all_others(library: Library, filled: Filled, topic: str) -> None:
    assert listed(library, ArticleQuery(topic=topic)) == set(filled.discreet)
    assert listed(library, ArticleQuery(text="text")) == {*filled.discreet, *filled.others}
    library.marks.set(filled.discreet[:1], MarkKind.STARRED, True, at=LATER)
    assert listed(library, ArticleQuery(filter=ArticleFilter.SAVED)) == set(filled.discreet[:1])


def test_rows_say_what_they_are_and_count_as_read(library: Library, filled: Filled) -> None:
    rows = {row.id: row for row in library.articles.page(ArticleQuery()).rows}
    assert {item for item, row in rows.items() if row.discreet} == set(filled.discreet)
    assert {item for item, row in rows.items() if row.read} == set(filled.discreet)
