"""The form of one measurement that was kept: it can be written down otherwise, or deleted."""

from __future__ import annotations

from datetime import time
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import day_of, to_datetime
from caregiver_app.support.i18n import format_number
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.measurements.kinds import KindLook
from caregiver_app.ui.care.measurements.reading_fields import ANOTHER, ReadingFields
from caregiver_app.ui.care.measurements.steps import change_reading, delete_reading
from caregiver_app.ui.care.parts.day_field import spoken_clock, typed_day
from caregiver_app.ui.care.parts.form_drawer import FormDrawer
from caregiver_app.ui.theme import Icon
from caregiver_app.ui.widgets.button import Button
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.measuring.words import reading_words
from caregiver_app.vault.records.measures import Measurement

START = "measurement/"


class MeasurementDrawer(FormDrawer):
    """What was not touched stays exactly as it was read."""

    def __init__(
        self, desk: CareDesk, kind: KindLook, measurement: Measurement, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, kind.name, f"{START}{measurement.id}", parent=parent)
        self.measurement = measurement
        self.fields = ReadingFields(desk, kind, kind.name)
        self.body.addWidget(self.fields)
        self.fields.add_to(self.form)
        self.fields.when.setVisible(False)
        name = _("Delete {value}").format(value=reading_words(measurement.reading))
        self.delete = Button(desk.theme, _("Delete"), icon=Icon.TRASH, name=name)
        self.add_foot(self.delete)
        self._first = self._values()
        self.form.begin(self._first)
        self.fields.show_time()
        self.fields.sure.connect(self.keep)
        self.delete.clicked.connect(self._delete)

    def keep(self) -> None:
        """Keep what was changed, or say what needs mending."""
        typed = self.fields.read()
        if typed is None:
            return
        values = self.form.values
        same_value = all(values[name] == self._first[name] for name in ("value", "unit"))
        same_time = all(values[name] == self._first[name] for name in ("day", "time"))
        step = partial(
            change_reading,
            number=self.measurement.id,
            reading=self.measurement.reading if same_value else typed.reading,
            note=typed.note,
            taken_at=self.measurement.at if same_time or typed.taken_at is None else typed.taken_at,
            at=self.desk.clock.now(),
        )
        self.do(step, kind="measurement")

    def _delete(self) -> None:
        step = partial(delete_reading, number=self.measurement.id, at=self.desk.clock.now())
        self.do(step, kind="measurement")

    def _values(self) -> dict[str, str]:
        at = to_datetime(self.measurement.at).astimezone()
        return {
            "value": _typed_value(self.measurement.reading),
            "unit": self.measurement.reading.unit,
            "when": ANOTHER,
            "day": typed_day(day_of(self.measurement.at)),
            "time": spoken_clock(time(at.hour, at.minute)),
            "note": self.measurement.note,
        }


def _typed_value(reading: Reading) -> str:
    """Return a value as it is typed where the unit stands beside it."""
    if reading.unit == "st":
        return reading_words(reading)
    value = format_number(reading.value)
    return value if reading.second is None else f"{value}/{format_number(reading.second)}"
