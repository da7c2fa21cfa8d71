"""Open care notes without their envelope, an invented family in them, and all that their tables say."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.opening import open_database
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.appointments import AppointmentId, NewAppointment
from caregiver_app.vault.records.chases import ChaseId, NewChase
from caregiver_app.vault.records.contacts import ContactId, ContactText, Phone
from caregiver_app.vault.records.measures import MeasurementId
from caregiver_app.vault.records.medicines import MedicineId, MedicineText
from caregiver_app.vault.records.notes import NewNote, NoteId, NoteKind
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import NewQuestion, QuestionId
from caregiver_app.vault.schema.migrations import VAULT_SCHEMA
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY, StillClock

KEY = bytes(range(32))
MINUTE = 60_000
DAY = 24 * 60 * MINUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class CareNotes:
    """A vault and the connection beneath it."""

    vault: Vault
    database: Database

    def everything(self) -> Mapping[str, list[tuple[Any, ...]]]:
        """Return all rows of all tables of our own; numbers of search words and how often was saved do not count."""
        tables = self.database.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'searchable_words%' ORDER BY name"
        )
        query = "SELECT * FROM {}"
        held = {row["name"]: [tuple(each) for each in self.database.rows(query.format(row["name"]))] for row in tables}
        held["searchable"] = [row[1:] for row in held["searchable"]]
        held["setting"] = [row for row in held["setting"] if row[0] != "saves"]
        return {name: sorted(rows, key=repr) for name, rows in held.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The numbers of what `fill_family` wrote: two people, and two of most things about the first one."""

    mum: PersonId
    dad: PersonId
    notes: tuple[NoteId, NoteId]
    questions: tuple[QuestionId, QuestionId, QuestionId]
    visit: AppointmentId
    chase: ChaseId
    medicines: tuple[MedicineId, MedicineId]
    contacts: tuple[ContactId, ContactId]
    measurements: tuple[MeasurementId, MeasurementId]


def open_notes(folder: Path) -> CareNotes:
    """Open care notes in a folder, with a key that everybody knows; where there are none, a copy of empty ones."""
    path = folder / "vault.db"
    if not any(folder.glob("vault.db*")):
        path.touch(mode=0o600)
        path.write_bytes(_empty_notes())
    database = _opened(path)
    return CareNotes(vault=Vault(database), database=database)


@cache
def _empty_notes() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vault.db"
        _opened(path).close()
        return path.read_bytes()


def _opened(path: Path) -> Database:
    return open_database(path, schema=VAULT_SCHEMA, clock=StillClock(), key=FileKey(KEY))


def later(minutes: float = 60) -> Millis:
    """Return a time after `fill_family`."""
    return Millis(MONDAY + round(minutes * MINUTE))


def fill_family(vault: Vault, at: Millis = MONDAY) -> Family:
    """Write what an invented family writes."""
    mum, dad = vault.people.add("Mum", at=at), vault.people.add("Dad", at=at)
    vault.facts.fill(mum, "allergies", "Penicillin: rash", at=at)
    vault.facts.none_known(mum, "devices", at=at)
    notes = (
        vault.notes.add(NewNote(text="Slept badly, café in the night", person_id=mum, tags=("sleep",)), at=at),
        vault.notes.add(
            NewNote(text="", kind=NoteKind.DAILY_LOG, answers={"mood": "Calm"}, person_id=mum, author="Anna"),
            at=Millis(at + 1),
        ),
    )
    visit = vault.appointments.add(
        NewAppointment(title="Memory clinic", starts="2026-11-23T14:30", zone="Europe/London", person_id=mum), at=at
    )
    questions = (
        vault.questions.add(NewQuestion(text="Why the swollen feet?", person_id=mum, note_id=notes[0]), at=at),
        vault.questions.add(NewQuestion(text="Is she safe alone?", person_id=mum, appointment_id=visit), at=at),
        vault.questions.add(NewQuestion(text="What about the stairs?", person_id=dad), at=at),
    )
    chase = vault.chases.add(NewChase(what="Letter", who="Clinic", by_date="2026-12-01", appointment_id=visit), at=at)
    medicines = (
        vault.medicines.add(MedicineText(name="Amlodipine", strength="5 mg", dose="one"), person_id=mum, at=at),
        vault.medicines.add(MedicineText(name="Paracetamol", as_needed=True), person_id=mum, at=at),
    )
    contacts = (
        vault.contacts.add(ContactText(name="Dr Rowe", phones=(Phone(number="01632 960001"),)), person_id=mum, at=at),
        vault.contacts.add(ContactText(name="Neighbour Joe", role="Has a key"), at=at),
    )
    measurements = (
        vault.measures.add(Reading(kind="weight", value=71.5, unit="kg"), person_id=mum, at=at),
        vault.measures.add(Reading(kind="blood-pressure", value=130, second=80, unit="mmHg"), person_id=mum, at=at),
    )
    return Family(
        mum=mum,
        dad=dad,
        notes=notes,
        questions=questions,
        visit=visit,
        chase=chase,
        medicines=medicines,
        contacts=contacts,
        measurements=measurements,
    )
