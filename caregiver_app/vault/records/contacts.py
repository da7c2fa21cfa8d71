"""Contacts: who they are for somebody, how they are reached, and in which order they are called."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import NewType

from caregiver_app.model.errors import RecordRefused, RecordTrouble, UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.changing import changing
from caregiver_app.vault.changes.kinds import whose
from caregiver_app.vault.changes.ordering import Direction, move
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.typed.text import kept_field, kept_line, kept_name

ContactId = NewType("ContactId", int)
KIND = "contact"
MOST_PHONES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A number as it was typed, and whose or where it is, e.g. "at work"."""

    number: str = field(repr=False)
    label: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactText:
    """What is known of a contact. `hours`: when they can be reached, in words."""

    name: str = field(repr=False)
    role: str = field(default="", repr=False)
    phones: tuple[Phone, ...] = field(default=(), repr=False)
    email: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    hours: str = field(default="", repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact as it is kept; without a person somebody for all. `call_order`: 1 is called first, None not at all."""

    id: ContactId
    uid: str
    person_id: PersonId | None
    text: ContactText = field(repr=False)
    call_order: int | None
    position: int
    created_at: Millis
    changed_at: Millis
    deleted_at: Millis | None = None


class Contacts:
    """The contacts of everybody."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records = Records(database, KIND)

    def add(self, text: ContactText, *, person_id: PersonId | None = None, at: Millis) -> ContactId:
        """Keep a contact, for one person or for all.

        Raises:
            UnknownRecord: there is no such person.
            RecordRefused: it has no name, or something is too long.
        """
        values = kept_contact(text)
        with self._database.write("vault.contact.add"):
            self._check_person(person_id)
            values |= {"person_id": person_id, "position": self._records.last_position() + 1}
            return ContactId(self._records.add(values, at=at))

    def get(self, contact_id: ContactId, *, deleted: bool = False) -> Contact:
        """Return one, with `deleted` also when recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return _contact(self._records.row(contact_id, deleted=deleted))

    def list(self, person_id: PersonId | None = None) -> tuple[Contact, ...]:
        """Return the contacts of one person with those for all, or everybody's, in their order."""
        rows = self._database.rows(
            f"""
            SELECT * FROM contact WHERE deleted_at IS NULL
              AND (person_id IS NULL OR {whose(person_id)})
            ORDER BY position, id
            """,
            {"person": person_id},
        )
        return tuple(_contact(row) for row in rows)

    def to_call(self, person_id: PersonId | None = None) -> tuple[Contact, ...]:
        """Return whom to call, first first."""
        found = [contact for contact in self.list(person_id) if contact.call_order is not None]
        return tuple(sorted(found, key=lambda one: (one.call_order or 0, one.position, one.id)))

    def change(self, contact_id: ContactId, text: ContactText, *, at: Millis) -> Undo:
        """Write a contact down otherwise.

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: it has no name, or something is too long.
        """
        return self._records.change(contact_id, kept_contact(text), at=at)

    def set_person(self, contact_id: ContactId, person_id: PersonId | None, *, at: Millis) -> Undo:
        """Let a contact be somebody for one person, or for all.

        Raises:
            UnknownRecord: there is no such contact or person.
        """
        with self._database.write("vault.contact.set-person"):
            self._check_person(person_id)
            return self._records.change(contact_id, {"person_id": person_id}, at=at)

    def set_call_order(self, order: tuple[ContactId, ...], *, person_id: PersonId | None, at: Millis) -> Undo:
        """Say whom of somebody's contacts to call, first first; the others are not called.

        Raises:
            UnknownRecord: one of them is not there, or is somebody else's.
        """
        with changing(self._database, "vault.contact.call-order", at=at) as changes:
            shown = [contact.id for contact in self.list(person_id)]
            if not set(order) <= set(shown):
                raise UnknownRecord(KIND)
            places = {contact: place for place, contact in enumerate(dict.fromkeys(order), start=1)}
            for contact_id in shown:
                changes.mark(KIND, contact_id, {"call_order": places.get(contact_id)})
        return changes.undo()

    def move(self, contact_id: ContactId, way: Direction, *, person_id: PersonId | None, at: Millis) -> Undo:
        """Move a contact by one place in the list that is shown for somebody; nothing happens at its ends.

        Raises:
            UnknownRecord: it is not in this list.
        """
        with changing(self._database, "vault.contact.move", at=at) as changes:
            shown = self.list(person_id)
            ids = [contact.id for contact in shown]
            if contact_id not in ids:
                raise UnknownRecord(KIND)
            move(changes, KIND, ids, [contact.position for contact in shown], moved=contact_id, way=way)
        return changes.undo()

    def delete(self, contact_id: ContactId, *, at: Millis) -> Undo:
        """Put a contact among the recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.move_to_deleted(contact_id, at=at)

    def restore(self, contact_id: ContactId, *, at: Millis) -> Undo:
        """Take a contact back from the recently deleted.

        Raises:
            UnknownRecord: it is gone for good.
        """
        return self._records.take_back(contact_id, at=at)

    def _check_person(self, person_id: PersonId | None) -> None:
        if person_id is not None:
            Records(self._database, "person").row(person_id)


def kept_contact(text: ContactText) -> dict[str, object]:
    """Return what is known of a contact as it is kept, by column.

    Raises:
        RecordRefused: it has no name, or something is too long.
    """
    phones = [
        {"label": kept_line(phone.label, "phone"), "number": number}
        for phone in text.phones
        if (number := kept_line(phone.number, "phone"))
    ]
    if len(phones) > MOST_PHONES:
        raise RecordRefused(RecordTrouble.TOO_LONG, "phone")
    return {
        "name": kept_name(text.name),
        "role": kept_line(text.role, "role"),
        "phones": json.dumps(phones),
        "email": kept_line(text.email, "email"),
        "address": kept_field(text.address, "address"),
        "hours": kept_line(text.hours, "hours"),
        "note": kept_field(text.note, "note"),
    }


def _contact(row: Row) -> Contact:
    phones = tuple(Phone(number=phone["number"], label=phone["label"]) for phone in json.loads(row["phones"]))
    return Contact(
        id=ContactId(row["id"]),
        uid=row["uid"],
        person_id=row["person_id"],
        text=ContactText(
            name=row["name"],
            role=row["role"],
            phones=phones,
            email=row["email"],
            address=row["address"],
            hours=row["hours"],
            note=row["note"],
        ),
        call_order=row["call_order"],
        position=row["position"],
        created_at=Millis(row["created_at"]),
        changed_at=Millis(row["changed_at"]),
        deleted_at=row["deleted_at"],
    )
