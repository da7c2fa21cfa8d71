"""Finds what words ask for in both indexes, within a bound; which of it may be seen, conditions from outside say."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from caregiver_app.library.article_conditions import Conditions
from caregiver_app.library.search_query import SearchQuery
from caregiver_app.library.search_ranking import INDEX, WORDS, Ranking
from caregiver_app.library.search_snippets import snippet_of
from caregiver_app.library.search_words import SearchWords, match_all, match_any
from caregiver_app.library.word_forms import algorithm_of
from caregiver_app.model.article import HIT_END, HIT_START, ItemId
from caregiver_app.storage.engine import Database

RANKED_AT_MOST = 1_000
"""How many of the newest hits are ranked; ranking all hits of a frequent word takes seconds in a large library."""

MAX_ID = (1 << 63) - 1

_SNIPPET = f"snippet(search_index, 1, '{HIT_START}', '{HIT_END}', '…', 24)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An item that was found; `in_words`: in `search_words`."""

    id: ItemId
    in_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """What to ask one index; `elsewhere` is what the other one may not find."""

    index: str
    match: str
    elsewhere: str | None
    rising: bool = False

    def sql(self, conditions: Conditions) -> str:
        """Return the query for hits."""
        parts = [f"{self.index} MATCH :match", f"f.rowid {'>' if self.rising else '<'} :bound"]
        parts += [f"+f.rowid IN ({ids})" for ids in conditions.few]
        if self.elsewhere is not None:
            parts.append(f"+f.rowid NOT IN (SELECT rowid FROM {self.other} WHERE {self.other} MATCH :elsewhere)")
        return f"""
            SELECT f.rowid FROM {self.index} AS f
            WHERE {" AND ".join(parts)} AND EXISTS (
                SELECT 1 FROM article AS a LEFT JOIN mark AS m ON m.item_id = a.item_id
                WHERE a.item_id = f.rowid AND {conditions.sql}
            )
            ORDER BY f.rowid {"ASC" if self.rising else "DESC"} LIMIT :limit
        """

    def sql_among(self) -> str:
        """Return the query for hits among a few items, by one walk over their range of the index."""
        left_out = f"AND +f.rowid NOT IN (SELECT rowid FROM {self.other} WHERE {self.other} MATCH :elsewhere)"
        return f"""
            SELECT f.rowid FROM {self.index} AS f
            WHERE {self.index} MATCH :match AND f.rowid BETWEEN :lowest AND :highest
            AND +f.rowid IN (SELECT value FROM json_each(:ids)) {"" if self.elsewhere is None else left_out}
        """

    @property
    def other(self) -> str:
        """The index beside this one."""
        return WORDS if self.index == INDEX else INDEX


