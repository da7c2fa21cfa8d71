"""What stands in a drawer: a heading with the way out, a body that scrolls, and buttons below it that stay in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, IconButton
from caregiver_app.ui.widgets.focus import COMES_LAST, tab_stops, takes_words
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
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
    """A drawer's content. `closed` asks for it to be taken away, which `OverlayHost.open_drawer` sees to."""

    closed = Signal()

    def __init__(self, theme: Theme, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(words)
        self._outer = Column(theme, margins=(20, 16, 20, 16), gap=12, parent=self)
        heading = DrawerHeading(theme, words)
        heading.closed.connect(self.closed)
        self._outer.addWidget(heading)
        self.page = Page(theme, words, margins=False)
        self._outer.addWidget(self.page, 1)
        self.body: Column = self.page.body
        """Where its parts go."""

    def beginning(self) -> QWidget | None:
        """Return where the keyboard begins: a form at its first control, what is read alone at the way out (None)."""
        stops = tab_stops(self.page)
        return stops[0] if any(map(takes_words, stops)) else None

    def add_foot(self, *buttons: Button) -> None:
        """Put buttons below the body, where they stay in sight while it scrolls."""
        foot = QWidget()
        foot.setProperty(COMES_LAST, True)
        flow = Flow(self._theme, gap=8, parent=foot)
        for button in buttons:
            flow.addWidget(button)
        self._outer.addWidget(foot)
