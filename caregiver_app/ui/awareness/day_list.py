"""Awareness days below each other; the agenda shows one such list a month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.awareness_day import ComingDay
from caregiver_app.ui.awareness.day_row import DayRow, ShownDay
from caregiver_app.ui.care.parts.record_rows import RecordRows
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.plain import PlainLabel


class DayList(Card):
    """A heading with days below it, or why there are none. Signals as those of `DayRow`."""

    kit_asked = Signal(object)
    flyer_asked = Signal(object)
    reminder_asked = Signal(object)

    def __init__(self, theme: Theme, heading: str, nothing: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, heading, parent=parent)
        self.rows = RecordRows(theme, heading, self._row)
        self.empty = PlainLabel(nothing, ink="text-2", wrap=True)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.empty)

    def show_days(self, some: Sequence[ComingDay], today: date) -> None:
        """Show these days as they stand on a day."""
        shown = [ShownDay(coming=one, today=today) for one in some]
        self.rows.show_rows([(one.key, one) for one in shown])
        self.rows.setVisible(bool(shown))
        self.empty.setVisible(not shown)

    def _row(self, shown: ShownDay) -> QWidget:
        row = DayRow(self._theme, shown)
        row.kit_asked.connect(self.kit_asked)
        row.flyer_asked.connect(self.flyer_asked)
        row.reminder_asked.connect(self.reminder_asked)
        return row
