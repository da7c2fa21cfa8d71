"""Writes appointments as a calendar (iCalendar, RFC 5545): no organiser, nobody invited, uids that say nothing.

Made once and forgotten: a second export of the same appointment has another uid, so that two files in two calendars do
not tell that they speak of the same visit.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.changes.uids import new_uid
from caregiver_app.vault.records.appointments import Appointment, AppointmentState

if TYPE_CHECKING:
    from icalendar import Event

_STATUS = {
    AppointmentState.PLANNED: "CONFIRMED",
    AppointmentState.DONE: "CONFIRMED",
    AppointmentState.CANCELLED: "CANCELLED",
}
_HOUR = timedelta(hours=1)
_YEAR = timedelta(days=400)


def neutral_title() -> str:
    """Return what an appointment is called that is not to say what it is."""
    return _("Appointment")


def write_calendar(appointments: Sequence[Appointment], *, neutral: bool, at: Millis) -> bytes:
    """Return a calendar; with `neutral` it says when, and nothing else."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Caregiver//Caregiver//EN")
    calendar.add("version", "2.0")
    for appointment in appointments:
        calendar.add_component(_event(appointment, neutral, at))
    first, last = _span(appointments)
    calendar.add_missing_timezones(first_date=first, last_date=last)
    return bytes(calendar.to_ical())


def _event(appointment: Appointment, neutral: bool, at: Millis) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", new_uid())
    event.add("dtstamp", _midnight(at))
    event.add("dtstart", _written(appointment.starts.local, appointment.starts.zone))
    event.add("dtend", _end(appointment))
    event.add("summary", neutral_title() if neutral else appointment.title)
    event.add("class", "PRIVATE")
    event.add("status", _STATUS[appointment.state])
    if not neutral and appointment.place:
        event.add("location", appointment.place)
    described = "\n".join(part for part in (appointment.with_whom, appointment.reason) if part)
    if not neutral and described:
        event.add("description", described)
    return event


def _end(appointment: Appointment) -> datetime:
    """Return the end; where nobody said, an hour after the beginning, which calendars can show.

    In the second of two hours that the clock shows alike it is told in UTC: else it would be read as the first.
    """
    if appointment.ends is not None:
        return _written(appointment.ends.local, appointment.ends.zone)
    begin = _written(appointment.starts.local, appointment.starts.zone)
    end = begin.astimezone(UTC) + _HOUR
    there = end.astimezone(begin.tzinfo)
    return end if there.fold else there


def _written(local: str, zone: str) -> datetime:
    """Return the time on the clock of its zone, as it is written; of a zone this computer does not know, in UTC."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.fromisoformat(local).replace(tzinfo=UTC)


def _span(appointments: Sequence[Appointment]) -> tuple[date, date]:
    """Return the days between which rules of zones must be right: a year and more around all appointments."""
    days = [date.fromisoformat(one.starts.local[:10]) for one in appointments] or [date(2020, 1, 1)]
    days += [date.fromisoformat(one.ends.local[:10]) for one in appointments if one.ends is not None]
    return min(days) - _YEAR, max(days) + _YEAR


def _midnight(at: Millis) -> datetime:
    """Return the day alone: a calendar asks when an event was made, and the hour is nobody's business."""
    return to_datetime(at).replace(hour=0, minute=0, second=0, microsecond=0)
