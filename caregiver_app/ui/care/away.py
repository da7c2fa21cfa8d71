"""When nobody may be at the computer any more: sleep, a locked screen, another session. One Protocol for all systems.

On Linux logind tells (`logind`). Everywhere a gap in the clocks tells afterwards: while a computer sleeps, no time
passes for us. Windows and macOS have no more than that yet: a locked screen is not noticed there; the settings say so.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from caregiver_app.model.time import Clock

GAP_S = 30
"""A longer time between two looks means that the computer slept, or stood still."""

LOOK_MS = 5_000


class Away(StrEnum):
    """Why nobody is there."""

    SLEEP = "sleep"
    SCREEN_LOCKED = "screen-locked"
    SESSION_SWITCHED = "session-switched"
    CLOCK_GAP = "clock-gap"


class AwayWatch(Protocol):
    """Tells when nobody is there. It belongs to the window's thread and never waits."""

    def begin(self, away: Callable[[Away], None]) -> None:
        """Call `away` from now on, in the window's thread."""
        ...

    def settled(self) -> None:
        """Take note that all is locked: the system may go on to sleep."""
        ...

    def end(self) -> None:
        """Look no longer."""
        ...


class ClockGapWatch(QObject):
    """Looks at both clocks every few seconds: on some systems the monotonic one stands still in sleep."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._away: Callable[[Away], None] | None = None
        self._last = (clock.monotonic(), clock.now())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, away: Callable[[Away], None]) -> None:
        """Look from now on."""
        self._away = away
        self._last = (self._clock.monotonic(), self._clock.now())
        self._timer.start()

    def settled(self) -> None:
        """Nothing waits for this watch."""

    def end(self) -> None:
        """Look no longer."""
        self._away = None
        self._timer.stop()

    def look(self) -> None:
        """Compare the clocks with those of the last look."""
        steady, wall = self._clock.monotonic(), self._clock.now()
        gap = max(steady - self._last[0], (wall - self._last[1]) / 1_000)
        self._last = (steady, wall)
        if gap > GAP_S and self._away is not None:
            self._away(Away.CLOCK_GAP)
