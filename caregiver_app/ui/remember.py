"""The plain preferences while the window is open: theme, text size, place. Knows nothing of where they are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from caregiver_app.support.settings import Settings, WindowPlace

_SEEN = 80  # this much of a window must lie on a screen, or people could not take hold of it
_FRAME = 40  # what a desktop puts above a window, which nobody can measure before it is shown


class Remembered(QObject):
    """Holds the settings in force; `changed` asks whoever keeps them to write them down."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, alter: Callable[[Settings], Settings]) -> None:
        """Put `alter(settings)` in force."""
        settings = alter(self._settings)
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)


def place_of(window: QWidget) -> WindowPlace:
    """Return where `window` stands, or would stand if it were not maximised."""
    rect = window.normalGeometry() if window.isMaximized() else window.geometry()
    return WindowPlace(x=rect.x(), y=rect.y(), width=rect.width(), height=rect.height(), maximised=window.isMaximized())


def put_in_place(window: QWidget, place: WindowPlace) -> None:
    """Put `window` where it stood, or near to that where all of it is seen; on other screens only its size counts."""
    rect = QRect(place.x, place.y, place.width, place.height).normalized()
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    room = reduce(QRect.united, (screen for screen in screens if _is_seen(rect, screen)), QRect())
    if room.isNull():
        take_size(window, rect.size())
    else:
        window.setGeometry(_inside(rect, room if _fits(rect.size(), room) else room.adjusted(0, _FRAME, 0, 0)))
    if place.maximised:
        window.showMaximized()


def take_size(window: QWidget, size: QSize) -> None:
    """Give `window` this size, or on a smaller screen what it has room for: what lies below it cannot be reached."""
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(size if _fits(size, room) else size.boundedTo(room.adjusted(0, _FRAME, 0, 0).size()))


def with_place(settings: Settings, place: WindowPlace) -> Settings:
    """Return `settings` with the window at `place`."""
    return replace(settings, window=place)


def _fits(size: QSize, room: QRect) -> bool:
    return size.boundedTo(room.size()) == size


def _inside(rect: QRect, room: QRect) -> QRect:
    """Return the place in `room` that is nearest to `rect`, and as large as it where there is room for that."""
    size = rect.size().boundedTo(room.size())
    x = max(room.x(), min(rect.x(), room.x() + room.width() - size.width()))
    y = max(room.y(), min(rect.y(), room.y() + room.height() - size.height()))
    return QRect(QPoint(x, y), size)


def _is_seen(rect: QRect, screen: QRect) -> bool:
    common = rect.intersected(screen)
    return common.width() >= _SEEN and common.height() >= _SEEN and rect.y() >= screen.y() - _SEEN
