"""Guides that hold the words of a search, in the reader's language where they have it, and those in it first."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from caregiver_app.library.letter_pairs import RUN
from caregiver_app.library.search_hits import SearchHits
from caregiver_app.library.search_query import SearchQuery, Term
from caregiver_app.library.word_forms import plain_words
from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.storage.engine import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A row, and what it is chosen by."""

    row: ArticleRow
    topics: tuple[str, ...]
    said_as: tuple[str, str]  # the same for a text and its translations
    is_original: bool

    def speaks(self, language: str) -> bool:
        """Return whether it is in a language (ISO 639-1)."""
        return self.row.language.partition("-")[0] == language


class GuidesFound:
    """Asks the full-text indexes for some guides."""

    def __init__(self, database: Database, hits: SearchHits) -> None:
        self._database = database
        self._hits = hits

    def rows(self, some: Sequence[Guide], search: SearchQuery, language: str) -> list[ArticleRow]:
        """Return those that hold the words, each text once and those in this language first; all without a language.

        A text in another is shown in this one where it has it, and only if the words themselves stand there: different
        words of two languages may have one stem.
        """
        guides = {guide.row.id: guide for guide in some}
        found = {hit.id: hit for hit in self._hits.among(search, guides)}
        own = {guide.said_as: guide for guide in some if language and guide.speaks(language)}
        held = [guides[item_id] for item_id in found]
        foreign = {each.row.id for each in held if each.said_as in own and not each.speaks(language)}
        said = self._that_say(search, foreign)
        kept = [own.get(each.said_as, each) for each in held if each.row.id not in foreign or each.row.id in said]
        shown = in_language(kept, language)
        if language:
            shown.sort(key=lambda guide: not (guide.row.id in found and guide.speaks(language)))
        snippets = self._hits.snippets(search, [found[each.row.id] for each in shown if each.row.id in found])
        return [replace(each.row, snippet=snippets.get(each.row.id) or each.row.snippet) for each in shown]

    def _that_say(self, search: SearchQuery, ids: Collection[ItemId]) -> frozenset[ItemId]:
        if not ids:
            return frozenset()
        sql = "SELECT item_id, title, text FROM item_text WHERE item_id IN (SELECT value FROM json_each(:ids))"
        rows = self._database.rows(sql, {"ids": json.dumps(list(ids))})
        return frozenset(ItemId(row["item_id"]) for row in rows if _says(f"{row['title']} {row['text']}", search))


def in_language(some: Iterable[Guide], language: str) -> list[Guide]:
    """Return each text once: in this language where it has it, else as it was written; all without a language."""
    if not language:
        return list(some)
    best: dict[tuple[str, str], Guide] = {}
    for guide in some:
        known = best.get(guide.said_as)
        if known is None or _fits(guide, language) > _fits(known, language):
            best[guide.said_as] = guide
    return list(best.values())


def _fits(guide: Guide, language: str) -> tuple[bool, bool]:
    return guide.speaks(language), guide.is_original


def _says(text: str, search: SearchQuery) -> bool:
    """Return whether the words stand in a text as they were typed, but for accents and capitals."""
    there = f" {plain_words(text)} "
    return all(any(_stands(term, there) for term in group) for group in search.wanted)


def _stands(term: Term, there: str) -> bool:
    words = plain_words(term.text)
    if RUN.search(term.text):
        return words in there
    return f" {words}" in there if term.begun else f" {words} " in there
