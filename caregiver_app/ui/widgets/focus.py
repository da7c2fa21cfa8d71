"""Where the keyboard can go inside a part of the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

COMES_LAST = "comes-last"
"""The property of what Tab reaches after all else of its panel, such as buttons below a body that is filled later."""

_BY_TAB = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)


def tab_stops(part: QWidget) -> list[QWidget]:
    """Return what Tab reaches inside `part` (which may be one itself), in the order of Tab."""
    # The chain leads through the whole window: it is left once all that stands in `part` was met.
    wanted = {widget for widget in (part, *part.findChildren(QWidget)) if _is_stop(widget)}
    stops: list[QWidget] = []
    widget: QWidget | None = part
    while widget is not None and len(stops) < len(wanted):
        if widget in wanted:
            stops.append(widget)
        widget = widget.nextInFocusChain()
        if widget is part:
            break
    return sorted(stops, key=lambda stop: _comes_last(stop, part))


def first_stop(part: QWidget) -> QWidget | None:
    """Return the first thing inside `part` that Tab reaches."""
    stops = tab_stops(part)
    return stops[0] if stops else None


def focused_name(part: QWidget | None) -> str:
    """Return the name of what has the keyboard inside `part`, empty when nothing there has it."""
    focused = QApplication.focusWidget()
    inside = part is not None and focused is not None and part.isAncestorOf(focused)
    return focused.accessibleName() if inside and focused is not None else ""


def stop_named(part: QWidget, name: str) -> QWidget | None:
    """Return what Tab reaches inside `part` and is called so: the same control in a part that was made anew."""
    return next((stop for stop in tab_stops(part) if stop.accessibleName() == name), None)


def keep_in_sight(widget: QWidget, margin: int) -> None:
    """Scroll whatever holds `widget` so that it, or the place inside it where one works, is seen whole."""
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        widget.scrollTo(widget.currentIndex())
    elif isinstance(widget, QTextEdit | QPlainTextEdit) and not widget.isReadOnly():
        widget.ensureCursorVisible()
    for area in _areas_around(widget):
        if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
            _show_place(area, widget, widget.rect(), margin)
        area.ensureWidgetVisible(widget, margin, margin)  # of a field only the line with the cursor
    if isinstance(widget, QAbstractItemView):
        keep_row_in_sight(widget, margin)


def keep_row_in_sight(view: QAbstractItemView, margin: int) -> None:
    """Scroll whatever holds a list so that its current row is seen: the list itself may be higher than the window."""
    if view.currentIndex().isValid():
        for area in _areas_around(view):
            _show_place(area, view.viewport(), view.visualRect(view.currentIndex()), margin)


def _areas_around(widget: QWidget) -> Iterator[QScrollArea]:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            yield parent
        parent = parent.parentWidget()


def _show_place(area: QScrollArea, widget: QWidget, place: QRect, margin: int) -> None:
    """Show a place inside `widget` whole, or as much of its beginning as there is room for."""
    inner, half = area.widget(), min(place.height() // 2 + margin, area.viewport().height() // 2)
    if inner is not None:
        begins = widget.mapTo(inner, place.topLeft())
        area.ensureVisible(begins.x(), begins.y() - margin + half, 0, half)


def is_escape(event: QEvent) -> bool:
    """Return whether Esc is about to go to a shortcut; a part that accepts this gets it as a key instead."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_Escape


def is_typing() -> bool:
    """Return whether keys now go into a text that can be changed."""
    return takes_words(QApplication.focusWidget())


def takes_words(widget: QWidget | None) -> bool:
    """Return whether one can write into `widget`."""
    return isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit) and not widget.isReadOnly()


def _comes_last(stop: QWidget, part: QWidget) -> bool:
    widget: QWidget | None = stop
    while widget is not None and widget is not part:
        if widget.property(COMES_LAST):
            return True
        widget = widget.parentWidget()
    return False


def _is_stop(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.isEnabled():  # most are not, and a policy costs more to ask for
        return False
    return widget.focusPolicy() in _BY_TAB and widget.focusProxy() is None
