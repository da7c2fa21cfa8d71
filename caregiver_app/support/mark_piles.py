"""Cuts piles of combining marks: to bring one into a standard form takes the square of its length, and nobody reads it.

Unicode lets a receiver do so: no word of any language has more than a handful on one letter (UAX #15, section 13, the
Stream-Safe Text Format).
"""

from __future__ import annotations

import re
import unicodedata

MOST_MARKS = 30
"""So many marks on one letter are kept (UAX #15, section 13)."""

_MAYBE_A_PILE = re.compile(rf"(?:(?!\w)[\u0300-\U0010ffff]){{{MOST_MARKS + 1},}}")


def without_piles(text: str) -> str:
    """Return text with at most `MOST_MARKS` combining marks in a row; the same object where there are no more."""
    if text.isascii() or not _MAYBE_A_PILE.search(text):
        return text
    thinned = _MAYBE_A_PILE.sub(_thinned, text)
    return text if len(thinned) == len(text) else thinned


def _thinned(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for sign in run[0]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= MOST_MARKS:
            kept.append(sign)
    return "".join(kept)
