"""The day of the samples, for ever the same: what is printed on it is the same to the last byte."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from caregiver_app.model.time import Millis, from_datetime
from demomaking.family import HOME_ZONE

MORNING = from_datetime(datetime(2026, 11, 26, 9, 0, tzinfo=ZoneInfo(HOME_ZONE)))


class OneMorning:
    """A clock on which it is always the same time."""

    def now(self) -> Millis:
        """Return that morning."""
        return MORNING

    def monotonic(self) -> float:
        """Return seconds from an arbitrary start; none pass."""
        return 0.0
