"""Whom something new is about, asked only where several people are cared for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.form import FormPart, choice_part
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.people import PersonId

_NOBODY = ""
_SEVERAL = 2


class AboutWhom(QWidget):
    """Chips with everybody's names; hidden where there is only one person, who is then meant."""

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        people = [person for person in desk.whom.people if not person.situation.is_over]
        choices = [ChipChoice(key=_NOBODY, text=_("Nobody in particular"))]
        choices += [ChipChoice(key=str(person.id), text=person.name) for person in people]
        self.chips = ChipGroup(desk.theme, _("About whom"), choices)
        column = Column(desk.theme, gap=6, parent=self)
        column.addWidget(PlainLabel(_("About whom"), role=TypeRole.STRONG))
        column.addWidget(self.chips)
        if len(desk.whom.people) < _SEVERAL:
            self.setVisible(False)
        self.show_person(desk.whom.written_for)

    @property
    def person_id(self) -> PersonId | None:
        """Who is meant, None for nobody in particular."""
        return PersonId(int(self.chips.current)) if self.chips.current else None

    def show_person(self, person_id: PersonId | None) -> None:
        """Choose a person; one for whom nothing new is written counts as nobody."""
        try:
            self.chips.set_current(_NOBODY if person_id is None else str(person_id))
        except KeyError:
            self.chips.set_current(_NOBODY)

    def part(self, name: str = "person") -> FormPart:
        """Return this as a part of a form; its value is the number of the person."""
        return choice_part(name, self.chips)
