"""What the palette asks of the library, as functions that run in the library's own thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.widening import topics_called
from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.model.article import ArticleRow
from caregiver_app.model.search import ArticleQuery
from caregiver_app.support.i18n import current_language
from caregiver_app.support.word_starts import begin_like, words_of
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.questions import first_page
from caregiver_app.ui.palette.help_hits import HelpHit, find_help

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

MOST_PAGES = 6
MOST_PICKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the library holds for some words."""

    pages: tuple[ArticleRow, ...] = ()
    picks: tuple[Pick, ...] = ()
    help: tuple[HelpHit, ...] = ()


def find(library: Library, typed: str) -> Found:
    """Return pages with these words, what is named like them, and how much Help has for them."""
    wanted = words_of(typed)
    if not wanted:
        return Found()
    named = [pick for pick in _picks(library) if begin_like(wanted, pick.title)]
    speaks = current_language()
    query = ArticleQuery(
        text=typed.strip(), ranked=False, begun=True, muted=True, with_guides=True, with_links=True, language=speaks
    )
    pages = sorted(
        first_page(library, query, rows=2 * MOST_PAGES).rows,
        key=lambda row: row.language.partition("-")[0] not in ("", speaks),
    )
    return Found(
        pages=tuple(pages[:MOST_PAGES]),
        picks=tuple(dict.fromkeys((*named, *_topics_called(library, typed))))[:MOST_PICKS],
        help=find_help(library, typed),
    )


def _topics_called(library: Library, typed: str) -> list[Pick]:
    """Return topics that everyday words name, chosen or not: packs have texts on all of them."""
    topics = {topic.id: topic_title(topic.id, topic.title) for topic in library.topics.list()}
    return [Pick(topic=topic, title=topics[topic]) for topic in topics_called(typed, topics)]


def _picks(library: Library) -> list[Pick]:
    chosen = [topic for topic in library.topics.list() if topic.chosen]
    topics = [Pick(topic=topic.id, title=topic_title(topic.id, topic.title)) for topic in chosen]
    sources = [source for source in library.sources.list() if source.enabled or source.entries]
    return [
        *topics,
        *(Pick.of_source(source.id, source.title) for source in sources),
        *(Pick(collection=one.id, title=one.name) for one in library.collections.list()),
        *(Pick(search=one.id, query=one.query, title=one.name) for one in library.saved_searches.list()),
    ]
