"""What a set-up file would set, before anything is set: each thing on a line, and one yes for all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.set_up import SetUp
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.first_run.set_up_words import set_up_lines
from caregiver_app.ui.packs.sheet_foot import add_sheet_foot
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel


class SetUpSheet(Drawer):
    """`wanted` comes with the yes."""

    wanted = Signal()

    def __init__(self, theme: Theme, set_up: SetUp, *, steps_follow: bool, parent: QWidget | None = None) -> None:
        """`steps_follow` says whether the first steps go on after it."""
        super().__init__(theme, _("Begin with this set-up file?"), parent=parent)
        words = _("Nothing is set before you press the button below. You can change all of it later.")
        self.body.addWidget(PlainLabel(words, wrap=True))
        self.lines = set_up_lines(set_up, steps_follow=steps_follow)
        for title, text in self.lines:
            self.body.addWidget(_line(theme, title, text))
        if not self.lines:
            self.body.addWidget(PlainLabel(_("There is nothing in it that could be set."), wrap=True))
        self.act = add_sheet_foot(self, theme, _("Use this set-up"), Icon.CHECK)
        self.act.clicked.connect(self.wanted)


def _line(theme: Theme, title: str, text: str) -> QWidget:
    part = QWidget()
    part.setAccessibleName(title)
    column = Column(theme, gap=2, parent=part)
    column.addWidget(PlainLabel(title, role=TypeRole.STRONG, wrap=True))
    column.addWidget(PlainLabel(text, wrap=True))
    return part
