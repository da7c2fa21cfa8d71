"""One starter pack to tick: its name, what is in it, how large it is and of which day."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.bootstrap.starter_packs import StarterPack
from caregiver_app.ui.first_run.starters import facts_words, origin_words
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel

_INSET = 38  # where the words of a check box begin


class StarterRow(QWidget):
    """A check box with two lines below it, which are spoken with it."""

    def __init__(self, theme: Theme, pack: StarterPack, *, ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = CheckBox(theme, pack.title)
        self.box.setChecked(ticked)
        lines = (facts_words(pack), origin_words(pack))
        self.box.setAccessibleDescription(". ".join(lines))
        column = Column(theme, gap=6, parent=self)  # room for the ring around the box
        column.addWidget(self.box)
        below = Column(theme, margins=(_INSET, 0, 0, 0), gap=2)
        for line in lines:
            below.addWidget(PlainLabel(line, role=TypeRole.SMALL, ink="text-2", wrap=True))
        column.addLayout(below)
