"""Says how well hits answer, at a cost that does not grow with the library.

FTS5's bm25 counts in how many texts each word stands, all of them, each time. In a small library that is nothing; in a
large one only rare words are worth it: what stands everywhere tells hits apart hardly at all. For the rest a hit in the
title counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from caregiver_app.library.letter_pairs import RUN
from caregiver_app.library.search_query import SearchQuery, Term
from caregiver_app.library.search_words import SearchWords, match_all, match_any
from caregiver_app.library.word_forms import ENGLISH, fold, pieces_of, stem_of
from caregiver_app.model.article import ItemId
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

INDEX, WORDS = "search_index", "search_words"

COUNTED_AT_MOST = 25_000
"""In how many texts a word may stand to be counted; some 2 ms."""

_LOOKED_AT = 200
_IN_TITLE = 4.0
_AS_TYPED = 1_000.0  # more than any score of bm25
_BEGIN_CHARS = 3  # of a stem, which stand in all its forms; most titles are told from this


class Ranking:
    """Scores hits; less is better, as bm25 has it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words = SearchWords(database)

    def scores(self, index: str, search: SearchQuery, ids: Sequence[ItemId]) -> dict[ItemId, float]:
        """Return how well each of these hits of one index answers."""
        scores = dict.fromkeys(ids, 0.0)
        algorithms = self._words.algorithms() if index == WORDS else ()
        top = int(self._database.value("SELECT coalesce(max(item_id), 0) FROM item_text"))
        if top <= COUNTED_AT_MOST:
            wanted = match_all(search.wanted, algorithms) if index == WORDS else search.match
            scores |= self._bm25(index, str(wanted), ids)
            self._prefer_typed(scores, search.wanted)
            return scores
        counted = [
            group for group in search.wanted if all(self._is_rare(index, term, algorithms, top) for term in group)
        ]
        if counted:
            scores |= self._bm25(index, " AND ".join(_one_of(index, group, algorithms) for group in counted), ids)
        rest = [group for group in search.wanted if group not in counted]
        if rest:
            self._count_titles(scores, rest, (ENGLISH, *algorithms))
        return scores

    def _is_rare(self, index: str, term: Term, algorithms: Sequence[str], top: int) -> bool:
        """Look at the newest hits of a word: how close they stand tells how many there are. Phrases cost too much."""
        if term.begun or len(list(pieces_of(term.text))) > 1 or RUN.search(term.text):
            return False
        found = self._database.value(
            f"SELECT rowid FROM {index} WHERE {index} MATCH :match ORDER BY rowid DESC LIMIT 1 OFFSET {_LOOKED_AT - 1}",
            {"match": _match(index, term, algorithms)},
        )
        return found is None or _LOOKED_AT * top <= COUNTED_AT_MOST * (top - int(found) + 1)

    def _bm25(self, index: str, match: str, ids: Sequence[ItemId]) -> dict[ItemId, float]:
        """Weigh the columns: a hit in the title counts most."""
        rows = self._database.rows(
            f"""
            SELECT rowid, bm25({index}, 8.0, 1.0) FROM {index}
            WHERE {index} MATCH :match AND rowid BETWEEN :lowest AND :highest
            AND +rowid IN (SELECT value FROM json_each(:ids))
            """,
            {"match": match, "lowest": min(ids, default=0), "highest": max(ids, default=-1), "ids": json.dumps(ids)},
        )
        return {ItemId(row[0]): row[1] for row in rows}

    def _count_titles(
        self, scores: dict[ItemId, float], groups: Sequence[Sequence[Term]], algorithms: Sequence[str]
    ) -> None:
        asked = [[_Asked(term, algorithms) for term in group] for group in groups]
        for row in self._titles_of(scores):
            in_title = sum(any(term.is_in(row["key"]) for term in group) for group in asked)
            scores[ItemId(row["item_id"])] -= _IN_TITLE * in_title

    def _prefer_typed(self, scores: dict[ItemId, float], groups: Sequence[Sequence[Term]]) -> None:
        """Put first whose title has each word as it was typed, or longer: stems join words that are not alike."""
        asked = [[_Typed(term) for term in group] for group in groups]
        if all(term.is_stem for group in asked for term in group):
            return  # every hit has the word as it was typed, or longer
        for row in self._titles_of(scores):
            if all(any(term.is_in(row["key"]) for term in group) for group in asked):
                scores[ItemId(row["item_id"])] -= _AS_TYPED

    def _titles_of(self, ids: Iterable[ItemId]) -> Sequence[Row]:
        return self._database.rows(
            "SELECT item_id, key FROM title_order WHERE item_id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps([*ids])},
        )


class _Typed:
    """A term as it was typed, to be looked for among the words of titles."""

    def __init__(self, term: Term) -> None:
        self._pieces = [fold(piece) for piece in pieces_of(term.text)]
        self._stems = [stem_of(piece, ENGLISH) for piece in self._pieces]
        self._begun = self._pieces[-1:] if term.begun else []

    @property
    def is_stem(self) -> bool:
        """Return whether no other word has these stems but one that begins like what was typed."""
        return self._pieces == self._stems

    def is_in(self, plain: str) -> bool:
        """Return whether each word of the term stands in a title, as it is or with an ending that keeps its stem."""
        if not all(piece in plain for piece in self._pieces):
            return False
        words = plain.split()
        return all(
            any(word.startswith(piece) and ([piece] == self._begun or stem_of(word, ENGLISH) == stem) for word in words)
            for piece, stem in zip(self._pieces, self._stems, strict=True)
        )


class _Asked:
    """A term, made ready to be looked for in many titles."""

    def __init__(self, term: Term, algorithms: Iterable[str]) -> None:
        self._algorithms = tuple(algorithms)
        pieces = [fold(piece) for piece in pieces_of(term.text)]
        self._runs = [piece for piece in pieces if RUN.match(piece)]
        self._begin = pieces.pop() if term.begun and pieces else ""
        self._stems = [
            {stem_of(piece, algorithm) for algorithm in self._algorithms} for piece in pieces if not RUN.match(piece)
        ]

    def is_in(self, plain: str) -> bool:
        """Return whether all words of the term stand in a title (a key of `title_order`), in any form and order."""
        if not all(run in plain for run in self._runs):
            return False
        if not all(any(stem[:_BEGIN_CHARS] in plain for stem in stems) for stems in self._stems):
            return False
        words = plain.split()
        if self._begin and not any(word.startswith(self._begin) for word in words):
            return False
        there = {stem_of(word, algorithm) for word in words for algorithm in self._algorithms} if self._stems else set()
        return all(not stems.isdisjoint(there) for stems in self._stems)


def _one_of(index: str, group: Sequence[Term], algorithms: Sequence[str]) -> str:
    return f"({' OR '.join(_match(index, term, algorithms) for term in group)})"


def _match(index: str, term: Term, algorithms: Sequence[str]) -> str:
    return term.match if index == INDEX else f"({match_any([term], algorithms)})"
