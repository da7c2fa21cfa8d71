"""An answer lands beside its question once, by who was asked and nobody else. What is refused leaves nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.vault.exchange.composing import notice
from caregiver_app.vault.letters.answer import AnswerText, AskAnswer, UncheckedAnswer, read_answer, write_answer
from caregiver_app.vault.letters.canonical import canonical
from caregiver_app.vault.letters.request import new_secret
from caregiver_app.vault.letters.sealing import open_sealed, seal_for
from caregiver_app.vault.records.questions import NewQuestion, QuestionState
from tests.helpers.clock import MONDAY
from tests.helpers.exchanging import ANSWERED, TUESDAY, Pair, open_pair

SECRET = new_secret()
UID = "e02b8c4a-7a4f-4c52-9d2b-0a4f5c8a2e11"
TEXTS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=30)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with open_pair(tmp_path) as both:
        yield both


def land(pair: Pair, data: bytes) -> Any:
    landed = pair.family.exchange.take_in(data, at=TUESDAY).landed
    assert landed is not None
    return landed


def trouble_of(pair: Pair, data: bytes) -> AskTrouble:
    """Return why the family refuses a file, and look that nothing of it stayed."""
    before = pair.answers_to(pair.question)
    with pytest.raises(AskError) as told:
        pair.family.exchange.take_in(data, at=TUESDAY)
    assert pair.answers_to(pair.question) == before
    assert ANSWERED not in repr(told.value)
    return told.value.kind


def written_by_somebody(pair: Pair, document: dict[str, object]) -> bytes:
    """Lock a document for the family, as anybody can who has its public key."""
    return seal_for(canonical(document), [pair.family.exchange.identities.own(at=MONDAY)])


def opened(pair: Pair, data: bytes) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(open_sealed(data, pair.family.exchange.identities.opening()))
    return document


def test_an_answer_lands_beside_its_question(pair: Pair) -> None:
    other = pair.family.questions.add(NewQuestion(text="And the diet?", person_id=pair.mum), at=MONDAY)
    file = pair.ask(pair.question, other)
    landed = land(pair, pair.answer(pair.receive(file.data), question=2))
    assert (landed.ask_id, landed.number, landed.by_whom, landed.question_ids, landed.gone) == (
        file.id,
        1,
        "Anna",
        (other,),
        0,
    )
    assert pair.answers_to(other) == [("Anna", ANSWERED)]
    assert pair.answers_to(pair.question) == []
    assert pair.family.questions.get(other).state is QuestionState.ANSWERED
    assert [hit.id for hit in pair.family.searchable.find("pharmacist")] == [other]
    assert pair.family.exchange.asking.get(file.id).answers == 1


def test_it_lands_once(pair: Pair) -> None:
    """The same file, and the same answer locked anew, are told as having come already."""
    received = pair.receive(pair.ask().data)
    file = pair.answer(received)
    land(pair, file)
    assert trouble_of(pair, file) is AskTrouble.REPEATED
    assert trouble_of(pair, pair.nurse.exchange.answering.file(received, 1)) is AskTrouble.REPEATED
    assert pair.answers_to(pair.question) == [("Anna", ANSWERED)]


def test_several_answers_to_one_request_land_in_any_order(pair: Pair) -> None:
    received = pair.receive(pair.ask().data)
    first, second = (pair.answer(received, text) for text in ("First.", "Second."))
    assert (land(pair, second).number, land(pair, first).number) == (2, 1)
    assert {text for _, text in pair.answers_to(pair.question)} == {"First.", "Second."}


def test_an_answer_by_somebody_without_the_secret_is_refused(pair: Pair) -> None:
    """They know the family's key, the request's number and the form of an answer, and still cannot answer."""
    uid = pair.family.exchange.asking.get(pair.ask().id).body.uid
    forged = AskAnswer(request_uid=uid, number=1, notice=notice(""), texts=(AnswerText(question=1, text=ANSWERED),))
    own = pair.family.exchange.identities.own(at=MONDAY)
    assert trouble_of(pair, seal_for(write_answer(forged, new_secret()), [own])) is AskTrouble.FORGED
    assert pair.family.questions.get(pair.question).state is QuestionState.OPEN


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda answer: answer.update(number=2), id="another number"),
        pytest.param(lambda answer: answer["answers"][0].update(question=2), id="another question"),
        pytest.param(lambda answer: answer["answers"][0].update(text="Stop the tablets."), id="another text"),
        pytest.param(lambda answer: answer["answers"].append({"question": 2, "text": "More."}), id="one more text"),
        pytest.param(lambda answer: answer.update(notice="Call me any time."), id="another notice"),
        pytest.param(lambda answer: answer.update(mac="00" * 32), id="another code"),
    ],
)
def test_an_answer_that_was_changed_is_refused(pair: Pair, change: Callable[[dict[str, Any]], None]) -> None:
    other = pair.family.questions.add(NewQuestion(text="And the diet?", person_id=pair.mum), at=MONDAY)
    answer = opened(pair, pair.answer(pair.receive(pair.ask(pair.question, other).data)))
    change(answer)
    assert trouble_of(pair, written_by_somebody(pair, answer)) is AskTrouble.FORGED


def test_an_answer_to_another_request_is_refused(pair: Pair) -> None:
    """An answer that the nurse gave is put into the place of an answer to another request."""
    answer = opened(pair, pair.answer(pair.receive(pair.ask().data)))
    answer["request"] = pair.family.exchange.asking.get(pair.ask().id).body.uid
    assert trouble_of(pair, written_by_somebody(pair, answer)) is AskTrouble.FORGED
    answer["request"] = UID
    assert trouble_of(pair, written_by_somebody(pair, answer)) is AskTrouble.UNKNOWN_REQUEST


def test_an_answer_to_another_family_is_refused(pair: Pair) -> None:
    """It is locked for them; whoever locks it anew for us does not make it ours."""
    answer = pair.answer(pair.receive(pair.ask().data))
    with pytest.raises(AskError) as told:
        pair.nurse.exchange.take_in(answer, at=TUESDAY)
    assert told.value.kind is AskTrouble.NOT_FOR_US
    anew = seal_for(canonical(opened(pair, answer)), [pair.nurse.exchange.identities.own(at=MONDAY)])
    with pytest.raises(AskError) as told:
        pair.nurse.exchange.take_in(anew, at=TUESDAY)
    assert told.value.kind is AskTrouble.UNKNOWN_REQUEST


def test_our_own_request_is_no_answer(pair: Pair) -> None:
    assert trouble_of(pair, pair.ask().data) is AskTrouble.OWN


def test_an_answer_to_what_was_deleted_meanwhile_is_told(pair: Pair) -> None:
    other = pair.family.questions.add(NewQuestion(text="And the diet?", person_id=pair.mum), at=MONDAY)
    received = pair.receive(pair.ask(pair.question, other).data)
    pair.family.erasing.delete_for_good("question", other)
    pair.family.questions.delete(pair.question, at=MONDAY)
    landed = land(pair, pair.answer(received, question=2))
    assert (landed.question_ids, landed.gone) == ((), 1)
    landed = land(pair, pair.answer(received))
    assert (landed.question_ids, landed.gone) == ((), 1)
    pair.family.questions.restore(pair.question, at=TUESDAY)
    assert pair.answers_to(pair.question) == [("Anna", ANSWERED)]


def test_an_answer_is_by_the_name_under_which_we_know_who_was_asked(pair: Pair) -> None:
    """Whatever they call themselves, and whoever was removed meanwhile."""
    received = pair.receive(pair.ask().data)
    pair.family.exchange.correspondents.rename(pair.anna, "Somebody else", at=MONDAY)
    pair.family.exchange.correspondents.remove(pair.anna, at=MONDAY)
    land(pair, pair.answer(received))
    assert pair.answers_to(pair.question) == [("Anna", ANSWERED)]


def test_markup_and_links_in_an_answer_are_text(pair: Pair) -> None:
    text = '<img src="https://example.org/x.png"> [a](javascript:x)'
    land(pair, pair.answer(pair.receive(pair.ask().data), text))
    assert pair.answers_to(pair.question) == [("Anna", text)]


def test_a_control_character_in_an_answer_is_refused(pair: Pair) -> None:
    answer = opened(pair, pair.answer(pair.receive(pair.ask().data)))
    answer["answers"][0]["text"] = "\x1b]0;owned\x07"
    assert trouble_of(pair, written_by_somebody(pair, answer)) is AskTrouble.DAMAGED


@given(st.lists(st.tuples(st.integers(1, 100), TEXTS), min_size=1, max_size=5, unique_by=lambda each: each[0]))
def test_any_answer_is_read_as_it_was_written(texts: list[tuple[int, str]]) -> None:
    answer = AskAnswer(
        request_uid=UID,
        number=1,
        notice=notice(""),
        texts=tuple(AnswerText(question=question, text=text) for question, text in texts),
    )
    unchecked = read_answer(json.loads(write_answer(answer, SECRET)))
    assert unchecked.checked(SECRET) == answer
    with pytest.raises(AskError):
        unchecked.checked(new_secret())


def test_an_answer_that_nobody_checked_shows_nothing() -> None:
    answer = AskAnswer(request_uid=UID, number=1, notice=notice(""), texts=(AnswerText(question=1, text=ANSWERED),))
    unchecked = read_answer(json.loads(write_answer(answer, SECRET)))
    assert isinstance(unchecked, UncheckedAnswer)
    assert ANSWERED not in repr(unchecked)
