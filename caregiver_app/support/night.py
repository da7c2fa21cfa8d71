"""When it is night for somebody who cares: Home then shows the little that is needed."""

from __future__ import annotations

from datetime import tzinfo

from caregiver_app.model.time import Millis, to_datetime

_BEGINS, _ENDS = 22, 6


def is_night(at: Millis, zone: tzinfo | None = None) -> bool:
    """Return whether it is between 22 and 6 by the clock of a zone, of this computer's where none is given."""
    hour = to_datetime(at).astimezone(zone).hour
    return hour >= _BEGINS or hour < _ENDS
