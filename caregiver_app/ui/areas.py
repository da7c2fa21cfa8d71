"""F6: going round the areas of the window, each remembering where it was left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from caregiver_app.ui.widgets.focus import first_stop, tab_stops


class Areas(QObject):
    """Moves the focus between the areas that `areas` returns at that moment."""

    def __init__(self, areas: Callable[[], Sequence[QWidget]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._areas = areas
        self._left: WeakKeyDictionary[QWidget, QWidget] = WeakKeyDictionary()

    def step(self, by: int) -> None:
        """Go to the next area (`by` 1) or the one before (-1) that can take the focus."""
        usable = [area for area in self._areas() if area.isVisible() and first_stop(area) is not None]
        if not usable:
            return
        here = self._current(usable)
        if here is None:
            target = usable[0 if by > 0 else -1]
        else:
            focused = QApplication.focusWidget()
            if focused is not None:
                self._left[usable[here]] = focused
            target = usable[(here + by) % len(usable)]
        self.enter(target)

    def enter(self, area: QWidget) -> None:
        """Put the focus into `area`: where it was left, else on its first stop."""
        stops = tab_stops(area)
        left = self._left.get(area)
        stop = left if left is not None and isValid(left) and left in stops else (stops[0] if stops else None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @staticmethod
    def _current(areas: Sequence[QWidget]) -> int | None:
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        inside = [n for n, area in enumerate(areas) if area is focused or area.isAncestorOf(focused)]
        return inside[-1] if inside else None
