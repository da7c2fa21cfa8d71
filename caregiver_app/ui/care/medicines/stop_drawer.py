"""Asks since when a medicine is no longer taken, and why, as somebody said. It never suggests to stop one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.medicines.steps import stop_medicine
from caregiver_app.ui.care.medicines.words import title_of
from caregiver_app.ui.care.parts.day_field import DayField, typed_day
from caregiver_app.ui.care.parts.form_drawer import FormDrawer
from caregiver_app.ui.theme import Icon, Tone
from caregiver_app.ui.widgets.callout import Callout
from caregiver_app.vault.records.medicines import Medicine

START = "medicine-stop/"


class StopDrawer(FormDrawer):
    """Says of one medicine that it was stopped."""

    def __init__(self, desk: CareDesk, medicine: Medicine, *, parent: QWidget | None = None) -> None:
        title = title_of(medicine.text)
        heading = _("{medicine} was stopped").format(medicine=title)
        super().__init__(desk, heading, f"{START}{medicine.id}", parent=parent)
        self.medicine = medicine
        self._today = day_of(desk.clock.now())
        line = _("This only writes down what the doctor or pharmacist said.")
        ask = _("Ask them before anybody stops a medicine.")
        self.body.addWidget(Callout(desk.theme, Tone.INFO, Icon.INFO, line, ask))
        self.day = DayField(desk.theme, _("Stopped on"), today=self._today)
        self.body.addWidget(self.day)
        self.form.add(self.day.part("stopped"))
        self.add_line("stop_reason", _("Why it was stopped"), hint=_("In the words you were told."))
        self.form.begin({"stopped": typed_day(self._today)})

    def keep(self) -> None:
        """Mark it as stopped."""
        started = self.medicine.text.started
        day = self.day.day() if self.day.check(needed=True) else None
        if day is None:
            return
        if started and day.isoformat() < started:
            self.form.refuse("stopped", _("This is before the day since when it was taken."))
            return
        reason = self.form.values["stop_reason"]
        step = partial(
            stop_medicine,
            medicine_id=self.medicine.id,
            on=day.isoformat(),
            reason=reason,
            at=self.desk.clock.now(),
        )
        self.do(step, kind="medicine")
