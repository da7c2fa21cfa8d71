"""What changed between two texts, word by word. Pure; bounded, since texts come from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_WORDS = 800
"""A stretch with more changed words than this is shown as taken out and put in as a whole."""

MOST_LINES = 2_000
"""The same for a text with more lines than this."""

_WORD = re.compile(r"\n+|\S+[^\S\n]*|[^\S\n]+")


class Fate(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some text with one fate; line ends are kept as they are."""

    fate: Fate
    text: str


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """Return both texts as one: without what was added it is `before`, without what was removed `after`."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if max(len(old), len(new)) > MOST_LINES:
        return tuple(_joined(_replaced(before, after)))
    return tuple(_joined(_by_lines(old, new)))


def _by_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """Find the lines that stayed first: comparing all words of a long page with all others would take minutes."""
    for stayed, old_part, new_part in _stretches(old, new):
        if stayed:
            yield Piece(fate=Fate.SAME, text="".join(new_part))
        else:
            yield from _by_words("".join(old_part), "".join(new_part))


def _by_words(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        yield from _replaced(before, after)
        return
    for stayed, old_part, new_part in _stretches(old, new):
        if stayed:
            yield Piece(fate=Fate.SAME, text="".join(new_part))
        else:
            yield from _replaced("".join(old_part), "".join(new_part))


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        yield kind == "equal", old[old_start:old_end], new[new_start:new_end]


def _replaced(before: str, after: str) -> Iterator[Piece]:
    yield Piece(fate=Fate.REMOVED, text=before)
    yield Piece(fate=Fate.ADDED, text=after)


def _joined(pieces: Iterator[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if joined and joined[-1].fate is piece.fate:
            joined[-1] = Piece(fate=piece.fate, text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined
