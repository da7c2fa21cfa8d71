"""A page that fills the room there is and scrolls where there is less: for what is typed into or chosen from."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.focus import keep_in_sight
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.look import set_look

_IN_SIGHT = 40  # so much around what has the keyboard is seen too
_FOR_THE_RING = 6  # so much free space around what can have the keyboard


def filled_page(theme: Theme, name: str) -> tuple[QScrollArea, Column]:
    """Return a page and the column that its parts go into."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    holder = QWidget()
    set_look(holder, kind="page")
    column = Column(theme, margins=_FOR_THE_RING, gap=12, parent=holder)
    area.setWidget(holder)
    return area, column


def show_keyboard_soon(part: QWidget, theme: Theme) -> None:
    """Bring what has the keyboard in a part into sight, once the part is laid out."""

    def show() -> None:
        focused = QApplication.focusWidget()
        if focused is not None and part.isAncestorOf(focused):
            keep_in_sight(focused, theme.px(_IN_SIGHT))

    QTimer.singleShot(0, part, show)
