"""Tells the screen before one's eyes that midnight passed, also while the computer slept: else it says "Today" on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from caregiver_app.model.time import Clock, day_of
from caregiver_app.ui.frame import MainWindow

_LOOK_MS = 60_000


class NewDay(QObject):
    """Looks at the clock every minute. Screens that are not shown ask for the day when they are opened."""

    def __init__(self, clock: Clock, window: MainWindow) -> None:
        super().__init__(window)
        self._clock = clock
        self._window = window
        self._day = day_of(clock.now())
        self.every_minute = QTimer(self, interval=_LOOK_MS)
        self.every_minute.timeout.connect(self._look)
        self.every_minute.start()

    def _look(self) -> None:
        today = day_of(self._clock.now())
        if today == self._day:
            return
        self._day = today
        shown = self._window.stack.shown
        if shown is not None:
            shown.new_day()
