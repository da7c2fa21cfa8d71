"""Comparing somebody's key: two groups that they read out are typed in, with the passphrase once more."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import AskError, AskTrouble, VaultError
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences import sentence_for
from caregiver_app.ui.care.asking.add_key_drawer import line
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.exchange.correspondents import Correspondent
from caregiver_app.vault.letters.key_file import NAME_CHARS
from caregiver_app.vault.letters.words import ask_for


class CompareDrawer(Drawer):
    """`wanted` carries the passphrase and the groups that were typed, by their number; `name` is for whom."""

    wanted = Signal(str, object)

    def __init__(
        self, desk: CareDesk, whom: Correspondent, *, other_key: bool = False, parent: QWidget | None = None
    ) -> None:
        """`other_key` tells that somebody of this name came with another key before."""
        # Translators: {name} is somebody whose key is compared
        super().__init__(desk.theme, _("Compare the key of {name}").format(name=whom.name), parent=parent)
        self._desk = desk
        words = _(
            "Call them, or sit beside them. They open “People I trust”, then “My key”, and read their words or numbers "
            "to you."
        )
        if other_key:
            self.body.addWidget(_warning(desk))
        self.body.addWidget(PlainLabel(words, wrap=True))
        self.groups: dict[int, Field] = {}
        for number in ask_for():
            self.groups[number] = Field(desk.theme, _("Group {number}").format(number=number), PrivateLine())
            self.body.addWidget(self.groups[number])
        self.name = Field(
            desk.theme, _("What you call them"), PrivateLine(whom.name, longest=NAME_CHARS), hint=_("Only you see it.")
        )
        self.passphrase = PassphraseField(desk.theme, _("Your passphrase"))
        self.body.addWidget(self.name)
        self.body.addWidget(self.passphrase)
        self.act = Button(desk.theme, _("It matches"), kind=ButtonKind.MAIN)
        self.act.clicked.connect(self._go_on)
        self.passphrase.entered.connect(self._go_on)
        self.add_foot(self.act)

    def begin(self) -> None:
        """Put the keyboard into the first group."""
        next(iter(self.groups.values())).control.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_working(self, working: bool) -> None:
        """Show that it is being done."""
        self.act.set_working(working)

    def refuse(self, error: BaseException) -> None:
        """Say what was wrong, at the group or the passphrase that it is about."""
        self.set_working(False)
        if isinstance(error, VaultError):
            self.passphrase.refuse(sentence_for(error).text)
        elif isinstance(error, AskError) and error.kind in (AskTrouble.WRONG_WORDS, AskTrouble.MISTYPED_WORDS):
            place = self.groups.get(int(error.detail)) if error.detail.isdigit() else None
            (place or next(iter(self.groups.values()))).show_error(sentence_for(error).text)
        else:
            self._desk.tell(error)

    def typed(self) -> Mapping[int, str]:
        """Return the groups as they were typed."""
        return {number: line(field).text() for number, field in self.groups.items()}

    def _go_on(self) -> None:
        empty = next((field for field in self.groups.values() if not line(field).text().strip()), None)
        if empty is not None:
            empty.show_error(_("Type the words or the numbers of this group."))
        elif not line(self.name).text().strip():
            self.name.show_error(_("Type a name, so that you know later whose key it is."))
        elif not self.passphrase.text():
            self.passphrase.refuse(_("Type your passphrase."))
        else:
            self.wanted.emit(self.passphrase.text(), self.typed())


def _warning(desk: CareDesk) -> Callout:
    heading = _("You know somebody of this name by another key")
    means = _("This one is a stranger's until you compared its words. Ask them whether they made a new key.")
    return Callout(desk.theme, Tone.WARN, Icon.ALERT, heading, means)
