"""Why a personal detail may stay in a pack: ready answers, and a field for words of one's own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.share.keep_drawer import reason_words
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.name_edit import NameEdit
from caregiver_app.ui.widgets.plain import PlainLabel


class SettleDrawer(Drawer):
    """`kept` carries the reason in words."""

    kept = Signal(str)

    def __init__(self, theme: Theme, detail: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Why may this stay in?"), parent=parent)
        self.body.addWidget(PlainLabel(detail, role=TypeRole.STRONG, wrap=True))
        where = _("The reason stays in the folder of the pack. Families do not get it.")
        self.body.addWidget(PlainLabel(where, ink="text-2", wrap=True))
        self.answers: list[Button] = []
        for words in reason_words().values():
            button = Button(theme, words)
            button.clicked.connect(partial(self.kept.emit, words))
            self.answers.append(button)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.own = NameEdit(theme, _("Another reason"), _("Keep it"))
        self.own.named.connect(self.kept)
        self.own.left.connect(self.closed)
        self.body.addWidget(self.own)
        self.setFocusProxy(self.answers[0])
