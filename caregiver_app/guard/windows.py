"""Reads a long text in pieces of bounded length, so that work grows with the text and no faster, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

AT_ONCE = 6_000
"""A text of up to so many characters is read as one: what a person types, with room."""
_PIECE, _AROUND, _LONGEST_WORD = 4_000, 300, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """`text` begins at `start` of the whole; what begins from `first` to `last` of the whole is found in it."""

    text: str
    start: int
    first: int
    last: int


def windows(text: str) -> Iterator[Window]:
    """Yield pieces that overlap, each with its own part of the text."""
    if len(text) <= AT_ONCE:
        yield Window(text=text, start=0, first=0, last=len(text))
        return
    first = 0
    while first < len(text):
        last = _gap(text, first + _PIECE)
        start = _gap(text, first - _AROUND - _LONGEST_WORD) if first > _AROUND + _LONGEST_WORD else 0
        yield Window(text=text[start : _gap(text, last + _AROUND)], start=start, first=first, last=last)
        first = last


def _gap(text: str, place: int) -> int:
    """Return where the word at `place` ends, where it ends soon: a pattern must not see half of a word as a whole."""
    if place >= len(text):
        return len(text)
    return next((at for at in range(place, place + _LONGEST_WORD) if text[at : at + 1].isspace()), place)
