"""Pages of the web that somebody vouched for or saved, and whose text is not here, as rows at the end of lists.

Reading only. One with an article that is shown is that article; one that is only warned of is nothing to be found.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from caregiver_app.library.discreet import DISCREET_TOPICS
from caregiver_app.library.filter_names import FilterNames
from caregiver_app.library.row_trust import RowTrust
from caregiver_app.library.search_hits import Hit, SearchHits
from caregiver_app.library.search_query import Filter, SearchQuery
from caregiver_app.library.word_forms import fold
from caregiver_app.model.article import Article, ArticleFilter, ArticleRow, ItemId, ItemKind, Trust
from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.search import ArticleQuery, FilterName, IsState
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

_NO_SOURCE = SourceId(0)
_VOUCHED_FOR = (Trust.CHECKED, Trust.TRUSTED_SOURCE)
_STATES = (IsState.STARRED, IsState.VETTED)
_UNDERSTOOD = (FilterName.KIND, FilterName.LANG, FilterName.ORG, FilterName.TOPIC)

LISTED = """
    EXISTS (SELECT 1 FROM item_text AS lt WHERE lt.item_id = i.id)
    AND NOT EXISTS (SELECT 1 FROM article AS la WHERE la.item_id = l.article_id AND la.hidden = 0)
    AND NOT EXISTS (
        SELECT 1 FROM item AS ls JOIN article AS sa ON sa.item_id = ls.id
        WHERE ls.address_key = i.address_key AND sa.hidden = 0
    )
"""
"""Asked of `link AS l JOIN item AS i`: the link may be found, and no article here has the text of its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    """A row, and the topics under which packs bring it."""

    row: ArticleRow
    topics: tuple[str, ...]


class WebLinks:
    """Packs and checks write them, and marks are those of all items."""

    def __init__(self, database: Database, trust: RowTrust, hits: SearchHits) -> None:
        self._database = database
        self._trust = trust
        self._hits = hits
        self._names = FilterNames(database)

    def after_articles(self, query: ArticleQuery, search: SearchQuery, *, now: Millis) -> tuple[Hit, ...]:
        """Return what of them a list ends with, in order: the best first where words are searched, else by title."""
        if not _asks_for_links(query, search):
            return ()
        if search.wanted:
            hits = {hit.id: hit for hit in self._hits.among(search, self._candidates(query))}
            links = {link.row.id: link for link in self._read(hits)}
            ordered = [links[item_id] for item_id in hits if item_id in links]
        else:
            ordered = sorted(self._read(self._candidates(query)), key=lambda link: _by_title(link.row))
            hits = {link.row.id: Hit(id=link.row.id) for link in ordered}
        return tuple(hits[link.row.id] for link in self._passing(ordered, search, now))

    def rows(self, hits: Sequence[Hit], search: SearchQuery, *, now: Millis) -> tuple[ArticleRow, ...]:
        """Return the rows of these in the same order, with what was found in them."""
        rows = {row.id: row for row in self.rows_of([hit.id for hit in hits], now=now)}
        snippets = self._hits.snippets(search, hits) if search.wanted else {}
        found = (rows[hit.id] for hit in hits if hit.id in rows)
        return tuple(replace(row, snippet=snippets.get(row.id) or row.snippet) for row in found)

    def rows_of(self, ids: Collection[ItemId], *, now: Millis) -> tuple[ArticleRow, ...]:
        """Return the rows of those of these items that are links, in no order that means anything."""
        rows = [_link(row).row for row in self._database.rows(_ROWS, {"ids": json.dumps(list(ids))})]
        return self._with_trust(rows, now)

    def get(self, item_id: ItemId, *, now: Millis) -> Article | None:
        """Return what a pack says of a page and nothing of the page itself; None where no item of this id is a link."""
        rows = self.rows_of([item_id], now=now)
        if not rows:
            return None
        return Article(
            row=rows[0],
            html=_as_html(rows[0].snippet),
            text=rows[0].snippet,
            author="",
            grade=None,
            homepage="",
            sources=(rows[0].source_title,) if rows[0].source_title else (),
            revisions=(),
        )

    def _candidates(self, query: ArticleQuery) -> tuple[ItemId, ...]:
        """Return the links that the pick and the chip of a list leave; whether each is listed is asked later."""
        parts, values = ["true"], {"topic": query.topic, "collection": query.collection}
        if query.topic is not None:
            parts.append(_OF_TOPIC)
        if query.collection is not None:
            parts.append(_COLLECTED)
        if query.filter is ArticleFilter.SAVED:
            parts.append(_SAVED)
        elif not query.muted and query.collection is None:
            parts.append(_NOT_MUTED)
        rows = self._database.rows(f"SELECT l.item_id FROM link AS l WHERE {' AND '.join(parts)}", values)
        return tuple(ItemId(row[0]) for row in rows)

    def _read(self, ids: Collection[ItemId]) -> list[_Link]:
        listed = f"{_ROWS} AND {LISTED}"
        return [_link(row) for row in self._database.rows(listed, {"ids": json.dumps(list(ids))})]

    def _passing(self, links: Sequence[_Link], search: SearchQuery, now: Millis) -> list[_Link]:
        typed = _plain(search)
        if any(each.name is FilterName.IS and each.value.lower() == IsState.VETTED for each in typed):
            words = self._trust.words([link.row.id for link in links], now=now)
            links = [_with_word(link, words.get(link.row.id, Trust.NOT_CHECKED)) for link in links]
        named = {each.value: self._names.topics(each.value) for each in typed if each.name is FilterName.TOPIC}
        return [
            link for link in links if all(any(_passes(link, each, named) for each in group) for group in search.filters)
        ]

    def _with_trust(self, rows: Sequence[ArticleRow], now: Millis) -> tuple[ArticleRow, ...]:
        words = self._trust.words([row.id for row in rows], now=now)
        return tuple(replace(row, trust=words.get(row.id, Trust.NOT_CHECKED)) for row in rows)


