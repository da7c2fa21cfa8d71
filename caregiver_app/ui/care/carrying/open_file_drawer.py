"""Asks for the passphrase of a locked file that is to be brought in. It is forgotten when the drawer goes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.drawer import Drawer


class OpenFileDrawer(Drawer):
    """`wanted` carries what was typed."""

    wanted = Signal(str)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("This file is locked"), parent=parent)
        self.passphrase = PassphraseField(
            desk.theme, _("Passphrase of this file"), hint=_("The one that was chosen when the file was saved.")
        )
        self.go_on = Button(desk.theme, _("Look inside"), kind=ButtonKind.MAIN, icon=Icon.UNLOCK)
        self.body.addWidget(self.passphrase)
        self.add_foot(self.go_on)
        self.go_on.clicked.connect(self._go_on)
        self.passphrase.entered.connect(self._go_on)

    def refuse(self, sentence: str) -> None:
        """Say that this did not open it."""
        self.go_on.set_working(False)
        self.passphrase.refuse(sentence)

    def _go_on(self) -> None:
        typed = self.passphrase.text()
        if not typed:
            self.passphrase.refuse(_("Type the passphrase."))
        elif not self.go_on.signalsBlocked():
            self.go_on.set_working(True)
            self.wanted.emit(typed)
