"""Which ways there are on this system to notice that nobody is at the computer."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject

from caregiver_app.model.time import Clock
from caregiver_app.ui.care.away import AwayWatch, ClockGapWatch


def away_watches(clock: Clock, parent: QObject) -> Sequence[AwayWatch]:
    """Return what there is on this system."""
    gap = ClockGapWatch(clock, parent)
    if sys.platform != "linux":
        return (gap,)
    from caregiver_app.ui.care.logind import LogindWatch, system_bus

    return (gap, LogindWatch(system_bus, parent))


def notices_screen_lock() -> bool:
    """Return whether a locked screen and another session are noticed on this system."""
    return sys.platform == "linux"
