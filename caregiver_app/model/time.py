"""Time as the library keeps it: whole milliseconds since 1970-01-01 UTC (`Millis`)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NewType, Protocol

Millis = NewType("Millis", int)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Clock(Protocol):
    """Asked once per operation; what happens in one operation happens at one time."""

    def now(self) -> Millis:
        """Return the wall-clock time in milliseconds UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never run backwards, for durations only."""
        ...


def to_datetime(at: Millis) -> datetime:
    """Return `at` as an aware datetime in UTC."""
    return _EPOCH + timedelta(milliseconds=at)  # `fromtimestamp` takes nothing before 1970 on some systems


def day_of(at: Millis, zone: tzinfo | None = None) -> date:
    """Return the day on the calendar of a zone, of this computer's where none is given."""
    return to_datetime(at).astimezone(zone).date()


def from_datetime(when: datetime) -> Millis:
    """Return an aware datetime as milliseconds UTC.

    Raises:
        ValueError: `when` has no time zone.
    """
    if when.tzinfo is None:
        raise ValueError("a time without a zone")
    return Millis(int(when.timestamp() * 1000))


def to_iso(at: Millis | None) -> str | None:
    """Return ISO 8601 with offset and whole seconds, as JSON output carries it."""
    return None if at is None else to_datetime(at).isoformat(timespec="seconds")
