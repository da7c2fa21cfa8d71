"""Brings what is typed into the folder at most a second later, one write after the other, and at once when asked to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

REST_MS = 700
"""So long after the first key that is not saved yet a write begins; the fingers need not rest for it."""


class Autosave(QObject):
    """`save` writes what stands there and calls what it is given when that is done, whether it was or not.

    `stands` comes when something is typed that is not saved yet, and when a write is over.
    """

    stands = Signal()

    def __init__(self, save: Callable[[Callable[[], None]], None], parent: QObject, *, rest_ms: int = REST_MS) -> None:
        super().__init__(parent)
        self._save = save
        self._typed = False
        self._writing = False
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(rest_ms)
        self._timer.timeout.connect(self._begin)

    @property
    def is_clean(self) -> bool:
        """Whether nothing waits to be written."""
        return not self._typed and not self._writing

    def touch(self) -> None:
        """Take note that something was typed."""
        self._typed = True
        if not self._timer.isActive():
            self._timer.start()
        self.stands.emit()

    def forget(self) -> None:
        """Write nothing of what was typed so far."""
        self._timer.stop()
        self._typed = False

    def finish(self, then: Callable[[], object]) -> None:
        """Write now what is not written yet, and call `then` once it is tried."""
        if self.is_clean:
            then()
            return
        self._waiting.append(then)
        self._begin()

    def _begin(self) -> None:
        self._timer.stop()
        if self._writing:
            return  # what was typed meanwhile follows once this write is over
        self._typed = False
        self._writing = True
        self._save(self._over)

    def _over(self) -> None:
        self._writing = False
        if self._typed:
            self._begin() if self._waiting else self._timer.start()
            return
        waiting, self._waiting = self._waiting, []
        self.stands.emit()
        for then in waiting:
            then()
