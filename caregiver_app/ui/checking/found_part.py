"""What the app found by itself, before a person is asked anything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.checking.found_words import FoundLine
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.plain import PlainLabel


class FoundPart(QFrame):
    """Lines that can only be read."""

    def __init__(self, theme: Theme, lines: Sequence[FoundLine], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = _("What Caregiver found by itself")
        set_look(self, kind="inset")
        self.setAccessibleName(heading)
        column = Column(theme, margins=(14, 12, 14, 12), gap=8, parent=self)
        column.addWidget(PlainLabel(heading, role=TypeRole.STRONG, wrap=True))
        for line in lines:
            row = Row(theme, gap=10)
            row.addWidget(IconLabel(theme, line.icon, size=20, tone=line.tone), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(PlainLabel(line.words, wrap=True), 1)
            column.addLayout(row)
