"""Gives the keyboard a place again when what had it was deleted or hidden, as Qt leaves it nowhere then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusRescue(QObject):
    """Watches one window; `rescue` is called where the window is the active one and nothing in it has the focus."""

    def __init__(self, window: QWidget, rescue: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._rescue = rescue
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._look)

    def _look(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None and isValid(self._window) and self._window.isActiveWindow():
            QTimer.singleShot(0, self, self._act)  # once what is under way is over

    def _act(self) -> None:
        if QApplication.focusWidget() is None and self._window.isActiveWindow():
            self._rescue()
