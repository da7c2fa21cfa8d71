"""Pieces of texts that show what was found, made from the texts themselves where an index keeps none. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from caregiver_app.library.letter_pairs import RUN
from caregiver_app.library.search_query import Term
from caregiver_app.library.word_forms import fold, forms_of, pieces_of, places_of
from caregiver_app.model.article import HIT_END, HIT_START

LOOKED_THROUGH = 60_000
"""Characters of a text that are looked through for hits."""

_CHARS_BEFORE, _CHARS = 60, 220
_MOST_HITS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    start: int
    end: int
    group: int


def snippet_of(text: str, wanted: Sequence[Sequence[Term]], algorithm: str) -> str:
    """Return the piece of a text that shows most of what was asked for, hits between HIT_START and HIT_END.

    `algorithm` is the one by which the text was put into the index. Empty when no hit is near enough to be looked at.
    """
    looked_at = text[:LOOKED_THROUGH]
    hits = sorted(islice(_hits(looked_at, wanted, algorithm), _MOST_HITS), key=lambda hit: (hit.start, -hit.end))
    if not hits:
        return ""
    best = max(range(len(hits)), key=lambda first: (len(_shown_from(hits, first)), -first))
    start = _begin_of_word(looked_at, max(0, hits[best].start - _CHARS_BEFORE))
    end = _end_of_word(looked_at, max(start + _CHARS, hits[best].end))
    marked = _marked(looked_at, start, end, hits)
    return f"{'…' if start else ''}{marked}{'…' if end < len(text) else ''}"


def _shown_from(hits: Sequence[_Hit], first: int) -> set[int]:
    """Return which of the things asked for are seen when a piece begins just before this hit."""
    last = hits[first].start + _CHARS - _CHARS_BEFORE
    return {hit.group for hit in hits[first:] if hit.end <= last} | {hits[first].group}


def _marked(text: str, start: int, end: int, hits: Sequence[_Hit]) -> str:
    parts: list[str] = []
    at = start
    for hit in hits:
        if at <= hit.start and hit.end <= end:
            parts += (text[at : hit.start], HIT_START, text[hit.start : hit.end], HIT_END)
            at = hit.end
    return " ".join("".join((*parts, text[at:end])).split())


def _hits(text: str, wanted: Sequence[Sequence[Term]], algorithm: str) -> Iterator[_Hit]:
    for number, group in enumerate(wanted):
        for term in group:
            yield from (_Hit(start=start, end=end, group=number) for start, end in _spans(text, term, algorithm))


def _spans(text: str, term: Term, algorithm: str) -> Iterator[tuple[int, int]]:
    """Yield where a term stands: runs of a script without spaces as they are written, words by their stems."""
    pieces = list(pieces_of(term.text))
    if any(RUN.match(piece) for piece in pieces):
        written = r"\s*".join(map(re.escape, pieces))
        yield from (found.span() for found in re.finditer(written, text, re.IGNORECASE))
        return
    yield from _spans_of_words(text, pieces, algorithm, begun=term.begun)


def _spans_of_words(text: str, pieces: Sequence[str], algorithm: str, *, begun: bool) -> Iterator[tuple[int, int]]:
    forms = [frozenset((*forms_of(piece, algorithm), *forms_of(fold(piece), algorithm))) for piece in pieces]
    places = list(places_of(text)) if forms else []
    for first in range(len(places) - len(forms) + 1):
        here = places[first : first + len(forms)]
        whole = all(_is(place.word, wanted, algorithm) for place, wanted in zip(here[:-1], forms, strict=False))
        last = here[-1].word
        if whole and (_is(last, forms[-1], algorithm) or (begun and fold(last).startswith(fold(pieces[-1])))):
            yield here[0].start, here[-1].end


def _is(word: str, forms: frozenset[str], algorithm: str) -> bool:
    return not forms.isdisjoint(forms_of(word, algorithm))


def _begin_of_word(text: str, at: int) -> int:
    """Return the next place where a word begins, `at` itself where none does soon."""
    space = text.find(" ", at, at + 25) if at else -1
    return at if space < 0 else space + 1


def _end_of_word(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", at - 25, at + 1)
    return at if space < 0 else space
