"""What open care notes say of today, as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.today import HIDDEN, SHOWN_APPOINTMENTS, SHOWN_QUESTIONS, TodayOfNotes
from caregiver_app.model.time import Millis
from caregiver_app.model.today import TodayPrivate
from caregiver_app.vault.records.appointments import AppointmentState, NewAppointment
from caregiver_app.vault.records.chases import NewChase
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.records.questions import NewQuestion, QuestionState
from caregiver_app.vault.store import Vault
from tests.helpers.a_week import QUESTIONS, a_week
from tests.helpers.care_notes import open_notes
from tests.helpers.clock import MONDAY

DAY = 24 * 3600 * 1000


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = open_notes(tmp_path).vault
    yield vault
    vault.close()


def today(vault: Vault) -> TodayPrivate:
    return TodayOfNotes(vault)


def test_a_week_is_told_with_what_is_ready_for_each_visit(vault: Vault) -> None:
    a_week(vault)
    found = today(vault).read(now=MONDAY)
    assert [(one.title, one.questions, one.person) for one in found.coming] == [
        ("Memory clinic review", 3, ""),
        ("District nurse visit", 0, ""),
    ]
    assert tuple(one.text for one in found.questions) == QUESTIONS
    assert [(one.what, one.who, one.by_date) for one in found.chases] == [
        ("Letter about the blood test", "Surgery", "2026-11-20")
    ]
    assert found.kept_since == MONDAY


def test_new_notes_have_nothing_and_nothing_to_lose(vault: Vault) -> None:
    found = today(vault).read(now=MONDAY)
    assert (found.coming, found.questions, found.chases, found.kept_since) == ((), (), (), None)


def test_hidden_cards_carry_no_word(vault: Vault) -> None:
    a_week(vault)
    vault.settings.set(HIDDEN, True)
    found = today(vault).read(now=MONDAY)
    assert found.hidden
    assert (found.coming, found.questions, found.chases) == ((), (), ())
    assert found.kept_since == MONDAY


def test_only_the_first_are_told_and_all_are_counted(vault: Vault) -> None:
    for number in range(8):
        vault.questions.add(NewQuestion(text=f"Question {number}"), at=MONDAY)
        vault.appointments.add(
            NewAppointment(title=f"Visit {number}", starts=f"2026-12-0{number + 1}T10:00", zone="UTC"), at=MONDAY
        )
    found = today(vault).read(now=MONDAY)
    assert (len(found.questions), found.question_count) == (SHOWN_QUESTIONS, 8)
    assert len(found.coming) == SHOWN_APPOINTMENTS


def test_what_is_over_cancelled_asked_or_done_is_not_told(vault: Vault) -> None:
    a_week(vault)
    vault.appointments.set_state(vault.appointments.list()[1].id, AppointmentState.CANCELLED, at=MONDAY)
    vault.questions.set_state(vault.questions.list()[0].id, QuestionState.ASKED, at=MONDAY)
    vault.chases.set_done(vault.chases.list()[0].id, True, at=MONDAY)
    found = today(vault).read(now=Millis(MONDAY + DAY))
    assert (found.coming, found.chases) == ((), ())
    assert tuple(one.text for one in found.questions) == QUESTIONS[1:]


@pytest.mark.parametrize("situation", [one for one in Situation if one.ends_prompts])
def test_people_whose_care_changed_bring_nothing(vault: Vault, situation: Situation) -> None:
    a_week(vault)
    person = vault.people.list()[0].id
    vault.people.set_situation(person, situation, on=None, at=MONDAY)
    found = today(vault).read(now=MONDAY)
    assert (found.coming, found.questions, found.chases) == ((), (), ())


def test_names_are_said_only_where_there_is_more_than_one(vault: Vault) -> None:
    a_week(vault)
    other = vault.people.add("Dad", at=MONDAY)
    vault.chases.add(NewChase(what="Walking frame", person_id=other), at=MONDAY)
    found = today(vault).read(now=MONDAY)
    assert {one.person for one in found.coming} == {"Mum"}
    assert {one.person for one in found.chases} == {"Mum", "Dad"}


def test_no_word_is_in_what_a_traceback_or_a_log_would_show(vault: Vault) -> None:
    a_week(vault)
    found = today(vault).read(now=MONDAY)
    shown = "".join(map(repr, (found, *found.coming, *found.questions, *found.chases)))
    for word in ("Memory", "Osei", "Northfield", "tablets", "blood", "Surgery"):
        assert word not in shown
