"""The guard with what a computer knows: the person's country, the helplines, and open or locked care notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.guard import FindingKind, Level
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.records.contacts import ContactText, Phone
from caregiver_app.vault.records.medicines import MedicineText
from tests.helpers.clock import MONDAY
from tests.helpers.vaults import PASSPHRASE, open_made_care

WRITTEN = {
    "Rosalind": ("Rosalind", "ROSALIND", "rosalind's", "Rosalinds"),
    "Zoë Núñez": ("Zoe Nunez", "ZOË NÚÑEZ", "zoe\u0308 nun\u0303ez", "Zoë", "Núñez's"),
    "Amlodipine 5 mg": ("amlodipine", "AMLODIPINE", "Amlodipines"),
    "Señora Ibáñez": ("Ibanez", "IBÁÑEZ", "ibáñez"),
}
"""What stands in the notes, and how a person may write it."""


@pytest.fixture
def care(tmp_path: Path) -> Care:
    care = open_made_care(tmp_path / "data")
    vault = care.open()
    vault.people.add("Rosalind", at=MONDAY)
    vault.people.add("Zoë Núñez", at=MONDAY)
    vault.medicines.add(MedicineText(name="Amlodipine 5 mg"), at=MONDAY)
    vault.contacts.add(ContactText(name="Señora Ibáñez", phones=(Phone(number="+44 1632 960123"),)), at=MONDAY)
    vault.close()
    return care


def test_words_of_open_notes_are_found_in_every_form_a_person_may_write(care: Care) -> None:
    guarding = Guarding(care)
    for forms in WRITTEN.values():
        for form in forms:
            text = f"Today {form} was fine."
            findings = guarding.look(text)
            assert [each.kind for each in findings] == [FindingKind.PRIVATE_WORD], form
            assert findings[0].level is Level.STOP
            assert form.startswith(findings[0].text), form
    care.lock()


def test_a_phone_number_of_the_notes_is_found_however_it_is_grouped(care: Care) -> None:
    for written in ("01632 960123", "(01632) 960 123", "+441632960123"):
        findings = Guarding(care).look(f"It is {written} there.")
        assert [each.level for each in findings] == [Level.STOP], written
    care.lock()


def test_locked_notes_are_one_finding_that_stands_first(care: Care) -> None:
    care.lock()
    first, second = Guarding(care).look("My mother Rosalind sleeps.")
    assert (first.kind, first.start, first.end, first.text) == (FindingKind.PRIVATE_WORDS_UNCHECKED, 0, 0, "")
    assert first.level is Level.STOP
    assert (second.kind, second.text) == (FindingKind.NAME, "Rosalind")
    assert [each.kind for each in Guarding(care).look("")] == [FindingKind.PRIVATE_WORDS_UNCHECKED]


def test_unlocked_again_they_are_looked_for_again(care: Care) -> None:
    guarding = Guarding(care)
    care.lock()
    guarding.look("Rosalind")
    care.unlock(PASSPHRASE)
    assert [each.kind for each in guarding.look("Rosalind")] == [FindingKind.PRIVATE_WORD]
    care.lock()


@pytest.fixture
def without_notes(tmp_path: Path) -> Guarding:
    return Guarding(Care(Paths(data_dir=tmp_path), SystemClock()))


def test_without_care_notes_nothing_is_unchecked_and_nothing_is_made(without_notes: Guarding, tmp_path: Path) -> None:
    assert without_notes.look("Drink enough.") == ()
    assert list(tmp_path.iterdir()) == []


def test_numbers_are_read_as_in_the_country_of_the_person(without_notes: Guarding) -> None:
    assert without_notes.look("612 345 670") == ()
    assert [each.kind for each in without_notes.look("612 345 670", country="ES")] == [FindingKind.PHONE]


def test_a_country_that_is_none_changes_nothing(without_notes: Guarding) -> None:
    assert [each.kind for each in without_notes.look("07911 123456", country="XX")] == [FindingKind.PHONE]


def test_helplines_that_ship_pass_and_private_links_do_not(without_notes: Guarding) -> None:
    assert without_notes.look("Call Samaritans on 116 123 or 1-800-799-7233.") == ()
    (finding,) = without_notes.look("https://news.example.org/feed?key=b7Qz81LmPf30xVtR")
    assert finding.kind is FindingKind.PRIVATE_LINK
