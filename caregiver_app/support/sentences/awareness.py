"""Everything that is said of an awareness day. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from caregiver_app.model.awareness import Days
from caregiver_app.model.awareness_day import AwarenessDay, AwarenessKit
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.support.i18n import (
    as_beginning,
    country_name,
    format_day,
    format_month,
    format_short_day,
    format_short_weekday,
)
from caregiver_app.support.i18n import gettext as _


def days_words(days: Days, today: date) -> str:
    """Return when a day falls as one says it, e.g. "Monday 23 November" or "1 June to 7 June"."""
    if days.first == days.last:
        return format_day(noon(days.first), UTC, year=days.first.year != today.year)
    first = format_short_day(noon(days.first), UTC, year=days.first.year != days.last.year)
    last = format_short_day(noon(days.last), UTC, year=days.last.year != today.year)
    # Translators: from one day to another, e.g. "1 June to 7 June"
    return _("{first} to {last}").format(first=first, last=last)


def facts_words(day: AwarenessDay, days: Days, today: date) -> str:
    """Return the line below its name: when, whose, where, and whether it asks for money."""
    where = country_name(day.country[:2]) if len(day.country.partition("-")[0]) == 2 and day.country != "EU" else ""
    parts = [days_words(days, today), day.organiser, where, _("Fund-raising") if day.fund_raising else ""]
    return "  ·  ".join(part for part in parts if part)


def month_words(month: date, today: date) -> str:
    """Return what a month is called as it begins a line, with its year where it is not this one."""
    return as_beginning(month_inside(month, today))


def month_inside(month: date, today: date) -> str:
    """Return what a month is called inside a sentence, with its year where it is not this one."""
    return format_month(noon(month), UTC, year=month.year != today.year)


def short_weekday(day: date) -> str:
    """Return the weekday in its short form."""
    return format_short_weekday(noon(day), UTC)


def kit_words(kit: AwarenessKit) -> str:
    """Return the words of a kit as they are put into a message: its text, then its facts."""
    return "\n\n".join([kit.message.strip(), *(["\n".join(kit.facts)] if kit.facts else [])])


def noon(day: date) -> Millis:
    """Return the middle of a day in UTC: a day of the calendar is the same everywhere."""
    return from_datetime(datetime.combine(day, time(12), UTC))
