"""What is to be chased as a form: what somebody promised, who, by when."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.model.time import day_of
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.appointments.steps import add_chase, change_chase
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.about_whom import AboutWhom
from caregiver_app.ui.care.parts.day_field import DayField, typed_day
from caregiver_app.ui.care.parts.form_drawer import FormDrawer
from caregiver_app.vault.records.chases import Chase, NewChase

NEW = "chase/new"


class ChaseDrawer(FormDrawer):
    """For something new, or for what is there."""

    def __init__(self, desk: CareDesk, chase: Chase | None = None, *, parent: QWidget | None = None) -> None:
        heading = _("Add something to chase") if chase is None else _("Change what is to be chased")
        super().__init__(desk, heading, NEW if chase is None else f"chase/{chase.id}", parent=parent)
        self._chase = chase
        self.add_line("what", _("What"), hint=_("For example the letter with the results."))
        self.add_line("who", _("Who promised it"))
        self.day = DayField(desk.theme, _("By which day"), today=day_of(desk.clock.now()))
        self.form.add(self.day.part("by"))
        self.body.addWidget(self.day)
        self.whom = AboutWhom(desk)
        if chase is None:
            self.form.add(self.whom.part())
            self.body.addWidget(self.whom)
        self.form.begin(self._values())

    def keep(self) -> None:
        """Keep it."""
        values = self.form.values
        if not values["what"].strip():
            self.form.refuse("what", _("Write what was promised."))
            return
        if not self.day.check():
            return
        day = self.day.day()
        chase = NewChase(
            what=values["what"],
            who=values["who"],
            by_date=None if day is None else day.isoformat(),
            person_id=self.whom.person_id,
        )
        at = self.desk.clock.now()
        if self._chase is None:
            self.do(partial(add_chase, chase=chase, at=at), kind="chase")
        else:
            self.do(partial(change_chase, chase_id=self._chase.id, chase=chase, at=at), kind="chase")

    def _values(self) -> dict[str, str]:
        chase = self._chase
        if chase is None:
            person = self.desk.whom.written_for
            return {"what": "", "who": "", "by": "", "person": "" if person is None else str(person)}
        by = "" if chase.by_date is None else typed_day(date.fromisoformat(chase.by_date))
        return {"what": chase.what, "who": chase.who, "by": by}
