"""The day on which this version was made. No clock that is right can say an earlier one.

Written anew for each release; what ships with the application is shown "as of" this day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from caregiver_app.model.time import Millis, from_datetime

BUILT_ON = date(2026, 11, 1)


def built_at() -> Millis:
    """Return the first moment of that day."""
    return from_datetime(datetime(BUILT_ON.year, BUILT_ON.month, BUILT_ON.day, tzinfo=UTC))
