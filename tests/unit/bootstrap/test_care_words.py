"""The guard's view of care notes: there while they are unlocked, in step with them, gone with the lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.model.errors import VaultError, VaultTrouble
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
