"""Visits as rows, tiles and cards show them: by the clock of their own place, with ours where it shows another time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from caregiver_app.model.time import Millis, day_of, to_datetime
from caregiver_app.support.i18n import as_beginning, format_clock, format_day, format_short_weekday
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.date_tile import DateTile
from caregiver_app.vault.records.appointments import Appointment, AppointmentId, AppointmentState
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.typed.wall_time import WallTime

_YEAR_MS = 300 * 24 * 3600 * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class TileLook:
    """What stands on the tile of a day."""

    above: str
    number: str
    spoken: str
    is_today: bool

    def tile(self, theme: Theme) -> DateTile:
        """Return the tile."""
        return DateTile(theme, above=self.above, number=self.number, spoken=self.spoken, is_today=self.is_today)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLook:
    """A visit in words. `name` is what controls of its row are called after."""

    id: AppointmentId
    person_id: PersonId | None = None
    tile: TileLook
    title: str = field(repr=False)
    day: str
    time: str
    with_whom: str = field(repr=False)
    place: str = field(repr=False)
    reason: str = field(repr=False)
    about: str = field(repr=False)
    state: AppointmentState
    is_over: bool
    outcome: str = field(repr=False)
    decisions: str = field(repr=False)
    questions: int = 0

    @property
    def name(self) -> str:
        """Return what tells this visit from others."""
        # Translators: {title} is a visit such as "Memory clinic", {day} its day
        return _("{title}, {day}").format(title=self.title, day=self.day)

    @property
    def when(self) -> str:
        """Return time and with whom, e.g. "14:30, Dr Osei"."""
        return _("{time}, {person}").format(time=self.time, person=self.with_whom) if self.with_whom else self.time


def look_of_visit(visit: Appointment, *, now: Millis, about: str = "", questions: int = 0) -> VisitLook:
    """Return a visit as it is shown at `now`; `about` names the person where that is worth telling."""
    begins = visit.starts.aware()
    return VisitLook(
        id=visit.id,
        person_id=visit.person_id,
        tile=_tile(visit.starts, begins, now),
        title=visit.title,
        day=format_day(visit.starts.instant(), begins.tzinfo, year=_is_far(visit.starts.instant(), now)),
        time=_time(visit, begins),
        with_whom=visit.with_whom,
        place=visit.place,
        reason=visit.reason,
        about=about,
        state=visit.state,
        is_over=visit.over_at < now,
        outcome=visit.outcome,
        decisions=visit.decisions,
        questions=questions,
    )


def spoken_moment(when: WallTime, now: Millis) -> str:
    """Return day and time of a visit in words, e.g. "Monday 23 November, 14:30"."""
    begins, at = when.aware(), when.instant()
    day = format_day(at, begins.tzinfo, year=_is_far(at, now))
    return _("{day}, {time}").format(day=day, time=format_clock(at, begins.tzinfo))


def _tile(when: WallTime, begins: datetime, now: Millis) -> TileLook:
    today = day_of(now)
    is_today = begins.date() == today
    return TileLook(
        above=_("Today") if is_today else as_beginning(format_short_weekday(when.instant(), begins.tzinfo)),
        number=str(begins.day),
        spoken=_near_words(begins, now) or format_day(when.instant(), begins.tzinfo),
        is_today=is_today,
    )


def _near_words(begins: datetime, now: Millis) -> str:
    today = day_of(now)
    return {today: _("Today"), today + timedelta(days=1): _("Tomorrow")}.get(begins.date(), "")


def _time(visit: Appointment, begins: datetime) -> str:
    at, zone = visit.starts.instant(), begins.tzinfo
    time = format_clock(at, zone)
    if visit.ends is not None:
        # Translators: from when to when a visit lasts, e.g. "14:30 to 15:15"
        time = _("{begin} to {end}").format(begin=time, end=format_clock(visit.ends.instant(), zone))
    if begins.utcoffset() == to_datetime(at).astimezone().utcoffset():
        return time
    city = visit.starts.zone.rpartition("/")[2].replace("_", " ")
    # Translators: a time on the clock of another place, and on that of this computer
    return _("{time} in {place} ({own} here)").format(time=time, place=city, own=format_clock(at))


def _is_far(at: Millis, now: Millis) -> bool:
    return abs(now - at) > _YEAR_MS
