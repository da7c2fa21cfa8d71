"""Where digits stand in a text: most of what gives somebody away has some, and most of a message has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

Span = tuple[int, int]

_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"\d+")
_GAP = re.compile(r"\s|$")


def near_digits(text: str, *, before: int, after: int, within: Span | None = None) -> Iterator[Span]:
    """Yield the surroundings of digits; those that touch are one, and each ends where a word does."""
    start, end = within or (0, len(text))
    if _DIGIT.search(text, start, end):
        reach = Reach(before=before, after=after, start=start, end=end)
        yield from _joined(text, _RUN.finditer(text, start, end), reach)


def near_numbers(text: str, *, fewest: int, gap: int, before: int, after: int) -> Iterator[Span]:
    """Yield the surroundings of at least `fewest` digits of which no two neighbours are more than `gap` apart."""
    runs = chain.from_iterable(group for group in _groups(text, gap) if sum(len(run[0]) for run in group) >= fewest)
    yield from _joined(text, runs, Reach(before=before, after=after, start=0, end=len(text)))


def near_signs(text: str, signs: re.Pattern[str], *, before: int, after: int) -> Iterator[Span]:
    """Yield the surroundings of what `signs` finds; those that touch are one, and each ends where a word does."""
    yield from _joined(text, signs.finditer(text), Reach(before=before, after=after, start=0, end=len(text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far surroundings go, and between which places of the text."""

    before: int
    after: int
    start: int
    end: int


def _groups(text: str, gap: int) -> Iterator[list[re.Match[str]]]:
    group: list[re.Match[str]] = []
    for found in _RUN.finditer(text):
        if group and found.start() - group[-1].end() > gap:
            yield group
            group = []
        group.append(found)
    yield group


def _joined(text: str, runs: Iterable[re.Match[str]], reach: Reach) -> Iterator[Span]:
    near, reached = reach.start, None
    for found in runs:
        first = found.start() - reach.before
        if reached is None:
            near = max(first, reach.start)
        elif first > reached and first > (far := word_end(text, reached, reach.end)):
            yield near, far
            near = first
        reached = found.end() + reach.after
    if reached is not None:
        yield near, word_end(text, reached, reach.end)


def word_end(text: str, place: int, last: int) -> int:
    """Return where the word at `place` ends, at most `last`: a pattern must not see half of a word as a whole."""
    if place >= last:
        return last
    found = _GAP.search(text, place, last)
    return last if found is None else found.start()
