"""Whom something new is about, asked only where several people are cared for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.parts.form import FormPart
from caregiver_app.ui.theme import TypeRole
from caregiver_app.ui.widgets.chips import ChipChoice, ChipGroup
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.vault.records.people import PersonId

_NOBODY = ""
_SEVERAL = 2


class AboutWhom(QWidget):
    """Chips with everybody's names; hidden where there is only one person, who is then meant. Follows who is added."""

    changed = Signal()

    def __init__(self, desk: CareDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choices: list[ChipChoice] = []
        self._value = _NOBODY
        self.chips: ChipGroup | None = None
        self._column = Column(desk.theme, gap=6, parent=self)
        self._column.addWidget(PlainLabel(_("About whom"), role=TypeRole.STRONG))
        self.show_person(desk.whom.written_for)
        self._build()
        if not self._is_asked:
            self.setVisible(False)
        desk.whom.changed.connect(self._follow)

    @property
    def person_id(self) -> PersonId | None:
        """Who is meant, None for nobody in particular."""
        if not self._is_asked:
            return self._desk.whom.written_for
        return PersonId(int(self._value)) if self._value else None

    def show_person(self, person_id: PersonId | None) -> None:
        """Choose a person; one for whom nothing new is written counts as nobody."""
        self._show_value(_NOBODY if person_id is None else str(person_id))

    def part(self, name: str = "person") -> FormPart:
        """Return this as a part of a form; its value is the number of the person."""
        return FormPart(name=name, control=self, read=lambda: self._value, write=self._show_value, changed=self.changed)

    @property
    def _is_asked(self) -> bool:
        return len(self._desk.whom.people) >= _SEVERAL

    def _show_value(self, value: str) -> None:
        known = {str(person.id) for person in self._desk.whom.people if not person.situation.is_over}
        self._value = value if value in known else _NOBODY
        if self.chips is not None and any(choice.key == self._value for choice in self._choices):
            self.chips.set_current(self._value)

    def _follow(self) -> None:
        """Offer the people as they are now."""
        self._build()
        self.setVisible(self._is_asked)
        self._show_value(self._value)

    def _build(self) -> None:
        people = [person for person in self._desk.whom.people if not person.situation.is_over]
        choices = [ChipChoice(key=_NOBODY, text=_("Nobody in particular"))]
        choices += [ChipChoice(key=str(person.id), text=person.name) for person in people]
        if choices == self._choices:
            return
        if self.chips is not None:
            self.chips.hide()
            self.chips.deleteLater()
        self._choices = choices
        self.chips = ChipGroup(self._desk.theme, _("About whom"), choices)
        is_there = any(choice.key == self._value for choice in choices)  # somebody may have just been deleted
        self.chips.set_current(self._value if is_there else _NOBODY)
        self.chips.chosen.connect(self._choose)
        self._column.addWidget(self.chips)

    def _choose(self, key: str) -> None:
        self._value = key
        self.changed.emit()
