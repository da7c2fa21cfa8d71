"""Making another key of one's own: what that means, and the passphrase once more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import VaultError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.drawer import Drawer


class NewKeyDrawer(Drawer):
    """`wanted` carries the passphrase."""

    wanted = Signal(str)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Make a new key"), parent=parent)
        self._desk = desk
        means = _(
            "Do this when somebody else may have had your open notes. What was locked for the old key still opens."
        )
        heading = _("Everybody has to compare it anew")
        self.body.addWidget(Callout(desk.theme, Tone.WARN, Icon.ALERT, heading, means))
        self.passphrase = PassphraseField(desk.theme, _("Your passphrase"))
        self.body.addWidget(self.passphrase)
        self.act = Button(desk.theme, _("Make the new key"), kind=ButtonKind.MAIN, icon=Icon.REFRESH)
        self.add_foot(self.act)
        self.act.clicked.connect(self._go_on)
        self.passphrase.entered.connect(self._go_on)

    def set_working(self, working: bool) -> None:
        """Show that it is being done."""
        self.act.set_working(working)

    def refuse(self, error: BaseException) -> None:
        """Say what was wrong."""
        self.set_working(False)
        if isinstance(error, VaultError):
            self.passphrase.refuse(sentence_for(error).text)
        else:
            self._desk.tell(error)

    def _go_on(self) -> None:
        if self.passphrase.text():
            self.wanted.emit(self.passphrase.text())
        else:
            self.passphrase.refuse(_("Type your passphrase."))
