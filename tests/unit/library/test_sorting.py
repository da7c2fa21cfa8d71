"""Each order of a list is kept by an index: pages together are the whole list once, and none is found by sorting it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from caregiver_app.library.article_filters import FEW
from caregiver_app.library.articles import PageKey
from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter, ArticleRow, MarkKind, Sort
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceKind
from tests.helpers.clock import MONDAY
from tests.helpers.library import DAY_MS, LATER, add_source, an_article, store
from tests.helpers.plans import plans_of

TITLES = ("Ärzte", "apple", "“Quoted” first", "Zebra", "10 things", "Apple", "éclair", "bath")


@pytest.fixture
def filled(library: Library) -> Library:
    source = add_source(library)
    ids = store(
        library,
        source,
        *(an_article(f"k{n}", title, "words to find", at=MONDAY - n % 4 * DAY_MS) for n, title in enumerate(TITLES)),
    )
    library.marks.set(ids[:3], MarkKind.READ, True, at=LATER)
    library.marks.set(ids[2:6], MarkKind.STARRED, True, at=LATER)
    return library


def all_pages(library: Library, query: ArticleQuery, *, limit: int) -> list[ArticleRow]:
    rows: list[ArticleRow] = []
    after: PageKey | None = None
    while True:
        page = library.articles.page(query, after=after, limit=limit)
        rows += page.rows
        after = page.next
        if after is None:
            return rows


def in_order(rows: Sequence[ArticleRow], sort: Sort) -> bool:
    by_title = ["10 things", "apple", "Apple", "Ärzte", "bath", "éclair", "“Quoted” first", "Zebra"]
    if sort is Sort.TITLE:
        return [row.title for row in rows] == [title for title in by_title if title in {row.title for row in rows}]
    way = 1 if sort is Sort.OLDEST else -1  # nothing is due here
    return list(rows) == sorted(rows, key=lambda row: (way * row.sort_at, way * row.id))


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("chip", list(ArticleFilter))
@pytest.mark.parametrize("text", ["", "is:unread", "source:news", "after:2026-11-01"])
@pytest.mark.parametrize("limit", [1, 3, 100])
def test_pages_in_any_order_are_the_whole_list_once(
    filled: Library, sort: Sort, chip: ArticleFilter, text: str, limit: int
) -> None:
    query = ArticleQuery(sort=sort, filter=chip, text=text)
    rows = all_pages(filled, query, limit=limit)
    assert len({row.id for row in rows}) == len(rows) == filled.articles.count(query)
    assert in_order(rows, sort)


@pytest.mark.parametrize("sort", [Sort.OLDEST, Sort.TITLE])
@pytest.mark.parametrize("limit", [1, 3, 100])
def test_what_was_found_by_words_stands_in_the_order_asked_for(filled: Library, sort: Sort, limit: int) -> None:
    rows = all_pages(filled, ArticleQuery(text="words", ranked=False, sort=sort), limit=limit)
    assert sorted(row.title for row in rows) == sorted(TITLES)
    assert in_order(rows, sort) or sort is Sort.OLDEST
    assert [row.id for row in rows] == sorted(row.id for row in rows) or sort is Sort.TITLE


CHIPS = [ArticleQuery(filter=chip) for chip in (ArticleFilter.ALL, ArticleFilter.NEW)]


@pytest.mark.parametrize("query", [*CHIPS, ArticleQuery(text="is:unread")], ids=["all", "new", "unread"])
@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("first", [True, False], ids=["first", "following"])
def test_no_large_list_is_sorted_or_walked_through(
    library: Library, tmp_path: Path, query: ArticleQuery, sort: Sort, first: bool
) -> None:
    """What a large library has many of is walked in the order of an index, which ends with the page."""
    after = None if first else PageKey(sort_at=MONDAY, item_id=3, title="b")
    for plan in plans_of(tmp_path, query, sort=sort, after=after, few=False):
        assert "TEMP B-TREE" not in plan
        index = "title_order_by_key" if sort is Sort.TITLE else ("new_item_by_time" if query != CHIPS[0] else "")
        assert (index or "article_by_time") in plan


@pytest.mark.parametrize("sort", list(Sort))
def test_what_is_few_is_looked_up_and_then_sorted(library: Library, tmp_path: Path, sort: Sort) -> None:
    for plan in plans_of(tmp_path, ArticleQuery(filter=ArticleFilter.SAVED), sort=sort, few=True):
        assert "mark_starred" in plan
        assert "SCAN a" not in plan


def test_a_condition_that_many_fulfil_walks_in_order(library: Library) -> None:
    alerts = library.sources.add(NewSource(url="https://a.example/", kind=SourceKind.ALERTS), at=MONDAY)
    news = add_source(library)
    store(library, alerts, *(an_article(f"a{n}", at=MONDAY - n) for n in range(FEW + 1)), index=False)
    store(library, news, an_article("b", "Newest", at=MONDAY + 1), index=False)
    for text in ("kind:alerts", f"source:{alerts}", "-source:news"):
        page = library.articles.page(ArticleQuery(text=text), limit=3)
        assert [row.title for row in page.rows] == ["a0", "a1", "a2"]
        following = library.articles.page(ArticleQuery(text=text), after=page.next, limit=2)
        assert [row.title for row in following.rows] == ["a3", "a4"]
