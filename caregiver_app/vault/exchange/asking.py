"""What we asked: requests made of questions and notes, locked for one person and for ourselves, kept as they went.

A request is written down, with the record that it left, before anybody gets its bytes: no file goes out that nothing
here knows of. Whoever could not save the file takes it `again`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from caregiver_app.model.errors import AskError, AskTrouble, UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.exchange.composing import AskDraft, AskId, Chosen, Wishes, compose
from caregiver_app.vault.exchange.correspondents import Correspondents
from caregiver_app.vault.exchange.disclosures import Channel, Disclosed, Disclosures
from caregiver_app.vault.exchange.identities import Identities
from caregiver_app.vault.letters.request import (
    AskBody,
    AskItem,
    AskRequest,
    ItemKind,
    body_document,
    read_body,
    write_request,
)
from caregiver_app.vault.letters.sealing import Recipient, seal_for
from caregiver_app.vault.records.note_templates import NoteKind, template_fields
from caregiver_app.vault.records.people import PersonId

_REQUEST = "request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request that was made. `body` holds what is still here of its texts; `answers` counts what came back."""

    id: AskId
    person_id: PersonId | None
    to_whom: str = field(repr=False)
    to_key: Recipient
    made_at: Millis
    expected_on: str
    answers: int
    body: AskBody = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFile:
    """What is saved as a file and handed over: `data` is locked, and its name need tell nothing."""

    id: AskId
    data: bytes = field(repr=False)


