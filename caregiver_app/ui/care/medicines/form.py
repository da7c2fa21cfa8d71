"""The form of a medicine: every field as it is written on label, letter or list. It explains and advises nothing."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.model.errors import RecordRefused
from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.medicines.steps import add_medicine, change_medicine
from caregiver_app.ui.care.medicines.words import rule_words
from caregiver_app.ui.care.parts.day_field import DayField, typed_day
from caregiver_app.ui.care.parts.form import tick_part
from caregiver_app.ui.care.parts.form_drawer import FormDrawer
from caregiver_app.ui.care.parts.refusing import refuse_at_field
from caregiver_app.ui.care.parts.suggested_line import SuggestedLine
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.labels import copied_from_labels, medicine_forms
from caregiver_app.vault.records.medicines import Medicine, MedicineText, kept_medicine
from caregiver_app.vault.records.people import PersonId

START = "medicine/"
_DAYS = ("started", "stopped", "copied_on")
_TICKS = ("as_needed", "over_the_counter", "high_risk")


def new_place(person_id: PersonId | None) -> str:
    """Return where a new medicine is written, among the drafts."""
    return f"{START}new/{person_id or 0}"


class MedicineDrawer(FormDrawer):
    """For a new medicine of `person_id`, or for one that is there."""

    def __init__(
        self,
        desk: CareDesk,
        heading: str,
        *,
        medicine: Medicine | None = None,
        person_id: PersonId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        place = new_place(person_id) if medicine is None else f"{START}{medicine.id}"
        super().__init__(desk, heading, place, parent=parent)
        self.medicine = medicine
        self._person_id = person_id
        self.days: dict[str, DayField] = {}
        self.ticks: dict[str, CheckBox] = {}
        self.body.addWidget(PlainLabel(rule_words(), ink="text-2", wrap=True))
        self._add_what()
        self._add_when_needed()
        self._add_why()
        self._add_days()
        self.form.begin(_values(medicine.text) if medicine is not None else {})
        self._show_rule(self.ticks["as_needed"].isChecked())

    @property
    def text(self) -> MedicineText:
        """What stands in the form.

        Raises:
            RecordRefused: one of the days cannot be read.
        """
        values = self.form.values
        lines = {name: value.strip() for name, value in values.items() if name not in (*_DAYS, *_TICKS)}
        days = {name: _iso(field.day()) for name, field in self.days.items()}
        return MedicineText(
            name=lines["name"],
            strength=lines["strength"],
            form=lines["form"],
            dose=lines["dose"],
            how=lines["how"],
            times=lines["times"],
            as_needed=self.ticks["as_needed"].isChecked(),
            as_needed_rule=lines["as_needed_rule"],
            maximum=lines["maximum"],
            over_the_counter=self.ticks["over_the_counter"].isChecked(),
            high_risk=self.ticks["high_risk"].isChecked(),
            why=lines["why"],
            by_whom=lines["by_whom"],
            started=days["started"],
            stopped=days["stopped"],
            stop_reason=lines["stop_reason"],
            copied_from=lines["copied_from"],
            copied_on=days["copied_on"],
        )

    def keep(self) -> None:
        """Keep the medicine, or say at which field something needs mending."""
        if not all(field.check() for field in self.days.values()):
            return
        text = self.text
        try:
            kept_medicine(text)
        except RecordRefused as error:
            refuse_at_field(self.form, error, otherwise="name")
            return
        at = self.desk.clock.now()
        if self.medicine is None:
            self.do(partial(add_medicine, text=text, person_id=self._person_id, at=at), kind="medicine")
        else:
            self.do(partial(change_medicine, medicine_id=self.medicine.id, text=text, at=at), kind="medicine")

    def _add_what(self) -> None:
        theme = self.desk.theme
        self.add_line("name", _("Name"), hint=_("As the label says it."))
        self.add_line("strength", _("Strength"), hint=_("For example 5 mg."))
        form = SuggestedLine(theme, _("Form"), medicine_forms())
        self.body.addWidget(form)
        self.form.add(form.part("form"))
        self.add_line("dose", _("Dose, as written"), hint=_("For example 1 tablet."))
        self.add_line("how", _("How it is taken"), hint=_("For example by mouth, with food."))
        self.add_line("times", _("When it is taken"), hint=_("For example at bedtime."))

    def _add_when_needed(self) -> None:
        self._add_tick("as_needed", _("Only when needed"))
        self.rule_fields = [
            self.add_line("as_needed_rule", _("When needed: the rule, as written")).field,
            self.add_line("maximum", _("At most, as written")).field,
        ]
        self.ticks["as_needed"].toggled.connect(self._show_rule)

    def _show_rule(self, needed: bool) -> None:
        """Show the rule where it belongs; what stands in it stays in sight."""
        for name, field in zip(("as_needed_rule", "maximum"), self.rule_fields, strict=True):
            if field is not None:
                field.setVisible(needed or bool(self.form.values[name]))

    def _add_why(self) -> None:
        self._add_tick("over_the_counter", _("Bought without a prescription, or herbal"))
        self._add_tick("high_risk", _("High risk, the doctor or pharmacist said"))
        self.add_line("why", _("What it is for"))
        self.add_line("by_whom", _("Prescribed or advised by"))

    def _add_days(self) -> None:
        self._add_day("started", _("Taken since"))
        source = SuggestedLine(self.desk.theme, _("Copied from"), copied_from_labels())
        self.body.addWidget(source)
        self.form.add(source.part("copied_from"))
        self._add_day("copied_on", _("Checked on"))
        self._add_day("stopped", _("Stopped on"))
        self.add_line("stop_reason", _("Why it was stopped"))

    def _add_tick(self, name: str, words: str) -> None:
        box = self.ticks[name] = CheckBox(self.desk.theme, words)
        self.body.addWidget(box)
        self.form.add(tick_part(name, box))

    def _add_day(self, name: str, label: str) -> None:
        field = self.days[name] = DayField(self.desk.theme, label, today=day_of(self.desk.clock.now()))
        self.body.addWidget(field)
        self.form.add(field.part(name))


def _values(text: MedicineText) -> dict[str, str]:
    """Return what is kept of a medicine as its form shows it."""
    values = {
        "name": text.name,
        "strength": text.strength,
        "form": text.form,
        "dose": text.dose,
        "how": text.how,
        "times": text.times,
        "as_needed_rule": text.as_needed_rule,
        "maximum": text.maximum,
        "why": text.why,
        "by_whom": text.by_whom,
        "stop_reason": text.stop_reason,
        "copied_from": text.copied_from,
    }
    ticks = {"as_needed": text.as_needed, "over_the_counter": text.over_the_counter, "high_risk": text.high_risk}
    days = {"started": text.started, "stopped": text.stopped, "copied_on": text.copied_on}
    values |= {name: "yes" if on else "" for name, on in ticks.items()}
    return values | {name: typed_day(date.fromisoformat(day)) if day else "" for name, day in days.items()}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
