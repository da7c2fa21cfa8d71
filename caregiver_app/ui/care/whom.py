"""Whom the care notes are about, and who of them is looked at now. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from caregiver_app.vault.records.people import Person, PersonId


class Whom(QObject):
    """`changed` comes when people are others, or another one is looked at; `chosen` carries who was picked, or None."""

    changed = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._chosen: PersonId | None = None

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody, in order."""
        return self._people

    @property
    def person(self) -> Person | None:
        """Who is looked at; None for everybody, or where there is nobody yet."""
        if len(self._people) == 1:
            return self._people[0]
        return next((person for person in self._people if person.id == self._chosen), None)

    @property
    def written_for(self) -> PersonId | None:
        """Whom something new is about."""
        person = self.person
        return None if person is None else person.id

    @property
    def shown(self) -> PersonId | None:
        """Whose records are listed; None lists all: of one person also those of before they had a name."""
        return self.written_for if len(self._people) > 1 else None

    def show_people(self, people: Sequence[Person], chosen: PersonId | None = None) -> None:
        """Take the people as they are now, looking at `chosen`, or still at the same one."""
        self._people = tuple(people)
        if chosen is not None:
            self._chosen = chosen
        elif self.person is None and self._chosen is not None:
            self._chosen = None
        self.changed.emit()

    def choose(self, person_id: PersonId | None) -> None:
        """Look at one person, or at everybody."""
        if person_id != self._chosen:
            self._chosen = person_id
            self.chosen.emit(person_id)
            self.changed.emit()

    def forget(self) -> None:
        """Hold no name any more; who was looked at stays known by a number."""
        self._people = ()
