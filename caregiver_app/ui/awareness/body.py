"""The inside of the awareness days: an agenda by month, and a grid. It asks the library; others share."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.awareness_day import AwarenessDay
from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import current_language
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.awareness.agenda import Agenda
from caregiver_app.ui.awareness.month_part import MonthPart
from caregiver_app.ui.awareness.questions import Wanted, days_for, reminding
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.doer import Doer
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.page import Page, ScreenHeader
from caregiver_app.ui.widgets.tab_row import TabLook, TabRow

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_WIDEST = 820
AGENDA, MONTH = "agenda", "month"


class AwarenessBody(QWidget):
    """`kit_asked` carries the `AwarenessDay` whose words are to be shared."""

    kit_asked = Signal(object)
    flyer_asked = Signal(object)

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._doer: Doer[Library] = Doer(desk, self)
        self.page = Page(theme, _("Awareness days"), widest=_WIDEST)
        looks = (
            TabLook(key=AGENDA, text=_("Coming up"), icon=Icon.CLOCK),
            TabLook(key=MONTH, text=_("Month"), icon=Icon.CALENDAR),
        )
        self.tabs = TabRow(theme, _("How to show the days"), looks, desk.overlay)
        self.outside = CheckBox(theme, _("Also outside my topics"))
        self.fund_raising = CheckBox(theme, _("Also days that raise money"))
        self.agenda = Agenda(theme)
        self.month = MonthPart(theme, self._today())
        self._lay_out()
        self._connect()
        self.tabs.set_current(AGENDA)

    def look(self) -> None:
        """Ask anew which days there are."""
        wanted = Wanted(outside_topics=self.outside.isChecked(), fund_raising=self.fund_raising.isChecked())
        self._desk.ask(self, lambda library: days_for(library, wanted), self._show, key="awareness")

    def show_tab(self, key: str) -> None:
        """Show the agenda or the month."""
        self.tabs.set_current(key)
        shown, other = (self.agenda, self.month) if key == AGENDA else (self.month, self.agenda)
        other.setVisible(False)
        shown.setVisible(True)

    def _show(self, days: tuple[AwarenessDay, ...]) -> None:
        today = self._today()
        self.agenda.show_days(days, today)
        self.month.show_days(days, today)

    def _remind(self, day: AwarenessDay) -> None:
        name, at = day.name_in(current_language()), self._desk.clock.now()
        self._doer.do(reminding(day.id, name, not day.reminds, at), kind="awareness")

    def _today(self) -> date:
        return day_of(self._desk.clock.now())

    def _connect(self) -> None:
        self.tabs.asked.connect(self.show_tab)
        self._doer.changed.connect(self.look)
        for box in (self.outside, self.fund_raising):
            box.toggled.connect(lambda _on: self.look())
        for part in (self.agenda, self.month):
            part.kit_asked.connect(self.kit_asked)
            part.flyer_asked.connect(self.flyer_asked)
            part.reminder_asked.connect(self._remind)

    def _lay_out(self) -> None:
        theme, body = self._desk.theme, self.page.body
        words = _("Days on which people speak of an illness or of care, from your packs. Reminders show on Home only.")
        body.addWidget(ScreenHeader(theme, _("Awareness days"), words))
        body.addWidget(self.tabs)
        holder = QWidget()
        choices = Flow(theme, gap=16, parent=holder)
        choices.addWidget(self.outside)
        choices.addWidget(self.fund_raising)
        body.addWidget(holder)
        for part in (self.agenda, self.month):
            body.addWidget(part)
        self.month.setVisible(False)
        Column(theme, parent=self).addWidget(self.page)
