"""The guard's view of care notes: there while they are unlocked, in step with them, gone with the lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.care_words import words_of_today
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.people import Situation
from tests.helpers.clock import MONDAY
from tests.helpers.vaults import PASSPHRASE, new_care


@pytest.fixture
def care(tmp_path: Path) -> Care:
    care = new_care(tmp_path)
    add(care, "Rosalind")
    return care


def add(care: Care, name: str) -> None:
    vault = care.open()
    vault.people.add(name, at=MONDAY)
    vault.close()


def refusal(care: Care) -> VaultTrouble:
    with pytest.raises(VaultError) as told:
        care.private_words()
    return told.value.kind


def test_a_name_that_was_just_written_is_recognised(care: Care) -> None:
    """What is saved counts from the next question on."""
    assert care.private_words().find("Wilhelmina and Rosalind") != ()
    assert care.private_words().find("Wilhelmina") == ()
    add(care, "Wilhelmina")
    assert care.private_words().find("Wilhelmina") != ()
    care.lock()


def test_it_is_made_once_for_one_state_of_the_notes(care: Care) -> None:
    """Asking again costs a look, not the work; a save wipes what is outdated."""
    first = care.private_words()
    assert care.private_words() is first
    add(care, "Wilhelmina")
    assert care.private_words() is not first
    with pytest.raises(VaultError):
        first.find("Rosalind")
    care.lock()


def test_the_lock_wipes_it(care: Care) -> None:
    """Whoever still holds it is told so; none is made while locked."""
    words = care.private_words()
    care.lock()
    with pytest.raises(VaultError) as told:
        words.find("Rosalind")
    assert told.value.kind is VaultTrouble.LOCKED
    assert refusal(care) is VaultTrouble.LOCKED


def test_another_unlock_wipes_that_of_before(care: Care) -> None:
    """Each unlock has its own."""
    words = care.private_words()
    care.unlock(PASSPHRASE)
    with pytest.raises(VaultError):
        words.find("Rosalind")
    assert care.private_words().find("Rosalind") != ()
    care.lock()


def test_notices_are_compared_with_what_is_taken_and_what_somebody_has_today(care: Care) -> None:
    vault = care.open()
    (mum,) = (person.id for person in vault.people.list())
    dad = vault.people.add("Edmund", at=MONDAY)
    vault.facts.fill(mum, "conditions", "Parkinson's disease", at=MONDAY)
    vault.medicines.add(MedicineText(name="Donepezil", strength="5 mg"), person_id=mum, at=MONDAY)
    vault.medicines.add(MedicineText(name="Thickener"), person_id=None, at=MONDAY)
    stopped = vault.medicines.add(MedicineText(name="Warfarin"), person_id=mum, at=MONDAY)
    vault.medicines.stop(stopped, on="2026-11-22", reason="", at=MONDAY)
    vault.medicines.add(MedicineText(name="Amlodipine"), person_id=dad, at=MONDAY)
    vault.people.set_situation(dad, Situation.DIED, on="2026-11-20", at=MONDAY)
    with words_of_today(care.unlocked, vault, "2026-11-23") as words:
        assert words.find("Recall of donepezil")
        assert words.find("Recall of THICKENER")
        assert words.find("Devices for Parkinson's disease")
        assert not words.find("Recall of warfarin, amlodipine, and a letter from Rosalind")
    with pytest.raises(VaultError):
        words.find("Recall of donepezil")
    vault.close()
    care.lock()
