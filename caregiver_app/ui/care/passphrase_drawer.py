"""Choosing another passphrase: the one in force is asked for first. Also the first step when somebody may know it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.passphrase_choice import PassphraseChoice
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.drawer import Drawer


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawerWords:
    """What the drawer says: its heading, what it means, and the button that acts."""

    heading: str
    means: str
    text: str
    verb: str


class PassphraseDrawer(Drawer):
    """`wanted` carries the passphrase in force and the new one."""

    wanted = Signal(str, str)

    def __init__(self, desk: CareDesk, words: DrawerWords, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, words.heading, parent=parent)
        self.now = PassphraseField(desk.theme, _("Passphrase as it is now"))
        self.new = PassphraseChoice(
            desk.theme,
            desk.access,
            _("New passphrase"),
            family=lambda: [person.name for person in desk.whom.people],
        )
        self.act = Button(desk.theme, words.verb, kind=ButtonKind.MAIN)
        self.body.addWidget(Callout(desk.theme, Tone.PRIVATE, Icon.LOCK, words.means, words.text))
        self.body.addWidget(self.now)
        self.body.addWidget(self.new)
        self.add_foot(self.act)
        self.act.clicked.connect(self._go_on)
        self.now.entered.connect(self.new.field.begin)
        self.new.entered.connect(self._go_on)

    def set_working(self, working: bool) -> None:
        """Show that it is being done."""
        self.act.set_working(working)

    def refuse(self, error: BaseException) -> bool:
        """Say what was wrong beside what it is about; False where that is neither passphrase."""
        self.set_working(False)
        if not isinstance(error, VaultError):
            return False
        field = self.new.field if error.kind is VaultTrouble.WEAK_PASSPHRASE else self.now
        field.refuse(sentence_for(error).text)
        return True

    def _go_on(self) -> None:
        if not self.now.text():
            self.now.refuse(_("Type the passphrase as it is now."))
        else:
            self.new.take(lambda new: self.wanted.emit(self.now.text(), new))
