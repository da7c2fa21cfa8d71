"""The people cared for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.records import Records

PersonId = NewType("PersonId", int)


class Situation(StrEnum):
    """How things stand with somebody; all but the first end reminders and prompts for them."""

    AS_USUAL = "as-usual"
    IN_HOSPITAL = "in-hospital"
    IN_CARE_HOME = "in-care-home"
    NO_LONGER_CARING = "no-longer-caring"
    DIED = "died"


class Consent(StrEnum):
    """Whether somebody knows that notes about them are kept."""

    KNOWS_AND_AGREES = "knows-and-agrees"
    DECIDED_FOR_THEM = "decided-for-them"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody cared for; `name` is what the family calls them. `situation_on` is a date, YYYY-MM-DD."""

    id: PersonId
    uid: str
    name: str
    situation: Situation
    situation_on: str | None
    consent: Consent
    consent_note: str
    matters: str


class People:
    """The people cared for, in the order in which they were added."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records = Records(database, "person")

    def list(self) -> tuple[Person, ...]:
        """Return everybody who was not deleted."""
        rows = self._database.rows("SELECT * FROM person WHERE deleted_at IS NULL ORDER BY position, id")
        return tuple(_person(row) for row in rows)

    def get(self, person_id: PersonId) -> Person:
        """Return one.

        Raises:
            UnknownRecord: there is nobody with this number.
        """
        return _person(self._records.row(person_id))

    def named(self, name: str) -> Person:
        """Return who is called so, whatever the case.

        Raises:
            UnknownRecord: nobody is.
        """
        wanted = name.strip().casefold()
        for person in self.list():
            if person.name.casefold() == wanted:
                return person
        raise UnknownRecord("person")

    def add(self, name: str, *, at: Millis) -> PersonId:
        """Add somebody."""
        with self._database.write("vault.person.add") as writer:
            last = int(self._database.value("SELECT coalesce(max(position), 0) FROM person"))
            values = {"name": name.strip(), "position": last + 1}
            return PersonId(self._records.insert(writer, values, at=at))


def _person(row: Row) -> Person:
    return Person(
        id=PersonId(row["id"]),
        uid=row["uid"],
        name=row["name"],
        situation=Situation(row["situation"]),
        situation_on=row["situation_on"],
        consent=Consent(row["consent"]),
        consent_note=row["consent_note"],
        matters=row["matters"],
    )
