"""Awareness days: by which rule one falls on which days. Pure; asks no clock and knows no list of days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"


class DateRule(StrEnum):
    """How the days of a year are found; what `when` looks like for each."""

    FIXED = "fixed"  # 09-21
    RANGE = "range"  # 06-01..06-07
    MONTH = "month"  # 11
    NTH_WEEKDAY = "nth-weekday"  # 03:2:thu, or 10:last:fri
    LAST_DAY = "last-day-of-month"  # 02
    FLOATING = "floating"  # empty: somebody confirms the days of each year


_SHAPES = {
    DateRule.FIXED: re.compile(rf"{_MONTH}-{_DAY}"),
    DateRule.RANGE: re.compile(rf"{_MONTH}-{_DAY}\.\.{_MONTH}-{_DAY}"),
    DateRule.MONTH: re.compile(_MONTH),
    DateRule.NTH_WEEKDAY: re.compile(rf"{_MONTH}:([1-4]|last):({'|'.join(_WEEKDAYS)})"),
    DateRule.LAST_DAY: re.compile(_MONTH),
    DateRule.FLOATING: re.compile(""),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """From the first to the last day, both included."""

    first: date
    last: date


def rule_holds(rule: DateRule, when: str) -> bool:
    """Return True where `when` is written as the rule wants it and names days that exist."""
    return _SHAPES[rule].fullmatch(when) is not None and (
        rule is DateRule.FLOATING or days_in(rule, when, 2024) is not None
    )


def days_in(rule: DateRule, when: str, year: int, *, lasting: int = 1) -> Days | None:
    """Return the days in a year, None where it has none: 29 February, or a floating day that nobody confirmed.

    `lasting` is how many days it goes on from the first; a month and a range say so themselves. A range that ends
    before it begins ends in the next year.
    """
    match = _SHAPES[rule].fullmatch(when)
    if match is None or rule is DateRule.FLOATING:
        return None
    try:
        first, last = _ends(rule, match.groups(), year)
        return Days(first=first, last=max(last, first + timedelta(days=lasting - 1)))
    except (ValueError, OverflowError):
        return None


def _ends(rule: DateRule, parts: tuple[str, ...], year: int) -> tuple[date, date]:
    month = int(parts[0])
    match rule:
        case DateRule.MONTH:
            return date(year, month, 1), _month_end(year, month)
        case DateRule.LAST_DAY:
            return _month_end(year, month), _month_end(year, month)
        case DateRule.NTH_WEEKDAY:
            day = _nth_weekday(year, month, parts[1], _WEEKDAYS.index(parts[2]))
            return day, day
        case DateRule.RANGE:
            first, last = date(year, month, int(parts[1])), date(year, int(parts[2]), int(parts[3]))
            return first, last if last >= first else date(year + 1, last.month, last.day)
        case _:
            day = date(year, month, int(parts[1]))
            return day, day


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _nth_weekday(year: int, month: int, nth: str, weekday: int) -> date:
    if nth == "last":
        end = _month_end(year, month)
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    start = date(year, month, 1)
    return start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (int(nth) - 1))
