"""Words of both directions on one line: each part is read in its own, and numbers are never taken apart.

Without this the rules for both directions (UAX 9) put "07700 900123" behind an Arabic name as "900123 07700". What is
put in here are marks for the templates and isolates (UAX 9 section 2.3); what people typed never brings its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import accumulate

KEPT, END_OF_KEPT = "\ufdd0", "\ufdd1"
"""Around what the templates set from the left and in one piece: signs that no text has (Unicode section 23.7)."""

_LONGEST_KEPT = 24  # characters: what is longer may need more than a narrow column has
_FROM_LEFT, _FROM_RIGHT, _ENDS = "\u2066", "\u2067", "\u2069"
_OTHER_WAY = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PARTS = re.compile(r"\s+·\s+")  # what our own sentences put between fields
_STRONG = {"L": "L", "R": "R", "AL": "R"}
_LETTER_OR_DIGIT = frozenset({"L", "EN", "AN"})
_BEFORE_NUMBER, _AFTER_NUMBER = "+(-−", "%°"

_from_right: ContextVar[bool] = ContextVar("from_right", default=False)

Signs = list[tuple[int, str]]


@contextmanager
def read_from(*, right: bool) -> Iterator[None]:
    """Set what is typeset in this thread on sheets that are read from the right, or from the left."""
    before = _from_right.set(right)
    try:
        yield
    finally:
        _from_right.reset(before)


def directed(runs: Sequence[str]) -> list[str]:
    """Return the runs of one text, of plain words without marks, with marks where both directions meet."""
    text = "".join(runs)
    if not _from_right.get() and _OTHER_WAY.search(text) is None:
        return list(runs)
    signs = [sign for line in re.finditer("[^\n]+", text) for sign in _in_line(line[0], line.start())]
    return _put_in(runs, _broken_at(set(accumulate(map(len, runs))), signs))


def _broken_at(edges: set[int], signs: Signs) -> Signs:
    """Return signs with isolates around numbers that begin in one run and end in another: those cannot be kept."""
    made: Signs = []
    for place, sign in signs:
        if sign == END_OF_KEPT and any(made[-1][0] < edge < place for edge in edges):
            made[-1:] = [(made[-1][0], _FROM_LEFT), (place, _ENDS)]
        else:
            made.append((place, sign))
    return made


def _in_line(line: str, at: int) -> Signs:
    edges = [0, *(edge for found in _PARTS.finditer(line) for edge in found.span()), len(line)]
    parts = [(begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True) if end > begin]
    signs: Signs = []
    for begin, end in parts:
        part = line[begin:end]
        right = _is_from_right(part)
        kept = [(at + begin + place, sign) for place, sign in _numbers(part, right=right)]
        alone = len(parts) == 1 and right == _from_right.get()
        opening = _FROM_RIGHT if right else _FROM_LEFT
        signs += kept if alone else [(at + begin, opening), *kept, (at + end, _ENDS)]
    return signs


def _is_from_right(part: str) -> bool:
    """Tell from where a part is read: as the sheet, unless it begins and ends in words of the other direction."""
    strong = [way for sign in part if (way := _STRONG.get(unicodedata.bidirectional(sign)))]
    other = "L" if _from_right.get() else "R"
    return _from_right.get() != (bool(strong) and strong[0] == strong[-1] == other)


def _numbers(part: str, *, right: bool) -> Signs:
    """Return marks around each number with what follows it from the left, where words from the right would turn it."""
    ways = [unicodedata.bidirectional(sign) for sign in part]
    last, place, signs = "R" if right else "L", 0, Signs()
    while place < len(part):
        if ways[place] in ("EN", "AN") and (last == "R" or ways[place] == "AN"):
            begin, end = _extent(part, ways, place)
            kept = end - begin <= _LONGEST_KEPT
            signs += [(begin, KEPT if kept else _FROM_LEFT), (end, END_OF_KEPT if kept else _ENDS)]
            last, place = ("R" if right else "L"), end
        else:
            last = _STRONG.get(ways[place], last)
            place += 1
    return signs


def _extent(part: str, ways: Sequence[str], place: int) -> tuple[int, int]:
    """Return from where to where a number reaches: to the last letter or digit before words from the right."""
    end = next((far for far in range(place, len(part)) if ways[far] in ("R", "AL")), len(part))
    while ways[end - 1] not in _LETTER_OR_DIGIT and not (part[end - 1] in _AFTER_NUMBER or part[end - 1] == ")"):
        end -= 1
    begin = place
    while begin > 0 and part[begin - 1] in _BEFORE_NUMBER:
        begin -= 1
    for first in (begin, place):
        if _closed(part[first:end]) == end - first:
            return first, end
    return place, place + max(_closed(part[place:end]), 1)


def _closed(text: str) -> int:
    """Return how many signs of a text come before a bracket that has no other half."""
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign == "(":
            opened.append(place)
        elif sign == ")":
            if not opened:
                return place
            opened.pop()
    return opened[0] if opened else len(text)


def _put_in(runs: Sequence[str], signs: Signs) -> list[str]:
    """Return runs with signs at their places in the whole text; one that ends something stays with what it ends."""
    made, at, left = [], 0, list(signs)
    for number, run in enumerate(runs):
        end, pieces, done = at + len(run), [], 0
        while left and (left[0][0] < end or (left[0][0] == end and (_is_end(left[0][1]) or number == len(runs) - 1))):
            place, sign = left.pop(0)
            pieces += [run[done : place - at], sign]
            done = place - at
        made.append("".join([*pieces, run[done:]]))
        at = end
    return made


def _is_end(sign: str) -> bool:
    return sign in (_ENDS, END_OF_KEPT)
