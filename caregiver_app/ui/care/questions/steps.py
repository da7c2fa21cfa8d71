"""What can be done with questions, as steps of the notes' own thread."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDone
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.changes.undoing import Undo, joined
from caregiver_app.vault.records.answers import Answer
from caregiver_app.vault.records.appointments import AppointmentId
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import NewQuestion, QuestionId, QuestionState
from caregiver_app.vault.store import Vault

_MOVING = (QuestionState.OPEN, QuestionState.ASKED)


def set_state(vault: Vault, question_id: QuestionId, state: QuestionState, *, at: Millis) -> CareDone | None:
    """Say how far a question is."""
    words = {
        QuestionState.OPEN: _("The question is to be asked."),
        QuestionState.ASKED: _("Marked as asked."),
        QuestionState.ANSWERED: _("Marked as answered."),
        QuestionState.SET_ASIDE: _("Set the question aside."),
    }
    undo = vault.questions.set_state(question_id, state, at=at)
    return CareDone(text=words[state], undo=undo, icon=Icon.QUESTION) if undo else None


def move_question(vault: Vault, question_id: QuestionId, way: Direction, *, at: Millis) -> CareDone | None:
    """Move a question by one place among those of its person that wait; None at the ends."""
    person_id = vault.questions.get(question_id).person_id
    theirs = [one for one in vault.questions.list() if one.person_id == person_id]
    waiting = [one.id for one in theirs if one.state in _MOVING]
    here = waiting.index(question_id) if question_id in waiting else -1
    there = here + way
    if here < 0 or not 0 <= there < len(waiting):
        return None
    other = {question_id: waiting[there], waiting[there]: question_id}
    order = tuple(other.get(one.id, one.id) for one in theirs)
    undo = vault.questions.put_in_order(order, at=at)
    words = _("Moved the question up.") if way is Direction.UP else _("Moved the question down.")
    return CareDone(text=words, undo=undo, icon=Icon.QUESTION) if undo else None


def write_answer(
    vault: Vault, question_id: QuestionId, text: str, *, by_whom: str, said_at: Millis | None, at: Millis
) -> CareDone:
    """Write down what was answered."""
    undo = vault.questions.answer(question_id, text, by_whom=by_whom, said_at=said_at, at=at)
    return CareDone(text=_("Answer kept."), undo=undo, icon=Icon.CHECK)


def change_answer(vault: Vault, answer: Answer, text: str, *, by_whom: str, at: Millis) -> CareDone | None:
    """Write an answer down otherwise."""
    undo = vault.answers.change(answer.id, text, by_whom=by_whom, at=at)
    return CareDone(text=_("Saved what you changed."), undo=undo, icon=Icon.CHECK) if undo else None


def remove_answer(vault: Vault, answer: Answer, *, at: Millis) -> CareDone:
    """Take an answer away; with the last one the question is to be asked again."""
    question_id = QuestionId(answer.question_id)
    with vault.write("vault.answer.remove-and-reopen"):
        steps: list[Undo] = [vault.answers.remove(answer.id, at=at)]
        if not vault.answers.to(question_id):
            steps.append(vault.questions.set_state(question_id, QuestionState.ASKED, at=at))
    return CareDone(text=_("Took the answer away."), undo=joined(steps), icon=Icon.TRASH)


def delete_question(vault: Vault, question_id: QuestionId, *, at: Millis) -> CareDone:
    """Put a question among the recently deleted."""
    undo = vault.questions.delete(question_id, at=at)
    return CareDone(text=_("Deleted the question."), undo=undo, icon=Icon.TRASH)


def add_ready(
    vault: Vault,
    texts: Sequence[str],
    *,
    person_id: PersonId | None,
    appointment_id: AppointmentId | None,
    at: Millis,
) -> CareDone:
    """Keep ready questions that were picked, all of them or none."""
    with vault.write("vault.question.add-ready"):
        ids = [
            vault.questions.add(NewQuestion(text=text, person_id=person_id, appointment_id=appointment_id), at=at)
            for text in texts
        ]
    words = ngettext("Added {count} question.", "Added {count} questions.", len(ids))

    def take_back(notes: Vault, then: Millis) -> Undo:
        with notes.write("vault.question.take-back"):
            return joined([notes.questions.delete(one, at=then) for one in ids])

    return CareDone(text=words.format(count=format_number(len(ids))), undo=take_back, icon=Icon.QUESTION)
