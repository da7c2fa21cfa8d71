"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime

from caregiver_app.model.time import Millis, from_datetime

MONDAY = from_datetime(datetime(2026, 11, 23, 8, 5, tzinfo=UTC))


class StillClock:
    """Both times move together by `advance`; `jump` moves the wall clock alone."""

    def __init__(self, now: Millis = MONDAY) -> None:
        self._now = now
        self._monotonic = 1_000.0

    def now(self) -> Millis:
        """Return the wall-clock time that the test set."""
        return self._now

    def monotonic(self) -> float:
        """Return seconds from an arbitrary start."""
        return self._monotonic

    def jump(self, to: Millis) -> None:
        """Set the wall clock, as a person or a dead battery does; time itself does not pass."""
        self._now = to

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now = Millis(self._now + round(seconds * 1000))
        self._monotonic += seconds
