"""What changed between two texts, word by word. Pure; never compares more than it can in a moment.

Texts come from outside and may be huge, or made to be slow to compare: lines or words that stand many times on both
sides can be paired in very many ways. Such a stretch counts as taken out and put in as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

MOST_WORDS = 800
"""A stretch with more changed words than this is shown as taken out and put in as a whole."""

MOST_LINES = 2_000
"""The same for a stretch with more changed lines than this."""

MOST_PAIRS = 40_000
"""The same where more of them could be paired: how often each stands on one side times how often on the other."""

_LINE = re.compile(r"[^\n]*\n+|[^\n]+")
_WORD = re.compile(r"\n+|\S+[^\S\n]*|[^\S\n]+")


class Fate(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Piece(NamedTuple):
    """Some text with one fate; line ends are kept as they are."""

    fate: Fate
    text: str


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """Return both texts as one: without what was added it is `before`, without what was removed `after`."""
    return tuple(_joined(_by_lines(_LINE.findall(before), _LINE.findall(after))))


def _by_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """Find the lines that stayed first: comparing all words of a long page with all others would take minutes."""
    for stayed, old_part, new_part in _stretches(old, new, at_most=MOST_LINES):
        if stayed:
            yield Piece(Fate.SAME, "".join(new_part))
        else:
            yield from _by_words("".join(old_part), "".join(new_part))


def _by_words(before: str, after: str) -> Iterator[Piece]:
    for stayed, old_part, new_part in _stretches(_WORD.findall(before), _WORD.findall(after), at_most=MOST_WORDS):
        if stayed:
            yield Piece(Fate.SAME, "".join(new_part))
        else:
            yield Piece(Fate.REMOVED, "".join(old_part))
            yield Piece(Fate.ADDED, "".join(new_part))


_Stretch = tuple[bool, Sequence[str], Sequence[str]]


def _stretches(old: Sequence[str], new: Sequence[str], *, at_most: int) -> Iterator[_Stretch]:
    """Return in turn what stayed and what did not. What both begin and end with is found without comparing further."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    yield True, old[:start], new[:start]
    if max(len(old_middle), len(new_middle)) > at_most or _pairs(old_middle, new_middle) > MOST_PAIRS:
        yield False, old_middle, new_middle
    else:
        matcher = SequenceMatcher(None, old_middle, new_middle, autojunk=False)
        for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
            yield kind == "equal", old_middle[old_start:old_end], new_middle[new_start:new_end]
    yield True, old[len(old) - end :], new[len(new) - end :]


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many pieces both begin with."""
    differing = (place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    return next(differing, min(len(old), len(new)))


def _pairs(old: Sequence[str], new: Sequence[str]) -> int:
    counts = Counter(new)
    return sum(times * counts[piece] for piece, times in Counter(old).items())


def _joined(pieces: Iterator[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if joined and joined[-1].fate is piece.fate:
            joined[-1] = Piece(piece.fate, joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined
