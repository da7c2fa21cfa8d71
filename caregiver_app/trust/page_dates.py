"""The days that a page says of itself: when it was last looked at, and when its publisher means to do so again. Pure.

Only a day beside words that say which one it is counts. English and Spanish; a day that may be two is none.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from caregiver_app.library.word_forms import fold

_LONGEST_CHARS = 300_000
_NEAR_CHARS = 60

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero",
            "feb february febrero",
            "mar march marzo",
            "apr april abr abril",
            "may mayo",
            "jun june junio",
            "jul july julio",
            "aug august ago agosto",
            "sep sept september septiembre setiembre",
            "oct october octubre",
            "nov november noviembre",
            "dec december dic diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<{name}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = re.compile(
    r"(?<![\d/.-])(?:"
    r"(?P<iso>\d{4})-(?P<iso_month>\d{1,2})-(?P<iso_day>\d{1,2})"
    r"|(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4})"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?:de |of )?" + _MONTH.format(name="month") + r",? (?:de |del )?(?P<of>\d{4})"
    r"|" + _MONTH.format(name="us_month") + r" (?P<us_day>\d{1,2})(?:st|nd|rd|th)?,? (?P<us_year>\d{4})"
    r"|" + _MONTH.format(name="only_month") + r",? (?:de |del )?(?P<only_year>\d{4})"
    r")(?![\d/-])"
)

_AGAIN = re.compile(
    r"\b(?:next (?:planned )?review|(?:next )?review due|due for review|review by|review date|expires?|valid until|"
    r"proxima (?:revision|actualizacion)|(?:fecha de )?caducidad|valido hasta)\b"
)
_LAST = re.compile(
    r"\b(?:(?:page )?(?:last )?(?:medically |clinically )?reviewed|(?:last )?(?:updated|modified|revised|checked)|"
    r"last (?:update|review)|date of (?:last )?(?:update|review)|published|publication date|"
    r"(?:ultima (?:revision|actualizacion|modificacion))|fecha de (?:publicacion|revision|actualizacion)|"
    r"revisad[oa]|actualizad[oa]|publicad[oa])\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDates:
    """`last` is the latest day on which a page says that somebody looked at it, `again` when it is to be looked at."""

    last: date | None = None
    again: date | None = None


def find_dates(text: str) -> PageDates:
    """Return the days that a text says of itself; a month without a day is its last day. Any text has an answer."""
    plain = fold(text[:_LONGEST_CHARS]).replace("\n", " ")
    again_marks = list(_AGAIN.finditer(plain))
    again = list(_after(plain, again_marks))
    taken = {mark.start() for mark in again_marks}
    last_marks = [mark for mark in _LAST.finditer(plain) if not _is_within(mark.start(), taken)]
    return PageDates(last=max(_after(plain, last_marks), default=None), again=min(again, default=None))


def _after(text: str, marks: list[re.Match[str]]) -> Iterator[date]:
    """Yield the first day close behind each mark."""
    for mark in marks:
        found = _DAY.search(text, mark.end(), min(len(text), mark.end() + _NEAR_CHARS))
        day = None if found is None else _read(found)
        if day is not None:
            yield day


def _is_within(place: int, taken: set[int]) -> bool:
    return any(start <= place < start + 24 for start in taken)


def _read(found: re.Match[str]) -> date | None:
    try:
        return _as_written(found)
    except ValueError:
        return None


def _as_written(found: re.Match[str]) -> date | None:
    """Raises `ValueError` for a day that no month has."""
    if found["iso"]:
        return date(int(found["iso"]), int(found["iso_month"]), int(found["iso_day"]))
    if found["year"]:
        return _of_numbers(int(found["first"]), int(found["second"]), int(found["year"]))
    if found["of"]:
        return date(int(found["of"]), _MONTHS[found["month"]], int(found["day"]))
    if found["us_year"]:
        return date(int(found["us_year"]), _MONTHS[found["us_month"]], int(found["us_day"]))
    year, month = int(found["only_year"]), _MONTHS[found["only_month"]]
    return date(year, month, calendar.monthrange(year, month)[1])


def _of_numbers(first: int, second: int, year: int) -> date | None:
    """Return the day where the order cannot be mistaken: 25/3 and 3/25 can be one day only, 3/4 may be two."""
    if first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None
