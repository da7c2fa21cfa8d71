"""Finds pages on the same subject as a handful of words. Reading only; no word is kept.

Of each word the newest pages are taken, then of each two of the weightiest words those that hold both. A word weighs
more the fewer pages hold it, and far less when it stands in no title: then it hardly names a subject. So the cost does
not grow with what a frequent word is found in.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from caregiver_app.library.letter_pairs import RUN
from caregiver_app.library.search_hits import Hit, SearchHits
from caregiver_app.library.search_query import SearchQuery, Term
from caregiver_app.library.search_ranking import INDEX, WORDS
from caregiver_app.library.search_words import SearchWords, match_any
from caregiver_app.library.web_links import LISTED
from caregiver_app.library.word_forms import ENGLISH, forms_of, pieces_of, stem_of
from caregiver_app.model.article import ItemId, ItemKind
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

MOST = 60
"""So many pages are found at most; whoever asks picks from them."""

_OF_ONE_WORD = 250
_OF_TWO_WORDS = 100
_KEPT = 24  # words, the weightiest
_PAIRED = 6
_LIKELY = 2 * MOST
_IN_TITLE = 2.0
_IN_NO_TITLE = 0.1
_ALSO_AT_MOST = 500
_EVERYWHERE = 0.5  # a word in more than so much of the library says nothing
_FEW = 20  # pages, below which that is not asked
_NEAR_THE_BEST = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedHit:
    """A page and how well it fits; more is better. `words` are those that it holds. Links have no more than a title."""

    id: ItemId
    kind: ItemKind = ItemKind.ARTICLE
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of the message: the newest pages that hold it (all of them unless `more`), and what it weighs."""

    text: str
    ids: tuple[int, ...]
    more: bool
    weight: float


