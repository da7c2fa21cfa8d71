"""Fields for a day and for a time of day, typed as the person's own place writes them and read back in full words.

What was understood stands below the field, so that 3/4 is never taken for another day unseen. `day()` and `clock()`
give the value, None where nothing stands there; `check()` tells at the field what cannot be read.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import RecordRefused
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.support.i18n import current_locale, format_clock, format_day, format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.form import FormPart, line_part
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.typed.clock import counts_to_twelve, read_clock
from caregiver_app.vault.typed.days import read_day

_LONGEST = 60


class DayField(QWidget):
    """A day that may be left empty. "today", "tomorrow" and "yesterday" are understood too."""

    changed = Signal()

    def __init__(self, theme: Theme, label: str, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.line = PrivateLine(longest=_LONGEST)
        # Translators: {example} is a date as it may be typed
        self._hint = _("For example {example}").format(example=typed_day(today))
        self.field = Field(theme, label, self.line, hint=self._hint)
        self.said = PlainLabel(ink="text-2", wrap=True)
        column = Column(theme, gap=4, parent=self)
        column.addWidget(self.field)
        column.addWidget(self.said)
        self.line.textChanged.connect(self._read_back)
        self._read_back()

    @property
    def text(self) -> str:
        """What stands in the field, as it was typed."""
        return self.line.text()

    def set_today(self, today: date) -> None:
        """Count "today" from this day on, as after midnight. A day that stands there stays the one it was read as."""
        if not self.line.text().strip():
            self._today = today

    def show_day(self, day: date | None) -> None:
        """Write a day into the field as it is typed here."""
        self.line.setText("" if day is None else typed_day(day))

    def day(self) -> date | None:
        """Return the day, None for an empty field.

        Raises:
            RecordRefused: what stands there is no day.
        """
        typed = self.line.text().strip()
        return self._near(typed) or read_day(typed, current_locale()) if typed else None

    def check(self, *, needed: bool = False) -> bool:
        """Return whether the day can be read; else say what is the matter, with the keyboard there."""
        try:
            if self.day() is not None or not needed:
                return True
        except RecordRefused:
            pass
        words = _("Enter a date with its year, like {example}.").format(example=typed_day(self._today))
        self.field.show_error(words)
        return False

    def part(self, name: str) -> FormPart:
        """Return this field as a part of a form; its value is what was typed."""
        return line_part(name, self.line, self.field)

    def _near(self, typed: str) -> date | None:
        words = {_("today"): 0, _("tomorrow"): 1, _("yesterday"): -1}
        days = {word.casefold(): by for word, by in words.items()}.get(typed.casefold())
        return None if days is None else self._today + timedelta(days=days)

    def _read_back(self) -> None:
        try:
            day = self.day()
        except RecordRefused:
            day = None
        if day is not None and self.field.error:
            self.field.set_error("")
        words = "" if day is None else spoken_day(day)
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.line.setAccessibleDescription(words or self.field.error or self._hint)
        self.changed.emit()


class ClockField(QWidget):
    """A time of day that may be left empty."""

    changed = Signal()

    def __init__(self, theme: Theme, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = PrivateLine(longest=_LONGEST)
        # Translators: {example} is a time as it may be typed
        hint = _("For example {example}").format(example=spoken_clock(time(14, 30)))
        self.field = Field(theme, label, self.line, hint=hint)
        Column(theme, parent=self).addWidget(self.field)
        self.line.textChanged.connect(self._clear_error)

    def clock(self) -> time | None:
        """Return the time, None for an empty field.

        Raises:
            RecordRefused: what stands there is no time, or could be two.
        """
        typed = self.line.text().strip()
        return read_clock(typed, current_locale()) if typed else None

    def check(self, *, needed: bool = False) -> bool:
        """Return whether the time can be read; else say what is the matter, with the keyboard there."""
        try:
            if self.clock() is not None or not needed:
                return True
        except RecordRefused:
            pass
        example = spoken_clock(time(14, 30))
        words = _("Enter a time, like {example}.").format(example=example)
        if counts_to_twelve(current_locale()) and self.line.text().strip():
            words = _("Enter a time and say if it is morning or afternoon, like {example}.").format(example=example)
        self.field.show_error(words)
        return False

    def part(self, name: str) -> FormPart:
        """Return this field as a part of a form; its value is what was typed."""
        return line_part(name, self.line, self.field)

    def _clear_error(self) -> None:
        if self.field.error:
            self.field.set_error("")
        self.changed.emit()


def spoken_day(day: date) -> str:
    """Return a day in full words, e.g. "Monday 23 November 2026"."""
    return format_day(_noon_of(day), UTC, year=True)


def short_day(day: date) -> str:
    """Return a day without weekday and year, e.g. "23 November"."""
    return format_short_day(_noon_of(day), UTC)


def typed_day(day: date) -> str:
    """Return a day as it can be typed and is read here, e.g. "23 November 2026"."""
    written = format_short_day(_noon_of(day), UTC, year=True)
    try:
        return written if read_day(written, current_locale()) == day else day.isoformat()
    except RecordRefused:
        return day.isoformat()


def spoken_clock(clock: time) -> str:
    """Return a time of day as it is written here, e.g. "14:30" or "2:30 PM"."""
    return format_clock(from_datetime(datetime(2026, 1, 1, clock.hour, clock.minute, tzinfo=UTC)), UTC)


def _noon_of(day: date) -> Millis:
    return from_datetime(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
