"""Puts what Tab reaches into the order in which it stands, after parts were made anew or moved."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


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
    if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and widget.focusProxy() is None:
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
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _stops_in(inner)
