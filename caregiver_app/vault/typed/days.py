"""Reads dates as the person's own place writes them: 23/11/2026 or 11/23/2026, 23 November 2026, 2026-11-23.

Years have four digits, or a birth date could be read as another century. What could be two days is none. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from caregiver_app.model.errors import RecordRefused, RecordTrouble

EARLIEST_YEAR, LATEST_YEAR = 1850, 2200
LONGEST = 60

_PARTS = re.compile(r"\d+|[^\W\d_]+", re.UNICODE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_day(typed: str, locale: str) -> date:
    """Return the day typed, read in the order of `locale` (a tag such as "en-GB").

    Raises:
        RecordRefused: it is no day, or its year is not told in four digits.
    """
    text = unicodedata.normalize("NFKC", typed.strip())
    if len(text) > LONGEST:
        raise RecordRefused(RecordTrouble.DATE)
    iso = _ISO.fullmatch(text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    parts = _PARTS.findall(text)
    numbers = [part for part in parts if part.isdecimal()]
    named = _month_in(parts, locale)
    if named is not None:
        return _with_named_month(numbers, named)
    if len(numbers) != 3 or len(parts) != 3:
        raise RecordRefused(RecordTrouble.DATE)
    return _in_order(numbers, "ymd" if len(numbers[0]) == 4 else order_of(locale))


@lru_cache(maxsize=16)
def order_of(locale: str) -> str:
    """Return the order in which a place writes day, month and year in digits: "dmy", "mdy" or "ymd"."""
    from babel import Locale

    pattern = str(Locale.parse(locale.replace("-", "_")).date_formats["short"].pattern)
    order = "".join(dict.fromkeys(sign for sign in pattern.lower() if sign in "dmy"))
    return order if sorted(order) == ["d", "m", "y"] else "dmy"


def _in_order(numbers: list[str], order: str) -> date:
    given = dict(zip(order, numbers, strict=True))
    if len(given["y"]) != 4:
        raise RecordRefused(RecordTrouble.DATE)
    return _day(int(given["y"]), int(given["m"]), int(given["d"]))


def _with_named_month(numbers: list[str], month: int) -> date:
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(numbers) != 2 or len(years) != 1 or len(days) != 1:
        raise RecordRefused(RecordTrouble.DATE)
    return _day(int(years[0]), month, int(days[0]))


def _month_in(parts: list[str], locale: str) -> int | None:
    found = {months[part.casefold()] for part in parts for months in (_months(locale),) if part.casefold() in months}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=16)
def _months(locale: str) -> dict[str, int]:
    from babel import Locale

    spoken = Locale.parse(locale.replace("-", "_"))
    names: dict[str, int] = {}
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in spoken.months[form][width].items():
                names.setdefault(str(name).rstrip(".").casefold(), int(number))
    return {name: number for name, number in names.items() if not any(sign.isdigit() for sign in name)}


def _day(year: int, month: int, day: int) -> date:
    try:
        if EARLIEST_YEAR <= year <= LATEST_YEAR:
            return date(year, month, day)
    except ValueError:
        pass
    raise RecordRefused(RecordTrouble.DATE)
