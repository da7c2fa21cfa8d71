"""The real clock. Tests bring their own; nothing else in the application asks the system for the time."""

from __future__ import annotations

import time

from caregiver_app.model.time import Millis


class SystemClock:
    """The computer's own clock."""

    def now(self) -> Millis:
        """Return the wall-clock time in milliseconds UTC."""
        return Millis(time.time_ns() // 1_000_000)

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""
        return time.monotonic()
