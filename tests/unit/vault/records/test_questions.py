"""Questions keep their order, their answers and the visit they are for."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import RecordRefused, RecordTrouble, UnknownRecord
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.records.answers import AnswerId
from caregiver_app.vault.records.appointments import AppointmentId
from caregiver_app.vault.records.question_picker import Occasion, ready_questions
from caregiver_app.vault.records.questions import NewQuestion, QuestionId, QuestionState
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family, later


def texts(vault: Vault, family: Family) -> list[str]:
    return [question.text for question in vault.questions.list(family.mum)]


def test_each_persons_questions_have_an_order_of_their_own(vault: Vault, family: Family) -> None:
    third = vault.questions.add(NewQuestion(text="Third?", person_id=family.mum), at=later())
    vault.questions.move(third, Direction.UP, at=later())
    assert texts(vault, family) == ["Why the swollen feet?", "Third?", "Is she safe alone?"]
    vault.questions.move(third, Direction.UP, at=later())
    vault.questions.move(third, Direction.UP, at=later())
    assert texts(vault, family) == ["Third?", "Why the swollen feet?", "Is she safe alone?"]
    vault.questions.move(family.questions[1], Direction.DOWN, at=later())
    assert texts(vault, family)[-1] == "Is she safe alone?"
    assert [question.text for question in vault.questions.list(family.dad)] == ["What about the stairs?"]


def test_questions_are_put_in_a_whole_order(vault: Vault, family: Family) -> None:
    vault.questions.put_in_order((family.questions[1],), at=later())
    assert texts(vault, family) == ["Is she safe alone?", "Why the swollen feet?"]
    with pytest.raises(UnknownRecord):
        vault.questions.put_in_order((family.questions[0], family.questions[2]), at=later())


def test_an_answer_stands_beside_its_question_with_who_and_when(vault: Vault, family: Family) -> None:
    question = family.questions[0]
    vault.questions.answer(question, "Less salt", by_whom="Dr Rowe", said_at=later(-90), at=later())
    vault.questions.answer(question, "And raise the feet", by_whom="Nurse", at=later(61))
    kept = vault.questions.get(question)
    assert kept.state is QuestionState.ANSWERED
    assert [(one.text, one.by_whom, one.at) for one in kept.answers] == [
        ("Less salt", "Dr Rowe", later(-90)),
        ("And raise the feet", "Nurse", later(61)),
    ]
    assert [hit.id for hit in vault.searchable.find("raise")] == [question]


def test_an_answer_is_changed_and_taken_away(vault: Vault, family: Family) -> None:
    question = family.questions[0]
    vault.questions.answer(question, "Less salt", at=later())
    answer = vault.questions.get(question).answers[0].id
    undo = vault.answers.change(answer, "Much less salt", by_whom="Nurse", at=later(61))
    assert vault.questions.get(question).answers[0].text == "Much less salt"
    vault.put_back(undo, at=later(62))
    assert vault.questions.get(question).answers[0].text == "Less salt"
    undo = vault.answers.remove(answer, at=later(63))
    assert vault.questions.get(question).answers == ()
    assert vault.searchable.find("salt") == ()
    vault.put_back(undo, at=later(64))
    assert [hit.id for hit in vault.searchable.find("salt")] == [question]
    with pytest.raises(UnknownRecord):
        vault.answers.remove(AnswerId(99), at=later(65))


def test_questions_are_chosen_by_state_and_visit(vault: Vault, family: Family) -> None:
    vault.questions.set_state(family.questions[0], QuestionState.ASKED, at=later())
    open_ones = vault.questions.list(states=(QuestionState.OPEN,))
    assert [question.id for question in open_ones] == [family.questions[1], family.questions[2]]
    assert [one.id for one in vault.questions.list(appointment_id=family.visit)] == [family.questions[1]]
    vault.questions.assign(family.questions[1], None, at=later())
    assert vault.questions.list(appointment_id=family.visit) == ()


def test_a_question_remembers_the_note_it_came_from(vault: Vault, family: Family) -> None:
    """It outlives the note."""
    assert vault.questions.get(family.questions[0]).note_id == family.notes[0]
    vault.erasing.delete_for_good("note", family.notes[0])
    assert vault.questions.get(family.questions[0]).note_id is None


def test_what_is_not_there_is_told(vault: Vault, family: Family) -> None:
    for attempt in (
        lambda: vault.questions.get(QuestionId(99)),
        lambda: vault.questions.add(NewQuestion(text="x", note_id=99), at=later()),
        lambda: vault.questions.assign(family.questions[0], AppointmentId(99), at=later()),
        lambda: vault.questions.answer(QuestionId(99), "x", at=later()),
        lambda: vault.questions.move(QuestionId(99), Direction.UP, at=later()),
    ):
        with pytest.raises(UnknownRecord):
            attempt()


@pytest.mark.parametrize("typed", ["", "   ", "\x00"])
def test_an_empty_question_or_answer_is_refused(vault: Vault, family: Family, typed: str) -> None:
    for attempt in (
        lambda: vault.questions.add(NewQuestion(text=typed), at=later()),
        lambda: vault.questions.answer(family.questions[0], typed, at=later()),
    ):
        with pytest.raises(RecordRefused) as told:
            attempt()
        assert told.value.kind is RecordTrouble.EMPTY
    assert vault.questions.get(family.questions[0]).state is QuestionState.OPEN


def test_ready_questions_are_there_for_each_occasion() -> None:
    ready = ready_questions()
    assert [one.occasion for one in ready] == list(Occasion)
    assert all(one.label and len(one.questions) >= 4 for one in ready)
    every = [question for one in ready for question in one.questions]
    assert len(set(every)) == len(every)
    assert all(question.endswith("?") for question in every)
