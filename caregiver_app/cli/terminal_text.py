"""Makes any text fit for a terminal. What publishers write may hold commands for it, or lines that look like ours.

A terminal obeys characters in what it shows: it moves, overwrites, renames itself, answers into the keyboard, turns the
direction of writing. All of that is taken out here; a line stays one line.
"""

from __future__ import annotations

import re
import unicodedata

from caregiver_app.model.article import HIT_END, HIT_START
from caregiver_app.support.plain_text import visible

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
_MARKED = "**"

# ECMA-48 sections 5.4 and 5.6: control sequences, control strings (also unended ones), other escape sequences.
_SEQUENCES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[P\]X^_]|[\x90\x9d\x98\x9e\x9f])[^\x07\x1b\x9c\r\n]{0,4000}(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_LINE_ENDS = re.compile("[\\t\\r\\n\\v\\f\x1c-\x1e\x85\u2028\u2029]+")
# Marks that turn the direction of what follows, invisible operators, and the tag characters that hide whole texts.
_UNSEEN = re.compile("[\u202a-\u202e\u2060-\u2069\U000e0000-\U000e007f]")
_HITS = re.compile(f"({HIT_START}|{HIT_END})")


def printable(text: str) -> str:
    """Return `text` as one line without anything that a terminal would obey."""
    if text.isascii() and text.isprintable():
        return text
    without = _LINE_ENDS.sub(" ", _SEQUENCES.sub("", text))
    return _UNSEEN.sub("", visible(without))


def with_hits(text: str, *, styled: bool) -> str:
    """Return `text` as `printable` does, its search hits in bold, or between ** where there is no style.

    A hit that was cut off ends with the line.
    """
    start, end = (BOLD, PLAIN) if styled else (_MARKED, _MARKED)
    pieces, within = [], False
    for piece in _HITS.split(text):
        if piece in (HIT_START, HIT_END):
            if within != (piece == HIT_START):
                within = piece == HIT_START
                pieces.append(start if within else end)
        else:
            pieces.append(printable(piece))
    return "".join(pieces) + (end if within else "")


def cell_width(text: str) -> int:
    """Return how many columns `text` takes: two for wide letters (Unicode annex 11), none for marks and for hits."""
    if text.isascii():
        return len(text)
    return sum(_columns(letter) for letter in text)


def fit(text: str, width: int) -> str:
    """Return `text` in exactly `width` columns: cut with an ellipsis, or filled with spaces."""
    text = printable(text)
    if cell_width(text) > width:
        text = _cut(text, max(0, width - 1)) + "…" if width else ""
    return text + " " * (width - cell_width(text))


def _cut(text: str, width: int) -> str:
    used = 0
    for at, letter in enumerate(text):
        used += _columns(letter)
        if used > width:
            return text[:at]
    return text


def _columns(letter: str) -> int:
    if letter in (HIT_START, HIT_END) or unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
