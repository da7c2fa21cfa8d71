"""The agenda: what comes up, month by month, the next three first and more on demand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.awareness_day import AwarenessDay, ComingDay, coming_days
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.awareness import month_inside, month_words
from caregiver_app.ui.awareness.day_list import DayList
from caregiver_app.ui.awareness.months import month_end, months_from, next_month
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.tab_order import put_in_order

_AT_ONCE = 3
_MOST = 12


class Agenda(QWidget):
    """Signals as those of `DayRow`. What goes on over several months stands in the one where it begins, or in this."""

    kit_asked = Signal(object)
    flyer_asked = Signal(object)
    reminder_asked = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[AwarenessDay, ...] = ()
        self._today: date | None = None
        self._months = _AT_ONCE
        self.lists: dict[date, DayList] = {}
        column = Column(theme, gap=16, parent=self)
        self._column = Column(theme, gap=16)
        column.addLayout(self._column)
        self.later = Button(theme, _("Show later months"), icon=Icon.CHEV_DOWN)
        column.addWidget(self.later, 0, Qt.AlignmentFlag.AlignLeading)
        self.later.clicked.connect(self._show_later)

    def show_days(self, days: tuple[AwarenessDay, ...], today: date) -> None:
        """Show what of these comes from a day on."""
        self._days = days
        if self._today is not None and self._today.replace(day=1) != today.replace(day=1):
            self._drop_months()
        self._today = today
        self._fill()

    def _fill(self) -> None:
        if self._today is None:
            return
        months = months_from(self._today, self._months)
        coming = coming_days(self._days, self._today, month_end(months[-1]))
        for month in months:
            self._list_of(month).show_days(_begun_in(coming, month, first=month == months[0]), self._today)
        self.later.setVisible(self._months < _MOST)
        put_in_order(self)

    def _list_of(self, month: date) -> DayList:
        if month not in self.lists:
            today = self._today or month
            nothing = _("No days listed for {month}.").format(month=month_inside(month, today))
            made = DayList(self._theme, month_words(month, today), nothing)
            made.kit_asked.connect(self.kit_asked)
            made.flyer_asked.connect(self.flyer_asked)
            made.reminder_asked.connect(self.reminder_asked)
            self.lists[month] = made
            self._column.addWidget(made)
        return self.lists[month]

    def _show_later(self) -> None:
        following = months_from(self._today or date.min, self._months + 1)[-1]
        self._months = min(_MOST, self._months + _AT_ONCE)
        self._fill()
        for month in months_from(following, _AT_ONCE):
            shown = self.lists.get(month)
            if shown is not None and shown.rows.keys and shown.rows.focus_row(shown.rows.keys[0]):
                return

    def _drop_months(self) -> None:
        for shown in self.lists.values():
            self._column.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self.lists.clear()


def _begun_in(coming: Sequence[ComingDay], month: date, *, first: bool) -> list[ComingDay]:
    """Return what begins in a month; the first one has what began before, too."""
    after = next_month(month)
    return [one for one in coming if one.days.first < after and (first or one.days.first >= month)]
