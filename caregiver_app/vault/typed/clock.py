"""Reads times of day as the person's own place writes them: 14:30, 2:30 pm, 2.30pm, 1430, 9.

What could be morning or afternoon is refused where a place counts to twelve. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import time
from functools import lru_cache

from caregiver_app.model.errors import RecordRefused, RecordTrouble

LONGEST = 20

_SHAPE = re.compile(
    r"(?:(?P<hour>\d{1,2})\s*[:.h\u2236]\s*(?P<minute>\d{2})|(?P<joined>\d{3,4})|(?P<alone>\d{1,2}))(?!\d)(?P<rest>.*)",
    re.ASCII,
)
_NOON = 12


def read_clock(typed: str, locale: str) -> time:
    """Return the time typed, where `locale` (a tag such as "en-US") says whether hours are counted to twelve.

    Raises:
        RecordRefused: it is no time, or could be two.
    """
    text = " ".join(unicodedata.normalize("NFKC", typed).casefold().split())
    found = _SHAPE.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        raise RecordRefused(RecordTrouble.TIME)
    joined = found["joined"] or ""
    written = found["hour"] or found["alone"] or joined[:-2]
    hour, minute = int(written), int(found["minute"] or joined[-2:] or 0)
    half = _half_of(found["rest"], locale)
    if half is None:
        if counts_to_twelve(locale) and 1 <= hour <= _NOON and not written.startswith("0"):
            raise RecordRefused(RecordTrouble.TIME)
        return _time(hour, minute)
    if not 1 <= hour <= _NOON:
        raise RecordRefused(RecordTrouble.TIME)
    return _time(hour % _NOON + half * _NOON, minute)


@lru_cache(maxsize=16)
def counts_to_twelve(locale: str) -> bool:
    """Return whether a place writes hours as 1 to 12 with a word for the half of the day."""
    from babel import Locale

    pattern = str(Locale.parse(locale.replace("-", "_")).time_formats["short"].pattern)
    return "h" in pattern or "K" in pattern


def _half_of(words: str, locale: str) -> int | None:
    """Return 0 for the first half of the day, 1 for the second, None where nothing is said."""
    if not words.strip(" .h"):
        return None
    said = _letters(words)
    for half, names in enumerate(_halves(locale)):
        if said in names:
            return half
    raise RecordRefused(RecordTrouble.TIME)


@lru_cache(maxsize=16)
def _halves(locale: str) -> tuple[frozenset[str], frozenset[str]]:
    from babel import Locale

    periods = Locale.parse(locale.replace("-", "_")).day_periods
    every = [names for widths in periods.values() for names in widths.values()]
    am, pm = ({_letters(str(names[half])) for names in every if half in names} for half in ("am", "pm"))
    return frozenset(am | {"am", "a"}), frozenset(pm | {"pm", "p"})


def _letters(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _time(hour: int, minute: int) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise RecordRefused(RecordTrouble.TIME) from None
