"""Puts what Tab reaches into the order in which it stands, after parts were made anew or moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

_NOT_REACHED = Qt.FocusPolicy.NoFocus
_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly


def put_in_order(part: QWidget) -> None:
    """Let Tab go through the page that holds `part` as its layouts stand, whatever was made first."""
    stops: list[QWidget] = []
    _add_stops(_page_of(part), stops)
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


def _add_stops(widget: QWidget, stops: list[QWidget]) -> None:
    """Add what Tab reaches in `widget`, itself included, to `stops`."""
    # Of a group that is one stop the others go along: another may be the stop by and by.
    if widget.focusPolicy() is not _NOT_REACHED and widget.focusProxy() is None:
        stops.append(widget)
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            _add_stops(inner, stops)
    elif isinstance(widget, QStackedWidget):
        for number in range(widget.count()):
            page = widget.widget(number)
            if page is not None:
                _add_stops(page, stops)
    else:
        layout = widget.layout()
        if layout is not None:
            _add_stops_in(layout, widget.findChildren(QWidget, options=_DIRECTLY), stops)


def _add_stops_in(layout: QLayout, widgets: Sequence[QWidget], stops: list[QWidget]) -> None:
    """Go through a layout of some of `widgets`, without `itemAt`.

    PySide keeps what that returns as long as there is the layout, also when it was freed, and takes whatever comes to
    lie in its place for it.
    """
    places: dict[int, QWidget | QLayout] = {}
    others: list[QWidget] = []
    for each in widgets:
        place = layout.indexOf(each)
        if place < 0:
            others.append(each)
        else:
            places[place] = each
    for inner in layout.findChildren(QLayout, options=_DIRECTLY):
        places[layout.indexOf(inner)] = inner
    for _place, found in sorted(places.items()):
        if isinstance(found, QLayout):
            _add_stops_in(found, others, stops)
        else:
            _add_stops(found, stops)
