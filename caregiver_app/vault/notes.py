"""Journal notes: what happened, in the person's own words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.vault.people import PersonId
from caregiver_app.vault.records import Records
from caregiver_app.vault.searchable import Searchable

NoteId = NewType("NoteId", int)
KIND = "note"


class NoteKind(StrEnum):
    """By which template a note was written."""

    NOTE = "note"
    DAILY_LOG = "daily-log"
    SYMPTOM = "symptom"
    VISIT = "visit"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNote:
    """What is written. `text` is Markdown; `answers` are to the fields of the template; `at` is when it happened."""

    text: str
    person_id: PersonId | None = None
    kind: NoteKind = NoteKind.NOTE
    answers: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    author: str = ""
    about_me: bool = False
    at: Millis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it is kept."""

    id: NoteId
    uid: str
    person_id: PersonId | None
    kind: NoteKind
    text: str
    answers: Mapping[str, str]
    tags: tuple[str, ...]
    author: str
    about_me: bool
    at: Millis
    changed_at: Millis


class Notes:
    """The journal."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records = Records(database, "note")
        self._searchable = Searchable(database)

    def add(self, new: NewNote, *, at: Millis) -> NoteId:
        """Keep a note."""
        with self._database.write("vault.note.add") as writer:
            note_id = NoteId(self._records.insert(writer, _columns(new, at), at=at))
            self._set_tags(writer, note_id, new.tags)
            self._index(writer, note_id)
        return note_id

    def get(self, note_id: NoteId) -> Note:
        """Return one.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._note(self._records.row(note_id))

    def list(self, person_id: PersonId | None = None, *, limit: int = 100) -> tuple[Note, ...]:
        """Return the newest notes, of one person or of all."""
        rows = self._database.rows(
            """
            SELECT * FROM note WHERE deleted_at IS NULL AND (:person IS NULL OR person_id = :person)
            ORDER BY at DESC, id DESC LIMIT :limit
            """,
            {"person": person_id, "limit": limit},
        )
        return tuple(self._note(row) for row in rows)

    def _set_tags(self, writer: Writer, note_id: NoteId, tags: tuple[str, ...]) -> None:
        writer.execute("DELETE FROM note_tag WHERE note_id = :id", {"id": note_id})
        writer.many(
            "INSERT OR IGNORE INTO note_tag (note_id, tag) VALUES (:id, :tag)",
            [{"id": note_id, "tag": tag} for tag in tags],
        )

    def _index(self, writer: Writer, note_id: NoteId) -> None:
        note = self.get(note_id)
        words = "\n".join((note.text, *note.answers.values(), *note.tags, note.author))
        self._searchable.put(writer, KIND, note_id, person_id=note.person_id, at=note.at, text=words)

    def _note(self, row: Row) -> Note:
        tags = self._database.rows("SELECT tag FROM note_tag WHERE note_id = :id ORDER BY tag", {"id": row["id"]})
        return Note(
            id=NoteId(row["id"]),
            uid=row["uid"],
            person_id=row["person_id"],
            kind=NoteKind(row["kind"]),
            text=row["text"],
            answers=json.loads(row["answers"]),
            tags=tuple(tag[0] for tag in tags),
            author=row["author"],
            about_me=bool(row["about_me"]),
            at=Millis(row["at"]),
            changed_at=Millis(row["changed_at"]),
        )


def _columns(new: NewNote, at: Millis) -> dict[str, object]:
    return {
        "person_id": new.person_id,
        "kind": new.kind.value,
        "text": new.text,
        "answers": json.dumps(dict(new.answers)),
        "author": new.author,
        "about_me": int(new.about_me),
        "at": at if new.at is None else new.at,
    }
