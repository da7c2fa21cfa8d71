"""The card with what was measured over a time: a chart, or the same as a list in which each value can be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.measurements.chart import MeasureChart
from caregiver_app.ui.care.measurements.kinds import KindLook
from caregiver_app.ui.care.measurements.periods import Period, period_words
from caregiver_app.ui.care.measurements.values import when_words
from caregiver_app.ui.care.parts.headed_card import HeadedCard
from caregiver_app.ui.care.parts.print_button import print_button
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.line_list import Line as ListLine
from caregiver_app.ui.widgets.line_list import LineList
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.measuring.words import reading_words
from caregiver_app.vault.records.measured_lines import chart_words, lines_of, marks_words
from caregiver_app.vault.records.measures import Measurement

_ROWS = 10


class HistoryCard(HeadedCard):
    """`period_chosen` asks for other values; `opened` carries the `Measurement` that was pressed in the list."""

    period_chosen = Signal()
    opened = Signal(object)

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        self.as_list = Button(desk.theme, "", kind=ButtonKind.QUIET)
        super().__init__(desk.theme, _("Over time"), button=self.as_list, parent=parent)
        self._desk = desk
        self._measured: dict[str, Measurement] = {}
        self._shows_list = False
        choices = [ChipChoice(key=key, text=text) for key, text in period_words().items()]
        self.periods = ChipGroup(desk.theme, _("How far back"), choices)
        self.periods.set_current(Period.THREE_MONTHS.value)
        self.chart = MeasureChart(desk.theme, desk.clock.now)
        self.legend = PlainLabel(role=TypeRole.SMALL, ink="text-2", wrap=True)
        self.nothing = PlainLabel(ink="text-2", wrap=True)
        self.list = LineList(desk.theme, _("Values"), ring=desk.ring, rows=_ROWS)
        for widget in (self.periods, self.nothing, self.chart, self.legend, self.list):
            self.body.addWidget(widget)
        self.print_all = print_button(desk, SheetKind.MEASUREMENTS, _("Print measurements"))
        self.body.addWidget(self.print_all, 0, Qt.AlignmentFlag.AlignLeading)
        self.as_list.clicked.connect(self._toggle)
        self.periods.chosen.connect(lambda _key: self.period_chosen.emit())
        self.list.opened.connect(lambda line: self.opened.emit(self._measured[line.key]))
        self._arrange()

    @property
    def period(self) -> Period:
        """How far back it goes."""
        return Period(self.periods.current)

    def show_measured(self, kind: KindLook, unit: str, measured: Sequence[Measurement]) -> None:
        """Show what was measured, newest first."""
        now = self._desk.clock.now()
        lines = lines_of(measured, unit)
        self.set_heading(_("{kind} over time").format(kind=kind.name))
        self.chart.show_lines(self.heading, lines, unit, chart_words(lines, unit, now))
        self.legend.setText(marks_words(lines))
        self.nothing.setText(_("Nothing was measured in this time.") if not measured else "")
        self._measured = {str(one.id): one for one in measured}
        self.list.setAccessibleName(_("{kind}, all values").format(kind=kind.name))
        self.list.show_lines(
            [
                ListLine(
                    key=str(one.id),
                    title=reading_words(one.reading),
                    facts="  ·  ".join(part for part in (when_words(one.at, now), one.note) if part),
                )
                for one in measured
            ]
        )
        self._arrange()

    def show_list(self, as_list: bool) -> None:
        """Show the list in place of the chart, or the chart again."""
        self._shows_list = as_list
        self._arrange()

    def go_to(self, key: str) -> None:
        """Put the keyboard at one value in the list."""
        self.show_list(True)
        place = next((place for place, line in enumerate(self.list.lines) if line.key == key), None)
        if place is not None:
            self.list.show_quietly(self.list.model().index(place, 0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        self.show_list(not self._shows_list)

    def _arrange(self) -> None:
        there, chart = bool(self._measured), not self._shows_list
        self.as_list.set_words(_("Show as a list") if chart else _("Show as a chart"))
        self.chart.setVisible(there and chart and bool(self.chart.lines))
        self.legend.setVisible(there and chart and bool(self.legend.text()))
        self.list.setVisible(there and not chart)
        self.nothing.setVisible(not there)
