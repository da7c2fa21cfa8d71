"""What the window asks of the library, as functions that run in the library's own thread. They know nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.widening import Instead, widened
from caregiver_app.model.article import ArticleFilter, ArticleRow, ItemId
from caregiver_app.model.collection import Collection, SavedSearch
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.organisation import Topic
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import Source, SourceId
from caregiver_app.support.i18n import current_language

if TYPE_CHECKING:
    from caregiver_app.library.articles import Page, PageKey
    from caregiver_app.library.store import Library

FIRST_ROWS = 40
"""Rows that a list begins with: more than a screen shows. Each takes up to a millisecond to lay out."""
PAGE_ROWS = 80
COUNT_CAP = 1_000
NEW_CAP = 100
OWN_UID = "user/"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """The beginning of a list. `found` counts all rows of a search, `COUNT_CAP` meaning so many or more.

    `own` are the sources that the person added: rows say so, and would be laid out again if it came later. `instead` is
    set where no page holds the words and others are shown that may be meant.
    """

    query: ArticleQuery
    rows: tuple[ArticleRow, ...]
    next: PageKey | None
    found: int
    own: frozenset[SourceId]
    instead: Instead | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCounts:
    """Unread pages in what the list shows, and in the whole library."""

    here: int
    everywhere: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCount:
    """A topic and how many pages its sources brought."""

    topic: Topic
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchCount:
    """A saved search and how many pages it finds now."""

    search: SavedSearch
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the library stands: what can be picked, and what an empty list would mean."""

    sources: tuple[Source, ...]
    topics: tuple[TopicCount, ...]
    own: frozenset[SourceId]
    new: int
    pages: int
    collections: tuple[Collection, ...] = ()
    searches: tuple[SearchCount, ...] = ()
    guides: int = 0

    @property
    def begun(self) -> bool:
        """True once there is anything to read or to ask: a page, a source that is on, a topic that was chosen."""
        return bool(self.pages) or any(source.enabled for source in self.sources) or self.has_topic

    @property
    def has_topic(self) -> bool:
        """True once a topic was chosen."""
        return any(count.topic.chosen for count in self.topics)


def row_to_read(library: Library, item_id: ItemId) -> ArticleRow | None:
    """Return the row of a page that a way back may open, None where it or its source was removed.

    None also for a `discreet` one: that it was read is to leave no sign.
    """
    try:
        row = library.articles.get(item_id).row
    except UnknownItem:
        return None
    return None if row.discreet else row


def first_page(library: Library, query: ArticleQuery, *, rows: int = FIRST_ROWS) -> FirstPage:
    """Return the beginning of a list, counted when words were searched for.

    What no page holds as a whole word is looked for as the beginning of words: then `query` says so. Where that finds
    nothing either, other words for it are tried, then the topic that it names: that costs only who found nothing. Other
    words are tried, too, where all that was found is in a language that is not the reader's.
    """
    page = library.articles.page(query, limit=rows)
    if not page.rows and query.text.strip() and not query.begun:
        query = replace(query, begun=True)
        page = library.articles.page(query, limit=rows)
    instead = None
    if query.text.strip() and not _reads_some(page, query.language):
        query, page, instead = _wider(library, query, page, rows)
    found = library.articles.count(query, cap=COUNT_CAP) if query.text.strip() else 0
    if not page.rows and _asks_for_everything(query):
        page = replace(page, rows=_to_begin_with(library, query))
    own = library.sources.of_the_person()
    return FirstPage(query=query, rows=page.rows, next=page.next, found=found, own=own, instead=instead)


def _wider(library: Library, query: ArticleQuery, empty: Page, rows: int) -> tuple[ArticleQuery, Page, Instead | None]:
    """Return what may be meant by words that found nothing to read; what was given where that finds nothing either."""
    for wider, topic in widened(library, query):
        if topic and empty.rows:
            break  # what there is in another language holds the word itself
        page = library.articles.page(wider, limit=rows)
        if _reads_some(page, query.language):
            return wider, page, Instead(words=query.text.strip(), topic=topic)
    return query, empty, None


def _reads_some(page: Page, language: str) -> bool:
    """Return whether a page has a row in a language (ISO 639-1), or one that does not say in which it is."""
    return any(not language or row.language.partition("-")[0] in ("", language) for row in page.rows)


def _asks_for_everything(query: ArticleQuery) -> bool:
    plain = replace(query, ranked=True, begun=False, language="", with_guides=False, with_links=False)
    return plain == ArticleQuery(sort=query.sort)


def _to_begin_with(library: Library, query: ArticleQuery) -> tuple[ArticleRow, ...]:
    """Return the guides on the chosen topics: there is something to read before the first update.

    What to begin with is first, as their packs say it; those of which nobody near should know are the last.
    """
    if library.articles.count(ArticleQuery(), cap=1):
        return ()
    speaks = current_language()
    asked = [replace(query, guides=True, topic=topic, language=speaks) for topic in library.topics.chosen()]
    rows = {row.id: row for each in asked for row in library.articles.page(each).rows}
    return tuple(sorted(rows.values(), key=lambda row: row.discreet))


def further_page(library: Library, query: ArticleQuery, after: PageKey) -> Page:
    """Return the rows that follow."""
    return library.articles.page(query, after=after, limit=PAGE_ROWS)


def new_counts(library: Library, query: ArticleQuery) -> NewCounts:
    """Return how much is new in what `query` shows, and at all."""
    return NewCounts(here=count_new(library, query), everywhere=count_new(library, ArticleQuery()))


def count_new(library: Library, query: ArticleQuery) -> int:
    """Return how many pages of a list are unread, whatever words are searched for; `NEW_CAP` means so many or more."""
    return library.articles.count(replace(query, text="", filter=ArticleFilter.NEW), cap=NEW_CAP)


def standing(library: Library) -> Standing:
    """Return how the library stands."""
    sources = library.sources.list()
    pages = library.articles.in_topics(cap=COUNT_CAP)
    return Standing(
        sources=sources,
        topics=tuple(TopicCount(topic=topic, pages=pages.get(topic.id, 0)) for topic in library.topics.list()),
        own=frozenset(source.id for source in sources if source.uid.startswith(OWN_UID)),
        new=count_new(library, ArticleQuery()),
        pages=library.articles.count(ArticleQuery(), cap=1),
        collections=library.collections.list(),
        searches=_searches(library),
        guides=library.articles.count(ArticleQuery(guides=True, language=current_language())),
    )


def _searches(library: Library) -> tuple[SearchCount, ...]:
    return tuple(
        SearchCount(
            search=search,
            pages=library.articles.count(_of_saved(search), cap=COUNT_CAP),
        )
        for search in library.saved_searches.list()
    )


def _of_saved(search: SavedSearch) -> ArticleQuery:
    return ArticleQuery(text=search.query, muted=True, with_guides=True, with_links=True)
