"""Articles as lists, the search box and the reader ask for them. Reading only; nothing here writes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo

from caregiver_app.library.alerts import Alerts
from caregiver_app.library.article_conditions import Conditions
from caregiver_app.library.article_counts import ArticleCounts
from caregiver_app.library.article_filters import ArticleFilters
from caregiver_app.library.article_pages import ArticlePages, Page, PageKey
from caregiver_app.library.article_rows import FROM_ARTICLES, SELECT_ROW, article_row
from caregiver_app.library.due_first import DueFirst
from caregiver_app.library.guides import Guides
from caregiver_app.library.offline_copies import OfflineCopies
from caregiver_app.library.revisions import Revisions
from caregiver_app.library.row_trust import RowTrust
from caregiver_app.library.search_hits import MAX_ID, RANKED_AT_MOST, Hit, SearchHits
from caregiver_app.library.search_query import SearchQuery, read_query
from caregiver_app.library.shares import Shares
from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.library.trust_facts import Judge
from caregiver_app.library.web_links import WebLinks
from caregiver_app.model.article import Article, ArticleRow, ItemId, Sort, Trust
from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Clock, Millis
from caregiver_app.storage.engine import Database

__all__ = ["Articles", "Page", "PageKey"]


class Articles:
    """The articles of the library."""

    def __init__(
        self, database: Database, clock: Clock, *, zone: tzinfo | None = None, judge: Judge | None = None
    ) -> None:
        """`zone` is where the person's days begin, None for this computer's; `judge` says what may be trusted."""
        self._database = database
        self._alerts = Alerts(database)
        self._clock = clock
        self.row_trust = RowTrust(database, judge, zone=zone)
        self._filters = ArticleFilters(database, self.row_trust, zone=zone)
        self._hits = SearchHits(database)
        self._guides = Guides(database, self.row_trust, self._hits)
        self._links = WebLinks(database, self.row_trust, self._hits)
        self._pages = ArticlePages(database)
        self._shares = Shares(database)
        self._due_first = DueFirst(self._filters, self._pages, self._hits)
        self._counts = ArticleCounts(database)
        self._revisions = Revisions(database)
        self._copies = OfflineCopies(database)

    def page(self, query: ArticleQuery, *, after: PageKey | None = None, limit: int = 50) -> Page:
        """Return the rows that follow `after`: in the order asked for, best first when words are searched and ranked.

        A list that asks for guides of packs, too, begins with them; a list of nothing else is one page. One that asks
        for links ends with them.

        Raises:
            StorageError: the library cannot be read.
            Cancelled: interrupted on request.
        """
        search = read_query(query.text, as_prefix=query.begun or not query.ranked)
        if not _asks_something(query, search):
            return Page(rows=(), next=None)
        now = self._clock.now()
        if after is not None and not after.guides:
            return self._after_guides((), query, search, now, after=after, limit=limit)
        guides = self._guides.before_articles(query, search, now=now)
        if query.guides:
            return Page(rows=guides, next=None)
        begin = 0 if after is None else after.offset
        end = begin + limit
        if len(guides) < end:
            return self._after_guides(guides[begin:], query, search, now, after=None, limit=limit)
        goes_on = len(guides) > end or self._after_guides((), query, search, now, after=None, limit=1).rows
        return Page(rows=guides[begin:end], next=PageKey(offset=end, guides=True) if goes_on else None)

    def _after_guides(
        self,
        rows: tuple[ArticleRow, ...],
        query: ArticleQuery,
        search: SearchQuery,
        now: Millis,
        *,
        after: PageKey | None,
        limit: int,
    ) -> Page:
        """Return a page that `rows` begin, with the articles and links that follow; there is room for one at least."""
        if after is None or not after.links:
            page = self._page_of_articles(query, search, now, after=after, limit=limit - len(rows))
            rows = (*rows, *page.rows)
            if page.next is not None:
                return replace(page, rows=rows)
        links = self._links.after_articles(query, search, now=now)
        begin = after.offset if after is not None and after.links else 0
        end = begin + limit - len(rows)
        following = PageKey(offset=end, links=True) if len(links) > end else None
        return Page(rows=(*rows, *self._links.rows(links[begin:end], search, now=now)), next=following)

    def _page_of_articles(
        self, query: ArticleQuery, search: SearchQuery, now: Millis, *, after: PageKey | None, limit: int
    ) -> Page:
        conditions = self._filters.conditions(query, search, now=now)
        if search.wanted:
            hits, following = self._page_of_hits(search, conditions, query, after or PageKey(), limit)
            return Page(rows=self._rows_with_snippets(search, hits, now), next=following)
        if query.sort is Sort.DUE:
            ids, following = self._due_first.ids(query, search, now=now, after=after, limit=limit)
        else:
            ids, following = self._pages.ids(conditions, query.sort, after=after, limit=limit)
        return Page(rows=self._rows(ids, now), next=following)

    def count(self, query: ArticleQuery, *, cap: int = 1_000) -> int:
        """Return how many rows a list has, `cap` when it has that many or more."""
        search = read_query(query.text, as_prefix=query.begun or not query.ranked)
        if not _asks_something(query, search):
            return 0
        now = self._clock.now()
        asks_for_guides = bool(query.guides or search.wanted)
        guides = self._guides.count(query, search, now=now) if asks_for_guides else 0
        if query.guides:
            return min(cap, guides)
        conditions = self._filters.conditions(query, search, now=now)
        if search.wanted:
            found = guides + len(self._hits.newest(search, conditions, limit=cap))
        else:
            found = self._pages.count(conditions, cap=cap)
        return cap if found >= cap else min(cap, found + len(self._links.after_articles(query, search, now=now)))

    def in_topics(self, *, cap: int = 1_000) -> Mapping[str, int]:
        """Return for each topic how many rows its list has, `cap` when it has that many or more."""
        return self._counts.in_topics(cap=cap)

    def rows_of(self, ids: Sequence[ItemId]) -> tuple[ArticleRow, ...]:
        """Return the rows of these items in the same order; those that are not there, or hidden, are left out."""
        now = self._clock.now()
        rows = {row.id: row for row in self._rows(ids, now)}
        others = [item_id for item_id in ids if item_id not in rows]
        if others:
            rows |= {row.id: row for row in self._guides.rows_of(others, now=now)}
            rows |= {row.id: row for row in self._links.rows_of(others, now=now)}
        return tuple(rows[item_id] for item_id in ids if item_id in rows)

    def _rows(self, ids: Sequence[ItemId], now: Millis) -> tuple[ArticleRow, ...]:
        found = self._database.rows(
            f"{SELECT_ROW} {FROM_ARTICLES} WHERE a.hidden = 0 AND a.item_id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps(list(ids))},
        )
        words = self.row_trust.words([ItemId(row["id"]) for row in found], now=now)
        changed = self._shares.changed_since([ItemId(row["id"]) for row in found])
        rows = {
            row["id"]: replace(
                article_row(row, words.get(row["id"], Trust.NOT_CHECKED)), changed_since_shared=row["id"] in changed
            )
            for row in found
        }
        return tuple(rows[item_id] for item_id in ids if item_id in rows)

    def get(self, item_id: ItemId) -> Article:
        """Return a whole article, or a guide of a pack, with its earlier texts; of a link what is known of its page.

        Raises:
            UnknownItem: there is none with this id.
        """
        from caregiver_app.support.reading import grade

        row = self._database.one(
            f"""
            {SELECT_ROW}, t.text, coalesce(oc.html, h.html) AS html, a.author, a.first_seen_at,
                a.changed_at, s.homepage, oc.item_id IS NOT NULL AS full_text
            {FROM_ARTICLES} JOIN item_text AS t ON t.item_id = i.id JOIN article_html AS h ON h.item_id = i.id
            LEFT JOIN offline_copy AS oc ON oc.item_id = i.id AND oc.shown = 1
            WHERE a.item_id = :id AND a.hidden = 0
            """,
            {"id": item_id},
        )
        if row is None:
            now = self._clock.now()
            other = self._guides.get(item_id, now=now) or self._links.get(item_id, now=now)
            if other is None:
                raise UnknownItem(str(item_id))
            return other
        trust = self.row_trust.words([item_id], now=self._clock.now()).get(item_id, Trust.NOT_CHECKED)
        return Article(
            row=article_row(row, trust),
            html=SafeHtml(row["html"]),
            text=row["text"],
            author=row["author"],
            grade=grade(row["text"], row["language"]),
            homepage=row["homepage"],
            sources=self._sources_of(item_id),
            revisions=self._revisions.of(item_id),
            first_seen_at=row["first_seen_at"],
            changed_at=row["changed_at"],
            alert=self._alerts.facts_of(item_id),
            offline=self._copies.of(item_id),
            full_text=bool(row["full_text"]),
        )

    def translation_of(self, item_id: ItemId, language: str) -> ItemId:
        """Return the guide that says the same in a language. See `Guides.translation_of`."""
        return self._guides.translation_of(item_id, language)

    def _sources_of(self, item_id: ItemId) -> tuple[str, ...]:
        rows = self._database.rows(
            f"""
            SELECT {SHOWN_TITLE} AS title
            FROM article_entry AS e JOIN source AS s ON s.id = e.source_id JOIN article AS a ON a.item_id = e.item_id
            LEFT JOIN source_choice AS c ON c.source_id = s.id LEFT JOIN source_state AS st ON st.source_id = s.id
            WHERE e.item_id = :id GROUP BY s.id ORDER BY s.id <> a.source_id, s.id
            """,
            {"id": item_id},
        )
        return tuple(row["title"] for row in rows)

    def _page_of_hits(
        self, search: SearchQuery, conditions: Conditions, query: ArticleQuery, after: PageKey, limit: int
    ) -> tuple[Sequence[Hit], PageKey | None]:
        if query.ranked:
            return _part_of(self._hits.best(search, conditions, language=query.language), after, limit)
        if query.sort is Sort.TITLE:
            newest = self._hits.newest(search, conditions, limit=RANKED_AT_MOST)
            return _part_of(self._by_title(newest), after, limit)
        if query.sort is Sort.DUE:
            return _part_of(self._due_first.hits(query, search, now=self._clock.now()), after, limit)
        if query.sort is Sort.OLDEST:
            hits = self._hits.oldest(search, conditions, limit=limit + 1, above=after.item_id)
        else:
            hits = self._hits.newest(search, conditions, limit=limit + 1, below=after.item_id or MAX_ID)
        following = PageKey(item_id=hits[limit - 1].id) if len(hits) > limit else None
        return hits[:limit], following

    def _by_title(self, hits: Sequence[Hit]) -> list[Hit]:
        rows = self._database.rows(
            """
            SELECT item_id FROM title_order WHERE item_id IN (SELECT value FROM json_each(:ids)) ORDER BY key, item_id
            """,
            {"ids": json.dumps([hit.id for hit in hits])},
        )
        known = {hit.id: hit for hit in hits}
        return [known[ItemId(row[0])] for row in rows]

    def _rows_with_snippets(self, search: SearchQuery, hits: Sequence[Hit], now: Millis) -> tuple[ArticleRow, ...]:
        snippets = self._hits.snippets(search, hits)
        return tuple(replace(row, snippet=snippets[row.id] or row.snippet) for row in self._rows(list(snippets), now))


def _part_of(hits: Sequence[Hit], after: PageKey, limit: int) -> tuple[Sequence[Hit], PageKey | None]:
    end = after.offset + limit
    return hits[after.offset : end], PageKey(offset=end) if len(hits) > end else None


def _asks_something(query: ArticleQuery, search: SearchQuery) -> bool:
    """Text without a single word or filter in it asks for nothing, and finds nothing."""
    return not query.text.strip() or bool(search.wanted or search.unwanted or search.filters)
