"""Lists in which what is to be checked again stands first: two lists, one after the other, each the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caregiver_app.library.article_filters import ArticleFilters
from caregiver_app.library.article_pages import ArticlePages, PageKey
from caregiver_app.library.search_hits import RANKED_AT_MOST, Hit, SearchHits
from caregiver_app.library.search_query import SearchQuery
from caregiver_app.model.article import ItemId, Sort
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis

_REST = PageKey(rest=True)
"""Where what is not due begins."""


class DueFirst:
    """Finds which items stand on a page. What is due is little beside the library: it is looked up, not walked to."""

    def __init__(self, filters: ArticleFilters, pages: ArticlePages, hits: SearchHits) -> None:
        self._filters = filters
        self._pages = pages
        self._hits = hits

    def ids(
        self, query: ArticleQuery, search: SearchQuery, *, now: Millis, after: PageKey | None, limit: int
    ) -> tuple[list[ItemId], PageKey | None]:
        """Return the items that follow `after`, and where the next page begins, None when this is the last."""
        found: list[ItemId] = []
        if after is None or not after.rest:
            due = self._filters.conditions(query, search, now=now, due=True)
            found, following = self._pages.ids(due, Sort.NEWEST, after=after, limit=limit)
            if following is not None:
                return found, following
            after = _REST
        rest = self._filters.conditions(query, search, now=now, due=False)
        begin = after if after.item_id else None
        if len(found) == limit:
            more, _end = self._pages.ids(rest, Sort.NEWEST, after=begin, limit=1)
            return found, _REST if more else None
        others, following = self._pages.ids(rest, Sort.NEWEST, after=begin, limit=limit - len(found))
        return [*found, *others], None if following is None else replace(following, rest=True)

    def hits(self, query: ArticleQuery, search: SearchQuery, *, now: Millis) -> Sequence[Hit]:
        """Return what was found by words, those first that are due; at most as many as are ranked."""
        conditions = (self._filters.conditions(query, search, now=now, due=due) for due in (True, False))
        found = [hit for each in conditions for hit in self._hits.newest(search, each, limit=RANKED_AT_MOST)]
        return found[:RANKED_AT_MOST]
