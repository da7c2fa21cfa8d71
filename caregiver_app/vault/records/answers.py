"""What was answered to questions: by whom and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NewType

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.changing import Changes, changing
from caregiver_app.vault.changes.uids import new_uid
from caregiver_app.vault.changes.undoing import RowValues, Undo
from caregiver_app.vault.typed.text import kept_line, kept_words

AnswerId = NewType("AnswerId", int)
TABLE = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody answered; `request_id` where it came back through "ask the nurse"."""

    id: AnswerId
    uid: str
    question_id: int
    text: str = field(repr=False)
    by_whom: str = field(repr=False)
    request_id: int | None
    at: Millis


class Answers:
    """The answers to all questions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def to(self, question_id: int) -> tuple[Answer, ...]:
        """Return the answers to a question, oldest first."""
        rows = self._database.rows(
            "SELECT * FROM answer WHERE question_id = :question ORDER BY at, id", {"question": question_id}
        )
        return tuple(_answer(row) for row in rows)

    def write(
        self,
        changes: Changes,
        question_id: int,
        text: str,
        *,
        by_whom: str = "",
        said_at: Millis | None = None,
        request_id: int | None = None,
    ) -> None:
        """Add an answer as a part of a larger write.

        Raises:
            RecordRefused: it is empty or too long.
        """
        row = {
            "uid": new_uid(),
            "question_id": question_id,
            "text": _kept(text),
            "by_whom": kept_line(by_whom, "by-whom"),
            "request_id": request_id,
            "at": changes.at if said_at is None else said_at,
            "changed_at": changes.at,
        }
        changes.add_row(TABLE, row)

    def change(self, answer_id: AnswerId, text: str, *, by_whom: str | None = None, at: Millis) -> Undo:
        """Write an answer down otherwise.

        Raises:
            UnknownRecord: there is no such answer.
            RecordRefused: it is empty or too long.
        """
        with changing(self._database, "vault.answer.change", at=at) as changes:
            before = self._row(answer_id)
            after = {**before, "text": _kept(text), "changed_at": at}
            if by_whom is not None:
                after["by_whom"] = kept_line(by_whom, "by-whom")
            changes.remove_row(TABLE, before)
            changes.add_row(TABLE, after)
            changes.touch("question", before["question_id"])
        return changes.undo()

    def remove(self, answer_id: AnswerId, *, at: Millis) -> Undo:
        """Take an answer away; how far the question is stays as it is.

        Raises:
            UnknownRecord: there is no such answer.
        """
        with changing(self._database, "vault.answer.remove", at=at) as changes:
            before = self._row(answer_id)
            changes.remove_row(TABLE, before)
            changes.touch("question", before["question_id"])
        return changes.undo()

    def _row(self, answer_id: AnswerId) -> RowValues:
        row = self._database.one("SELECT * FROM answer WHERE id = :id", {"id": answer_id})
        if row is None:
            raise UnknownRecord(TABLE)
        return {name: row[name] for name in row.keys()}  # noqa: SIM118  a Row iterates over its values


def _kept(typed: str) -> str:
    return kept_words(typed, TABLE)


def _answer(row: Row) -> Answer:
    return Answer(
        id=AnswerId(row["id"]),
        uid=row["uid"],
        question_id=row["question_id"],
        text=row["text"],
        by_whom=row["by_whom"],
        request_id=row["request_id"],
        at=Millis(row["at"]),
    )