class Related:
    """Asks both full-text indexes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words = SearchWords(database)
        self._hits = SearchHits(database)

    def find(self, words: Mapping[str, int], *, also: Sequence[ItemId] = ()) -> tuple[RelatedHit, ...]:
        """Return the pages that fit best to words, which are given with how often they stand in a message.

        A page fits when it holds two of the words, one of them in its title, or three; a single word has to stand in
        the title, which is not enough for a link: there is no text that would bear it out. `also` are pages whose
        titles are looked at however old they are.

        Raises:
            StorageError: the library cannot be read.
            Cancelled: interrupted on request.
        """
        algorithms = self._words.algorithms()
        known = self._known(words, algorithms)
        held: dict[int, set[str]] = defaultdict(set)
        for word in known:
            for item_id in word.ids:
                held[item_id].add(word.text)
        for item_id, both in self._of_two(known[:_PAIRED], algorithms):
            held[item_id] |= both
        stems = {word.text: _stems(word.text, algorithms) for word in known}
        for row in self._titles(sorted(also, reverse=True)[:_ALSO_AT_MOST] if known else ()):
            held[row["id"]] |= _in_title(stems, row["title"], algorithms)
        wanted = frozenset(also)
        hits = self._fitting(held, {word.text: word.weight for word in known}, wanted, algorithms)
        hits.sort(key=lambda hit: (-hit.score, hit.id not in wanted, -hit.id))
        return tuple(hit for hit in hits[:MOST] if hit.score >= _NEAR_THE_BEST * hits[0].score)

    def snippet(self, hit: RelatedHit) -> str:
        """Return the piece of a page that best shows the words, with marks around them; empty where there is none."""
        terms = tuple(Term(text=word) for word in hit.words)
        search = SearchQuery(wanted=(terms,), unwanted=(), filters=())
        return self._hits.snippets(search, [Hit(id=hit.id)])[hit.id]

    def pages_at(self, key: str) -> tuple[ItemId, ...]:
        """Return what may be the page whose address has this key (`links.address.address_key`).

        That is the newest article that is shown, then guides and checklists whose packs say that they are published
        there, then the link.
        """
        return tuple(ItemId(row[0]) for row in self._database.rows(_AT, {"key": key}))

    def _known(self, words: Mapping[str, int], algorithms: Sequence[str]) -> list[_Word]:
        """Return the words that some pages hold, the weightiest first; forms of one word count together."""
        top = int(self._database.value("SELECT coalesce(max(item_id), 0) FROM item_text"))
        times: dict[str, int] = defaultdict(int)
        spelt: dict[str, str] = {}
        for word, count in words.items():
            stem = stem_of(word, ENGLISH)
            spelt.setdefault(stem, word)
            times[stem] += count
        found = (self._looked_up(spelt[stem], times[stem], top, algorithms) for stem in spelt)
        return sorted((word for word in found if word.weight), key=lambda word: -word.weight)[:_KEPT]

    def _looked_up(self, text: str, times: int, top: int, algorithms: Sequence[str]) -> _Word:
        ids = self._holding([text], algorithms, limit=_OF_ONE_WORD)
        more = len(ids) >= _OF_ONE_WORD
        holding = len(ids) if not more else len(ids) * top / (top - ids[-1] + 1)
        said = bool(ids) and (top < _FEW or holding <= _EVERYWHERE * top)
        weight = math.log(1 + top / holding) * (1 + math.log(times)) if said else 0.0
        if said and not self._is_in_a_title(text, algorithms):
            weight *= _IN_NO_TITLE
        return _Word(text=text, ids=tuple(ids), more=more, weight=weight)

    def _is_in_a_title(self, text: str, algorithms: Sequence[str]) -> bool:
        term = Term(text=text)
        if self._newest(INDEX, f"title : ({term.match})", 1):
            return True
        match = match_any([term], algorithms) if algorithms else None
        return match is not None and bool(self._newest(WORDS, f"title : ({match})", 1))

    def _of_two(self, words: Sequence[_Word], algorithms: Sequence[str]) -> Iterable[tuple[int, set[str]]]:
        for one, other in combinations(words, 2):
            if one.more or other.more:
                for item_id in self._holding([one.text, other.text], algorithms, limit=_OF_TWO_WORDS):
                    yield item_id, {one.text, other.text}

    def _holding(self, words: Sequence[str], algorithms: Sequence[str], *, limit: int) -> list[int]:
        """Return the newest pages that hold all of some words."""
        terms = [Term(text=word) for word in words]
        found = set(self._newest(INDEX, " AND ".join(f"({term.match})" for term in terms), limit))
        in_words = [match_any([term], algorithms) for term in terms] if algorithms else []
        if in_words and all(in_words):
            found.update(self._newest(WORDS, " AND ".join(f"({match})" for match in in_words), limit))
        return sorted(found, reverse=True)[:limit]

    def _newest(self, index: str, match: str, limit: int) -> list[int]:
        sql = f"SELECT rowid FROM {index} WHERE {index} MATCH :match ORDER BY rowid DESC LIMIT :limit"
        return [row[0] for row in self._database.rows(sql, {"match": match, "limit": limit})]

    def _fitting(
        self,
        held: Mapping[int, set[str]],
        weights: Mapping[str, float],
        wanted: frozenset[int],
        algorithms: Sequence[str],
    ) -> list[RelatedHit]:
        """Return the likeliest pages that fit, each with its score; `held` says which words each page holds."""
        least = min(2, len(weights))
        rough = {
            item_id: sum(map(weights.__getitem__, words)) for item_id, words in held.items() if len(words) >= least
        }
        likely = sorted(rough, key=lambda item_id: (-rough[item_id], item_id not in wanted, -item_id))[:_LIKELY]
        stems = {word: _stems(word, algorithms) for word in weights}
        hits = []
        for row in self._titles(likely):
            item_id, kind = row["id"], ItemKind(row["kind"])
            in_title = _in_title({word: stems[word] for word in held[item_id]}, row["title"], algorithms)
            alone = len(weights) == 1 and kind is not ItemKind.LINK
            if _fits(len(held[item_id]), len(in_title), alone=alone):
                score = rough[item_id] + _IN_TITLE * sum(weights[word] for word in in_title)
                by_weight = sorted(held[item_id], key=lambda word: -weights[word])
                hits.append(RelatedHit(id=ItemId(item_id), kind=kind, score=score, words=tuple(by_weight)))
        return hits

    def _titles(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return id, kind and title of guides, and of articles and links that are shown."""
        return self._database.rows(_TITLES, {"ids": json.dumps(list(ids))})


_AT = """
    SELECT i.id FROM item AS i LEFT JOIN article AS a ON a.item_id = i.id LEFT JOIN item_text AS t ON t.item_id = i.id
    WHERE i.address_key = :key AND iif(
        i.kind = 'article', a.hidden = 0, i.kind IN ('guide', 'checklist', 'link') AND t.item_id IS NOT NULL
    )
    ORDER BY i.kind <> 'article', i.kind = 'link', iif(i.kind = 'article', -i.id, i.id)
"""
_TITLES = f"""
    SELECT i.id, i.kind, i.title FROM json_each(:ids) AS wanted CROSS JOIN item AS i ON i.id = wanted.value
    LEFT JOIN article AS a ON a.item_id = i.id LEFT JOIN link AS l ON l.item_id = i.id
    WHERE CASE i.kind
        WHEN 'article' THEN a.hidden = 0
        WHEN 'link' THEN {LISTED}
        ELSE i.kind IN ('guide', 'checklist')
    END
"""


def _fits(words: int, in_title: int, *, alone: bool) -> bool:
    return words >= 3 or (in_title > 0 and (words == 2 or alone))


def _in_title(stems: Mapping[str, set[str]], title: str, algorithms: Sequence[str]) -> set[str]:
    """Return those of some words, given with their stems, that stand in a title."""
    there = _stems(title, algorithms)
    return {word for word, own in stems.items() if (word in title if RUN.match(word) else not own.isdisjoint(there))}


def _stems(text: str, algorithms: Sequence[str]) -> set[str]:
    rules = (ENGLISH, *algorithms)
    return {form for piece in pieces_of(text) for rule in rules for form in forms_of(piece, rule)}
