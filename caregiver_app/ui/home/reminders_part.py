"""Awareness days of which the person wants to be told, on Home within a week before; made once there is one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.awareness_day import ComingDay
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.awareness.day_list import DayList
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.layouts import Column


class RemindersPart(QWidget):
    """Unseen while there is none. Signals as those of `DayList`."""

    kit_asked = Signal(object)
    flyer_asked = Signal(object)
    reminder_asked = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(_("Awareness days"))
        self.days: DayList | None = None
        self._column = Column(theme, parent=self)
        self.setVisible(False)

    def show_days(self, some: Sequence[ComingDay], today: date) -> None:
        """Show these days as they stand on a day."""
        if self.days is None and some:
            self.days = self._made()
        if self.days is not None:
            self.days.show_days(some, today)
        self.setVisible(bool(some))

    def _made(self) -> DayList:
        days = DayList(self._theme, _("Awareness days"), _("No days listed for this day."))
        days.kit_asked.connect(self.kit_asked)
        days.flyer_asked.connect(self.flyer_asked)
        days.reminder_asked.connect(self.reminder_asked)
        self._column.addWidget(days)
        return days
