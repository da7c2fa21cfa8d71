"""The card that leads to erasing everything, and to taking it along before: as a backup, or for other programs."""

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
    """`erase_asked` wants everything erased, `backup_asked` a backup first, `export_asked` the library as files."""

    erase_asked = Signal()
    backup_asked = Signal()
    export_asked = Signal()

    def __init__(self, theme: Theme, export_work: QWidget, *, parent: QWidget | None = None) -> None:
        """`export_work` shows how far the files are."""
        super().__init__(theme, _("Everything on this computer"), parent=parent)
        words = _("Keep a copy of everything on a stick, or erase everything, for example before you give this away.")
        self.body.addWidget(PlainLabel(words, ink="text-2", wrap=True))
        self.backup = Button(theme, _("Save a copy of everything"), icon=Icon.USB)
        self.export = Button(theme, _("Save the library as files"), icon=Icon.DOWNLOAD)
        self.erase = Button(theme, _("Erase everything"), icon=Icon.TRASH)
        self.backup.clicked.connect(self.backup_asked)
        self.export.clicked.connect(self.export_asked)
        self.erase.clicked.connect(self.erase_asked)
        holder = QWidget()
        flow = Flow(theme, gap=8, parent=holder)
        for button in (self.backup, self.export, self.erase):
            flow.addWidget(button)
        self.body.addWidget(holder)
        self.body.addWidget(export_work)
