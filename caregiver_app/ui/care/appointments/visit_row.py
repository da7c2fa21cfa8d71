"""A visit as a row: its day as a tile, time, whom and where; what came of it; and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import as_beginning, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.appointments.visit_looks import VisitLook
from caregiver_app.ui.care.parts.record_rows import RecordRow
from caregiver_app.ui.theme import Icon, Theme, Tone, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind, IconButton
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.vault.records.appointments import AppointmentState


class VisitRow(RecordRow):
    """`after_asked` asks for the place after the visit, `more_asked` for what else can be done."""

    after_asked = Signal()
    change_asked = Signal()
    sheet_asked = Signal()
    more_asked = Signal()

    def __init__(self, theme: Theme, look: VisitLook, *, kept: bool = False, parent: QWidget | None = None) -> None:
        """`kept` leaves out what would write."""
        super().__init__(theme, look.title, pills=_pills(theme, look), lead=look.tile.tile(theme), parent=parent)
        self.setAccessibleName(look.name)
        self._look = look
        self.add_line(as_beginning(look.day))
        self.add_line(look.when, ink="text")
        for line in (look.place, look.reason, look.about):
            self.add_line(line)
        if look.questions:
            words = ngettext("{count} question for it", "{count} questions for it", look.questions)
            self.add_line(words.format(count=format_number(look.questions)), role=TypeRole.SMALL)
        self._add_what_came(look)
        if not kept:
            self._add_buttons(look)
        self.more = IconButton(theme, Icon.MORE, _("More for the appointment: {visit}").format(visit=look.name))
        self.more.clicked.connect(self.more_asked)
        self.add_at_end(self.more)

    def _add_what_came(self, look: VisitLook) -> None:
        if look.outcome:
            self.add_line(_("Said: {text}").format(text=look.outcome), ink="text")
        if look.decisions:
            self.add_line(_("Decided: {text}").format(text=look.decisions), ink="text")

    def _add_buttons(self, look: VisitLook) -> None:
        if look.state is not AppointmentState.CANCELLED and (look.is_over or look.tile.is_today):
            written = look.state is AppointmentState.DONE
            words = _("Change what came of it") if written else _("After the visit")
            self._add(words, Icon.CHECK).clicked.connect(self.after_asked)
        if look.state is AppointmentState.PLANNED:
            self._add(_("Make visit sheet"), Icon.PRINT).clicked.connect(self.sheet_asked)
        self._add(_("Change"), Icon.CALENDAR).clicked.connect(self.change_asked)

    def _add(self, words: str, icon: Icon) -> Button:
        # Translators: spoken for a button of one visit, e.g. "Change: Memory clinic, Monday 23 November"
        name = _("{button}: {visit}").format(button=words, visit=self._look.name)
        return self.add_button(Button(self._theme, words, kind=ButtonKind.QUIET, icon=icon, name=name))


def _pills(theme: Theme, look: VisitLook) -> list[Pill]:
    if look.state is AppointmentState.CANCELLED:
        return [Pill(theme, _("Cancelled"), tone=Tone.NEUTRAL, icon=Icon.CLOSE)]
    if look.state is AppointmentState.DONE:
        return [Pill(theme, _("Done"), tone=Tone.OK, icon=Icon.CHECK)]
    return []
