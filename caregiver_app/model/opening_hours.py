"""Whether somebody answers at a moment, by the usual hours of a line. Pure; knows nothing of holidays.

Nothing is said where hours or zone are missing: a line that may be open is never called closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from caregiver_app.model.pack_help import PackHours, Weekday
from caregiver_app.model.time import Millis, from_datetime, to_datetime

_DAYS_AHEAD = 15
"""A line that opens once a week is seen to open again, also where the clocks leave out its hour once."""

_ALWAYS_MS = (7 * 24 + 2) * 3600 * 1000
"""A week, longer than a week can be in which the clocks go back and a line closes for an hour."""

_MIDNIGHT = "24:00"
_WEEKDAYS = tuple(Weekday)
_Span = tuple[Millis, Millis]


class OpenState(Enum):
    """How a line is at a moment."""

    UNKNOWN = auto()
    ALWAYS = auto()
    OPEN = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """`changes_at`: when an open line closes, or a closed one opens next; None where neither is known."""

    state: OpenState
    changes_at: Millis | None = None


def opening_at(hours: Sequence[PackHours], zone: str, now: Millis) -> Opening:
    """Return how a line with these hours, as clocks in `zone` (IANA) show them, is at `now`."""
    place = _zone(zone)
    if not hours or place is None:
        return Opening(state=OpenState.UNKNOWN)
    spans = _joined(sorted(_spans(hours, place, now)))
    for begins, ends in spans:
        if begins <= now < ends:
            if ends - now >= _ALWAYS_MS:
                return Opening(state=OpenState.ALWAYS)
            return Opening(state=OpenState.OPEN, changes_at=ends)
    ahead = (begins for begins, _ends in spans if begins > now)
    return Opening(state=OpenState.CLOSED, changes_at=next(ahead, None))


def _spans(hours: Sequence[PackHours], zone: ZoneInfo, now: Millis) -> Iterator[_Span]:
    today = to_datetime(now).astimezone(zone).date()
    for ahead in range(-1, _DAYS_AHEAD + 1):
        day = today + timedelta(days=ahead)
        for each in hours:
            if _WEEKDAYS[day.weekday()] in each.days:
                begins, ends = _span(each, day, zone)
                if begins < ends:  # else it is an hour that the clocks leave out that day
                    yield begins, ends


def _span(hours: PackHours, day: date, zone: ZoneInfo) -> _Span:
    """Return from when to when; what closes at or before it opens closes on the next day."""
    ends_on = day + timedelta(days=1) if hours.closes <= hours.opens or hours.closes == _MIDNIGHT else day
    closes = "00:00" if hours.closes == _MIDNIGHT else hours.closes
    return _instant(day, hours.opens, zone), _instant(ends_on, closes, zone)


def _instant(day: date, clock: str, zone: ZoneInfo) -> Millis:
    return from_datetime(datetime.combine(day, time.fromisoformat(clock), zone))


def _joined(spans: Iterable[_Span]) -> list[_Span]:
    """Return spans in order, those that touch or overlap as one."""
    joined: list[_Span] = []
    for begins, ends in spans:
        if joined and begins <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(ends, joined[-1][1]))
        else:
            joined.append((begins, ends))
    return joined


def _zone(name: str) -> ZoneInfo | None:
    """Return a zone by its name, None where this computer does not know it."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
