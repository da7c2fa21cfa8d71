"""Brings answers that came back beside their questions: each once, and only those by who had the request's secret.

Nothing of an answer is kept, shown or told before all of that is sure; it is refused whole or taken whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.vault.changes.changing import Changes, changing
from caregiver_app.vault.exchange.composing import AskId
from caregiver_app.vault.letters.answer import AnswerText, AskAnswer, UncheckedAnswer
from caregiver_app.vault.letters.fields import damaged
from caregiver_app.vault.records.answers import Answers
from caregiver_app.vault.records.questions import KIND, QuestionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """What came of an answer: beside which questions it stands now; `gone` counts those that were deleted meanwhile."""

    ask_id: AskId
    number: int
    by_whom: str = field(repr=False)
    notice: str = field(repr=False)
    question_ids: tuple[int, ...]
    gone: int


class Landing:
    """The way in for answers."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._answers = Answers(database)

    def land(self, unchecked: UncheckedAnswer, *, at: Millis) -> Landed:
        """Put an answer beside the questions that it answers, by the name under which we know who was asked.

        Raises:
            AskError: nothing like it was asked, it is not by who was asked, or it has come already.
        """
        with changing(self._database, "vault.ask.land", at=at) as changes:
            request = self._request(unchecked.request_uid)
            answer = unchecked.checked(request["secret"])
            if any(each.question > request["highest_question"] for each in answer.texts):
                raise damaged()
            self._take_number(changes.writer, request, answer, at)
            placed = [self._place(changes, request, each) for each in answer.texts]
        question_ids = tuple(each for each in placed if each is not None)
        return Landed(
            ask_id=AskId(request["id"]),
            number=answer.number,
            by_whom=request["to_whom"],
            notice=answer.notice,
            question_ids=question_ids,
            gone=len(placed) - len(question_ids),
        )

    def _request(self, uid: str) -> Row:
        row = self._database.one("SELECT * FROM ask_request WHERE uid = :uid", {"uid": uid})
        if row is None:
            raise AskError(AskTrouble.UNKNOWN_REQUEST)
        return row

    def _take_number(self, writer: Writer, request: Row, answer: AskAnswer, at: Millis) -> None:
        taken = writer.execute(
            """
            INSERT INTO ask_answer (request_id, number, received_at) VALUES (:request, :number, :at)
            ON CONFLICT DO NOTHING
            """,
            {"request": request["id"], "number": answer.number, "at": at},
        )
        if not taken:
            raise AskError(AskTrouble.REPEATED)

    def _place(self, changes: Changes, request: Row, answer: AnswerText) -> int | None:
        """Put one text beside its question; return the question's number, None where it was deleted."""
        question = self._database.one(
            """
            SELECT q.id, q.deleted_at FROM ask_item AS i JOIN question AS q ON q.id = i.question_id
            WHERE i.request_id = :request AND i.number = :number
            """,
            {"request": request["id"], "number": answer.question},
        )
        if question is None:
            return None
        question_id = int(question["id"])
        self._answers.write(changes, question_id, answer.text, by_whom=request["to_whom"], request_id=request["id"])
        changes.touch(KIND, question_id)
        if question["deleted_at"] is not None:
            return None  # it has the answer when it is put back
        changes.update(KIND, question_id, {"state": QuestionState.ANSWERED.value})
        return question_id
