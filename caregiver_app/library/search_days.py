"""Days as people type them into the search, as moments of the place where they live."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo

from caregiver_app.model.time import Millis, from_datetime, to_datetime

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)
_AGO = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)


def read_day(value: str, *, now: Millis, zone: tzinfo | None = None) -> Millis | None:
    """Return the first moment of what is written, None when it is no day.

    It may be a year, month or day (2026, 2026-11, 2026-11-25), `today`, `yesterday`, or so many days, weeks, months or
    years ago (7d, 2w, 3m, 1y). `zone` is where the person lives, None for this computer's.
    """
    try:
        day = _day(value.strip().lower(), to_datetime(now).astimezone(zone).date())
        return None if day is None else _first_moment(day, zone)
    except (ValueError, OverflowError, OSError):
        return None


def _day(value: str, today: date) -> date | None:
    if value in ("today", "yesterday"):
        return today - timedelta(days=value == "yesterday")
    if ago := _AGO.fullmatch(value):
        return _before(today, int(ago[1]), ago[2])
    if written := _WRITTEN.fullmatch(value):
        year, month, day = (int(part or 1) for part in written.groups())
        return date(year, month, day)
    return None


def _before(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return first.replace(day=min(today.day, (following - first).days))


def _first_moment(day: date, zone: tzinfo | None) -> Millis:
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    return from_datetime(midnight.astimezone() if zone is None else midnight)
