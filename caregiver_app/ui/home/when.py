"""Days and times on Home, as one says them today."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from caregiver_app.model.time import Millis, from_datetime, to_datetime
from caregiver_app.support.i18n import format_clock, format_day, format_short_day
from caregiver_app.support.i18n import gettext as _

_MORNING, _AFTERNOON, _EVENING = 5, 12, 18
_WEEK = 7


def greeting(at: Millis, zone: tzinfo | None = None) -> str:
    """Return how one greets at that time of day; small hours are neither good nor bad."""
    hour = to_datetime(at).astimezone(zone).hour
    if hour < _MORNING:
        return _("Hello")
    if hour < _AFTERNOON:
        return _("Good morning")
    return _("Good afternoon") if hour < _EVENING else _("Good evening")


def zone_named(name: str) -> tzinfo:
    """Return a zone by its IANA name; one that this computer does not know counts as UTC."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def clock_words(at: Millis, zone: tzinfo, name: str) -> str:
    """Return a time of day by the clock of its place, which is named where it goes otherwise than ours."""
    words = format_clock(at, zone)
    here = to_datetime(at).astimezone()
    if here.utcoffset() == to_datetime(at).astimezone(zone).utcoffset():
        return words
    place = name.rpartition("/")[2].replace("_", " ")
    # Translators: e.g. "2:30 pm in New York"
    return _("{time} in {place}").format(time=words, place=place)


def is_far(day: date, today: date) -> bool:
    """Return whether a weekday alone would not tell which day is meant."""
    return not today <= day < today + timedelta(days=_WEEK)


def written_day(text: str, today: date) -> str:
    """Return a date YYYY-MM-DD as people say it: "today", "Thursday 26 November", "3 May 2027"."""
    day = date.fromisoformat(text)
    if day == today:
        return _("today")
    noon = from_datetime(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    return format_day(noon, UTC) if day.year == today.year else format_short_day(noon, UTC, year=True)
