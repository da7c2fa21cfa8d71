"""A month as a grid of days, one Tab stop: arrow keys go by day and week, Page Up and Page Down by month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QWidget

from caregiver_app.support.i18n import format_day, format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.regional import first_weekday
from caregiver_app.support.sentences.awareness import month_words, noon, short_weekday
from caregiver_app.ui.awareness.months import month_end, moved
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.layouts import Column, Flow, Row
from caregiver_app.ui.widgets.plain import PlainLabel

_WEEKS = 6
_BESIDE = 520
_FURTHEST_YEARS = 20


class MonthGrid(QWidget):
    """`picked` carries the day that was gone to, `month_shown` the first day of another month."""

    picked = Signal(object)
    month_shown = Signal(object)

    def __init__(self, theme: Theme, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._first_weekday = first_weekday()
        self._counts: Mapping[date, int] = {}
        self.day = today
        self.title = PlainLabel("", role=TypeRole.HEADING, wrap=True)
        self.before = Button(theme, _("Month before"), kind=ButtonKind.QUIET, icon=Icon.BACK, repeats=True)
        self.after = Button(theme, _("Month after"), kind=ButtonKind.QUIET, icon=Icon.CHEV_RIGHT, repeats=True)
        self.cells = [self._cell() for _place in range(7 * _WEEKS)]
        self._days: dict[Button, date] = {}
        self._head = Row(theme, gap=8)
        self._grid = QGridLayout()
        self._lay_out()
        self._rescale()
        theme.changed.connect(self._rescale)
        self.before.clicked.connect(lambda: self.go_to(moved(self.day, -1)))
        self.after.clicked.connect(lambda: self.go_to(moved(self.day, 1)))
        self._show_month()

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self.day.replace(day=1)

    def show_counts(self, counts: Mapping[date, int], today: date) -> None:
        """Show on which days of the month how much falls."""
        self._counts, self._today = counts, today
        self._show_month()

    def go_to(self, day: date) -> None:
        """Make a day the current one; the keyboard goes along where it is in the grid."""
        if abs(day.year - self._today.year) > _FURTHEST_YEARS:
            return
        other, self.day = day.replace(day=1) != self.month, day
        had_keyboard = any(cell.hasFocus() for cell in self.cells)
        if other:
            self._counts = {}
            self.month_shown.emit(self.month)
        self._show_month()
        if had_keyboard:
            self._cell_of(day).setFocus(Qt.FocusReason.TabFocusReason)
        self.picked.emit(day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ways to other months below the name of this one where both do not fit."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._theme.px(_BESIDE)
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the keyboard."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not isinstance(watched, Button):
            return False
        day = self._target(Qt.Key(event.key()))
        if day is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self.go_to(day)
        return True

    def _target(self, key: Qt.Key) -> date | None:
        ahead = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead, Qt.Key.Key_Down: 7, Qt.Key.Key_Up: -7}
        if key in steps:
            return self.day + timedelta(days=steps[key])
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            month = moved(self.day, 1 if key == Qt.Key.Key_PageDown else -1)
            return month.replace(day=min(self.day.day, month_end(month).day))
        return {Qt.Key.Key_Home: self.month, Qt.Key.Key_End: month_end(self.day)}.get(key)

    def _show_month(self) -> None:
        self.title.setText(month_words(self.month, self._today))
        start = self.month - timedelta(days=(self.month.weekday() - self._first_weekday) % 7)
        for place, cell in enumerate(self.cells):
            day = start + timedelta(days=place)
            self._days[cell] = day
            self._show_day(cell, day)

    def _show_day(self, cell: Button, day: date) -> None:
        inside, count = day.replace(day=1) == self.month, self._counts.get(day, 0)
        cell.set_words(f"{format_number(day.day)}•" if count else format_number(day.day), name=_spoken(day, count))
        cell.setChecked(day == self.day)
        cell.setEnabled(inside)
        cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if day == self.day else Qt.FocusPolicy.ClickFocus)

    def _cell_of(self, day: date) -> Button:
        return next(cell for cell, shown in self._days.items() if shown == day)

    def _cell(self) -> Button:
        cell = Button(self._theme, "", kind=ButtonKind.CHIP, checkable=True, repeats=True)
        cell.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        cell.clicked.connect(lambda: self.go_to(self._days[cell]))
        cell.installEventFilter(self)
        return cell

    def _rescale(self) -> None:
        self._grid.setSpacing(self._theme.px(2))

    def _lay_out(self) -> None:
        column = Column(self._theme, gap=8, parent=self)
        steps = QWidget()
        flow = Flow(self._theme, gap=8, parent=steps)
        flow.addWidget(self.before)
        flow.addWidget(self.after)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(steps)
        column.addLayout(self._head)
        grid = self._grid
        monday = date(2024, 1, 1)
        for place in range(7):
            day = monday + timedelta(days=self._first_weekday + place)
            label = PlainLabel(short_weekday(day), role=TypeRole.SMALL_STRONG, ink="text-2", centred=True)
            grid.addWidget(label, 0, place)
        for place, cell in enumerate(self.cells):
            grid.addWidget(cell, 1 + place // 7, place % 7)
        column.addLayout(grid)


def _spoken(day: date, count: int) -> str:
    said = format_day(noon(day), UTC, year=True)
    if not count:
        return f"{format_number(day.day)}, {said}"
    words = ngettext("{count} awareness day", "{count} awareness days", count).format(count=format_number(count))
    return f"{format_number(day.day)}, {said}, {words}"
