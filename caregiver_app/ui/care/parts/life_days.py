"""Dates of life, kept as YYYY-MM-DD, as people say them: "16 November", with the year where it is another one. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime

from caregiver_app.model.time import Millis, day_of, from_datetime
from caregiver_app.support.i18n import format_short_day


def life_day(written: str, now: Millis) -> str:
    """Return a day as it is said at `now`; what is no day is returned as it is."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return written
    noon = from_datetime(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    return format_short_day(noon, UTC, year=day.year != day_of(now).year)


def today_of(now: Millis) -> str:
    """Return the day on this computer's clock, YYYY-MM-DD."""
    return day_of(now).isoformat()
