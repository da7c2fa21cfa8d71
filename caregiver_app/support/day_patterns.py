"""In which order a language writes weekday, day, month and year: patterns of the CLDR, also without a year. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

# The year in a date pattern of the CLDR, with the comma, preposition or sign that belongs to it.
_YEAR = re.compile(r"(?:[,،]?\s*(?:'de[l]?'\s+)?)y+(?:\s*'[^']*'|年|년)?")


def whole_day(locale: Locale, *, year: bool) -> str:
    """Return the pattern of a day with its weekday, e.g. of "Monday 23 November"."""
    pattern = str(locale.date_formats["full"].pattern)
    # British dates: the CLDR drops the comma without a year only. Spanish ones stand behind "el", which takes none.
    if _skeleton(locale, "MMMMEEEEd").startswith("EEEE d") or locale.language == "es":
        pattern = pattern.replace("EEEE, ", "EEEE ")
    return pattern if year else _without_year(locale, pattern)


def short_day(locale: Locale, *, year: bool) -> str:
    """Return the pattern of a day without its weekday, e.g. of "23 November"."""
    return str(locale.date_formats["long"].pattern) if year else _skeleton(locale, "MMMMd")


def month_alone(locale: Locale, *, year: bool) -> str:
    """Return the pattern of a month that stands alone, e.g. of "March"."""
    return _skeleton(locale, "yMMMM") or "LLLL y" if year else "LLLL"


def _without_year(locale: Locale, pattern: str) -> str:
    shorter = _YEAR.sub("", pattern, count=1).strip(" .,،")
    month_and_day = _skeleton(locale, "MMMMd")
    rest = shorter.replace(month_and_day, "").replace("EEEE", "")
    # Some languages bend the words around a year: there the parts are put side by side.
    return f"EEEE, {month_and_day}" if any(letter.isalnum() for letter in rest) else shorter


def _skeleton(locale: Locale, name: str) -> str:
    found = locale.datetime_skeletons.get(name)
    return "" if found is None else str(found.pattern)
