"""White cards with a hairline, and lines that part things."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.heard_as import teach_role
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel


class Card(QFrame):
    """A box for things that belong together; put them into `body`. The heading is also what is spoken."""

    def __init__(
        self, theme: Theme, heading: str = "", *, button: QPushButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        set_look(self, kind="card")
        self.setAccessibleName(heading)
        self.body = Column(theme, margins=20, gap=12, parent=self)
        if heading:
            self.body.addLayout(self._heading_row(heading, button))

    def _heading_row(self, heading: str, button: QPushButton | None) -> Row:
        row = Row(self._theme, gap=12)
        row.addWidget(PlainLabel(heading, role=TypeRole.HEADING, wrap=True), 1)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


teach_role(Card, QAccessible.Role.Grouping)


class Hairline(QFrame):
    """A line across; drawn as a filled strip, so that it stays sharp at every screen scale."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        set_look(self, kind="hairline")
        theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.edge)


class VerticalHairline(Hairline):
    """A line down, between panes."""

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.edge)
