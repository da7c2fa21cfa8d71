"""Places in a typed text: what goes with a piece that is taken out, and where the window counts it. Pure.

The guard counts code points, Qt counts the 16-bit units of UTF-16; they differ from the first emoji on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LAST_OF_ONE_UNIT = "\uffff"
_BLANK = " \t\u00a0"
_CLOSING = ".,;:!?)]}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a text, from `start` to before `end`."""

    start: int
    end: int


def with_its_blank(text: str, piece: Piece) -> Piece:
    """Return what is taken out with a piece, so that no two blanks and none before a full stop are left behind.

    Both in code points.
    """
    before, after = text[: piece.start], text[piece.end :]
    blank_before = before[-1:] in _BLANK and before != ""
    starts_line = before == "" or before.endswith("\n")
    if blank_before and (after == "" or after[0] in _BLANK + _CLOSING):
        return Piece(start=piece.start - 1, end=piece.end)
    if starts_line and after[:1] in _BLANK and after:
        return Piece(start=piece.start, end=piece.end + 1)
    return piece


def pieces_of(text: str, words: str, starts: Iterable[int]) -> tuple[Piece, ...]:
    """Return where words stand that were found at `starts`: there, or wherever they are by now, as text moves on."""
    known = [start for start in starts if text.startswith(words, start)]
    return tuple(Piece(start=start, end=start + len(words)) for start in known or _all_places(text, words))


def in_units(text: str, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces given in code points as Qt counts them, in units of UTF-16."""
    wide = [place for place, sign in enumerate(text) if sign > _LAST_OF_ONE_UNIT]
    return tuple(Piece(start=_in_units(wide, piece.start), end=_in_units(wide, piece.end)) for piece in pieces)


def after_change(pieces: Iterable[Piece], *, at: int, removed: int, added: int) -> tuple[Piece, ...]:
    """Return where pieces stand after a change of the text; those that were changed themselves are left out."""
    kept = (piece for piece in pieces if piece.end <= at or piece.start >= at + removed)
    by = added - removed
    return tuple(
        Piece(start=piece.start + by, end=piece.end + by) if piece.start >= at + removed else piece for piece in kept
    )


def _all_places(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + len(words))


def _in_units(wide: list[int], place: int) -> int:
    return place + bisect_left(wide, place)
