"""Puts what Tab reaches into the order in which it stands, after parts were made anew or moved."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly


def put_in_order(part: QWidget) -> None:
    """Let Tab go through the page that holds `part` as its layouts stand, whatever was made first."""
    stops = list(_stops(_page_of(part)))
    for before, after in pairwise(stops):
        if before.window() is after.window():
            QWidget.setTabOrder(before, after)


def _page_of(part: QWidget) -> QWidget:
    """Return the outermost page that scrolls, or `part` where there is none: what lies around it was made before."""
    page, parent = part, part.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            page = parent
        parent = parent.parentWidget()
    return page


def _stops(widget: QWidget) -> Iterator[QWidget]:
    # Of a group that is one stop the others go along: another may be the stop by and by.
    if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from _stops(inner)
    elif isinstance(widget, QStackedWidget):
        for number in range(widget.count()):
            page = widget.widget(number)
            if page is not None:
                yield from _stops(page)
    else:
        layout = widget.layout()
        if layout is not None:
            yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    """Go through a layout without `itemAt`: PySide keeps what that returns as long as there is the layout, also when it
    was freed, and takes whatever comes to lie in its place for it.
    """
    owner = layout.parentWidget()
    widgets = owner.findChildren(QWidget, options=_DIRECTLY) if owner is not None else []
    inner = layout.findChildren(QLayout, options=_DIRECTLY)
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(each), each) for each in widgets]
    placed += [(layout.indexOf(each), each) for each in inner]
    for _place, each in sorted((one for one in placed if one[0] >= 0), key=lambda one: one[0]):
        yield from _stops_in(each) if isinstance(each, QLayout) else _stops(each)
