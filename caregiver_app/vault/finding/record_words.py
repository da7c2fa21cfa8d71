"""By which words each kind of record is found, of whom it is, and to which moment it belongs. Reads, never writes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.measuring.words import measurement_words
from caregiver_app.vault.typed.wall_time import WallTime

_APPOINTMENT = ("title", "with_whom", "place", "reason", "outcome", "decisions")
_CHASE = ("what", "who")
_MEDICINE = tuple(
    "name strength form dose how times as_needed_rule maximum why by_whom stop_reason copied_from".split()
)
_CONTACT = ("name", "role", "email", "address", "hours", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one record is found by."""

    person_id: int | None
    at: Millis
    text: str = field(repr=False)


def words_of(database: Database, kind: str, record_id: int) -> Words | None:
    """Return what a record is found by, None where it is deleted or gone."""
    row = database.one(f"SELECT * FROM {kind} WHERE id = :id", {"id": record_id})
    if row is None or row["deleted_at"] is not None:
        return None
    return _READERS[kind](database, row)


def _of_person(database: Database, row: Row) -> Words:
    facts = database.rows("SELECT value FROM fact WHERE person_id = :id ORDER BY field", {"id": row["id"]})
    parts = (row["name"], row["matters"], row["consent_note"], *(fact[0] for fact in facts))
    return Words(person_id=row["id"], at=Millis(row["created_at"]), text=_text(parts))


def _of_note(database: Database, row: Row) -> Words:
    tags = database.rows("SELECT tag FROM note_tag WHERE note_id = :id ORDER BY tag", {"id": row["id"]})
    answers = json.loads(row["answers"]).values()
    parts = (row["text"], *map(str, answers), *(tag[0] for tag in tags), row["author"], *_cited(database, "note", row))
    return Words(person_id=row["person_id"], at=Millis(row["at"]), text=_text(parts))


def _of_question(database: Database, row: Row) -> Words:
    answers = database.rows(
        "SELECT text, by_whom FROM answer WHERE question_id = :id ORDER BY at, id", {"id": row["id"]}
    )
    said = (part for answer in answers for part in (answer["text"], answer["by_whom"]))
    parts = (row["text"], row["for_whom"], *said, *_cited(database, "question", row))
    return Words(person_id=row["person_id"], at=Millis(row["created_at"]), text=_text(parts))


def _of_appointment(database: Database, row: Row) -> Words:
    when = WallTime(local=row["starts"], zone=row["zone"]).instant()
    text = _text((_columns(row, _APPOINTMENT), *_cited(database, "appointment", row)))
    return Words(person_id=row["person_id"], at=when, text=text)


def _of_measurement(database: Database, row: Row) -> Words:
    text = _text((measurement_words(database, row), row["note"]))
    return Words(person_id=row["person_id"], at=Millis(row["at"]), text=text)


def _of_chase(_database: Database, row: Row) -> Words:
    return Words(person_id=row["person_id"], at=Millis(row["created_at"]), text=_columns(row, _CHASE))


def _of_medicine(_database: Database, row: Row) -> Words:
    """A medicine belongs to the day on which it was started, where somebody wrote that down."""
    started = row["started"]
    when = WallTime(local=f"{started}T12:00", zone="UTC").instant() if started else Millis(row["created_at"])
    return Words(person_id=row["person_id"], at=when, text=_columns(row, _MEDICINE))


def _of_contact(_database: Database, row: Row) -> Words:
    """A number is found as it is written, and without its spaces."""
    phones = json.loads(row["phones"])
    written = (part for phone in phones for part in (phone["label"], phone["number"]))
    text = _text((_columns(row, _CONTACT), *written, *(re.sub(r"\D", "", phone["number"]) for phone in phones)))
    return Words(person_id=row["person_id"], at=Millis(row["created_at"]), text=text)


def _cited(database: Database, kind: str, row: Row) -> tuple[str, ...]:
    query = "SELECT title FROM citation WHERE kind = :kind AND item_id = :id ORDER BY id"
    return tuple(cited[0] for cited in database.rows(query, {"kind": kind, "id": row["id"]}))


def _columns(row: Row, names: tuple[str, ...]) -> str:
    return _text(row[name] for name in names)


def _text(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)


_READERS: Mapping[str, Callable[[Database, Row], Words]] = {
    "person": _of_person,
    "note": _of_note,
    "question": _of_question,
    "appointment": _of_appointment,
    "chase": _of_chase,
    "medicine": _of_medicine,
    "contact": _of_contact,
    "measurement": _of_measurement,
}

FOUND_KINDS = tuple(_READERS)
"""The kinds of records that search finds."""
