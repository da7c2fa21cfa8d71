"""Settings of the care notes: when they lock, passphrase, recovery sheet. Holds no word of the notes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.undo import UndoStep
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.auto_lock import AutoLock
from caregiver_app.ui.care.carrying.settings_card import FilesCard
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.idle import MINUTES
from caregiver_app.ui.care.key_ways import KeyWays
from caregiver_app.ui.care.opening import LOCK_MINUTES
from caregiver_app.ui.care.protecting.card import ProtectCard
from caregiver_app.ui.care.sheet.ways import SheetWays
from caregiver_app.ui.care.watches import notices_screen_lock
from caregiver_app.ui.settings.part import SettingsPart
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel


class CareSettingsPart(SettingsPart):
    """The page "Care notes and locking". `open_asked` leads to the care notes, to set them up or unlock them.

    `protect_asked` wants the library protected, or no more.
    """

    open_asked = Signal()
    protect_asked = Signal()

    def __init__(
        self, desk: CareDesk, lock: AutoLock, keys: KeyWays, sheets: SheetWays, files: FilesCard, *, library_too: bool
    ) -> None:
        """`files` is the card about files that leave and come."""
        super().__init__(desk.theme, _("Care notes and locking"))
        self._desk = desk
        self._lock = lock
        self._sheets = sheets
        theme = desk.theme
        self.state = PlainLabel(wrap=True)
        self.go = Button(theme, "", icon=Icon.UNLOCK)
        self.minutes = ChipGroup(theme, _("Lock after"), [_chip(minutes) for minutes in MINUTES])
        self.change = Button(theme, _("Change the passphrase"))
        self.known = Button(theme, _("Somebody may know it"))
        self.sheet = Button(theme, _("Print the recovery sheet again"), icon=Icon.PRINT)
        self.files = files
        self.cards = (self._lock_card(), self._passphrase_card(), self._sheet_card(), files)
        self.body.addWidget(self._state_card())
        for card in self.cards:
            self.body.addWidget(card)
        self.protect = ProtectCard(theme, protected=library_too)
        self.body.addWidget(self.protect)
        self.protect.button.clicked.connect(self.protect_asked)
        self.go.clicked.connect(self.open_asked)
        self.minutes.chosen.connect(self._choose)
        self.change.clicked.connect(keys.change_passphrase)
        self.known.clicked.connect(keys.somebody_may_know)
        self.sheet.clicked.connect(self._open_sheet)
        desk.access.changed.connect(self._show)
        self._show()

    def opened(self) -> None:
        """Show how it stands."""
        self._show()

    def _show(self) -> None:
        state = self._desk.access.state
        is_open = state is LockState.OPEN
        for card in self.cards:
            card.setVisible(is_open)
        self.go.setVisible(not is_open)
        self.protect.show_state(state)
        if is_open:
            self.state.setText(_("Your care notes are unlocked."))
            self.minutes.set_current(str(_nearest(self._lock.minutes)))
        elif state is LockState.ABSENT:
            self.state.setText(_("You have no care notes yet."))
            self.go.set_words(_("Set them up"))
        else:
            self.state.setText(_("Unlock your care notes to change these settings."))
            self.go.set_words(_("Unlock"))

    def _open_sheet(self) -> None:
        self._sheets.open()

    def _choose(self, key: str) -> None:
        before, after = self._lock.minutes, int(key)
        if before == after:
            return

        def put(minutes: int) -> Callable[[], None]:
            def do() -> None:
                self._lock.set_minutes(minutes)
                self._desk.ask(
                    self, lambda vault: vault.settings.set(LOCK_MINUTES, minutes), lambda _none: self._show()
                )

            return do

        put(after)()
        words = ngettext(
            "Care notes lock after {count} minute.", "Care notes lock after {count} minutes.", after
        ).format(count=format_number(after))
        self._desk.did_setting(UndoStep(text=words, undo=put(before), redo=put(after), private=True))

    def _state_card(self) -> Card:
        card = Card(self._desk.theme)
        card.setAccessibleName(_("Care notes"))
        card.body.addWidget(self.state)
        card.body.addWidget(self.go)
        return card

    def _lock_card(self) -> Card:
        card = Card(self._desk.theme, _("Lock after"))
        card.body.addWidget(PlainLabel(_("So long without a key or the mouse:"), ink="text-2", wrap=True))
        card.body.addWidget(self.minutes)
        card.body.addWidget(PlainLabel(_always_words(), ink="text-2", wrap=True))
        return card

    def _passphrase_card(self) -> Card:
        card = Card(self._desk.theme, _("Passphrase"))
        card.body.addWidget(
            PlainLabel(
                _("If somebody may have seen it, give your notes a new key. Another passphrase is not enough then."),
                ink="text-2",
                wrap=True,
            )
        )
        card.body.addWidget(self._row(self.change, self.known))
        return card

    def _sheet_card(self) -> Card:
        card = Card(self._desk.theme, _("Recovery sheet"))
        card.body.addWidget(
            PlainLabel(_("It opens your notes when the passphrase is forgotten."), ink="text-2", wrap=True)
        )
        card.body.addWidget(self._row(self.sheet))
        return card

    def _row(self, *buttons: Button) -> QWidget:
        holder = QWidget()
        flow = Flow(self._desk.theme, gap=8, parent=holder)
        for button in buttons:
            flow.addWidget(button)
        return holder


def _always_words() -> str:
    if notices_screen_lock():
        return _(
            "They always lock when the computer sleeps, when the screen is locked, when somebody else logs in, "
            "with Ctrl+L, and when you close Caregiver."
        )
    return _(
        "They always lock when the computer sleeps, with Ctrl+L, and when you close Caregiver. On this system "
        "Caregiver does not notice that the screen was locked: press Ctrl+L before you leave."
    )


def _chip(minutes: int) -> ChipChoice:
    words = ngettext("{count} minute", "{count} minutes", minutes).format(count=format_number(minutes))
    return ChipChoice(key=str(minutes), text=words)


def _nearest(minutes: int) -> int:
    return min(MINUTES, key=lambda choice: abs(choice - minutes))
