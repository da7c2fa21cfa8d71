"""Which days: a span that ends today, or two days that somebody types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.day_field import DayField
from caregiver_app.ui.sheets.named_choice import NamedChoice
from caregiver_app.ui.sheets.wanted import Period
from caregiver_app.ui.sheets.words import period_choices
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.layouts import Column


class DaysPart(QWidget):
    """`chosen` carries the period; `typed` the two days as YYYY-MM-DD, None for one that is left open."""

    chosen = Signal(object)
    typed = Signal(object, object)

    def __init__(self, theme: Theme, *, today: date, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = NamedChoice(theme, _("Days"), ring=ring)
        self.since = DayField(theme, _("From"), today=today)
        self.until = DayField(theme, _("To"), today=today)
        self.take = Button(theme, _("Take these days"))
        self._fields = QWidget()
        column = Column(theme, gap=8, parent=self)
        column.addWidget(self.period)
        column.addWidget(self._fields)
        inner = Column(theme, gap=8, parent=self._fields)
        for part in (self.since, self.until, self.take):
            inner.addWidget(part)
        self.period.chosen.connect(self.chosen)
        self.take.clicked.connect(self._take)
        for field in (self.since, self.until):
            field.line.returnPressed.connect(self._take)
        self.show_period(Period.USUAL)

    def show_period(self, period: Period) -> None:
        """Show which span is chosen; days are typed only where none is."""
        self.period.show_pairs(period_choices(), period)
        self._fields.setVisible(period is Period.TYPED)

    def forget(self) -> None:
        """Hold no day."""
        self.since.show_day(None)
        self.until.show_day(None)

    def _take(self) -> None:
        if self.since.check() and self.until.check():
            since, until = self.since.day(), self.until.day()
            self.typed.emit(since and since.isoformat(), until and until.isoformat())
