"""Writes a word into every private field of open care notes, and tells the columns of the schema that lack it.

A column that is new and private makes the tests fail until it is written here; one that holds no text of people is
named in `_OURS` with those like it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.exchange.composing import Wishes
from caregiver_app.vault.forms.fields import FIELDS, FieldKind
from caregiver_app.vault.letters.sealing import new_key_pair
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.attachments import NewAttachment
from caregiver_app.vault.records.chases import NewChase
from caregiver_app.vault.records.contacts import ContactText, Phone
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote, NoteKind
from caregiver_app.vault.records.people import Consent, PersonId, Situation
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.records.visits import AfterVisit
from caregiver_app.vault.store import Vault
from tests.helpers.exchanging import know

_OURS_ANYWHERE = frozenset({"uid", "kind", "state", "channel", "purpose", "media_type", "zone"})
_OURS = frozenset(
    f"{table}.{column}"
    for table, columns in {
        "identity": "recipient secret",
        "correspondent": "recipient",
        "ask_request": "to_key secret expected_on",
        "ask_item": "at",
        "received_request": "family secret",
        "disclosure": "to_key what",
        "person": "situation situation_on consent",
        "fact": "field",
        "setting": "name",
        "draft": "place",
        "attachment": "file_name",
        "appointment": "starts ends",
        "chase": "by_date",
        "medicine": "started stopped copied_on",
    }.items()
    for column in columns.split()
)
"""Columns of text that hold words of ours, keys and days."""


def unmarked_columns(database: Database, marker: str) -> list[str]:
    """Return the private columns of text in which no row has the marker, those that nobody fills, and empty tables."""
    tables = database.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'searchable_words%' ORDER BY name"
    )
    query = "SELECT * FROM {}"
    rows = {row["name"]: database.rows(query.format(row["name"])) for row in tables}
    core = marker.rstrip("é")  # which JSON escapes
    return [table for table, held in rows.items() if not held] + [
        f"{table}.{column}"
        for table, held in rows.items()
        for column, values in _columns(held)
        if column not in _OURS_ANYWHERE and f"{table}.{column}" not in _OURS
        if _is_of_text(column, values) and not any(core in str(value) for value in values)
    ]


def _columns(rows: Sequence[Row]) -> Iterator[tuple[str, list[object]]]:
    for column in rows[0].keys() if rows else ():
        yield column, [row[column] for row in rows]


def _is_of_text(column: str, values: Sequence[object]) -> bool:
    if all(value is None for value in values):
        return not column.endswith(("_id", "_at"))
    return any(isinstance(value, str | bytes) for value in values)


def mark_everything(vault: Vault, other: Vault, marker: str, *, at: Millis) -> None:
    """Write the marker wherever people write; `other` are the notes of a nurse."""
    mum, dad = vault.people.add(f"{marker} mum", at=at), vault.people.add(f"{marker} dad", at=at)
    vault.people.set_matters(mum, marker, at=at)
    vault.people.set_consent(mum, Consent.DECIDED_FOR_THEM, note=marker, at=at)
    for name, kind in FIELDS.items():
        if kind in (FieldKind.LINE, FieldKind.LIST, FieldKind.TEXT):
            vault.facts.fill(mum, name, f"{marker} {name}", at=at)
    vault.settings.set("a setting", marker)
    vault.drafts.keep("note/new", f"{marker} draft", cursor=3, more={"author": marker}, at=at)
    _mark_records(vault, marker, mum, at)
    _mark_what_was_sent(vault, other, marker, at)
    vault.people.set_situation(dad, Situation.DIED, on="2026-11-01", at=at)
    vault.people.delete(dad, at=at)


def _mark_records(vault: Vault, marker: str, mum: PersonId, at: Millis) -> None:
    note = vault.notes.add(NewNote(text=f"# {marker}", tags=(marker,), author=marker, person_id=mum), at=at)
    vault.notes.change(note, text="something else, so that the marker is in a version of before", at=at)
    vault.notes.change(note, text=f"{marker} again", at=at)
    log = NewNote(text=marker, kind=NoteKind.DAILY_LOG, answers={"mood": marker}, person_id=mum)
    vault.notes.delete(vault.notes.add(log, at=at), at=at)
    vault.citations.add(
        "note", note, library_uid=f"article/{marker}", title=marker, address=f"https://{marker}/", at=at
    )
    file = NewAttachment(kind="note", item_id=note, name=f"{marker}.txt", media_type="text/plain", size_bytes=1)
    vault.attachments.add(file, lambda: "0" * 64, at=at)
    visit = vault.appointments.add(
        NewAppointment(
            title=marker,
            starts="2026-11-23T14:30",
            zone="Europe/London",
            with_whom=marker,
            place=marker,
            reason=marker,
            person_id=mum,
        ),
        at=at,
    )
    question = vault.questions.add(NewQuestion(text=marker, for_whom=marker, person_id=mum), at=at)
    vault.questions.answer(question, marker, by_whom=marker, at=at)
    vault.visits.write_up(visit, AfterVisit(outcome=marker, decisions=marker), at=at)
    vault.chases.add(NewChase(what=marker, who=marker, person_id=mum), at=at)
    words = ("name", "strength", "form", "dose", "how", "times", "as_needed_rule", "maximum", "why", "by_whom")
    texts: dict[str, Any] = dict.fromkeys(words, marker)
    medicine = MedicineText(as_needed=True, copied_from=marker, **texts)
    vault.medicines.stop(vault.medicines.add(medicine, person_id=mum, at=at), on="2026-11-02", reason=marker, at=at)
    contact = vault.contacts.add(
        ContactText(
            name=marker,
            role=marker,
            phones=(Phone(number="01632 960001", label=marker),),
            email=f"{marker}@example.org",
            address=marker,
            hours=marker,
            note=marker,
        ),
        at=at,
    )
    vault.contacts.set_call_order((contact,), person_id=None, at=at)
    vault.measures.add(Reading(kind="blood-pressure", value=130, second=80, unit="mmHg"), person_id=mum, at=at)
    own = vault.measures.make_kind(marker, unit=marker, at=at)
    vault.measures.add(Reading(kind=own.code, value=3, unit=marker), note=marker, person_id=mum, at=at)


def _mark_what_was_sent(vault: Vault, other: Vault, marker: str, at: Millis) -> None:
    """Ask a nurse and take the answer in; be asked, as a nurse is, and answer."""
    nurse, family = know(vault, other, marker), know(other, vault, marker)
    vault.exchange.correspondents.add(new_key_pair().recipient, f"{marker} other", role=marker, at=at)
    for sender, receiver, to in ((vault, other, nurse), (other, vault, family)):
        question = sender.questions.add(NewQuestion(text=f"{marker}?"), at=at)
        asking, answering = sender.exchange.asking, receiver.exchange.answering
        wishes = Wishes(to=to, answer_by=date(2026, 12, 1), why=marker, sender=marker, about=marker, call=marker)
        sent = asking.send(asking.compose(wishes, questions=[question], at=at), at=at)
        received = receiver.exchange.take_in(sent.data, at=at).received
        assert received is not None
        number = answering.answer(received, {1: marker}, notice=marker, at=at)
        answering.keep(received, marker, at=at)
        sender.exchange.take_in(answering.file(received, number), at=at)