def _asks_for_links(query: ArticleQuery, search: SearchQuery) -> bool:
    """Return whether links belong into a list at all: never among what is new, nor under one source."""
    typed = _plain(search)
    wanted = query.with_links or any(map(_names_their_kind, typed))
    if not wanted or query.guides or query.filter is ArticleFilter.NEW or query.source_id is not None:
        return False
    if not all(map(_is_understood, typed)) or (search.unwanted and not search.wanted):
        return False
    narrowed = query.topic is not None or query.collection is not None or query.filter is ArticleFilter.SAVED
    return bool(search.wanted or search.filters or narrowed)


def _plain(search: SearchQuery) -> list[Filter]:
    return [typed for group in search.filters for typed in group]


def _names_their_kind(typed: Filter) -> bool:
    return typed.name is FilterName.KIND and typed.value.lower() == ItemKind.LINK and not typed.negated


def _is_understood(typed: Filter) -> bool:
    return typed.name in _UNDERSTOOD or (typed.name is FilterName.IS and typed.value.lower() in _STATES)


def _passes(link: _Link, typed: Filter, topics: dict[str, tuple[str, ...]]) -> bool:
    row, value = link.row, typed.value.lower()
    match typed.name:
        case FilterName.KIND:
            holds = value == ItemKind.LINK
        case FilterName.LANG:
            holds = row.language.lower().startswith(value)
        case FilterName.ORG:
            holds = bool(row.organisation) and fold(value) in fold(row.organisation)
        case FilterName.TOPIC:
            holds = not {value, *topics[typed.value]}.isdisjoint(link.topics)
        case _:
            holds = row.starred if value == IsState.STARRED else row.trust in _VOUCHED_FOR
    return holds is not typed.negated


def _with_word(link: _Link, word: Trust) -> _Link:
    return replace(link, row=replace(link.row, trust=word))


def _by_title(row: ArticleRow) -> tuple[str, int]:
    return row.title.casefold(), row.id


def _as_html(words: str) -> SafeHtml:
    if not words:
        return SafeHtml("")
    from html import escape

    from caregiver_app.support.markup import sanitise

    return sanitise(f"<p>{escape(words)}</p>", base="")


def _link(row: Row) -> _Link:
    topics = tuple(json.loads(row["topics"]))
    return _Link(
        row=ArticleRow(
            id=ItemId(row["id"]),
            kind=ItemKind.LINK,
            title=row["title"],
            url=row["url"],
            organisation=row["organisation"] or "",
            source_id=_NO_SOURCE,
            source_title=row["publisher_name"] or "",
            published_at=None,
            sort_at=Millis(row["created_at"]),
            trust=Trust.NOT_CHECKED,
            snippet=row["text"] or "",
            language=row["language"],
            words=0,
            read=True,
            starred=row["starred_at"] is not None,
            archived=False,
            changed=False,
            discreet=any(topic in DISCREET_TOPICS for topic in topics),
        ),
        topics=topics,
    )


_OF_TOPIC = """
    EXISTS (
        SELECT 1 FROM origin AS o CROSS JOIN json_each(o.fields, '$.topics') AS t
        WHERE o.item_id = l.item_id AND t.value = :topic
    )
"""
_COLLECTED = "l.item_id IN (SELECT item_id FROM collection_item WHERE collection_id = :collection)"
_SAVED = "l.item_id IN (SELECT item_id FROM mark WHERE starred_at IS NOT NULL)"
_NOT_MUTED = "NOT EXISTS (SELECT 1 FROM muted_item AS mu WHERE mu.item_id = l.item_id)"

# CROSS JOIN keeps the order (SQLite, the query planner, 7.3): links are few beside all items.
_ROWS = """
    SELECT i.id, i.title, i.url, i.language, i.created_at, og.name AS organisation, m.starred_at, t.text,
        (SELECT max(p.publisher_name) FROM origin AS o JOIN pack AS p ON p.uid = o.author WHERE o.item_id = i.id)
            AS publisher_name,
        (
            SELECT json_group_array(DISTINCT j.value) FROM origin AS o CROSS JOIN json_each(o.fields, '$.topics') AS j
            WHERE o.item_id = i.id
        ) AS topics
    FROM json_each(:ids) AS wanted CROSS JOIN link AS l ON l.item_id = wanted.value
    CROSS JOIN item AS i ON i.id = l.item_id
    LEFT JOIN organisation AS og ON og.id = i.organisation_id
    LEFT JOIN mark AS m ON m.item_id = i.id LEFT JOIN item_text AS t ON t.item_id = i.id
    WHERE i.kind = 'link'
"""
