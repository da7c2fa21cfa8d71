"""The piece of a record's text in which something was found, what was found marked. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_app.library.word_forms import fold, places_of
from caregiver_app.model.article import HIT_END, HIT_START

LOOKED_THROUGH = 60_000
"""Characters of a text that are looked through."""

_BEFORE, _SHOWN = 60, 200
_MOST_HITS = 100


def snippet_of(text: str, typed: str) -> str:
    """Return a piece of `text` in one line, words that begin as those typed between HIT_START and HIT_END.

    Without such a word near enough to be looked at it is the beginning of the text.
    """
    looked_at = text[:LOOKED_THROUGH]
    begun = tuple({fold(place.word) for place in places_of(typed)})
    hits = _hits(looked_at, begun)
    start = _begin(looked_at, hits[0][0]) if hits else 0
    end = _end(looked_at, max(start + _SHOWN, hits[0][1] if hits else 0))
    shown = " ".join("".join(_marked(looked_at, hits, start, end)).split())
    return f"{'…' if start else ''}{shown}{'…' if end < len(text) else ''}"


def _hits(text: str, begun: tuple[str, ...]) -> list[tuple[int, int]]:
    if not begun:
        return []
    if text.isascii():
        return _hits_in_ascii(text, begun)
    hits: list[tuple[int, int]] = []
    for place in places_of(text):
        if fold(place.word).startswith(begun):
            hits.append((place.start, place.end))
            if len(hits) == _MOST_HITS:
                break
    return hits


def _hits_in_ascii(text: str, begun: tuple[str, ...]) -> list[tuple[int, int]]:
    """Do the same in a tenth of the time, by what is nearly the same rule."""
    words = "|".join(re.escape(word) for word in begun)
    pattern = re.compile(rf"(?<![a-z0-9])(?:{words})[a-z0-9]*", re.IGNORECASE | re.ASCII)
    hits: list[tuple[int, int]] = []
    for found in pattern.finditer(text):
        hits.append(found.span())
        if len(hits) == _MOST_HITS:
            break
    return hits


def _marked(text: str, hits: list[tuple[int, int]], start: int, end: int) -> Iterator[str]:
    at = start
    for first, last in hits:
        if at <= first and last <= end:
            yield from (text[at:first], HIT_START, text[first:last], HIT_END)
            at = last
    yield text[at:end]


def _begin(text: str, hit: int) -> int:
    """Return where a piece begins that shows this hit, at a word."""
    at = max(0, hit - _BEFORE)
    space = text.find(" ", at, hit) if at else -1
    return at if space < 0 else space + 1


def _end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", at - 25, at + 1)
    return at if space < 0 else space
