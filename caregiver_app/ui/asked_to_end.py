"""The system wants the program to end: the session is over, the computer shuts down, or somebody asked the process to.

The window is then closed as by its person, so that what is being written is kept and the next start is told nothing.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtWidgets import QApplication


class AskedToEnd(QObject):
    """`asked` comes while `heard` lasts."""

    asked = Signal()

    @contextmanager
    def heard(self, app: QApplication) -> Iterator[None]:
        """Listen for a block, in the main thread."""
        app.commitDataRequest.connect(self._ask)
        try:
            if os.name == "posix":
                with self._signals():
                    yield
            else:
                yield
        finally:
            app.commitDataRequest.disconnect(self._ask)

    @contextmanager
    def _signals(self) -> Iterator[None]:
        """Hear of them through a pipe: the loop of Qt sleeps through what Python does about a signal."""
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda *_end: os.read(reading, 16))
        notifier.activated.connect(self._ask)
        before = {number: signal.signal(number, _nothing) for number in (signal.SIGTERM, signal.SIGHUP)}
        waking = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(waking)
            for number, handler in before.items():
                signal.signal(number, handler)
            notifier.setEnabled(False)
            os.close(reading)
            os.close(writing)

    def _ask(self) -> None:
        self.asked.emit()


def _nothing(_number: int, _frame: object) -> None:
    """Take the place of the handler that would end the process; what is to be done comes through the pipe."""
