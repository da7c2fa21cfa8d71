"""Finds what words ask for in both indexes, within a bound; which of it may be seen, conditions from outside say."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from caregiver_app.library.article_filters import Conditions
from caregiver_app.library.search_query import SearchQuery
from caregiver_app.library.search_snippets import snippet_of
from caregiver_app.library.search_words import SearchWords, match_all, match_any
from caregiver_app.library.word_forms import algorithm_of
from caregiver_app.model.article import HIT_END, HIT_START, ItemId
from caregiver_app.storage.engine import Database

RANKED_AT_MOST = 1_000
"""How many of the newest hits are ranked; ranking all hits of a frequent word takes seconds in a large library."""

MAX_ID = (1 << 63) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An item that was found. `score`: how well it answers, less being better; `in_words`: `search_words` has it."""

    id: ItemId
    score: float = 0.0
    in_words: bool = False


class SearchHits:
    """Asks the full-text indexes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words = SearchWords(database)

    def newest(
        self, search: SearchQuery, conditions: Conditions, *, limit: int, below: int = MAX_ID, scored: bool = False
    ) -> list[Hit]:
        """Return hits newest first, those with lower ids than `below`.

        Ids rise with time, so an index hands hits out in this order without sorting, and says no more than is asked.
        All in one query: each one gathers the hits of a begun word anew.
        """
        found: dict[ItemId, Hit] = {}
        for index, match, elsewhere in self._questions(search):
            sql, values = _question(index, match, elsewhere, conditions, scored=scored)
            for row in self._database.rows(sql, {**values, "below": below, "limit": limit}):
                item_id = ItemId(row[0])
                before = found.get(item_id)
                score = row[1] if before is None else min(before.score, row[1])
                found[item_id] = Hit(id=item_id, score=score, in_words=index == _WORDS)
        return sorted(found.values(), key=lambda hit: -hit.id)[:limit]

    def oldest(self, search: SearchQuery, conditions: Conditions, *, limit: int, above: int = 0) -> list[Hit]:
        """Return hits oldest first, those with higher ids than `above`."""
        found: dict[ItemId, Hit] = {}
        for index, match, elsewhere in self._questions(search):
            sql, values = _question(index, match, elsewhere, conditions, scored=False, rising=True)
            for row in self._database.rows(sql, {**values, "below": above, "limit": limit}):
                found[ItemId(row[0])] = Hit(id=ItemId(row[0]), in_words=index == _WORDS)
        return sorted(found.values(), key=lambda hit: hit.id)[:limit]

    def best(self, search: SearchQuery, conditions: Conditions) -> list[Hit]:
        """Return the newest hits, the best of them first."""
        newest = self.newest(search, conditions, limit=RANKED_AT_MOST, scored=True)
        return sorted(newest, key=lambda hit: (hit.score, -hit.id))

    def snippets(self, search: SearchQuery, hits: Sequence[Hit]) -> dict[ItemId, str]:
        """Return for hits, in their order, the piece of the text that best shows what was found."""
        found = self._snippets_of_words(search, [hit.id for hit in hits if hit.in_words])
        found |= self._snippets_of_index(search, [hit.id for hit in hits if not found.get(hit.id)])
        return {hit.id: found.get(hit.id, "") for hit in hits}

    def _questions(self, search: SearchQuery) -> list[tuple[str, str, str | None]]:
        """Return which indexes to ask, each with its words and with what the other says of unwanted ones."""
        if search.match is None:
            return []
        algorithms = self._words.algorithms()
        excluded, excluded_words = search.excluded, match_any(search.unwanted, algorithms)
        questions = [(_INDEX, _without(search.match, excluded), excluded_words if algorithms else None)]
        if algorithms:
            wanted = match_all(search.wanted, algorithms)
            questions.append((_WORDS, _without(str(wanted), excluded_words), excluded))
        return questions

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


_INDEX, _WORDS = "search_index", "search_words"

_SNIPPET = f"snippet(search_index, 1, '{HIT_START}', '{HIT_END}', '…', 24)"

# One walk over a range of the index and a look into a list for each hit. Asked for single rowids, FTS5 would begin
# the whole search anew for each of them: 60 times slower for a prefix.
_AMONG = """
    search_index MATCH :match AND rowid BETWEEN :lowest AND :highest
    AND +rowid IN (SELECT value FROM json_each(:ids))
"""


def _question(
    index: str, match: str, elsewhere: str | None, conditions: Conditions, *, scored: bool, rising: bool = False
) -> tuple[str, dict[str, object]]:
    """Return the query for hits of one index. A hit in the title counts most (bm25, weights of the columns)."""
    other = _WORDS if index == _INDEX else _INDEX
    parts = [f"{index} MATCH :match", f"f.rowid {'>' if rising else '<'} :below"]
    parts += [f"+f.rowid IN ({ids})" for ids in conditions.few]
    values: dict[str, object] = {**conditions.values, "match": match}
    if elsewhere is not None:
        parts.append(f"+f.rowid NOT IN (SELECT rowid FROM {other} WHERE {other} MATCH :elsewhere)")
        values["elsewhere"] = elsewhere
    sql = f"""
        SELECT f.rowid, {f"bm25({index}, 8.0, 1.0)" if scored else "0.0"} FROM {index} AS f
        WHERE {" AND ".join(parts)} AND EXISTS (
            SELECT 1 FROM article AS a LEFT JOIN mark AS m ON m.item_id = a.item_id
            WHERE a.item_id = f.rowid AND {conditions.sql}
        )
        ORDER BY f.rowid {"ASC" if rising else "DESC"} LIMIT :limit
    """
    return sql, values


def _without(match: str, excluded: str | None) -> str:
    return match if excluded is None else f"({match}) NOT ({excluded})"
