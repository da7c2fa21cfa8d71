"""Caregiver's window, started as always, which also says when it has nothing left to do: a person waits for that too.

Run as a program with the number of a socket, and the time at which its clock begins ("now" for the computer's), before
the application's own arguments. For each byte that comes in, one line goes out once every key pressed so far was taken
in and no answer is outstanding: where the keyboard is, for WORDS what is written in the window. PICTURE and the place
of a file, ended by a line feed, paint the window there once no message lies over it.
"""

from __future__ import annotations

import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

WORDS, PICTURE = b"w", b"p"
NOW = "now"
_ROUND_MS = 10
_ROUNDS_AT_REST = 3
_ROUNDS_OF_A_MOVEMENT = 40  # what slides or fades in has come to rest then
_ROUNDS_AT_MOST = 500
_ROUNDS_OF_A_MESSAGE = 3_000  # a message goes by itself after twenty seconds
_LONGEST_PLACE = 4_096


def main() -> int:
    """Open the window and return its exit code."""
    with socket.socket(fileno=int(sys.argv.pop(1))) as asked_through:
        _begin_clock(sys.argv.pop(1))
        return _run(asked_through)


def _begin_clock(at: str) -> None:
    """Let the clock of the application go on from a time, in milliseconds UTC."""
    if at == NOW:
        return
    from caregiver_app.model.time import Millis
    from caregiver_app.support import clock

    begins, began = int(at), time.monotonic()

    class ClockOfAStory(clock.SystemClock):
        """Says what the time is in the story; how long things take stays as it is."""

        def now(self) -> Millis:
            return Millis(begins + round((time.monotonic() - began) * 1000))

    clock.SystemClock = ClockOfAStory  # type: ignore[misc]  # the one clock, before anybody asks it


def _run(asked_through: socket.socket) -> int:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from caregiver_app.__main__ import main as application

    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setCursorFlashTime(0)  # so that pictures of the same moment are the same
    _answer_through(app, asked_through)
    return application()


def _answer_through(app: QApplication, asked_through: socket.socket) -> None:
    from PySide6.QtCore import QObject, QSocketNotifier, QTimer

    class Answering(QObject):
        """Counts the rounds of the event loop in which nothing was under way."""

        def __init__(self) -> None:
            super().__init__(app)
            self._at_rest = self._rounds = 0
            self._asked = self._place = b""
            self._notifier = QSocketNotifier(asked_through.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._begin)
            self._timer = QTimer(self, interval=_ROUND_MS)
            self._timer.timeout.connect(self._look)

        def _begin(self) -> None:
            self._asked = asked_through.recv(1)
            if not self._asked:
                self._notifier.setEnabled(False)
                return
            if self._asked == PICTURE:
                self._place = asked_through.recv(_LONGEST_PLACE)
            self._at_rest = self._rounds = 0
            app.sync()  # what the screen has sent is taken in
            self._timer.start()

        def _look(self) -> None:
            self._rounds += 1
            is_picture = self._asked == PICTURE
            self._at_rest = 0 if _is_busy(app) or (is_picture and _has_message(app)) else self._at_rest + 1
            enough = _ROUNDS_OF_A_MOVEMENT if is_picture else _ROUNDS_AT_REST
            most = _ROUNDS_OF_A_MESSAGE if is_picture else _ROUNDS_AT_MOST
            if self._at_rest < enough and self._rounds < most:
                return
            self._timer.stop()
            asked_through.sendall(f"{self._said()}\n".encode())

        def _said(self) -> str:
            if self._asked == PICTURE:
                return _painted(app, Path(self._place.decode().rstrip("\n")))
            return _words(app) if self._asked == WORDS else _where(app)

    Answering()


def _is_busy(app: QApplication) -> bool:
    from caregiver_app.ui.tasks import TaskRunner

    return any(one.busy for one in app.findChildren(TaskRunner))


def _has_message(app: QApplication) -> bool:
    from caregiver_app.ui.widgets.toast import Toast

    return any(one.isVisible() for window in app.topLevelWidgets() for one in window.findChildren(Toast))


def _painted(app: QApplication, place: Path) -> str:
    """Paint the window into a file and return the file's name; nothing where there is no window to be seen."""
    window = app.activeWindow()
    if window is None or not window.grab().save(str(place)):
        return ""
    return place.name


def _where(app: QApplication) -> str:
    window, control = app.activeWindow(), app.focusWidget()
    words = (
        window.windowTitle() if window else "no window",
        type(control).__name__ if control else "no control",
        control.accessibleName() if control else "",
    )
    return " | ".join(words).replace("\n", " ")


def _words(app: QApplication) -> str:
    """Return the words of labels and of texts to read that somebody sees, as one line."""
    from PySide6.QtWidgets import QLabel, QTextEdit

    window = app.activeWindow()
    if window is None:
        return ""
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    texts = [text.toPlainText() for text in window.findChildren(QTextEdit) if text.isVisible()]
    return " ".join(" ".join((*labels, *texts)).split())


if __name__ == "__main__":
    sys.exit(main())
