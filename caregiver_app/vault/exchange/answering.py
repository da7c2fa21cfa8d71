"""What others asked us: a nurse's or relative's side. Requests lie in her own notes, by the key of the family.

She answers only to the key that stands in the request, and only once its words were compared. Thirty days after the
last answer a request goes for good, unless it is kept and said why.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from caregiver_app.model.errors import AskError, AskTrouble, UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.records import KEPT_MS
from caregiver_app.vault.exchange.correspondents import Correspondents
from caregiver_app.vault.exchange.identities import Identities
from caregiver_app.vault.letters.answer import (
    ANSWER_CHARS,
    MOST_ANSWERS,
    AnswerText,
    AskAnswer,
    write_answer,
)
from caregiver_app.vault.letters.canonical import LARGEST_BYTES
from caregiver_app.vault.letters.fields import clean_line, clean_text
from caregiver_app.vault.letters.request import AskBody, AskRequest, ItemKind, body_document, read_body
from caregiver_app.vault.letters.sealing import Recipient, seal_for
from caregiver_app.vault.typed.text import says_something

ReceivedId = NewType("ReceivedId", int)
_RECEIVED, _GIVEN = "received-request", "given-answer"
_REASON_CHARS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer that we gave."""

    number: int
    at: Millis
    texts: tuple[AnswerText, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedRequest:
    """What somebody asked us. Its names are as the sender gave them; whose key it is, `Correspondents` knows."""

    id: ReceivedId
    family: Recipient
    body: AskBody = field(repr=False)
    given: tuple[Given, ...] = field(repr=False)
    received_at: Millis
    answered_at: Millis | None
    kept_because: str = field(repr=False)
    kept_at: Millis | None

    @property
    def goes_at(self) -> Millis | None:
        """When it is deleted; None while it waits for an answer or is kept."""
        return None if self.answered_at is None or self.kept_because else Millis(self.answered_at + KEPT_MS)


class Answering:
    """The requests that came, the newest first."""

    def __init__(self, database: Database, identities: Identities, correspondents: Correspondents) -> None:
        self._database = database
        self._identities = identities
        self._correspondents = correspondents

    def receive(self, request: AskRequest, *, at: Millis) -> ReceivedId:
        """Keep a request; one that is here already is left as it is. Its sender becomes known, not compared yet.

        Raises:
            AskError: it is one of our own, or another one of the same id came before.
        """
        body = request.body
        if self._identities.holds(body.reply_to):
            raise AskError(AskTrouble.OWN)
        values = {"uid": body.uid, "family": body.reply_to, "secret": request.secret}
        written = json.dumps(body_document(body), sort_keys=True)
        with self._database.write("vault.ask.receive") as writer:
            known = self._database.one("SELECT * FROM received_request WHERE uid = :uid", {"uid": body.uid})
            if known is not None:
                return _same(known, {**values, "body": written})
            name = body.sender if says_something(body.sender) else body.reply_to[:12]
            self._correspondents.add(body.reply_to, name, at=at)
            writer.execute(
                """
                INSERT INTO received_request (uid, family, secret, body, received_at)
                VALUES (:uid, :family, :secret, :body, :at)
                """,
                {**values, "body": written, "at": at},
            )
            return ReceivedId(int(self._database.value("SELECT last_insert_rowid()")))

    def list(self, family: Recipient | None = None) -> tuple[ReceivedRequest, ...]:
        """Return what came, of one key or of all."""
        rows = self._database.rows(
            """
            SELECT * FROM received_request WHERE :family IS NULL OR family = :family
            ORDER BY received_at DESC, id DESC
            """,
            {"family": family},
        )
        return tuple(_received(row) for row in rows)

    def get(self, received_id: ReceivedId) -> ReceivedRequest:
        """Return one.

        Raises:
            UnknownRecord: there is no such request.
        """
        return _received(self._row(received_id))

    def answer(self, received_id: ReceivedId, texts: Mapping[int, str], *, notice: str, at: Millis) -> int:
        """Write an answer down, by number of question; return its own number, with which `file` gives its bytes.

        Raises:
            AskError: the key was not compared, there is no such question, no text or too much.
            UnknownRecord: there is no such request.
        """
        with self._database.write("vault.ask.answer") as writer:
            received = self.get(received_id)
            self._check_key(received.family)
            answer = AskAnswer(
                request_uid=received.body.uid,
                number=len(received.given) + 1,
                notice=notice,
                texts=_judged(received, texts),
            )
            length = len(write_answer(answer, self._row(received_id)["secret"]))
            if answer.number > MOST_ANSWERS or length > LARGEST_BYTES:
                raise AskError(AskTrouble.TOO_MUCH)
            writer.execute(
                """
                UPDATE received_request SET answers = json_insert(answers, '$[#]', json(:given)), answered_at = :at
                WHERE id = :id
                """,
                {"given": json.dumps(_given_row(answer, at)), "at": at, "id": received_id},
            )
        return answer.number

    def file(self, received_id: ReceivedId, number: int) -> bytes:
        """Return an answer that was given, locked for the key in its request and for no other.

        Raises:
            AskError: the key does not count any more, or there is no answer of this number.
            UnknownRecord: there is no such request.
        """
        row = self._row(received_id)
        received = _received(row)
        self._check_key(received.family)
        given = next((each for each in json.loads(row["answers"]) if each["number"] == number), None)
        if given is None:
            raise UnknownRecord(_GIVEN)
        answer = AskAnswer(
            request_uid=received.body.uid, number=number, notice=given["notice"], texts=_texts(given["texts"])
        )
        return seal_for(write_answer(answer, row["secret"]), (received.family,))

    def keep(self, received_id: ReceivedId, because: str, *, at: Millis) -> None:
        """Keep a request beyond the thirty days, and write down why.

        Raises:
            AskError: it is not said why.
            UnknownRecord: there is no such request.
        """
        reason = clean_line(because)[:_REASON_CHARS].rstrip()
        if not reason:
            raise AskError(AskTrouble.NO_REASON)
        self._set_kept(received_id, reason, at)

    def let_go(self, received_id: ReceivedId, *, at: Millis) -> None:
        """Let a request that was kept go at its time again.

        Raises:
            UnknownRecord: there is no such request.
        """
        self._set_kept(received_id, "", at)

    def is_due(self, *, at: Millis) -> bool:
        """Return whether something has had its thirty days; writes nothing."""
        found = self._database.value(
            "SELECT 1 FROM received_request WHERE answered_at <= :before AND kept_because = ''",
            {"before": at - KEPT_MS},
        )
        return found is not None

    def purge(self, *, at: Millis) -> int:
        """Delete for good what was answered thirty days ago and is not kept; return how many requests."""
        with self._database.write("vault.ask.purge") as writer:
            return writer.execute(
                "DELETE FROM received_request WHERE answered_at <= :before AND kept_because = ''",
                {"before": at - KEPT_MS},
            )

    def _set_kept(self, received_id: ReceivedId, reason: str, at: Millis) -> None:
        self._row(received_id)
        with self._database.write("vault.ask.keep") as writer:
            writer.execute(
                "UPDATE received_request SET kept_because = :because, kept_at = :at WHERE id = :id",
                {"because": reason, "at": at, "id": received_id},
            )

    def _check_key(self, family: Recipient) -> None:
        known = self._correspondents.with_key(family)
        if known is None or known.compared_at is None:
            raise AskError(AskTrouble.NOT_COMPARED)

    def _row(self, received_id: ReceivedId) -> Row:
        row = self._database.one("SELECT * FROM received_request WHERE id = :id", {"id": received_id})
        if row is None:
            raise UnknownRecord(_RECEIVED)
        return row


def _judged(received: ReceivedRequest, texts: Mapping[int, str]) -> tuple[AnswerText, ...]:
    numbers = {item.number for item in received.body.of_kind(ItemKind.QUESTION)}
    if not set(texts) <= numbers:
        raise AskError(AskTrouble.NO_SUCH_QUESTION)
    cleaned = {number: clean_text(text) for number, text in sorted(texts.items())}
    if not cleaned or not all(cleaned.values()):
        raise AskError(AskTrouble.NOTHING_CHOSEN)
    if any(len(text) > ANSWER_CHARS for text in cleaned.values()):
        raise AskError(AskTrouble.TOO_MUCH)
    return tuple(AnswerText(question=number, text=text) for number, text in cleaned.items())


def _same(known: Row, values: Mapping[str, object]) -> ReceivedId:
    if any(known[name] != value for name, value in values.items()):
        raise AskError(AskTrouble.CONFLICT)
    return ReceivedId(known["id"])


def _given_row(answer: AskAnswer, at: Millis) -> dict[str, object]:
    texts = [[each.question, each.text] for each in answer.texts]
    return {"number": answer.number, "at": at, "notice": answer.notice, "texts": texts}


def _texts(rows: list[list[object]]) -> tuple[AnswerText, ...]:
    return tuple(AnswerText(question=int(str(number)), text=str(text)) for number, text in rows)


def _received(row: Row) -> ReceivedRequest:
    given = json.loads(row["answers"])
    return ReceivedRequest(
        id=ReceivedId(row["id"]),
        family=Recipient(row["family"]),
        body=read_body(json.loads(row["body"])),
        given=tuple(Given(number=each["number"], at=Millis(each["at"]), texts=_texts(each["texts"])) for each in given),
        received_at=Millis(row["received_at"]),
        answered_at=None if row["answered_at"] is None else Millis(row["answered_at"]),
        kept_because=row["kept_because"],
        kept_at=None if row["kept_at"] is None else Millis(row["kept_at"]),
    )
