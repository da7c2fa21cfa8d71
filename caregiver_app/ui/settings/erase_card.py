"""The card that leads to erasing everything, and to a backup before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class EraseCard(Card):
    """`erase_asked` wants everything erased, `backup_asked` a backup first."""

    erase_asked = Signal()
    backup_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Everything on this computer"), parent=parent)
        words = _("Keep a copy of everything on a stick, or erase everything, for example before you give this away.")
        self.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        self.backup = Button(theme, _("Save a copy of everything"), icon=Icon.USB)
        self.erase = Button(theme, _("Erase everything"), icon=Icon.TRASH)
        self.backup.clicked.connect(self.backup_asked)
        self.erase.clicked.connect(self.erase_asked)
        holder = QWidget()
        flow = Flow(theme, gap=8, parent=holder)
        flow.addWidget(self.backup)
        flow.addWidget(self.erase)
        self.body.addWidget(holder)
