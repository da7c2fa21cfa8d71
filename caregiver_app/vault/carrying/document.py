"""Gathers what is exported into one JSON document (docs/formats/export.md). Reads, never writes.

Records name each other by uid: numbers hold in one file only. Keys, drafts, and what was locked for others stay.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from caregiver_app.model.time import Millis
from caregiver_app.vault.attached.media_types import ending_of
from caregiver_app.vault.carrying.choice import FILES, FORMAT, VERSION, ExportChoice
from caregiver_app.vault.carrying.shapes import (
    appointment_values,
    attachment_values,
    chase_values,
    contact_values,
    disclosure_values,
    fact_values,
    kind_values,
    measurement_values,
    medicine_values,
    note_values,
    person_values,
    question_values,
    to_moment,
)
from caregiver_app.vault.carrying.versions import versions_of
from caregiver_app.vault.records.attachments import Attachment
from caregiver_app.vault.records.notes import Note
from caregiver_app.vault.records.people import Person
from caregiver_app.vault.store import Vault

Document = Mapping[str, Any]
_EVERY = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What leaves: the document, and which file of the notes' folder goes under which name of the export."""

    document: Document = field(repr=False)
    files: Mapping[str, str]

    def counts(self) -> dict[str, int]:
        """Return how many records of each kind there are, by the words that a disclosure uses."""
        found = {word: len(self.document[name]) for name, word in COUNTED.items()}
        return {word: count for word, count in found.items() if count}

    def say_missing(self, file: str) -> None:
        """Let the document say of an attached file that it is not in the export: it is gone or damaged."""
        for attachment in self.document["attachments"]:
            if attachment["file"] == file:
                attachment["file"] = None


COUNTED: Mapping[str, str] = {
    "people": "person",
    "notes": "note",
    "questions": "question",
    "appointments": "appointment",
    "to_chase": "chase",
    "medicines": "medicine",
    "contacts": "contact",
    "measurements": "measurement",
    "attachments": "attachment",
}
"""The lists of a document that hold records, and what one of them is called."""


def gather(vault: Vault, choice: ExportChoice, *, at: Millis) -> Gathered:
    """Return what is chosen.

    Raises:
        UnknownRecord: there is nobody of this number.
    """
    return _Gathering(vault, choice).gathered(at)


class _Gathering:
    def __init__(self, vault: Vault, choice: ExportChoice) -> None:
        self._vault = vault
        self._choice = choice
        whose = choice.person_id
        self._people: tuple[Person, ...] = vault.people.list() if whose is None else (vault.people.get(whose),)
        notes = vault.notes.list(whose, limit=_EVERY)
        self._notes: tuple[Note, ...] = tuple(
            note for note in reversed(notes) if choice.takes(note.id, is_about_me=note.about_me)
        )
        self._uids: dict[tuple[str, int], str] = {("person", one.id): one.uid for one in self._people}
        self._uids |= {("note", one.id): one.uid for one in self._notes}
        self._files: dict[str, str] = {}

    def gathered(self, at: Millis) -> Gathered:
        document: dict[str, Any] = {"format": FORMAT, "version": VERSION, "made_at": to_moment(at)}
        document["people"] = [self._person(person) for person in self._people]
        document["notes"] = [note_values(note, self._uids, self._vault.citations) for note in self._notes]
        document |= self._visits() | self._records()
        document["attachments"] = list(self._attachments())
        document["versions"] = versions_of(self._vault, self._uids, self._choice)
        listed = self._vault.disclosures.list(self._choice.person_id, limit=_EVERY)
        document["disclosures"] = [disclosure_values(each, self._uids) for each in reversed(listed)]
        return Gathered(document=document, files=self._files)

    def _person(self, person: Person) -> dict[str, Any]:
        facts = [fact for fact in self._vault.facts.of(person.id).values() if self._choice.takes_field(fact.name)]
        return {**person_values(person), "facts": [fact_values(fact) for fact in facts]}

    def _visits(self) -> dict[str, Any]:
        vault, whose, uids = self._vault, self._choice.person_id, self._uids
        appointments = vault.appointments.list(whose)
        uids |= {("appointment", one.id): one.uid for one in appointments}
        questions = vault.questions.list(whose, limit=_EVERY)
        uids |= {("question", one.id): one.uid for one in questions}
        chases = vault.chases.list(whose)
        uids |= {("chase", one.id): one.uid for one in chases}
        return {
            "appointments": [appointment_values(one, uids, vault.citations) for one in appointments],
            "questions": [question_values(one, uids, vault.citations) for one in questions],
            "to_chase": [chase_values(one, uids) for one in chases],
        }

    def _records(self) -> dict[str, Any]:
        vault, whose, uids = self._vault, self._choice.person_id, self._uids
        medicines = vault.medicines.list(whose)
        contacts = [one for one in vault.contacts.list(whose) if whose is None or one.person_id == whose]
        measurements = vault.measures.list(whose, limit=_EVERY)
        used = {one.reading.kind for one in measurements}
        kinds = [one for one in vault.measures.own_kinds() if whose is None or one.code in used]
        uids |= {("medicine", one.id): one.uid for one in medicines}
        uids |= {("contact", one.id): one.uid for one in contacts}
        uids |= {("measurement", one.id): one.uid for one in measurements}
        return {
            "medicines": [medicine_values(one, uids) for one in medicines],
            "contacts": [contact_values(one, uids) for one in contacts],
            "measure_kinds": [kind_values(one) for one in kinds],
            "measurements": [measurement_values(one, uids) for one in reversed(measurements)],
        }

    def _attachments(self) -> Iterator[dict[str, Any]]:
        for one in self._vault.attachments.all():
            record = self._uids.get((one.kind, one.item_id))
            if record is not None:
                yield attachment_values(one, record, self._placed(one))

    def _placed(self, one: Attachment) -> str | None:
        """Return where the bytes of an attachment lie in the export; those of two that are the same lie there once."""
        if not self._choice.files:
            return None
        if one.file_name not in self._files:
            self._files[one.file_name] = f"{FILES}/{len(self._files) + 1}.{ending_of(one.media_type)}"
        return self._files[one.file_name]


def document_bytes(document: Document) -> bytes:
    """Return a document as it is written."""
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