class SearchHits:
    """Asks the full-text indexes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words = SearchWords(database)
        self._ranking = Ranking(database)

    def newest(self, search: SearchQuery, conditions: Conditions, *, limit: int, below: int = MAX_ID) -> list[Hit]:
        """Return hits newest first, those with lower ids than `below`.

        Ids rise with time, so an index hands hits out in this order without sorting, and says no more than is asked.
        """
        found: dict[ItemId, Hit] = {}
        for question in self._questions(search):
            for hit in self._ask(question, conditions, limit=limit, bound=below):
                found[hit.id] = hit
        return sorted(found.values(), key=lambda hit: -hit.id)[:limit]

    def oldest(self, search: SearchQuery, conditions: Conditions, *, limit: int, above: int = 0) -> list[Hit]:
        """Return hits oldest first, those with higher ids than `above`."""
        found: dict[ItemId, Hit] = {}
        for question in self._questions(search):
            for hit in self._ask(replace(question, rising=True), conditions, limit=limit, bound=above):
                found[hit.id] = hit
        return sorted(found.values(), key=lambda hit: hit.id)[:limit]

    def best(self, search: SearchQuery, conditions: Conditions, *, language: str = "") -> list[Hit]:
        """Return the newest hits, the best of them first; with a `language` (ISO 639-1) those of others come last.

        How well a hit answers depends on how rare its words are in its index, so the two indexes take turns.
        """
        hits = self._ranked(search, lambda one: self._ask(one, conditions, limit=RANKED_AT_MOST, bound=MAX_ID))
        if not language or not hits:
            return hits
        ids = json.dumps([hit.id for hit in hits])
        foreign = {row[0] for row in self._database.rows(_IN_OTHERS, {"ids": ids, "language": language})}
        return sorted(hits, key=lambda hit: hit.id in foreign)

    def among(self, search: SearchQuery, ids: Collection[ItemId]) -> list[Hit]:
        """Return which of a few items hold what was asked for, whatever kind they are of, the best first."""
        return self._ranked(search, lambda one: self._ask_among(one, ids)) if ids else []

    def _ranked(self, search: SearchQuery, ask: Callable[[_Question], list[Hit]]) -> list[Hit]:
        found: dict[ItemId, tuple[int, Hit]] = {}
        for question in self._questions(search):
            hits = ask(question)
            scores = self._ranking.scores(question.index, search, [hit.id for hit in hits])
            for place, hit in enumerate(sorted(hits, key=lambda hit: (scores[hit.id], -hit.id))):
                before = found.get(hit.id)
                found[hit.id] = (place if before is None else min(place, before[0]), hit)
        ranked = sorted(found.values(), key=lambda each: (each[0], -each[1].id))
        return [hit for _, hit in ranked[:RANKED_AT_MOST]]

    def snippets(self, search: SearchQuery, hits: Sequence[Hit]) -> dict[ItemId, str]:
        """Return for hits, in their order, the piece of the text that best shows what was found."""
        found = self._snippets_of_words(search, [hit.id for hit in hits if hit.in_words])
        found |= self._snippets_of_index(search, [hit.id for hit in hits if not found.get(hit.id)])
        return {hit.id: found.get(hit.id, "") for hit in hits}

    def _questions(self, search: SearchQuery) -> list[_Question]:
        """Return which indexes to ask, each with its words and with what the other says of unwanted ones."""
        if search.match is None:
            return []
        algorithms = self._words.algorithms()
        excluded, excluded_words = search.excluded, match_any(search.unwanted, algorithms)
        questions = [_Question(index=INDEX, match=_without(search.match, excluded), elsewhere=excluded_words)]
        wanted = match_all(search.wanted, algorithms) if algorithms else None
        if wanted is not None:
            questions.append(_Question(index=WORDS, match=_without(wanted, excluded_words), elsewhere=excluded))
        return questions

    def _ask(self, question: _Question, conditions: Conditions, *, limit: int, bound: int) -> list[Hit]:
        """All in one query: each one gathers the hits of a begun word anew."""
        values = {**conditions.values, "match": question.match, "elsewhere": question.elsewhere}
        rows = self._database.rows(question.sql(conditions), {**values, "bound": bound, "limit": limit})
        return [Hit(id=ItemId(row[0]), in_words=question.index == WORDS) for row in rows]

    def _ask_among(self, question: _Question, ids: Collection[ItemId]) -> list[Hit]:
        values = {"match": question.match, "elsewhere": question.elsewhere, "ids": json.dumps(list(ids))}
        rows = self._database.rows(question.sql_among(), {**values, "lowest": min(ids), "highest": max(ids)})
        return [Hit(id=ItemId(row[0]), in_words=question.index == WORDS) for row in rows]

    def _snippets_of_index(self, search: SearchQuery, ids: Sequence[ItemId]) -> dict[ItemId, str]:
        if not ids:
            return {}
        rows = self._database.rows(
            f"SELECT rowid, {_SNIPPET} FROM search_index WHERE {_AMONG}",
            {"match": search.match, "lowest": min(ids), "highest": max(ids), "ids": json.dumps(list(ids))},
        )
        return {ItemId(row[0]): row[1] for row in rows}

    def _snippets_of_words(self, search: SearchQuery, ids: Sequence[ItemId]) -> dict[ItemId, str]:
        if not ids:
            return {}
        rows = self._database.rows(
            """
            SELECT t.item_id, t.text, i.language FROM item_text AS t JOIN item AS i ON i.id = t.item_id
            WHERE t.item_id IN (SELECT value FROM json_each(:ids))
            """,
            {"ids": json.dumps(list(ids))},
        )
        return {
            ItemId(row["item_id"]): snippet_of(row["text"], search.wanted, algorithm_of(row["language"]))
            for row in rows
        }


# One walk over a range of the index and a look into a list for each hit. Asked for single rowids, FTS5 would begin
# the whole search anew for each of them: 60 times slower for a prefix.
_AMONG = """
    search_index MATCH :match AND rowid BETWEEN :lowest AND :highest
    AND +rowid IN (SELECT value FROM json_each(:ids))
"""


# What says nothing of its language counts as the reader's own.
_IN_OTHERS = """
    SELECT i.id FROM json_each(:ids) AS wanted CROSS JOIN item AS i ON i.id = wanted.value
    WHERE coalesce(i.language, '') <> '' AND lower(substr(i.language, 1, length(:language))) <> :language
"""


def _without(match: str, excluded: str | None) -> str:
    return match if excluded is None else f"({match}) NOT ({excluded})"
