"""Questions for the care team: in an order, for a visit, with what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.changing import changing
from caregiver_app.vault.changes.kept_notes import check_open
from caregiver_app.vault.changes.kinds import whose
from caregiver_app.vault.changes.ordering import Direction, move, set_order
from caregiver_app.vault.changes.records import Records
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.records.answers import Answers
from caregiver_app.vault.records.citations import Citations
from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.records.question_values import NewQuestion, Question, QuestionId, QuestionState
from caregiver_app.vault.typed.text import kept_line, kept_words

__all__ = ["KIND", "NewQuestion", "Question", "QuestionId", "QuestionState", "Questions"]

KIND = "question"


class Questions:
    """The questions, each person's in an order of their own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._records = Records(database, KIND)
        self._answers = Answers(database)
        self._citations = Citations(database)

    def add(self, new: NewQuestion, *, at: Millis) -> QuestionId:
        """Keep a question, last in the order; one about a note cites what the note cites.

        Raises:
            UnknownRecord: there is no such person, visit or note.
            RecordRefused: it is empty or too long, or its person's notes are kept.
        """
        values = {
            "person_id": new.person_id,
            "text": kept_question(new.text),
            "for_whom": kept_line(new.for_whom, "for-whom"),
            "appointment_id": new.appointment_id,
            "note_id": new.note_id,
        }
        with self._database.write("vault.question.add"):
            check_open(self._database, new.person_id)
            self._check_links(new.appointment_id, new.note_id)
            values["position"] = self._records.last_position() + 1
            question_id = QuestionId(self._records.add(values, at=at))
            for each in () if new.note_id is None else self._citations.of("note", new.note_id):
                self._citations.add(
                    KIND, question_id, library_uid=each.library_uid, title=each.title, address=each.address, at=at
                )
        return question_id

    def get(self, question_id: QuestionId, *, deleted: bool = False) -> Question:
        """Return one, with `deleted` also when recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._question(self._records.row(question_id, deleted=deleted))

    def list(
        self,
        person_id: PersonId | None = None,
        *,
        states: tuple[QuestionState, ...] = (),
        appointment_id: int | None = None,
        limit: int = 1_000,
    ) -> tuple[Question, ...]:
        """Return questions in their order, of one person or of all, in these states or any, for one visit or any."""
        rows = self._database.rows(
            f"""
            SELECT * FROM question WHERE deleted_at IS NULL AND {whose(person_id)}
              AND (:states = '' OR instr(:states, ' ' || state || ' '))
              AND (:appointment IS NULL OR appointment_id = :appointment)
            ORDER BY position, id LIMIT :limit
            """,
            {
                "person": person_id,
                "states": f" {' '.join(states)} " if states else "",
                "appointment": appointment_id,
                "limit": limit,
            },
        )
        return tuple(self._question(row) for row in rows)

    def to_ask(self) -> tuple[Question, ...]:
        """Return the open questions, without those about people for whom prompts have ended."""
        rows = self._database.rows("SELECT id, situation FROM person")
        quiet = {row["id"] for row in rows if Situation(row["situation"]).ends_prompts}
        return tuple(one for one in self.list(states=(QuestionState.OPEN,)) if one.person_id not in quiet)

    def change(
        self, question_id: QuestionId, *, text: str | None = None, for_whom: str | None = None, at: Millis
    ) -> Undo:
        """Ask otherwise, or somebody else.

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: it is empty or too long.
        """
        values: dict[str, object] = {}
        if text is not None:
            values["text"] = kept_question(text)
        if for_whom is not None:
            values["for_whom"] = kept_line(for_whom, "for-whom")
        return self._records.change(question_id, values, at=at)

    def set_state(self, question_id: QuestionId, state: QuestionState, *, at: Millis) -> Undo:
        """Say how far a question is.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.change(question_id, {"state": state.value}, at=at)

    def assign(self, question_id: QuestionId, appointment_id: int | None, *, at: Millis) -> Undo:
        """Say for which visit a question is, None: for none yet.

        Raises:
            UnknownRecord: there is no such question or visit.
        """
        with self._database.write("vault.question.assign"):
            self._check_links(appointment_id, None)
            return self._records.change(question_id, {"appointment_id": appointment_id}, at=at)

    def answer(
        self, question_id: QuestionId, text: str, *, by_whom: str = "", said_at: Millis | None = None, at: Millis
    ) -> Undo:
        """Write down what was answered; the question counts as answered.

        Raises:
            UnknownRecord: there is none with this number.
            RecordRefused: the answer is empty or too long.
        """
        with changing(self._database, "vault.question.answer", at=at) as changes:
            self._records.row(question_id)
            self._answers.write(changes, question_id, text, by_whom=by_whom, said_at=said_at)
            changes.update(KIND, question_id, {"state": QuestionState.ANSWERED.value})
            changes.touch(KIND, question_id)
        return changes.undo()

    def move(self, question_id: QuestionId, way: Direction, *, at: Millis) -> Undo:
        """Move a question by one place in its person's order; nothing happens at its ends.

        Raises:
            UnknownRecord: there is none with this number.
        """
        with changing(self._database, "vault.question.move", at=at) as changes:
            rows = self._in_order(self._records.row(question_id)["person_id"])
            ids, positions = [row["id"] for row in rows], [row["position"] for row in rows]
            move(changes, KIND, ids, positions, moved=question_id, way=way)
        return changes.undo()

    def put_in_order(self, order: tuple[QuestionId, ...], *, at: Millis) -> Undo:
        """Put one person's questions in this order; those that are not named follow in theirs.

        Raises:
            UnknownRecord: one of them is not there, or is about somebody else.
        """
        if not order:
            return Undo()
        with changing(self._database, "vault.question.put-in-order", at=at) as changes:
            rows = self._in_order(self._records.row(order[0])["person_id"])
            ids = [row["id"] for row in rows]
            if not set(order) <= set(ids):
                raise UnknownRecord(KIND)
            wanted = [*dict.fromkeys(order), *(one for one in ids if one not in set(order))]
            set_order(changes, KIND, wanted, [row["position"] for row in rows])
        return changes.undo()

    def delete(self, question_id: QuestionId, *, at: Millis) -> Undo:
        """Put a question among the recently deleted.

        Raises:
            UnknownRecord: there is none with this number.
        """
        return self._records.move_to_deleted(question_id, at=at)

    def restore(self, question_id: QuestionId, *, at: Millis) -> Undo:
        """Take a question back from the recently deleted.

        Raises:
            UnknownRecord: it is gone for good.
        """
        return self._records.take_back(question_id, at=at)

    def _in_order(self, person_id: int | None) -> Sequence[Row]:
        return self._database.rows(
            "SELECT id, position FROM question WHERE deleted_at IS NULL AND person_id IS :person ORDER BY position, id",
            {"person": person_id},
        )

    def _check_links(self, appointment_id: int | None, note_id: int | None) -> None:
        if appointment_id is not None:
            Records(self._database, "appointment").row(appointment_id)
        if note_id is not None:
            Records(self._database, "note").row(note_id)

    def _question(self, row: Row) -> Question:
        return Question(
            id=QuestionId(row["id"]),
            uid=row["uid"],
            person_id=row["person_id"],
            text=row["text"],
            for_whom=row["for_whom"],
            position=row["position"],
            state=QuestionState(row["state"]),
            appointment_id=row["appointment_id"],
            note_id=row["note_id"],
            answers=self._answers.to(row["id"]),
            created_at=Millis(row["created_at"]),
            changed_at=Millis(row["changed_at"]),
            deleted_at=row["deleted_at"],
        )


def kept_question(typed: str) -> str:
    """Return a question as it is kept.

    Raises:
        RecordRefused: it is empty or too long.
    """
    return kept_words(typed, "question")
