"""For which visit a question is: one of those that come, or none yet. A choice that folds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.appointments.visit_looks import spoken_moment
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.form import FormPart
from caregiver_app.ui.theme import Icon, TypeRole
from caregiver_app.ui.widgets.fold_choice import FoldChoice
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.option_list import Option
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.appointments import Appointment, AppointmentId
from caregiver_app.vault.store import Vault

_MOST = 20


class VisitChoice(QWidget):
    """`changed` comes with each choice. Hidden where no visit is planned and none is chosen."""

    changed = Signal()

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._value = ""
        self._visits: tuple[Appointment, ...] = ()
        self.choice = FoldChoice(desk.theme, _("For which visit"), ring=desk.ring)
        self.choice.chosen.connect(self._choose)
        column = Column(desk.theme, gap=6, parent=self)
        column.addWidget(PlainLabel(_("For which visit"), role=TypeRole.STRONG))
        column.addWidget(self.choice)
        self.setVisible(False)
        self._ask()

    @property
    def appointment_id(self) -> AppointmentId | None:
        """The visit, None for none yet."""
        return AppointmentId(int(self._value)) if self._value else None

    def show_value(self, value: str) -> None:
        """Show the visit with this number, as text; empty for none."""
        changed = value != self._value
        self._value = value if value.isdecimal() else ""
        if changed:
            self._ask()

    def part(self, name: str = "visit") -> FormPart:
        """Return this as a part of a form."""
        return FormPart(
            name=name,
            control=self.choice,
            read=lambda: self._value,
            write=self.show_value,
            changed=self.changed,
        )

    def _ask(self) -> None:
        now, person, chosen = self._desk.clock.now(), self._desk.whom.shown, self.appointment_id

        def read(vault: Vault) -> tuple[Appointment, ...]:
            coming = vault.appointments.upcoming(person, now=now, limit=_MOST)
            if chosen is None or any(visit.id == chosen for visit in coming):
                return coming
            every = {visit.id: visit for visit in vault.appointments.list()}
            return (*coming, *([every[chosen]] if chosen in every else []))

        self._desk.ask(self, read, self._show, key="visits")

    def _show(self, visits: tuple[Appointment, ...]) -> None:
        self._visits = visits
        now = self._desk.clock.now()
        options: list[Option[str]] = [Option(value="-", text=_("No visit yet"))]
        for visit in visits:
            when = spoken_moment(visit.starts, now)
            text = _("{title}, {day}").format(title=visit.title, day=when)
            options.append(Option(value=str(visit.id), text=text, icon=Icon.CALENDAR))
        if self._value and all(option.value != self._value for option in options):
            self._value = ""
        self.choice.show_options(options, self._value or "-")
        self.setVisible(bool(visits))

    def _choose(self, value: str) -> None:
        self._value = "" if value == "-" else value
        self._show(self._visits)
        self.changed.emit()
