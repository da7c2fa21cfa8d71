"""A page that fills the room there is and scrolls where there is less: for what is typed into or chosen from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.look import set_look


def filled_page(theme: Theme, name: str) -> tuple[QScrollArea, Column]:
    """Return a page and the column that its parts go into."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    holder = QWidget()
    set_look(holder, kind="page")
    column = Column(theme, margins=(0, 0, 6, 6), gap=12, parent=holder)
    area.setWidget(holder)
    return area, column
