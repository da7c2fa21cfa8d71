"""The second tab: a month as a grid, and below it what falls on the day that is gone to."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.awareness_day import AwarenessDay, ComingDay, coming_days
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.awareness.day_list import DayList
from caregiver_app.ui.awareness.month_grid import MonthGrid
from caregiver_app.ui.awareness.months import month_end
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.layouts import Column

_LONG = timedelta(days=14)


class MonthPart(QWidget):
    """Signals as those of `DayRow`."""

    kit_asked = Signal(object)
    flyer_asked = Signal(object)
    reminder_asked = Signal(object)

    def __init__(self, theme: Theme, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[AwarenessDay, ...] = ()
        self._today = today
        self.grid = MonthGrid(theme, today)
        self.list = DayList(theme, _("On this day"), _("No days listed for this day."))
        card = Card(theme)
        card.body.addWidget(self.grid)
        column = Column(theme, gap=16, parent=self)
        column.addWidget(card)
        column.addWidget(self.list)
        self.grid.month_shown.connect(lambda _month: self._count())
        self.grid.picked.connect(lambda _day: self._show_day())
        self.list.kit_asked.connect(self.kit_asked)
        self.list.flyer_asked.connect(self.flyer_asked)
        self.list.reminder_asked.connect(self.reminder_asked)

    def show_days(self, days: tuple[AwarenessDay, ...], today: date) -> None:
        """Show on which days of the month something falls."""
        self._days, self._today = days, today
        self._count()
        self._show_day()

    def _count(self) -> None:
        """Mark days; what goes on for weeks is marked where it begins, or every day of the month would be."""
        month = self.grid.month
        found = Counter(day for one in coming_days(self._days, month, month_end(month)) for day in _marked(one))
        self.grid.show_counts(found, self._today)

    def _show_day(self) -> None:
        day = self.grid.day
        self.list.show_days(coming_days(self._days, day, day), self._today)


def _marked(one: ComingDay) -> tuple[date, ...]:
    days = one.days
    if days.last - days.first >= _LONG:
        return (days.first,)
    return tuple(days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1))
