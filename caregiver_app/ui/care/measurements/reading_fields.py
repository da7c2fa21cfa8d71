"""The fields of one measurement: value, unit, when, a note; and the question about a value that may be a slip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import RecordRefused
from caregiver_app.model.time import Millis, day_of, from_datetime
from caregiver_app.support.i18n import decimal_sign
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.measurements.kinds import KindLook, unit_words
from caregiver_app.ui.care.parts.day_field import ClockField, DayField
from caregiver_app.ui.care.parts.form import Form, choice_part, line_part
from caregiver_app.ui.care.parts.refusing import refusal_words
from caregiver_app.ui.care.private_fields import PrivateLine
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.field import Field
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.tab_order import put_in_order
from caregiver_app.vault.measuring.reading import LONGEST, Doubt, doubt_about, read_measurement
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.measuring.words import reading_words

NOW, ANOTHER = "now", "another"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed and can be kept; `taken_at` is None for now."""

    reading: Reading
    note: str
    taken_at: Millis | None


class ReadingFields(QWidget):
    """`sure` comes when somebody was asked about an unlikely value and said that it is right: then `read` gives it."""

    sure = Signal()

    def __init__(self, desk: CareDesk, kind: KindLook, label: str, *, parent: QWidget | None = None) -> None:
        """`label` stands over the value."""
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._sure_of: Reading | None = None
        theme = desk.theme
        self.value = PrivateLine(longest=LONGEST)
        self.value_field = Field(theme, label, self.value, hint=kind.example)
        self.units = ChipGroup(
            theme, _("In which unit"), [ChipChoice(key=unit, text=unit_words(unit)) for unit in kind.units]
        )
        when = [ChipChoice(key=NOW, text=_("Now")), ChipChoice(key=ANOTHER, text=_("Another time"))]
        self.when = ChipGroup(theme, _("When it was read"), when)
        self.day = DayField(theme, _("Day"), today=day_of(desk.clock.now()))
        self.clock = ClockField(theme, _("Time"))
        self.note = PrivateLine()
        self.note_field = Field(theme, _("Note"), self.note)
        self.doubt: Callout | None = None
        self._column = Column(theme, gap=12, parent=self)
        self._lay_out()
        self._connect()

    def add_to(self, form: Form) -> None:
        """Make the fields parts of a form."""
        form.add(line_part("value", self.value, self.value_field))
        form.add(choice_part("unit", self.units))
        form.add(choice_part("when", self.when))
        form.add(self.day.part("day"))
        form.add(self.clock.part("time"))
        form.add(line_part("note", self.note, self.note_field))

    def show_time(self) -> None:
        """Show day and time where another time than now is meant."""
        another = self.when.current == ANOTHER
        self.day.setVisible(another)
        self.clock.setVisible(another)

    def read(self) -> Typed | None:
        """Return what was typed; None where something needs mending, or may be a slip, which is then asked."""
        try:
            reading = self._reading(self.units.current)
        except RecordRefused as error:
            self.value_field.show_error(refusal_words(error))
            return None
        doubt = doubt_about(reading)
        if doubt is not None and reading != self._sure_of:
            self._ask_about(reading, doubt)
            return None
        return self._with_time(reading)

    def forget_doubt(self) -> None:
        """Take the question away."""
        if self.doubt is not None:
            self.doubt.hide()
            self.doubt.deleteLater()
            self.doubt = None

    def _reading(self, unit: str) -> Reading:
        """Return what was typed, in `unit` where it names none."""
        return read_measurement(self._kind.code, self.value.text(), unit=unit, decimal=decimal_sign())

    def _with_time(self, reading: Reading) -> Typed | None:
        note = self.note.text().strip()
        if self.when.current == NOW:
            return Typed(reading=reading, note=note, taken_at=None)
        if not self.day.check(needed=True) or not self.clock.check(needed=True):
            return None
        day, clock = self.day.day(), self.clock.clock()
        if day is None or clock is None:
            return None
        at = from_datetime(datetime.combine(day, clock).astimezone())
        if at > self._desk.clock.now():
            self.clock.field.show_error(_("This time is still to come."))
            return None
        return Typed(reading=reading, note=note, taken_at=at)

    def _ask_about(self, reading: Reading, doubt: Doubt) -> None:
        self.forget_doubt()
        low, high = (
            reading_words(Reading(kind=reading.kind, value=bound, unit=reading.unit))
            for bound in (doubt.likely.low, doubt.likely.high)
        )
        heading = _("Is {value} right?").format(value=reading_words(reading))
        text = _("This only looks for slips of the keys. Values from {low} to {high} are not asked about.").format(
            low=low, high=high
        )
        callout = Callout(self._desk.theme, Tone.WARN, Icon.QUESTION, heading, text)
        yes = Button(self._desk.theme, _("Yes, keep it"))
        yes.clicked.connect(lambda: self._say_sure(reading))
        mend = self._other_way(doubt)
        for button in (mend, yes):
            callout.add_button(button)
        self.doubt = callout
        self._column.insertWidget(self._column.indexOf(self.value_field) + 1, callout)
        put_in_order(self)
        mend.setFocus(Qt.FocusReason.OtherFocusReason)  # the safe one, as in every question
        announce(heading, urgent=True)

    def _other_way(self, doubt: Doubt) -> Button:
        """Return the button that mends it: another unit where it would fit, else typing it again."""
        theme, unit = self._desk.theme, doubt.fits_unit
        if unit and unit in self._kind.units and self._reading(unit).unit == unit:
            # Translators: {unit} is a unit such as "lb"
            button = Button(theme, _("It was in {unit}").format(unit=unit_words(unit)))
            button.clicked.connect(lambda: self._use_unit(unit))
            return button
        button = Button(theme, _("Type it again"))
        button.clicked.connect(self._type_again)
        return button

    def _say_sure(self, reading: Reading) -> None:
        self._sure_of = reading
        self.forget_doubt()
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sure.emit()

    def _use_unit(self, unit: str) -> None:
        self.units.set_current(unit)
        self.forget_doubt()
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sure.emit()

    def _type_again(self) -> None:
        self.forget_doubt()
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value.selectAll()

    def _typed(self) -> None:
        self.forget_doubt()
        if self.value_field.error:
            self.value_field.set_error("")

    def _connect(self) -> None:
        self.value.textChanged.connect(lambda _text: self._typed())
        self.units.chosen.connect(lambda _unit: self._typed())
        self.when.chosen.connect(lambda _when: self.show_time())

    def _lay_out(self) -> None:
        for widget in (self.value_field, self.units, self.note_field, self.when, self.day, self.clock):
            self._column.addWidget(widget)
        self.units.setVisible(len(self._kind.units) > 1)
        self.show_time()
