"""Moments and periods of a sheet, in words of its language and by the clock of the computer's place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from caregiver_app.model.errors import PrintError, PrintTrouble, RecordRefused
from caregiver_app.model.sheets.wishes import FROM_THE_BEGINNING
from caregiver_app.model.time import Millis, from_datetime, to_datetime
from caregiver_app.support.i18n import format_clock, format_day, format_short_day, format_short_weekday
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.vault.records.appointments import Appointment
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.typed.days import EARLIEST_YEAR, LATEST_YEAR
from caregiver_app.vault.typed.text import kept_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Whole days, both ends belong to it. `first` None: from the beginning. `since` and `until` are the moments."""

    first: date | None
    last: date
    since: Millis | None
    until: Millis


def period_of(ground: Ground, *, days: int | None) -> Period:
    """Return the days that are wished for; else the last `days` of them until today, or with None all.

    Raises:
        PrintError: a day is none, or the end is before the beginning.
    """
    last = wished_day(ground.wish.until) or ground.today
    of_all = ground.wish.since == FROM_THE_BEGINNING
    first = None if of_all else wished_day(ground.wish.since)
    if first is None and days is not None and not of_all:
        first = last - timedelta(days=days - 1)
    if first is not None and first > last:
        raise PrintError(PrintTrouble.PERIOD)
    return Period(
        first=first,
        last=last,
        since=None if first is None else midnight(ground, first),
        until=midnight(ground, last + timedelta(days=1)),
    )


def period_words(period: Period) -> str:
    """Return from when to when, e.g. "From 10 November 2026 to 23 November 2026"."""
    if period.first is None:
        return _("Until {last}").format(last=day_words(period.last))
    if period.first == period.last:
        return day_words(period.last)
    return _("From {first} to {last}").format(first=day_words(period.first), last=day_words(period.last))


def wished_day(written: str | None) -> date | None:
    """Return a day that somebody wished for (YYYY-MM-DD), None where they did not.

    Raises:
        PrintError: there is no such day, or nobody's life reaches so far.
    """
    if not written:
        return None
    try:
        day = date.fromisoformat(kept_day(written) or "")
    except (RecordRefused, ValueError):
        raise PrintError(PrintTrouble.NO_DAY) from None
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise PrintError(PrintTrouble.NO_DAY)
    return day


def midnight(ground: Ground, day: date) -> Millis:
    """Return when a day begins where the computer is."""
    return from_datetime(datetime.combine(day, time(), ground.zone))


def moment_words(ground: Ground, at: Millis) -> str:
    """Return day and time of day, e.g. "23 November, 08:05", with the year where it is another one."""
    day = to_datetime(at).astimezone(ground.zone)
    words = format_short_day(at, ground.zone, year=day.year != ground.today.year)
    # Translators: a day and a time of day, e.g. "Today, 08:05"
    return _("{day}, {time}").format(day=words, time=format_clock(at, ground.zone))


def weekday_of(day: date, *, with_number: bool) -> str:
    """Return the weekday over a column of a day, e.g. "Mon 23"."""
    weekday = format_short_weekday(from_datetime(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)), UTC)
    return f"{weekday} {day.day}" if with_number else weekday


def visit_day(visit: Appointment) -> str:
    """Return the day of a visit where it takes place, e.g. "Monday 23 November 2026"."""
    return format_day(visit.starts.instant(), visit.starts.aware().tzinfo, year=True)


def visit_time(ground: Ground, visit: Appointment) -> str:
    """Return from when to when a visit lasts by the clock of its place, with ours where it shows another time."""
    begins, at = visit.starts.aware(), visit.starts.instant()
    words = format_clock(at, begins.tzinfo)
    if visit.ends is not None:
        # Translators: from when to when a visit lasts, e.g. "14:30 to 15:15"
        words = _("{begin} to {end}").format(begin=words, end=format_clock(visit.ends.instant(), begins.tzinfo))
    if begins.utcoffset() == to_datetime(at).astimezone(ground.zone).utcoffset():
        return words
    city = visit.starts.zone.rpartition("/")[2].replace("_", " ")
    # Translators: a time on the clock of another place, and on that of this computer
    return _("{time} in {place} ({own} here)").format(time=words, place=city, own=format_clock(at, ground.zone))
