"""A list may begin with what is to be checked again; and every list tells what changed since it was passed on."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_app.library.article_pages import PageKey
from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter, ItemId, MarkKind, Sort
from caregiver_app.model.card import Channel
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import SourceId
from tests.helpers.appraisals import (
    HARBOUR_HOST,
    TODAY,
    add_organisation,
    appraising,
    article,
    draft,
    organisation,
    say,
    source_of,
)
from tests.helpers.clock import MONDAY
from tests.helpers.library import DAY_MS, add_source, an_article, change, index_all, store

YESTERDAY = date(2026, 11, 22)


@pytest.fixture
def filled(library: Library) -> Library:
    """Eight pages, the newest first; the fourth and the seventh are to be checked again, the second is checked."""
    ids = store(
        library,
        add_source(library),
        *(
            an_article(f"p{n}", f"Page {n}", "some words", link=f"https://example.net/{n}", at=MONDAY - n * DAY_MS)
            for n in range(8)
        ),
    )
    for number in (3, 6):
        say(library, article(ids[number]), check_by=YESTERDAY)
    appraising().appraise(library, draft(article(ids[1])))
    index_all(library)
    return library


def titles(library: Library, limit: int, **asked: object) -> list[str]:
    """Return the titles of all pages of a list."""
    query = ArticleQuery(sort=Sort.DUE, **asked)  # type: ignore[arg-type]  # names and values of a test's own choosing
    found: list[str] = []
    after: PageKey | None = None
    while True:
        page = library.articles.page(query, after=after, limit=limit)
        assert page.rows or not found
        found += [row.title for row in page.rows]
        after = page.next
        if after is None:
            assert library.articles.count(query) == len(found)
            return found


@pytest.mark.parametrize("limit", [1, 2, 3, 8, 50])
def test_what_is_due_stands_first_on_pages_of_any_length(filled: Library, limit: int) -> None:
    rest = [f"Page {n}" for n in range(8) if n not in (3, 6)]
    assert titles(filled, limit) == ["Page 3", "Page 6", *rest]
    found = titles(filled, limit, text="words", ranked=False)
    assert (set(found[:2]), set(found[2:])) == ({"Page 3", "Page 6"}, set(rest))
    assert titles(filled, limit, text="is:vetted") == ["Page 1"]


def test_it_is_narrowed_as_every_list_is(filled: Library) -> None:
    rows = {row.title: row.id for row in filled.articles.page(ArticleQuery()).rows}
    filled.marks.set([rows["Page 3"], rows["Page 5"]], MarkKind.STARRED, True, at=MONDAY)
    assert titles(filled, 1, filter=ArticleFilter.SAVED) == ["Page 3", "Page 5"]
    assert titles(filled, 1, text="-is:starred")[:2] == ["Page 6", "Page 0"]


def test_pages_of_an_organisation_that_is_due_stand_first_where_they_lie_on_its_site(library: Library) -> None:
    number = add_organisation(library)
    source = source_of(library)
    store(
        library,
        source,
        an_article("new", link="https://elsewhere.example.net/new", at=MONDAY),
        an_article("old", link=f"https://{HARBOUR_HOST}/old", at=MONDAY - DAY_MS),
    )
    assert titles(library, 1) == ["new", "old"]
    say(library, organisation(number), check_by=YESTERDAY)
    assert titles(library, 1) == ["old", "new"]


def changed_rows(library: Library) -> set[ItemId]:
    return {row.id for row in library.articles.page(ArticleQuery()).rows if row.changed_since_shared}


def alter(library: Library, source: SourceId, key: str, words: str) -> None:
    change(library, source, key, key, words)


def test_a_row_tells_that_its_page_changed_since_it_or_its_link_was_passed_on(library: Library) -> None:
    source = add_source(library)
    plain, linked, never = store(
        library, source, *(an_article(key, link=f"https://example.net/{key}") for key in ("plain", "linked", "never"))
    )
    link = appraising().appraise(library, draft(article(linked))).subject
    for item_id in (plain, ItemId(link.id)):
        library.shares.add([item_id], [], Channel.TEXT, day=TODAY)
    assert changed_rows(library) == set()
    for key in ("plain", "linked", "never"):
        alter(library, source, key, "Other words.")
    assert changed_rows(library) == {plain, linked}
    assert library.shares.changed_since() == {plain, ItemId(link.id)}
    assert library.shares.changed_since([never]) == frozenset()
    library.shares.add([plain], [], Channel.HTML, day=TODAY)
    assert changed_rows(library) == {linked}
