"""Lists: newest first, in pages that hold still while others come, narrowed by what is asked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from caregiver_app.library.articles import PageKey
from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter, ArticleRow, ItemId, MarkKind
from caregiver_app.model.organisation import Organisation
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, SourceKind
from caregiver_app.model.time import from_datetime
from tests.helpers.clock import MONDAY
from tests.helpers.library import DAY_MS, LATER, add_source, an_article, change, index_all, join, store
from tests.helpers.organisations import put_organisation


def pages(library: Library, query: ArticleQuery, *, limit: int) -> list[list[ArticleRow]]:
    """Return all pages of a list."""
    found: list[list[ArticleRow]] = []
    after: PageKey | None = None
    while True:
        page = library.articles.page(query, after=after, limit=limit)
        found.append(list(page.rows))
        if page.next is None:
            return found
        after = page.next


def titles(library: Library, query: ArticleQuery) -> list[str]:
    return [row.title for row in library.articles.page(query, limit=1_000).rows]


@pytest.mark.parametrize("limit", [1, 3, 7, 10, 11])
def test_pages_together_are_the_whole_list_once(library: Library, limit: int) -> None:
    source = add_source(library)
    store(library, source, *(an_article(f"a{n}", at=MONDAY - (n // 3) * DAY_MS) for n in range(10)))
    found = pages(library, ArticleQuery(), limit=limit)
    flat = [row for page in found for row in page]
    assert len({row.id for row in flat}) == len(flat) == 10
    assert flat == sorted(flat, key=lambda row: (-row.sort_at, -row.id))
    assert all(len(page) == limit for page in found[:-1])


def test_a_page_is_the_same_whatever_arrives_in_between(library: Library) -> None:
    source = add_source(library)
    store(library, source, *(an_article(f"a{n}", at=MONDAY - n * DAY_MS) for n in range(6)))
    first = library.articles.page(ArticleQuery(), limit=3)
    before = library.articles.page(ArticleQuery(), after=first.next, limit=3)
    store(library, source, an_article("newer", at=MONDAY + DAY_MS), an_article("at the top of the list", at=MONDAY))
    assert library.articles.page(ArticleQuery(), after=first.next, limit=3) == before


def test_articles_of_one_moment_are_split_between_pages_without_loss(library: Library) -> None:
    store(library, add_source(library), *(an_article(f"a{n}") for n in range(5)))
    assert [len(page) for page in pages(library, ArticleQuery(), limit=2)] == [2, 2, 1]


def test_a_full_last_page_says_that_it_is_the_last(library: Library) -> None:
    store(library, add_source(library), *(an_article(f"a{n}") for n in range(4)))
    assert [len(page) for page in pages(library, ArticleQuery(), limit=2)] == [2, 2]


def test_an_empty_library_has_one_empty_page(library: Library) -> None:
    assert library.articles.page(ArticleQuery()).rows == ()
    assert library.articles.page(ArticleQuery()).next is None
    assert library.articles.count(ArticleQuery()) == 0


def test_a_list_is_narrowed_to_a_source_and_to_a_topic(library: Library) -> None:
    library.topics.define("falls", "Falls", 1, author="starter")
    first = library.sources.add(NewSource(url="https://a.example/", topics=("falls",)), at=MONDAY)
    second = add_source(library, "second")
    (shared, _) = store(library, first, an_article("shared"), an_article("only first"))
    store(library, second, an_article("only second"))
    join(library, second, "key", shared)
    assert set(titles(library, ArticleQuery(source_id=second))) == {"shared", "only second"}
    assert set(titles(library, ArticleQuery(source_id=first))) == {"shared", "only first"}
    assert set(titles(library, ArticleQuery(topic="falls"))) == {"shared", "only first"}
    assert titles(library, ArticleQuery(topic="none")) == []
    assert titles(library, ArticleQuery(topic="falls", source_id=second)) == ["shared"]
    assert library.articles.count(ArticleQuery(topic="falls")) == 2


def test_counting_stops_at_the_cap(library: Library) -> None:
    store(library, add_source(library), *(an_article(f"a{n}", "Falls") for n in range(7)))
    for query in (ArticleQuery(), ArticleQuery(text="falls"), ArticleQuery(text="is:unread")):
        assert library.articles.count(query) == 7
        assert library.articles.count(query, cap=5) == 5


def test_rows_are_fetched_again_by_id_in_the_order_asked(library: Library) -> None:
    ids = store(library, add_source(library), *(an_article(f"a{n}") for n in range(3)))
    wanted = [ids[2], ItemId(99), ids[0]]
    assert [row.id for row in library.articles.rows_of(wanted)] == [ids[2], ids[0]]
    assert library.articles.rows_of([]) == ()
    for source in library.sources.list():
        library.sources.remove(source.id, at=MONDAY)
    assert library.articles.rows_of(wanted) == (), "what cannot be opened is nobody's to be led to"


@pytest.fixture
def varied(library: Library) -> Library:
    """Articles that differ in all that filters ask about."""
    library.topics.define("falls", "Falling down", 1, author="starter")
    put_organisation(library, Organisation(uid="org/t", name="The Harbour Trust"), author="starter")
    trust = library.sources.add(
        NewSource(
            url="https://trust.example/",
            uid="starter/trust",
            title="Trust news",
            author="starter",
            organisation_uid="org/t",
            language="en-GB",
            topics=("falls",),
        ),
        at=MONDAY,
    )
    alerts = library.sources.add(
        NewSource(url="https://alerts.example/", title="100% alerts_now", kind=SourceKind.ALERTS, language="es"),
        at=MONDAY,
    )
    old = from_datetime(datetime(2025, 3, 14, 12, tzinfo=UTC))
    read, starred, *_ = store(
        library,
        trust,
        an_article("read", at=old),
        an_article("starred", at=MONDAY),
        an_article("plain", at=MONDAY - 1),
        an_article("changed", at=MONDAY - 2),
    )
    (archived, _) = store(library, alerts, an_article("archived"), an_article("alert"))
    library.marks.set([read], MarkKind.READ, True, at=LATER)
    library.marks.set([starred], MarkKind.STARRED, True, at=LATER)
    library.marks.set([archived], MarkKind.ARCHIVED, True, at=LATER)
    change(library, trust, "changed", "changed", "new words", at=LATER)
    index_all(library)
    return library


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("is:read", {"read"}),
        ("-is:unread", {"read"}),
        ("is:unread", {"starred", "plain", "changed", "alert"}),
        ("is:starred", {"starred"}),
        ("is:changed", {"changed"}),
        ("is:archived", {"archived"}),
        ("IS:Starred", {"starred"}),
        ("-is:starred is:unread", {"plain", "changed", "alert"}),
        ("is:nonsense", set()),
        ("source:trust", {"read", "starred", "plain", "changed"}),
        ("source:starter/trust", {"read", "starred", "plain", "changed"}),
        ('source:"trust news"', {"read", "starred", "plain", "changed"}),
        ("source:100%", {"alert"}),
        ("source:s_n", {"alert"}),
        ("source:0%a", set()),
        ("-source:trust", {"alert"}),
        ("topic:falls", {"read", "starred", "plain", "changed"}),
        ('topic:"falling down"', {"read", "starred", "plain", "changed"}),
        ("-topic:falls", {"alert"}),
        ("org:harbour", {"read", "starred", "plain", "changed"}),
        ("-org:harbour", {"alert"}),
        ("lang:en", {"read", "starred", "plain", "changed"}),
        ("lang:en-GB", {"read", "starred", "plain", "changed"}),
        ("lang:es", {"alert"}),
        ("lang:e", {"read", "starred", "plain", "changed", "alert"}),
        ("kind:alerts", {"alert"}),
        ("kind:article", {"read", "starred", "plain", "changed", "alert"}),
        ("before:2026", {"read"}),
        ("after:2026", {"starred", "plain", "changed", "alert"}),
        ("after:2025-03-14 before:2025-03-15", {"read"}),
        ("after:2025-03-15 before:2026", set()),
        ("before:2025-03-14", set()),
        ("before:2025-04", {"read"}),
        ("before:yesterday", {"read"}),
        ("after:today", {"starred", "plain", "changed", "alert"}),
        ("after:noon", set()),
        ("-after:2026", {"read"}),
        ("is:unread source:trust -is:changed", {"starred", "plain"}),
        ("starred", {"starred"}),
        ("starred is:read", set()),
        ("text -starred is:unread", {"plain", "alert"}),
        ("-plain is:unread", {"starred", "changed", "alert"}),
    ],
)
def test_typed_filters_narrow(varied: Library, typed: str, found: set[str]) -> None:
    query = ArticleQuery(text=typed)
    assert set(titles(varied, query)) == found
    assert varied.articles.count(query) == len(found)


def test_chips_and_typed_filters_narrow_together(varied: Library) -> None:
    assert titles(varied, ArticleQuery(text="source:trust", filter=ArticleFilter.SAVED)) == ["starred"]
    assert titles(varied, ArticleQuery(text="is:read", filter=ArticleFilter.NEW)) == []


def test_an_article_knows_its_organisation_its_source_and_its_language(varied: Library) -> None:
    (row,) = varied.articles.page(ArticleQuery(text="is:starred")).rows
    assert (row.organisation, row.source_title, row.language) == ("The Harbour Trust", "Trust news", "en-GB")
    assert row.snippet == "text of starred"


def test_dates_in_the_far_past_and_future_are_listed_too(library: Library) -> None:
    """Publishers write any year; a clock may stand in any year."""
    years = (1601, 1969, 2026, 9999)
    articles = [an_article(str(year), at=from_datetime(datetime(year, 1, 2, tzinfo=UTC))) for year in years]
    store(library, add_source(library), *articles)
    assert titles(library, ArticleQuery()) == ["9999", "2026", "1969", "1601"]
    assert [len(page) for page in pages(library, ArticleQuery(), limit=3)] == [3, 1]
    assert titles(library, ArticleQuery(text="before:1970")) == ["1969", "1601"]


def test_reading_levels_are_of_the_language_of_the_article(library: Library) -> None:
    words = "You can ask for help and you can rest. " * 10
    english, finnish = (
        library.sources.add(NewSource(url=f"https://{language}.example/feed", language=language), at=MONDAY)
        for language in ("en", "fi")
    )
    (known,) = store(library, english, an_article("a", text=words))
    (unknown,) = store(library, finnish, an_article("b", text=words))
    level = library.articles.get(known).grade
    assert level is not None
    assert 0 <= level <= 8
    assert library.articles.get(unknown).grade is None
