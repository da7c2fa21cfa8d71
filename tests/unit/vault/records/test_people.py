"""People are named, ordered, and their situation ends what it ends."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import RecordRefused, RecordTrouble, UnknownRecord
from caregiver_app.vault.records.people import Consent, Situation
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family, later


def test_people_stand_in_the_order_in_which_they_were_put(vault: Vault, family: Family) -> None:
    vault.people.add("Aunt", at=later())
    assert [person.name for person in vault.people.list()] == ["Mum", "Dad", "Aunt"]


def test_somebody_is_found_by_name_whatever_the_case(vault: Vault, family: Family) -> None:
    assert vault.people.named(" mUM ").id == family.mum
    with pytest.raises(UnknownRecord):
        vault.people.named("Nobody")


@pytest.mark.parametrize("name", ["", "  \n ", "\x00\ufeff"])
def test_a_person_has_a_name(vault: Vault, name: str) -> None:
    with pytest.raises(RecordRefused) as told:
        vault.people.add(name, at=later())
    assert told.value.kind is RecordTrouble.EMPTY


def test_consent_and_what_matters_are_kept_in_words(vault: Vault, family: Family) -> None:
    vault.people.set_consent(family.mum, Consent.DECIDED_FOR_THEM, note="Her children", at=later())
    vault.people.set_matters(family.mum, "The garden.\nChurch on Sundays.", at=later())
    person = vault.people.get(family.mum)
    assert (person.consent, person.consent_note) == (Consent.DECIDED_FOR_THEM, "Her children")
    assert person.matters == "The garden.\nChurch on Sundays."


def test_whoever_is_deleted_is_neither_listed_nor_found_and_comes_back_whole(vault: Vault, family: Family) -> None:
    vault.people.delete(family.mum, at=later())
    assert [person.name for person in vault.people.list()] == ["Dad"]
    assert vault.searchable.find("café") == ()
    assert {entry.person_id for entry in vault.timeline.page()} == {family.dad}
    assert vault.notes.list() == ()
    assert vault.medicines.list() == ()
    assert [question.person_id for question in vault.questions.list()] == [family.dad]
    assert [contact.text.name for contact in vault.contacts.list()] == ["Neighbour Joe"]
    vault.people.restore(family.mum, at=later(61))
    assert [hit.id for hit in vault.searchable.find("café")] == [family.notes[0]]
    assert len(vault.notes.list(family.mum)) == 2


def test_a_situation_ends_prompts_and_deletes_nothing(vault: Vault, family: Family) -> None:
    now = later(-30)
    assert [one.id for one in vault.appointments.upcoming(now=now)] == [family.visit]
    assert [one.id for one in vault.chases.to_do()] == [family.chase]
    vault.people.set_situation(family.mum, Situation.IN_HOSPITAL, on="2026-11-20", at=later())
    assert vault.appointments.upcoming(now=now) == ()
    assert vault.chases.to_do() == ()
    assert [one.id for one in vault.questions.to_ask()] == [family.questions[2]]
    assert [one.id for one in vault.appointments.list(family.mum)] == [family.visit]
    person = vault.people.get(family.mum)
    assert (person.situation, person.situation_on) == (Situation.IN_HOSPITAL, "2026-11-20")
    assert not person.situation.is_over


def test_a_day_that_is_none_is_refused(vault: Vault, family: Family) -> None:
    with pytest.raises(RecordRefused) as told:
        vault.people.set_situation(family.mum, Situation.DIED, on="2026-02-30", at=later())
    assert told.value.kind is RecordTrouble.DATE
