"""What long work shows: nothing at first, then "Working", then a bar with words and Stop, then only the pill.

Never a bar without words, never a made-up percentage, never a window that waits.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel


class ProgressStrip(QFrame):
    """Words, a stepped bar and Stop. Hidden until `show_words`."""

    stop_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, kind="inset")
        self._stopping = False
        self._words = PlainLabel(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stop = Button(theme, _("Stop"), icon=Icon.STOP)
        self.stop.clicked.connect(self._stop_once)
        row = Row(theme, margins=(16, 10, 10, 10), gap=16, parent=self)
        column = Column(theme, gap=6)
        column.addWidget(self._words)
        column.addWidget(self.bar)
        row.addLayout(column, 1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setVisible(False)

    def show_words(self, words: str, *, done: int = 0, total: int = 0) -> None:
        """Show what is being done and how far it is; without a known total the bar stays empty."""
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(min(done, total))
        self.setVisible(True)

    def finish(self) -> None:
        """Hide, ready for the next time."""
        self.setVisible(False)
        self._stopping = False
        self.stop.set_words(_("Stop"))

    def _stop_once(self) -> None:
        if not self._stopping:
            self._stopping = True
            self.stop.set_words(_("Stopping"))
            self.stop_pressed.emit()


class WorkPhase(IntEnum):
    """How long work has been going on, as people feel it."""

    UNNOTICED = 0
    SHORT = 1
    LONG = 2
    BACKGROUND = 3


PHASE_MS = {WorkPhase.SHORT: 300, WorkPhase.LONG: 1_000, WorkPhase.BACKGROUND: 10_000}


class WorkPhases(QObject):
    """Tells by `entered` which phase running work has come to; `begin` and `end` frame the work."""

    entered = Signal(object)

    def __init__(self, parent: QObject | None = None, *, after_ms: dict[WorkPhase, int] | None = None) -> None:
        super().__init__(parent)
        self._phase = WorkPhase.UNNOTICED
        self._timers: list[QTimer] = []
        for phase, wait in (after_ms or PHASE_MS).items():
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(lambda phase=phase: self._enter(phase))
            self._timers.append(timer)

    @property
    def phase(self) -> WorkPhase:
        """The phase that the running work has come to; `UNNOTICED` while none runs."""
        return self._phase

    def begin(self) -> None:
        """Start counting."""
        self._phase = WorkPhase.UNNOTICED
        for timer in self._timers:
            timer.start()

    def end(self) -> WorkPhase:
        """Stop counting and return the phase that was reached, e.g. to decide on a message."""
        for timer in self._timers:
            timer.stop()
        reached, self._phase = self._phase, WorkPhase.UNNOTICED
        return reached

    def _enter(self, phase: WorkPhase) -> None:
        self._phase = phase
        self.entered.emit(phase)
