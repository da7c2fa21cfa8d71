"""Opening the notes with the recovery sheet, and giving them a new passphrase. Groups are looked at one by one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.access import CareAccess
from caregiver_app.ui.care.centred import Centred
from caregiver_app.ui.care.passphrase_choice import PassphraseChoice
from caregiver_app.ui.care.private_fields import PrivateText, keep_copies_private
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.plain import PlainLabel

_WIDEST = 720


class RecoverScreen(Page):
    """`wanted` carries the groups as typed and the new passphrase, `left` asks to go back to the passphrase."""

    wanted = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme, access: CareAccess, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Open with the recovery sheet"), parent=parent)
        self._theme = theme
        self.groups = PrivateText(theme, name=_("Groups"), lines=4)
        keep_copies_private(self.groups)
        self.field = Field(
            theme,
            _("The groups of your recovery sheet"),
            self.groups,
            hint=_("All of them, in order. Capital letters and spaces do not matter."),
        )
        self.choice = PassphraseChoice(theme, access, _("Choose a new passphrase"))
        self.go_on = Button(theme, _("Open my notes"), kind=ButtonKind.MAIN)
        self.back = Button(theme, _("Back"))
        self._lay_out()
        self.groups.textChanged.connect(self._look)
        self.go_on.clicked.connect(self._go_on)
        self.back.clicked.connect(self.left)
        self.choice.entered.connect(self._go_on)

    def begin(self) -> None:
        """Put the keyboard into the groups."""
        self.groups.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_working(self, working: bool) -> None:
        """Show that the sheet is being tried."""
        self.go_on.set_working(working)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the sheet."""
        self.field.show_error(sentence)

    def clear(self) -> None:
        """Forget what was typed."""
        self.groups.clear()
        self.choice.clear()
        self.field.set_error("")
        self.set_working(False)

    def _look(self) -> None:
        """Say which group is not as it stands on the sheet, as soon as it is whole."""
        from caregiver_app.vault.keys.recovery import GROUPS, SIGNS, is_group

        typed = self.groups.toPlainText().rpartition(":")[2].split()[:GROUPS]
        whole = [(place, group) for place, group in enumerate(typed, 1) if len(group) >= SIGNS]
        if len(whole) < len(typed) - 1:
            return  # the groups are typed with spaces inside: they are looked at when all are there
        wrong = next((place for place, group in whole if not is_group(group, place)), None)
        words = "" if wrong is None else _("Group {number} is not as it stands on the sheet.").format(number=wrong)
        if words != self.field.error:
            self.field.set_error(words)

    def _go_on(self) -> None:
        typed = self.groups.toPlainText().strip()
        if not typed:
            self.field.show_error(_("Type the groups of your recovery sheet."))
        else:
            self.choice.take(lambda passphrase: self.wanted.emit(typed, passphrase))

    def _lay_out(self) -> None:
        card = Card(self._theme)
        card.setAccessibleName(_("Open with the recovery sheet"))
        card.body.addWidget(PlainLabel(_("Open with the recovery sheet"), role=TypeRole.TITLE, wrap=True))
        card.body.addWidget(self.field)
        card.body.addWidget(self.choice)
        buttons = QWidget()
        flow = Flow(self._theme, gap=12, parent=buttons)
        flow.addWidget(self.back)
        flow.addWidget(self.go_on)
        card.body.addWidget(buttons)
        self.body.addWidget(Centred(self._theme, card, _WIDEST))
