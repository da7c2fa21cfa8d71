"""Over what is written: the way back to the list, what it is, whether it is saved, and the way to delete it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.plain_text import shorten
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.plain import PlainLabel

_LONGEST = 90


class PlaceHead(QWidget):
    """`left` wants the list again, `removed` wants what is shown deleted."""

    left = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, remove: str, *, parent: QWidget | None = None) -> None:
        """`remove` stands on the button that deletes."""
        super().__init__(parent)
        self.back = Button(theme, _("All of them"), kind=ButtonKind.QUIET, icon=Icon.BACK)
        self.back.set_words(_("All of them"), name=_("All of them: back to the list"))
        self.state = PlainLabel(ink="text-2")
        self.remove = Button(theme, remove, kind=ButtonKind.QUIET, icon=Icon.TRASH)
        self._title = PlainLabel(role=TypeRole.HEADING, wrap=True)
        self.back.clicked.connect(self.left)
        self.remove.clicked.connect(self.removed)
        holder = QWidget()
        flow = Flow(theme, gap=12, parent=holder)
        for part in (self.back, self.state, self.remove):
            flow.addWidget(part)
        column = Column(theme, gap=4, parent=self)
        column.addWidget(holder)
        column.addWidget(self._title, 0, Qt.AlignmentFlag(0))

    def show_title(self, title: str) -> None:
        """Say what is written."""
        self._title.setText(shorten(title, _LONGEST))
        self._title.setVisible(bool(title))

    def say(self, words: str) -> None:
        """Say whether it is saved."""
        self.state.setText(words)
