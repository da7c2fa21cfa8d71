"""What the palette asks of the library, as functions that run in the library's own thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.model.article import ArticleRow
from caregiver_app.model.search import ArticleQuery
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.questions import first_page
from caregiver_app.ui.palette.help_hits import HelpHit, find_help
from caregiver_app.ui.word_starts import begin_like, words_of

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
    query = ArticleQuery(text=typed.strip(), ranked=False, begun=True, muted=True, with_guides=True, with_links=True)
    return Found(
        pages=first_page(library, query, rows=MOST_PAGES).rows,
        picks=tuple(named[:MOST_PICKS]),
        help=find_help(library, typed),
    )


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
