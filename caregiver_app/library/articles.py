"""Articles as lists, the search box and the reader ask for them. Reading only; nothing here writes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from caregiver_app.library.article_filters import Conditions, conditions_for
from caregiver_app.library.revisions import Revisions
from caregiver_app.library.search import MAX_ID, RANKED_AT_MOST, SCORE, SNIPPET, SearchIndex
from caregiver_app.library.search_query import SearchQuery, read_query
from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.model.article import Article, ArticleRow, ItemId, ItemKind, Trust
from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import SourceId
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

_FROM = """
    FROM article AS a
    JOIN item AS i ON i.id = a.item_id
    LEFT JOIN mark AS m ON m.item_id = a.item_id
"""

_SELECT = f"""
    SELECT i.id, i.kind, i.title, i.url, i.language, a.source_id, a.published_at, a.sort_at, a.summary, a.words,
        m.read_at IS NOT NULL AS read, m.starred_at IS NOT NULL AS starred, m.archived_at IS NOT NULL AS archived,
        coalesce(a.changed_at > coalesce(m.read_at, 0), 0) AS changed,
        coalesce(o.name, '') AS organisation,
        {SHOWN_TITLE} AS source_title
"""

_NAMES = """
    JOIN source AS s ON s.id = a.source_id
    LEFT JOIN organisation AS o ON o.id = i.organisation_id
    LEFT JOIN source_choice AS c ON c.source_id = s.id
    LEFT JOIN source_state AS st ON st.source_id = s.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKey:
    """Where a page ended: after this row in a list by time, or after so many rows of a ranked search."""

    sort_at: int = 0
    item_id: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rows of a list; `next` is None when they were the last."""

    rows: tuple[ArticleRow, ...]
    next: PageKey | None


class Articles:
    """The articles of the library."""

    def __init__(self, database: Database, search: SearchIndex) -> None:
        self._database = database
        self._search = search
        self._revisions = Revisions(database)

    def page(self, query: ArticleQuery, *, after: PageKey | None = None, limit: int = 50) -> Page:
        """Return the rows that follow `after`: newest first, or best first when words are searched and ranked.

        Raises:
            StorageError: the library cannot be read.
            Cancelled: interrupted on request.
        """
        search = read_query(query.text, as_prefix=query.begun or not query.ranked)
        conditions = conditions_for(query, search)
        if not _asks_something(query, search):
            return Page(rows=(), next=None)
        if search.match is None:
            return self._page_by_time(conditions, after, limit)
        if query.ranked:
            return self._ranked_page(search.match, conditions, after or PageKey(), limit)
        return self._newest_page(search.match, conditions, after, limit)

    def count(self, query: ArticleQuery, *, cap: int = 1_000) -> int:
        """Return how many rows a list has, `cap` when it has that many or more."""
        search = read_query(query.text, as_prefix=query.begun or not query.ranked)
        conditions = conditions_for(query, search)
        if not _asks_something(query, search):
            return 0
        if search.match is not None:
            return len(self._newest_hits(search.match, conditions, limit=cap))
        return int(
            self._database.value(
                f"SELECT count(*) FROM (SELECT 1 {_FROM} WHERE {conditions.sql} LIMIT :cap)",
                {**conditions.values, "cap": cap},
            )
        )

    def rows_of(self, ids: Sequence[ItemId]) -> tuple[ArticleRow, ...]:
        """Return the rows of these items in the same order; those that are not there are left out."""
        found = self._database.rows(
            f"{_SELECT} {_FROM} {_NAMES} WHERE a.item_id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps(list(ids))},
        )
        rows = {row["id"]: _article_row(row) for row in found}
        return tuple(rows[item_id] for item_id in ids if item_id in rows)

    def get(self, item_id: ItemId) -> Article:
        """Return a whole article with its earlier texts.

        Raises:
            UnknownItem: there is none with this id.
        """
        row = self._database.one(
            f"""
            {_SELECT}, t.text, h.html, a.author, a.grade, a.first_seen_at, a.changed_at, s.homepage
            {_FROM} {_NAMES} JOIN item_text AS t ON t.item_id = i.id JOIN article_html AS h ON h.item_id = i.id
            WHERE a.item_id = :id AND a.hidden = 0
            """,
            {"id": item_id},
        )
        if row is None:
            raise UnknownItem(str(item_id))
        return Article(
            row=_article_row(row),
            html=SafeHtml(row["html"]),
            text=row["text"],
            author=row["author"],
            grade=row["grade"],
            homepage=row["homepage"],
            sources=self._sources_of(item_id),
            revisions=self._revisions.of(item_id),
            first_seen_at=row["first_seen_at"],
            changed_at=row["changed_at"],
        )

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

    def _page_by_time(self, conditions: Conditions, after: PageKey | None, limit: int) -> Page:
        if after is not None:
            conditions.parts.append("(a.sort_at, a.item_id) < (:after_at, :after_id)")
            conditions.values |= {"after_at": after.sort_at, "after_id": after.item_id}
        found = self._database.rows(
            f"""
            {_SELECT} {_FROM} {_NAMES} WHERE {conditions.sql}
            ORDER BY a.sort_at DESC, a.item_id DESC LIMIT :limit
            """,
            {**conditions.values, "limit": limit + 1},
        )
        rows = tuple(_article_row(row) for row in found[:limit])
        more = len(found) > limit
        return Page(rows=rows, next=PageKey(sort_at=rows[-1].sort_at, item_id=rows[-1].id) if more else None)

    def _newest_page(self, match: str, conditions: Conditions, after: PageKey | None, limit: int) -> Page:
        below = after.item_id if after is not None else None
        hits = self._newest_hits(match, conditions, SNIPPET, limit=limit + 1, below=below)
        following = PageKey(item_id=hits[limit - 1][0]) if len(hits) > limit else None
        return Page(rows=self._rows_with_snippets(dict(hits[:limit])), next=following)

    def _ranked_page(self, match: str, conditions: Conditions, after: PageKey, limit: int) -> Page:
        newest = self._newest_hits(match, conditions, SCORE, limit=RANKED_AT_MOST)
        ranked = [item_id for item_id, _ in sorted(newest, key=lambda hit: (hit[1], -hit[0]))]
        end = after.offset + limit
        following = PageKey(offset=end) if len(ranked) > end else None
        return Page(
            rows=self._rows_with_snippets(self._search.snippets(match, ranked[after.offset : end])), next=following
        )

    def _newest_hits(
        self, match: str, conditions: Conditions, what: str = "NULL", *, limit: int, below: int | None = None
    ) -> list[tuple[ItemId, Any]]:
        """Return hits newest first, each with `what` the index says of it.

        Ids rise with time, so the index hands hits out in this order without sorting, and says no more than is asked.
        All in one query: each one gathers the hits of a begun word anew.
        """
        rows = self._database.rows(
            f"""
            SELECT f.rowid, {what} FROM search_index AS f
            WHERE search_index MATCH :match AND f.rowid < :below
            AND EXISTS (SELECT 1 {_FROM} WHERE a.item_id = f.rowid AND {conditions.sql})
            ORDER BY f.rowid DESC LIMIT :limit
            """,
            {**conditions.values, "match": match, "below": MAX_ID if below is None else below, "limit": limit},
        )
        return [(ItemId(row[0]), row[1]) for row in rows]

    def _rows_with_snippets(self, snippets: Mapping[ItemId, str]) -> tuple[ArticleRow, ...]:
        return tuple(replace(row, snippet=snippets[row.id] or row.snippet) for row in self.rows_of(list(snippets)))


def _asks_something(query: ArticleQuery, search: SearchQuery) -> bool:
    """Text without a single word or filter in it asks for nothing, and finds nothing."""
    return not query.text.strip() or bool(search.match or search.excluded or search.filters)


def _article_row(row: Row) -> ArticleRow:
    return ArticleRow(
        id=ItemId(row["id"]),
        kind=ItemKind(row["kind"]),
        title=row["title"],
        url=row["url"],
        organisation=row["organisation"],
        source_id=SourceId(row["source_id"]),
        source_title=row["source_title"],
        published_at=row["published_at"],
        sort_at=row["sort_at"],
        trust=Trust.NOT_CHECKED,
        snippet=row["summary"],
        language=row["language"],
        words=row["words"],
        read=bool(row["read"]),
        starred=bool(row["starred"]),
        archived=bool(row["archived"]),
        changed=bool(row["changed"]),
    )
