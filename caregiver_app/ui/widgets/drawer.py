"""The heading of a drawer, with the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import IconButton
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel


class DrawerHeading(QWidget):
    """`closed` asks for the drawer to be taken away."""

    closed = Signal()

    def __init__(self, theme: Theme, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Row(theme, gap=8, parent=self)
        row.addWidget(PlainLabel(words, role=TypeRole.TITLE, wrap=True), 1)
        close = IconButton(theme, Icon.CLOSE, _("Close"))
        close.clicked.connect(self.closed)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)


class Drawer(QWidget):
    """A drawer's content: a heading, and a body that scrolls. `closed` asks for it to be taken away."""

    closed = Signal()

    def __init__(self, theme: Theme, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        outer = Column(theme, margins=(20, 16, 20, 16), gap=12, parent=self)
        heading = DrawerHeading(theme, words)
        heading.closed.connect(self.closed)
        outer.addWidget(heading)
        page = Page(theme, words, margins=False)
        outer.addWidget(page, 1)
        self.body: Column = page.body
        """Where its parts go."""
