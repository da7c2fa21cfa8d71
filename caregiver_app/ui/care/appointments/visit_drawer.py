"""A visit as a form: what, when by the clock of this computer, with whom, where, why."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.zones import own_zone
from caregiver_app.ui.care.appointments.steps import ArrangedVisit, add_visit, change_visit
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.about_whom import AboutWhom
from caregiver_app.ui.care.parts.day_field import ClockField, DayField, spoken_clock, typed_day
from caregiver_app.ui.care.parts.form_drawer import FormDrawer
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.appointments import Appointment

NEW = "appointment/new"


class VisitDrawer(FormDrawer):
    """For a new visit, or for one that is there; that one stays on the clock of its own place."""

    def __init__(self, desk: CareDesk, visit: Appointment | None = None, *, parent: QWidget | None = None) -> None:
        heading = _("Add an appointment") if visit is None else _("Change the appointment")
        super().__init__(desk, heading, NEW if visit is None else f"appointment/{visit.id}", parent=parent)
        self._visit = visit
        self.zone = own_zone() if visit is None else visit.starts.zone
        theme = desk.theme
        self.add_line("title", _("What"), hint=_("For example Memory clinic, or Nurse comes."))
        self.day = DayField(theme, _("Day"), today=day_of(desk.clock.now()))
        self.begins = ClockField(theme, _("Begins at"))
        self.ends = ClockField(theme, _("Ends at, if you know"))
        for name, part in (("day", self.day), ("begins", self.begins), ("ends", self.ends)):
            self.form.add(part.part(name))
            self.body.addWidget(part)
        self.body.addWidget(PlainLabel(_zone_words(self.zone), ink="text-2", wrap=True))
        self.add_line("with", _("With whom"))
        self.add_text("place", _("Where"), lines=2)
        self.add_text("reason", _("Why"), lines=2)
        self.whom = AboutWhom(desk)
        if visit is None:
            self.form.add(self.whom.part())
            self.body.addWidget(self.whom)
        self.form.begin(self._values())

    def keep(self) -> None:
        """Keep the visit, once what and when are there."""
        if not self.form.values["title"].strip():
            self.form.refuse("title", _("Write what it is."))
            return
        if not (self.day.check(needed=True) and self.begins.check(needed=True) and self.ends.check()):
            return
        arranged = self._arranged()
        if arranged.ends is not None and arranged.ends < arranged.starts:
            self.form.refuse("ends", _("This ends before it begins."))
            return
        at = self.desk.clock.now()
        if self._visit is None:
            self.do(partial(add_visit, visit=arranged, at=at), kind="appointment")
        else:
            self.do(partial(change_visit, visit_id=self._visit.id, visit=arranged, at=at), kind="appointment")

    def _arranged(self) -> ArrangedVisit:
        values, day = self.form.values, self.day.day()
        return ArrangedVisit(
            title=values["title"],
            starts=_wall(day, self.begins.clock()) or "",
            ends=_wall(day, self.ends.clock()),
            zone=self.zone,
            with_whom=values["with"],
            place=values["place"],
            reason=values["reason"],
            person_id=self.whom.person_id,
        )

    def _values(self) -> dict[str, str]:
        visit = self._visit
        if visit is None:
            person = self.desk.whom.written_for
            names = ("title", "day", "begins", "ends", "with", "place", "reason")
            return {**dict.fromkeys(names, ""), "person": "" if person is None else str(person)}
        begins = datetime.fromisoformat(visit.starts.local)
        ends = None if visit.ends is None else datetime.fromisoformat(visit.ends.local)
        return {
            "title": visit.title,
            "day": typed_day(begins.date()),
            "begins": spoken_clock(begins.time()),
            "ends": "" if ends is None else spoken_clock(ends.time()),
            "with": visit.with_whom,
            "place": visit.place,
            "reason": visit.reason,
        }


def _wall(day: date | None, clock: time | None) -> str | None:
    return None if day is None or clock is None else datetime.combine(day, clock).strftime("%Y-%m-%dT%H:%M")


def _zone_words(zone: str) -> str:
    city = zone.rpartition("/")[2].replace("_", " ")
    if zone == own_zone():
        # Translators: {city} is a city such as "London" that stands for a time zone
        return _("Times are by the clock of this computer ({city}).").format(city=city)
    return _("Times are by the clock in {city}, where it was arranged.").format(city=city)
