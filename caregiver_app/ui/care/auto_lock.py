"""Locks the care notes when nobody does anything, or nobody may be there. Says so a minute before."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from caregiver_app.model.time import Clock
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.logs import note
from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.care.away import Away, AwayWatch
from caregiver_app.ui.care.idle import Idle
from caregiver_app.ui.care.opening import DEFAULT_MINUTES

LOOK_MS = 2_000
_A_MINUTE = 60
_SOON_MS, _MOST_LOOKS = 50, 40  # so long, in all two seconds, something may take to be closed before a computer sleeps
_DOINGS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.InputMethod,
        QEvent.Type.TabletPress,
    }
)


class AutoLock(QObject):
    """`left` carries the minutes that are left, when they change; `warned` the seconds; `attended` ends a warning."""

    left = Signal(int)
    warned = Signal(int)
    attended = Signal()

    def __init__(
        self,
        access: CareAccess,
        clock: Clock,
        watches: Callable[[], Sequence[AwayWatch]],
        parent: QObject,
        *,
        is_closing: Callable[[], bool] = lambda: False,
    ) -> None:
        """`watches` are made when the notes are first opened; `is_closing` tells that more is still being closed."""
        super().__init__(parent)
        self._is_closing = is_closing
        self._looks = 0
        self._access = access
        self._make_watches = watches
        self._watches: Sequence[AwayWatch] | None = None
        self.idle = Idle(clock, DEFAULT_MINUTES)
        self._is_warning = False
        self._minutes_left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        access.changed.connect(self._state_changed)
        access.closed.connect(self._settled)

    @property
    def minutes(self) -> int:
        """After how many minutes it locks."""
        return self.idle.minutes

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes from now on."""
        self.idle.minutes = minutes
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        self.idle.touch()
        if self._is_warning:
            self._is_warning = False
            self.attended.emit()
        self._tell_left()

    def look(self) -> None:
        """Lock when it is due; warn before."""
        if not self._access.is_open:
            return
        if self.idle.left_s <= 0:
            self._access.lock()
            return
        self._tell_left()
        seconds = self.idle.warning()
        if seconds is not None:
            self._is_warning = True
            self.warned.emit(seconds)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note of whatever a person does in any of our windows."""
        # Most of hundreds of thousands of events were made by ourselves: the first look is the cheap one.
        if event.spontaneous() and event.type() in _DOINGS:
            self.touch()
        return False

    def go_away(self, why: Away) -> None:
        """Lock because nobody may be there."""
        note("care.locked", why=why)
        self._access.lock()

    def _tell_left(self) -> None:
        minutes = math.ceil(self.idle.left_s / _A_MINUTE)
        if minutes != self._minutes_left:
            self._minutes_left = minutes
            self.left.emit(minutes)

    def _state_changed(self) -> None:
        application = QApplication.instance()
        if application is None:
            return
        if self._access.is_open:
            self._minutes_left = 0
            self._is_warning = False
            self.touch()
            application.installEventFilter(self)
            self._timer.start()
            for watch in self._all_watches():
                watch.begin(self.go_away)
        elif self._timer.isActive():
            application.removeEventFilter(self)
            self._timer.stop()

    def _settled(self) -> None:
        """Let the system sleep once all is closed; a protected library may take a moment longer than the notes."""
        if self._access.is_open:
            return
        if self._is_closing() and self._looks < _MOST_LOOKS:
            self._looks += 1
            QTimer.singleShot(_SOON_MS, self, self._settled)
            return
        self._looks = 0
        for watch in self._watches or ():
            watch.settled()
            watch.end()

    def _all_watches(self) -> Sequence[AwayWatch]:
        if self._watches is None:
            self._watches = self._make_watches()
        return self._watches


def warning_words(seconds: int, *, library_too: bool = False) -> str:
    """Return what is said so long before the lock."""
    if seconds >= _A_MINUTE:
        return _("Caregiver will lock in 1 minute.") if library_too else _("Care notes will lock in 1 minute.")
    if library_too:
        return _("Caregiver will lock in {seconds} seconds.").format(seconds=seconds)
    return _("Care notes will lock in {seconds} seconds.").format(seconds=seconds)
