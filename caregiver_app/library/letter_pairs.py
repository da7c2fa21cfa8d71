"""Scripts that put no spaces between words, or none where a word ends: where they stand, and their letters in pairs.

A part of a sentence is then found by the pairs that it is made of, without a dictionary.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from caregiver_app.support.patterns import LatePattern

_RARE_HAN = "\U00020000-\U0003ffff"
RANGES = (
    "\u0e01-\u0e3a\u0e40-\u0e4e"  # Thai, without its currency, digits and signs
    "\u0e80-\u0ecf\u0edc-\u0edf"  # Lao
    "\u1000-\u103f\u1050-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f"  # Myanmar
    "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"  # Hangul: spaces stand after the endings of words
    "\u1780-\u17d3\u17d7\u17dc\u17dd"  # Khmer
    "\u1950-\u19df\u1a20-\u1aad"  # Tai Le, New Tai Lue, Tai Tham
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han, the common part
    "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Kana
    "\u3105-\u312f\u31a0-\u31bf"  # Bopomofo
    "\ua980-\ua9c0\u1b00-\u1b4b"  # Javanese, Balinese
)
RUN = LatePattern(f"[{RANGES}{_RARE_HAN}]+")
"""A piece of text in such a script."""

_COMMON = LatePattern(f"[{RANGES}]")  # three times as fast as RUN: it fits into one table


def has_runs(text: str) -> bool:
    """Return whether such a script stands somewhere in a text; rare signs of Han never stand alone."""
    return not text.isascii() and _COMMON.search(text) is not None


def letters_of(run: str) -> list[str]:
    """Return the letters of a run, each with the marks that belong to it."""
    letters: list[str] = []
    for sign in run:
        if letters and unicodedata.category(sign)[0] == "M":
            letters[-1] += sign
        else:
            letters.append(sign)
    return letters


def pairs_of(run: str) -> list[str]:
    """Return each letter of a run joined to the next, then the last alone, as the index keeps them.

    So a single letter is found as a beginning, also where it stands last.
    """
    letters = letters_of(run)
    return [*map("".join, pairwise(letters)), *letters[-1:]]
