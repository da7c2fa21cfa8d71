"""How long single connections are listed, and what else can be done with the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.upkeep import ledger_warning
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Flow
from caregiver_app.ui.widgets.plain import PlainLabel

CHOICES = (30, 90, 365)


class LedgerLife(Card):
    """`days_chosen` carries the days before and the days wanted."""

    days_chosen = Signal(int, int)
    export_pressed = Signal()
    erase_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Keep this list"), parent=parent)
        self._days = CHOICES[1]
        self.chips = ChipGroup(theme, _("Single connections are listed for"), [_chip(days) for days in CHOICES])
        self.chips.set_current(str(self._days))
        self.chips.chosen.connect(self._choose)
        self.export = Button(theme, _("Save the list as a file"), icon=Icon.DOWNLOAD)
        self.export.clicked.connect(self.export_pressed)
        self.erase = Button(theme, _("Erase the list"), icon=Icon.TRASH)
        self.erase.clicked.connect(self.erase_pressed)
        self.body.addWidget(PlainLabel(_("Single connections are listed for"), ink="text-2", wrap=True))
        self.body.addWidget(self.chips)
        self.body.addWidget(
            PlainLabel(_("After that only the totals of each month are kept."), ink="text-2", wrap=True)
        )
        self.body.addWidget(PlainLabel(ledger_warning(), role=TypeRole.SMALL, ink="text-2", wrap=True))
        buttons = QWidget()
        flow = Flow(theme, gap=8, parent=buttons)
        flow.addWidget(self.export)
        flow.addWidget(self.erase)
        self.body.addWidget(buttons)

    def show_days(self, days: int) -> None:
        """Show what holds; another number than those offered marks the next larger one."""
        self._days = days
        self.chips.set_current(str(next((choice for choice in CHOICES if choice >= days), CHOICES[-1])))

    def _choose(self, key: str) -> None:
        days = int(key)
        if days != self._days:
            before, self._days = self._days, days
            self.days_chosen.emit(before, days)


def _chip(days: int) -> ChipChoice:
    if days == CHOICES[-1]:
        return ChipChoice(key=str(days), text=_("A year"))
    words = ngettext("{count} day", "{count} days", days)
    return ChipChoice(key=str(days), text=words.format(count=format_number(days)))
