"""The people cared for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.kept_notes import CARE_IS_OVER
from caregiver_app.vault.changes.kinds import NOBODY
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.typed.text import kept_day, kept_field, kept_name

PersonId = NewType("PersonId", int)
KIND = "person"
ABOUT_NOBODY = PersonId(NOBODY)
"""Asks a store for what is about nobody in particular."""


class Situation(StrEnum):
    """How things stand with somebody; all but the first end reminders and prompts for them."""

    AS_USUAL = "as-usual"
    IN_HOSPITAL = "in-hospital"
    IN_CARE_HOME = "in-care-home"
    NO_LONGER_CARING = "no-longer-caring"
    DIED = "died"

    @property
    def ends_prompts(self) -> bool:
        """Whether reminders, notices, dates and prompts for the person end."""
        return self is not Situation.AS_USUAL

    @property
    def is_over(self) -> bool:
        """Whether caring has ended, so that the notes are for reading only."""
        return self.value in CARE_IS_OVER


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
    name: str = field(repr=False)
    situation: Situation
    situation_on: str | None
    consent: Consent
    consent_note: str = field(repr=False)
    matters: str = field(repr=False)
    created_at: Millis
    changed_at: Millis
    deleted_at: Millis | None = None


class People:
    """The people cared for, in their order."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records = Records(database, KIND)

    def list(self) -> tuple[Person, ...]:
        """Return everybody who was not deleted."""
        rows = self._database.rows("SELECT * FROM person WHERE deleted_at IS NULL ORDER BY position, id")
        return tuple(_person(row) for row in rows)

    def get(self, person_id: PersonId, *, deleted: bool = False) -> Person:
        """Return one, with `deleted` also when recently deleted.

        Raises:
            UnknownRecord: there is nobody with this number.
        """
        return _person(self._records.row(person_id, deleted=deleted))

    def named(self, name: str) -> Person:
        """Return who is called so, whatever the case.

        Raises:
            UnknownRecord: nobody is.
        """
        wanted = name.strip().casefold()
        for person in self.list():
            if person.name.casefold() == wanted:
                return person
        raise UnknownRecord(KIND)

    def add(self, name: str, *, at: Millis) -> PersonId:
        """Add somebody, last in the order.

        Raises:
            RecordRefused: the name is empty or too long.
        """
        kept = kept_name(name)
        with self._database.write("vault.person.add"):
            values = {"name": kept, "position": self._records.last_position() + 1}
            return PersonId(self._records.add(values, at=at))

    def rename(self, person_id: PersonId, name: str, *, at: Millis) -> Undo:
        """Call somebody otherwise.

        Raises:
            UnknownRecord: there is nobody with this number.
            RecordRefused: the name is empty or too long.
        """
        return self._records.change(person_id, {"name": kept_name(name)}, at=at)

    def set_situation(self, person_id: PersonId, situation: Situation, *, on: str | None, at: Millis) -> Undo:
        """Say how things stand with somebody, since `on` (YYYY-MM-DD, None where nobody said). Deletes nothing.

        Raises:
            UnknownRecord: there is nobody with this number.
            RecordRefused: `on` is no date.
        """
        values = {"situation": situation.value, "situation_on": kept_day(on)}
        return self._records.change(person_id, values, at=at)

    def set_consent(self, person_id: PersonId, consent: Consent, *, note: str = "", at: Millis) -> Undo:
        """Say whether somebody knows of the notes; `note` says who decided for them, and why.

        Raises:
            UnknownRecord: there is nobody with this number.
            RecordRefused: the note is too long.
        """
        values = {"consent": consent.value, "consent_note": kept_field(note, "consent")}
        return self._records.change(person_id, values, at=at)

    def set_matters(self, person_id: PersonId, text: str, *, at: Millis) -> Undo:
        """Say what matters to somebody, in their own words.

        Raises:
            UnknownRecord: there is nobody with this number.
            RecordRefused: the text is too long.
        """
        return self._records.change(person_id, {"matters": kept_field(text, "matters")}, at=at)

    def delete(self, person_id: PersonId, *, at: Millis) -> Undo:
        """Put somebody among the recently deleted, with all that is about them: it is neither listed nor found.

        Raises:
            UnknownRecord: there is nobody with this number.
        """
        return self._records.move_to_deleted(person_id, at=at)

    def restore(self, person_id: PersonId, *, at: Millis) -> Undo:
        """Take somebody back from the recently deleted, with all that is about them.

        Raises:
            UnknownRecord: they are gone for good.
        """
        return self._records.take_back(person_id, at=at)


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
        created_at=Millis(row["created_at"]),
        changed_at=Millis(row["changed_at"]),
        deleted_at=row["deleted_at"],
    )
