"""What goes to a nurse and comes back may end anywhere: no file that the notes do not know of, each answer once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from caregiver_app.model.errors import AskError, AskTrouble
from caregiver_app.vault.exchange.answering import ReceivedId
from caregiver_app.vault.letters.file import ANSWER_NAME, REQUEST_NAME
from caregiver_app.vault.records.questions import QuestionId, QuestionState
from tests.helpers.exchanging import ANSWERED, TUESDAY, WHY, new_vault, open_pair
from tests.helpers.faults import EVERY, crash_everywhere

QUESTION = QuestionId(1)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A folder with a family and a nurse who know each other, a request and its answer as files."""
    folder = tmp_path / "data"
    folder.mkdir()
    with open_pair(folder) as pair:
        (folder / REQUEST_NAME).write_bytes(pair.ask().data)
    return folder


@EVERY
def test_no_request_goes_that_is_not_written_down(tmp_path: Path, every: bool) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    with open_pair(folder):
        pass

    def check(folder: Path, told: Sequence[str]) -> None:
        vault = new_vault(folder / "family.db")
        asked, left = vault.exchange.asking.list(), vault.disclosures.list()
        assert len(asked) == len(left) <= 1
        assert len(asked) >= ((folder / REQUEST_NAME).exists() or bool(told))
        for each in asked:
            assert vault.exchange.asking.again(each.id, WHY, at=TUESDAY).data
        vault.close()

    assert crash_everywhere("ask_the_nurse", folder, check, every=every) > 3


@EVERY
def test_no_answer_goes_that_is_not_written_down(template: Path, every: bool) -> None:
    def check(folder: Path, told: Sequence[str]) -> None:
        vault = new_vault(folder / "nurse.db")
        received = vault.exchange.answering.list()
        given = [each.number for request in received for each in request.given]
        assert len(received) in (int("taken in" in told), 1)
        assert given in ([], [1])
        assert len(given) >= ((folder / ANSWER_NAME).exists() or "answered" in told)
        if given:
            assert vault.exchange.answering.file(ReceivedId(received[0].id), 1)
        vault.close()

    assert crash_everywhere("answer_the_family", template, check, every=every) > 5


@EVERY
def test_an_answer_lands_exactly_once(template: Path, every: bool) -> None:
    """After a kill at any place the answer is there whole or not at all; a second import makes it one, never two."""
    nurse = new_vault(template / "nurse.db")
    received = nurse.exchange.take_in((template / REQUEST_NAME).read_bytes(), at=TUESDAY).received
    assert received is not None
    number = nurse.exchange.answering.answer(received, {1: ANSWERED}, notice="Not for urgent questions.", at=TUESDAY)
    (template / ANSWER_NAME).write_bytes(nurse.exchange.answering.file(received, number))
    nurse.close()

    def check(folder: Path, told: Sequence[str]) -> None:
        vault = new_vault(folder / "family.db")
        landed = len(vault.answers.to(QUESTION))
        assert landed in (len(told), 1)
        assert vault.exchange.asking.list()[0].answers == landed
        assert (vault.questions.get(QUESTION).state is QuestionState.ANSWERED) == bool(landed)
        data = (folder / ANSWER_NAME).read_bytes()
        if not landed:
            vault.exchange.take_in(data, at=TUESDAY)
        with pytest.raises(AskError) as refused:
            vault.exchange.take_in(data, at=TUESDAY)
        assert refused.value.kind is AskTrouble.REPEATED
        assert [(each.by_whom, each.text) for each in vault.answers.to(QUESTION)] == [("Anna", ANSWERED)]
        vault.close()

    assert crash_everywhere("take_the_answer_in", template, check, every=every) > 1
