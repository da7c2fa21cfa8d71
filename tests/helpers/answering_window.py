"""Caregiver's window, started as always, which also says when it has nothing left to do: a person waits for that too.

Run as a program with the number of a socket before the application's own arguments. For each byte that comes in, one
line goes out once every key pressed so far was taken in and no answer is outstanding: where the keyboard is, and for
WORDS what is written in the window.
"""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

WORDS = b"w"
_ROUND_MS = 10
_ROUNDS_AT_REST = 3
_ROUNDS_AT_MOST = 500


def main() -> int:
    """Open the window and return its exit code."""
    with socket.socket(fileno=int(sys.argv.pop(1))) as asked_through:
        return _run(asked_through)


def _run(asked_through: socket.socket) -> int:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from caregiver_app.__main__ import main as application

    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    _answer_through(app, asked_through)
    return application()


def _answer_through(app: QApplication, asked_through: socket.socket) -> None:
    from PySide6.QtCore import QObject, QSocketNotifier, QTimer

    class Answering(QObject):
        """Counts the rounds of the event loop in which nothing was under way."""

        def __init__(self) -> None:
            super().__init__(app)
            self._at_rest = self._rounds = 0
            self._asked = b""
            self._notifier = QSocketNotifier(asked_through.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._begin)
            self._timer = QTimer(self, interval=_ROUND_MS)
            self._timer.timeout.connect(self._look)

        def _begin(self) -> None:
            self._asked = asked_through.recv(1)
            if not self._asked:
                self._notifier.setEnabled(False)
                return
            self._at_rest = self._rounds = 0
            app.sync()  # what the screen has sent is taken in
            self._timer.start()

        def _look(self) -> None:
            self._rounds += 1
            self._at_rest = 0 if _is_busy(app) else self._at_rest + 1
            if self._at_rest < _ROUNDS_AT_REST and self._rounds < _ROUNDS_AT_MOST:
                return
            self._timer.stop()
            said = _words(app) if self._asked == WORDS else _where(app)
            asked_through.sendall(f"{said}\n".encode())

    Answering()


def _is_busy(app: QApplication) -> bool:
    from caregiver_app.ui.tasks import TaskRunner

    return any(one.busy for one in app.findChildren(TaskRunner))


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
