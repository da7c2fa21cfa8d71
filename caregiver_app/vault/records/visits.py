"""After the visit: what came of it, what was decided, what was answered, what to chase; written down in one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database
from caregiver_app.vault.changes.undoing import Undo, added, joined
from caregiver_app.vault.records.appointments import AppointmentId, Appointments, AppointmentState
from caregiver_app.vault.records.chases import KIND as CHASE
from caregiver_app.vault.records.chases import ChaseId, Chases, NewChase
from caregiver_app.vault.records.questions import QuestionId, Questions, QuestionState


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterVisit:
    """What is written down after a visit. `asked` are questions that were asked and got no answer."""

    outcome: str = field(default="", repr=False)
    decisions: str = field(default="", repr=False)
    answers: Mapping[QuestionId, str] = field(default_factory=dict, repr=False)
    answered_by: str = field(default="", repr=False)
    asked: tuple[QuestionId, ...] = ()
    chases: tuple[NewChase, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenUp:
    """What `write_up` did."""

    undo: Undo
    chases: tuple[ChaseId, ...]


class Visits:
    """Writes visits up."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._appointments = Appointments(database)
        self._questions = Questions(database)
        self._chases = Chases(database)

    def write_up(self, appointment_id: AppointmentId, after: AfterVisit, *, at: Millis) -> WrittenUp:
        """Write down what came of a visit, all of it or nothing; the visit counts as done.

        Raises:
            UnknownRecord: the visit or one of the questions is not there.
            RecordRefused: something does not fit.
        """
        said_at = self._appointments.get(appointment_id).starts.instant()
        with self._database.write("vault.visit.write-up"):
            undos = [
                self._appointments.change(appointment_id, outcome=after.outcome, decisions=after.decisions, at=at),
                self._appointments.set_state(appointment_id, AppointmentState.DONE, at=at),
                *(
                    self._questions.answer(question, text, by_whom=after.answered_by, said_at=said_at, at=at)
                    for question, text in after.answers.items()
                ),
                *(self._questions.set_state(question, QuestionState.ASKED, at=at) for question in after.asked),
            ]
            chases = tuple(self._chases.add(_of_visit(chase, appointment_id), at=at) for chase in after.chases)
            undos += (added(self._database, CHASE, chase_id) for chase_id in chases)
        return WrittenUp(undo=joined(undos), chases=chases)


def _of_visit(chase: NewChase, appointment_id: AppointmentId) -> NewChase:
    return NewChase(
        what=chase.what,
        person_id=chase.person_id,
        appointment_id=appointment_id,
        who=chase.who,
        by_date=chase.by_date,
    )
