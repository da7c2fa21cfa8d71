"""Months as dates: the first day stands for each. Pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def next_month(day: date) -> date:
    """Return the first day of the month after that of `day`."""
    return moved(day, 1)


def moved(day: date, by: int) -> date:
    """Return the first day of the month that lies so many months after that of `day`."""
    number = day.year * 12 + day.month - 1 + by
    return date(number // 12, number % 12 + 1, 1)


def months_from(day: date, count: int) -> tuple[date, ...]:
    """Return so many months from that of `day` on."""
    return tuple(moved(day, by) for by in range(count))


def month_end(day: date) -> date:
    """Return the last day of a month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
