"""Journal notes: what happened, in the person's own words."""

from __future__ import annotations

import json
from collections.abc import Mapping

from caregiver_app.model.errors import RecordRefused, RecordTrouble
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.changing import Changes, changing
from caregiver_app.vault.changes.kept_notes import check_open
from caregiver_app.vault.changes.kinds import whose
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.records.note_templates import TEMPLATES, NoteKind
from caregiver_app.vault.records.note_values import NewNote, Note, NoteId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.typed.text import kept_field, kept_line, kept_tags, kept_text

__all__ = ["KIND", "NewNote", "Note", "NoteId", "NoteKind", "Notes"]

KIND = "note"


class Notes:
    """The journal."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records = Records(database, KIND)

    def add(self, new: NewNote, *, at: Millis) -> NoteId:
        """Keep a note.

        Raises:
            UnknownRecord: there is no such person.
            RecordRefused: it is too long, answers what its template does not ask, or its person's notes are kept.
        """
        values = _columns(new, at)
        tags = kept_tags(new.tags)
        with changing(self._database, "vault.note.add", at=at) as changes:
            check_open(self._database, new.person_id)
            note_id = NoteId(self._records.insert(changes.writer, values, at=at))
            _set_tags(changes, note_id, tags)
            changes.touch(KIND, note_id)
        return note_id

    def get(self, note_id: NoteId, *, deleted: bool = False) -> Note:
        """Return one, with `deleted` also when recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._note(self._records.row(note_id, deleted=deleted))

    def list(
        self,
        person_id: PersonId | None = None,
        *,
        kind: NoteKind | None = None,
        tag: str | None = None,
        about_me: bool | None = None,
        since: Millis | None = None,
        until: Millis | None = None,
        limit: int = 100,
    ) -> tuple[Note, ...]:
        """Return the newest notes, of one person or of all, of one kind or tag, from `since` to before `until`.

        Without `about_me` both those about the carer and the others; handovers and exports ask for the others.
        """
        rows = self._database.rows(
            f"""
            SELECT * FROM note WHERE deleted_at IS NULL AND {whose(person_id)}
              AND (:kind IS NULL OR kind = :kind) AND (:about_me IS NULL OR about_me = :about_me)
              AND (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)
              AND (:tag IS NULL OR id IN (SELECT note_id FROM note_tag WHERE tag = :tag COLLATE NOCASE))
            ORDER BY at DESC, id DESC LIMIT :limit
            """,
            {
                "person": person_id,
                "kind": None if kind is None else kind.value,
                "tag": tag,
                "about_me": about_me,
                "since": since,
                "until": until,
                "limit": limit,
            },
        )
        return tuple(self._note(row) for row in rows)

    def tags(self, person_id: PersonId | None = None) -> Mapping[str, int]:
        """Return all tags in use with how many notes bear them, most used first."""
        rows = self._database.rows(
            f"""
            SELECT t.tag, count(*) AS notes FROM note_tag AS t JOIN note AS n ON n.id = t.note_id
            WHERE n.deleted_at IS NULL AND {whose(person_id)}
            GROUP BY t.tag ORDER BY notes DESC, t.tag
            """,
            {"person": person_id},
        )
        return {row["tag"]: row["notes"] for row in rows}

    def change(
        self,
        note_id: NoteId,
        *,
        text: str | None = None,
        answers: Mapping[str, str] | None = None,
        tags: tuple[str, ...] | None = None,
        author: str | None = None,
        about_me: bool | None = None,
        kind: NoteKind | None = None,
        happened_at: Millis | None = None,
        at: Millis,
    ) -> Undo:
        """Change what is given of a note; what it said before is kept as a version once a stretch of writing.

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: something is too long, or its person's notes are kept.
        """
        with changing(self._database, "vault.note.change", at=at) as changes:
            before = self.get(note_id)
            check_open(self._database, before.person_id)
            wanted = kind or before.kind
            values: dict[str, object] = {"kind": wanted.value}
            if text is not None:
                values["text"] = kept_text(text)
            if answers is not None:
                values["answers"] = json.dumps(kept_answers(wanted, answers, known=before.answers))
            if author is not None:
                values["author"] = kept_line(author, "author")
            if about_me is not None:
                values["about_me"] = int(about_me)
            if happened_at is not None:
                values["at"] = happened_at
            self._apply(changes, before, values, tags)
        return changes.undo()

    def move_to(self, note_id: NoteId, person_id: PersonId | None, *, at: Millis) -> Undo:
        """Let a note be about somebody else, or about nobody.

        Raises:
            UnknownRecord: there is no such note or person.
            RecordRefused: the notes of one of them are kept.
        """
        with changing(self._database, "vault.note.move", at=at) as changes:
            check_open(self._database, self.get(note_id).person_id)
            check_open(self._database, person_id)
            changes.update(KIND, note_id, {"person_id": person_id})
        return changes.undo()

    def delete(self, note_id: NoteId, *, at: Millis) -> Undo:
        """Put a note among the recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.move_to_deleted(note_id, at=at)

    def restore(self, note_id: NoteId, *, at: Millis) -> Undo:
        """Take a note back from the recently deleted.

        Raises:
            UnknownRecord: it is gone for good.
        """
        return self._records.take_back(note_id, at=at)

    def _apply(
        self, changes: Changes, before: Note, values: Mapping[str, object], tags: tuple[str, ...] | None
    ) -> None:
        wanted = before.tags if tags is None else kept_tags(tags)
        changed = changes.update(KIND, before.id, values)
        if wanted == before.tags:
            return
        if not changed:
            changes.keep_version(KIND, before.id)
            changes.mark(KIND, before.id, {"changed_at": changes.at})
        _set_tags(changes, before.id, wanted)

    def _note(self, row: Row) -> Note:
        tags = self._database.rows("SELECT tag FROM note_tag WHERE note_id = :id", {"id": row["id"]})
        return Note(
            id=NoteId(row["id"]),
            uid=row["uid"],
            person_id=row["person_id"],
            kind=NoteKind(row["kind"]),
            text=row["text"],
            answers=json.loads(row["answers"]),
            tags=kept_tags(tag[0] for tag in tags),
            author=row["author"],
            about_me=bool(row["about_me"]),
            at=Millis(row["at"]),
            changed_at=Millis(row["changed_at"]),
            created_at=Millis(row["created_at"]),
            deleted_at=row["deleted_at"],
        )


def kept_answers(
    kind: NoteKind, answers: Mapping[str, str], *, known: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return answers in the order of the template, empty ones left out; those of `known` may stay under another kind.

    Raises:
        RecordRefused: the template asks no such thing, or an answer is too long.
    """
    fields = (*TEMPLATES[kind], *(known or {}))
    if not set(answers) <= set(fields):
        raise RecordRefused(RecordTrouble.FIELD, KIND)
    kept = {name: kept_field(answers[name], name) for name in dict.fromkeys(fields) if name in answers}
    return {name: answer for name, answer in kept.items() if answer}


def _set_tags(changes: Changes, note_id: NoteId, tags: tuple[str, ...]) -> None:
    changes.rows_of("note_tag", {"note_id": note_id}, [{"note_id": note_id, "tag": tag} for tag in tags])
    changes.touch(KIND, note_id)


def _columns(new: NewNote, at: Millis) -> dict[str, object]:
    return {
        "person_id": new.person_id,
        "kind": new.kind.value,
        "text": kept_text(new.text),
        "answers": json.dumps(kept_answers(new.kind, new.answers)),
        "author": kept_line(new.author, "author"),
        "about_me": int(new.about_me),
        "at": at if new.at is None else new.at,
    }