class Asking:
    """The requests, newest first."""

    def __init__(
        self, database: Database, identities: Identities, correspondents: Correspondents, disclosures: Disclosures
    ) -> None:
        self._database = database
        self._identities = identities
        self._correspondents = correspondents
        self._disclosures = disclosures
        self._questions = Records(database, "question")
        self._notes = Records(database, "note")

    def compose(
        self, wishes: Wishes, *, questions: Iterable[int] = (), notes: Iterable[int] = (), at: Millis
    ) -> AskDraft:
        """Return a request as it would go, to be shown first. Writes nothing but our own key, where there was none.

        Raises:
            AskError: the key was not compared, or see `composing.compose`.
            UnknownRecord: there is no such question, note or person to send to.
        """
        self._correspondents.compared(wishes.to)
        chosen = (
            *(self._question(each) for each in dict.fromkeys(questions)),
            *(self._note(each) for each in dict.fromkeys(notes)),
        )
        return compose(wishes, chosen, reply_to=self._identities.own(at=at), at=at)

    def send(self, draft: AskDraft, *, at: Millis) -> AskFile:
        """Write a request down, and that it left; return what to save as a file.

        Raises:
            AskError: the key was not compared, or was taken away meanwhile.
            UnknownRecord: who should get it, or something chosen, is gone.
        """
        with self._database.write("vault.ask.send") as writer:
            to = self._correspondents.compared(draft.wishes.to)
            for each in draft.chosen:
                self._still_there(each)
            data = self._sealed(draft.request, to.recipient)
            ask_id = self._insert(writer, draft, to.name, to.recipient, at)
            self._record(ask_id, draft.wishes.why, at)
        return AskFile(id=ask_id, data=data)

    def again(self, ask_id: AskId, why: str, *, at: Millis) -> AskFile:
        """Return a request's file once more, for the same key; that it left is written down again.

        Raises:
            AskError: the key does not count any more, or no text of the request is left.
            UnknownRecord: there is no such request.
        """
        with self._database.write("vault.ask.again"):
            asked = self.get(ask_id)
            to = self._correspondents.with_key(asked.to_key)
            if to is None or to.compared_at is None:
                raise AskError(AskTrouble.NOT_COMPARED)
            if not asked.body.items:
                raise AskError(AskTrouble.NOTHING_CHOSEN)
            data = self._sealed(AskRequest(body=asked.body, secret=self._row(ask_id)["secret"]), to.recipient)
            self._record(ask_id, why, at)
        return AskFile(id=ask_id, data=data)

    def get(self, ask_id: AskId) -> Asked:
        """Return one.

        Raises:
            UnknownRecord: there is no such request.
        """
        return self._asked(self._row(ask_id))

    def list(self, person_id: PersonId | None = None, *, limit: int = 100) -> tuple[Asked, ...]:
        """Return what was asked, about one person or all."""
        rows = self._database.rows(
            """
            SELECT * FROM ask_request WHERE :person IS NULL OR person_id = :person
            ORDER BY made_at DESC, id DESC LIMIT :limit
            """,
            {"person": person_id, "limit": limit},
        )
        return tuple(self._asked(row) for row in rows)

    def _sealed(self, request: AskRequest, to: Recipient) -> bytes:
        return seal_for(write_request(request), (to, request.body.reply_to))

    def _insert(self, writer: Writer, draft: AskDraft, name: str, key: Recipient, at: Millis) -> AskId:
        body = draft.body
        questions = body.of_kind(ItemKind.QUESTION)
        writer.execute(
            """
            INSERT INTO ask_request (uid, person_id, correspondent_id, to_whom, to_key, secret, body,
                highest_question, expected_on, made_at)
            VALUES (:uid, :person, :to, :to_whom, :to_key, :secret, :body, :highest, :expected, :at)
            """,
            {
                "uid": body.uid,
                "person": draft.person_id,
                "to": draft.wishes.to,
                "to_whom": name,
                "to_key": key,
                "secret": draft.request.secret,
                "body": json.dumps({**body_document(body), "questions": [], "notes": []}),
                "highest": max((item.number for item in questions), default=0),
                "expected": body.answer_by,
                "at": at,
            },
        )
        ask_id = AskId(int(self._database.value("SELECT last_insert_rowid()")))
        writer.many(
            """
            INSERT INTO ask_item (request_id, number, question_id, note_id, text, at)
            VALUES (:request, :number, :question, :note, :text, :at)
            """,
            [_item_row(ask_id, item, chosen) for item, chosen in zip(body.items, draft.chosen, strict=True)],
        )
        return ask_id

    def _record(self, ask_id: AskId, why: str, at: Millis) -> None:
        asked = self.get(ask_id)
        kinds = {kind.value: len(asked.body.of_kind(kind)) for kind in ItemKind}
        self._disclosures.record(
            Disclosed(
                channel=Channel.ASK,
                what={kind: count for kind, count in kinds.items() if count},
                person_id=asked.person_id,
                to_whom=asked.to_whom,
                to_key=asked.to_key,
                why=why,
                request_id=ask_id,
            ),
            at=at,
        )

    def _row(self, ask_id: AskId) -> Row:
        row = self._database.one("SELECT * FROM ask_request WHERE id = :id", {"id": ask_id})
        if row is None:
            raise UnknownRecord(_REQUEST)
        return row

    def _asked(self, row: Row) -> Asked:
        answers = self._database.value("SELECT count(*) FROM ask_answer WHERE request_id = :id", {"id": row["id"]})
        return Asked(
            id=AskId(row["id"]),
            person_id=row["person_id"],
            to_whom=row["to_whom"],
            to_key=Recipient(row["to_key"]),
            made_at=Millis(row["made_at"]),
            expected_on=row["expected_on"],
            answers=int(answers),
            body=self._body(row),
        )

    def _body(self, row: Row) -> AskBody:
        items = self._database.rows("SELECT * FROM ask_item WHERE request_id = :id ORDER BY number", {"id": row["id"]})
        return read_body(json.loads(row["body"]), tuple(_item(item) for item in items))

    def _still_there(self, chosen: Chosen) -> None:
        records = self._questions if chosen.kind is ItemKind.QUESTION else self._notes
        records.row(chosen.id)

    def _question(self, question_id: int) -> Chosen:
        row = self._questions.row(question_id)
        return Chosen(kind=ItemKind.QUESTION, id=row["id"], text=row["text"], person_id=row["person_id"])

    def _note(self, note_id: int) -> Chosen:
        row = self._notes.row(note_id)
        labels = {field.name: field.label for field in template_fields(NoteKind(row["kind"]))}
        answers = "\n".join(f"{labels.get(name, name)}: {text}" for name, text in json.loads(row["answers"]).items())
        return Chosen(
            kind=ItemKind.NOTE,
            id=row["id"],
            text="\n\n".join(part for part in (row["text"], answers) if part.strip()),
            person_id=row["person_id"],
            at=Millis(row["at"]),
        )


def _item(row: Row) -> AskItem:
    kind = ItemKind.NOTE if row["question_id"] is None else ItemKind.QUESTION
    return AskItem(number=row["number"], kind=kind, text=row["text"], at=row["at"])


def _item_row(ask_id: AskId, item: AskItem, chosen: Chosen) -> dict[str, object]:
    is_question = chosen.kind is ItemKind.QUESTION
    return {
        "request": ask_id,
        "number": item.number,
        "question": chosen.id if is_question else None,
        "note": None if is_question else chosen.id,
        "text": item.text,
        "at": item.at,
    }
