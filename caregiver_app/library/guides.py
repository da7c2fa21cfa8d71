"""Guides and checklists of packs, as rows of lists and as pages to read. They are few, and never new.

They lie in what packs said (`origin`), their words in the search like those of articles. One that a person saved stays
after its last pack.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import groupby

from caregiver_app.library.discreet import DISCREET_TOPICS
from caregiver_app.library.guides_found import Guide, GuidesFound, in_language
from caregiver_app.library.revisions import Revisions
from caregiver_app.library.row_trust import RowTrust
from caregiver_app.library.same_guides import count_texts, fields_of, said_as
from caregiver_app.library.search_hits import SearchHits
from caregiver_app.library.search_query import Filter, SearchQuery
from caregiver_app.model.article import Article, ArticleFilter, ArticleRow, ItemId, ItemKind, Trust
from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.installed_pack import BUILT_IN, publisher_of
from caregiver_app.model.search import ArticleQuery, FilterName, IsState
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

MOST_BEFORE_ARTICLES = 5
"""So many guides that hold the words stand before the articles that do."""

NO_SOURCE = SourceId(0)
"""What the row of a guide has for its source."""


class Guides:
    """Reads; packs write them, and marks are those of all items."""

    def __init__(self, database: Database, trust: RowTrust, hits: SearchHits) -> None:
        self._database = database
        self._trust = trust
        self._found = GuidesFound(database, hits)
        self._revisions = Revisions(database)

    def before_articles(self, query: ArticleQuery, search: SearchQuery, *, now: Millis) -> tuple[ArticleRow, ...]:
        """Return what of them a list begins with; for a query of guides all of it."""
        if not _asks_for_guides(query, search):
            return ()
        among = self._collected(query)
        fitting = [
            guide for guide in self._all() if _fits(guide, query, search) and (among is None or guide.row.id in among)
        ]
        if search.wanted:
            rows = self._found.rows(fitting, search, query.language)
            rows = rows if query.guides else rows[:MOST_BEFORE_ARTICLES]
        else:
            guides = sorted(in_language(fitting, query.language), key=_by_title if query.topic is None else _as_packed)
            rows = [guide.row for guide in guides]
        return self._with_trust(rows, now)

    def count(self, query: ArticleQuery, search: SearchQuery, *, now: Millis) -> int:
        """Return how many `before_articles` has."""
        if query.language and query == ArticleQuery(guides=True, language=query.language):
            return count_texts(self._database)
        return len(self.before_articles(query, search, now=now))

    def rows_of(self, ids: Collection[ItemId], *, now: Millis) -> tuple[ArticleRow, ...]:
        """Return the rows of those of these items that are guides, in no order that means anything."""
        return self._with_trust([guide.row for guide in self._all(ids)], now)

    def get(self, item_id: ItemId, *, now: Millis) -> Article | None:
        """Return a whole guide, None where no item of this id is one."""
        from caregiver_app.support.reading import grade

        rows = self.rows_of([item_id], now=now)
        said = self._database.rows(_WHOLE, {"id": item_id})
        if not rows or not said:
            return None
        row, fields = rows[0], fields_of(said)
        return Article(
            row=row,
            html=SafeHtml(fields["html"]),
            text=fields["text"],
            author=fields.get("by", ""),
            grade=grade(fields["text"], row.language),
            homepage="",
            sources=(row.source_title,),
            revisions=self._revisions.of(item_id),
            good_until=date.fromisoformat(fields["review_by"]) if "review_by" in fields else None,
        )

    def translation_of(self, item_id: ItemId, language: str) -> ItemId:
        """Return the text that says the same in a language (ISO 639-1); where there is none, the one that was given."""
        guides = self._all()
        asked = next((guide.said_as for guide in guides if guide.row.id == item_id), None)
        same = [guide for guide in guides if guide.said_as == asked and guide.speaks(language)]
        known = next((guide.row.id for guide in same if guide.row.id == item_id), None)
        return known or next((guide.row.id for guide in same), item_id)

    def _all(self, ids: Collection[ItemId] | None = None) -> list[Guide]:
        asked = None if ids is None else json.dumps(list(ids))
        rows = self._database.rows(_GUIDES, {"ids": asked})
        return [_guide(list(group)) for _item, group in groupby(rows, key=lambda row: row["id"])]

    def _collected(self, query: ArticleQuery) -> frozenset[int] | None:
        if query.collection is None:
            return None
        listed = "SELECT item_id FROM collection_item WHERE collection_id = :id"
        return frozenset(row[0] for row in self._database.rows(listed, {"id": query.collection}))

    def _with_trust(self, rows: Sequence[ArticleRow], now: Millis) -> tuple[ArticleRow, ...]:
        words = self._trust.words([row.id for row in rows], now=now)
        return tuple(replace(row, trust=words.get(row.id, Trust.NOT_CHECKED)) for row in rows)


def _asks_for_guides(query: ArticleQuery, search: SearchQuery) -> bool:
    """Return whether guides belong into a list at all: never among what is new, nor under one source."""
    wanted = query.guides or query.with_guides or any(map(_names_their_kind, _plain(search)))
    if not wanted or query.filter is ArticleFilter.NEW or query.source_id is not None:
        return False
    if not all(map(_is_understood, _plain(search))):
        return False
    narrowed = query.topic is not None or query.collection is not None or query.filter is ArticleFilter.SAVED
    return bool(query.guides or search.wanted or search.filters or narrowed) and not (
        search.unwanted and not search.wanted
    )


def _plain(search: SearchQuery) -> list[Filter]:
    return [typed for group in search.filters for typed in group]


def _names_their_kind(typed: Filter) -> bool:
    kinds = (ItemKind.GUIDE.value, ItemKind.CHECKLIST.value)
    return typed.name is FilterName.KIND and typed.value.lower() in kinds and not typed.negated


def _is_understood(typed: Filter) -> bool:
    starred = typed.name is FilterName.IS and typed.value.lower() == IsState.STARRED
    return starred or typed.name in (FilterName.KIND, FilterName.LANG)


def _fits(guide: Guide, query: ArticleQuery, search: SearchQuery) -> bool:
    if query.topic is not None and query.topic not in guide.topics:
        return False
    if query.filter is ArticleFilter.SAVED and not guide.row.starred:
        return False
    return all(any(_passes(guide.row, typed) for typed in group) for group in search.filters)


def _passes(row: ArticleRow, typed: Filter) -> bool:
    value = typed.value.lower()
    if typed.name is FilterName.KIND:
        holds = row.kind.value == value
    elif typed.name is FilterName.LANG:
        holds = row.language.lower().startswith(value)
    else:
        holds = row.starred
    return holds is not typed.negated


def _guide(rows: list[Row]) -> Guide:
    first, fields = rows[0], fields_of(rows)
    named = next((row["publisher_name"] for row in rows if row["publisher_name"]), "")
    written = _noon(fields["written_on"])
    topics = tuple(fields.get("topics", ()))
    row = ArticleRow(
        id=ItemId(first["id"]),
        kind=ItemKind(first["kind"]),
        title=first["title"],
        url=first["url"],
        organisation="",
        source_id=NO_SOURCE,
        source_title=named,
        published_at=written,
        sort_at=written,
        trust=Trust.NOT_CHECKED,
        snippet=fields.get("summary", ""),
        language=first["language"],
        words=first["words"] or 0,
        read=True,
        starred=first["starred_at"] is not None,
        archived=False,
        changed=False,
        discreet=any(topic in DISCREET_TOPICS for topic in topics),
        ours=publisher_of(first["uid"]) == BUILT_IN,
    )
    return Guide(
        row=row,
        topics=topics,
        said_as=said_as(first["uid"], fields),
        is_original=not fields.get("translation_of"),
    )


def _noon(day: str) -> Millis:
    return from_datetime(datetime.combine(date.fromisoformat(day), time(12), UTC))


def _by_title(guide: Guide) -> tuple[str, int]:
    return guide.row.title.casefold(), guide.row.id


def _as_packed(guide: Guide) -> tuple[int, int]:
    """Return where one stands under a topic: those on it alone first, and each as its pack has them."""
    return len(guide.topics), guide.row.id


# CROSS JOIN keeps the order (SQLite, the query planner, 7.3): only what packs brought has origins.
_GUIDES = """
    SELECT i.id, i.uid, i.kind, i.title, i.url, i.language, o.author, p.published_on, p.version, p.publisher_name,
        m.starred_at, json_remove(o.fields, '$.html', '$.markdown', '$.text') AS fields,
        (SELECT length(t.text) - length(replace(t.text, ' ', '')) + 1 FROM item_text AS t WHERE t.item_id = i.id)
            AS words
    FROM origin AS o CROSS JOIN item AS i ON i.id = o.item_id AND i.kind IN ('guide', 'checklist')
    LEFT JOIN pack AS p ON p.uid = o.author LEFT JOIN mark AS m ON m.item_id = i.id
    WHERE :ids IS NULL OR i.id IN (SELECT value FROM json_each(:ids))
    ORDER BY i.id, o.author
"""
_WHOLE = """
    SELECT i.uid, o.author, o.fields, p.published_on, p.version
    FROM item AS i JOIN origin AS o ON o.item_id = i.id LEFT JOIN pack AS p ON p.uid = o.author
    WHERE i.id = :id ORDER BY o.author
"""
