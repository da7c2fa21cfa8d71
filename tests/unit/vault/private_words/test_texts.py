"""What of the care notes the guard recognises: the words of records, not what everybody says."""

from __future__ import annotations

import pytest

from caregiver_app.model.private import PrivateKind
from caregiver_app.vault.forms.fields import FIELDS, FieldKind
from caregiver_app.vault.private_words.matcher import PrivateMatcher
from caregiver_app.vault.private_words.texts import _FACTS
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.contacts import ContactText, Phone
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY

FACTS = {
    "full-name": "Rosalind Achterberg",
    "known-as": "Roz",
    "birth-date": "1941-03-07",
    "health-number": "943 476 5919",
    "address": "14 Mill Lane\nOtley",
    "phone": "020 7946 0958",
    "conditions": "Vascular dementia\nType 2 diabetes",
    "allergies": "Penicillin: a rash",
    "doctor": "Dr Imogen Rowe, Mill Street Surgery",
    "important-people": "Her sister Wilhelmina 01632 960007\nshe always asks for the neighbours from before the war",
}

TELLS_NOBODY = frozenset(
    "languages hearing-aids glasses dentures likes dislikes concerns take-along log-columns".split()
)


@pytest.fixture
def person(vault: Vault) -> PersonId:
    person = vault.people.add("Mum", at=MONDAY)
    vault.facts.fill_many(person, FACTS, at=MONDAY)
    doctor = ContactText(
        name="Nurse Karolina Pham",
        phones=(Phone(number="01632 960001"), Phone(number="01632 960002")),
        email="k.pham@clinic.example",
        address="3 Abbey Walk\nIlkley",
    )
    vault.contacts.add(doctor, person_id=person, at=MONDAY)
    vault.medicines.add(MedicineText(name="Amlodipine 5 mg tablets", by_whom="Dr Okonjo"), person_id=person, at=MONDAY)
    visit = NewAppointment(
        title="Check", starts="2026-11-23T14:30", zone="Europe/London", place="Fernleigh House", with_whom="Dr Sandoval"
    )
    vault.appointments.add(visit, at=MONDAY)
    vault.notes.add(NewNote(text="A quiet day", author="Benedict"), at=MONDAY)
    return person


def found(vault: Vault, text: str) -> list[tuple[str, PrivateKind]]:
    matcher = PrivateMatcher(bytes(32), vault.private_texts.all())
    return [(text[hit.start : hit.end], hit.kind) for hit in matcher.find(text)]


@pytest.mark.parametrize(
    ("text", "hit", "kind"),
    [
        ("ask Rosalind", "Rosalind", PrivateKind.NAME),
        ("ACHTERBERG said", "ACHTERBERG", PrivateKind.NAME),
        ("for Roz's tea", "Roz's", PrivateKind.NAME),
        ("born 7 March 1941", "7 March 1941", PrivateKind.DATE),
        ("number 9434765919", "9434765919", PrivateKind.NUMBER),
        ("at 14 mill lane", "14 mill lane", PrivateKind.ADDRESS),
        ("near Otley", "Otley", PrivateKind.PLACE),
        ("ring +44 20 7946 0958", "+44 20 7946 0958", PrivateKind.PHONE),
        ("has vascular dementia now", "vascular dementia", PrivateKind.CONDITION),
        ("allergic to penicillin", "penicillin", PrivateKind.CONDITION),
        ("saw Imogen", "Imogen", PrivateKind.NAME),
        ("at the Mill Street surgery", "Mill Street surgery", PrivateKind.NAME),
        ("and Wilhelmina too", "Wilhelmina", PrivateKind.NAME),
        ("or 01632 960007", "01632 960007", PrivateKind.PHONE),
        ("ask Karolina", "Karolina", PrivateKind.NAME),
        ("or 01632 960002", "01632 960002", PrivateKind.PHONE),
        ("to k.pham@clinic.example", "k.pham@clinic.example", PrivateKind.ADDRESS),
        ("at 3 Abbey Walk", "3 Abbey Walk", PrivateKind.ADDRESS),
        ("amlodipine again", "amlodipine", PrivateKind.MEDICINE),
        ("Dr Okonjo says", "Dr Okonjo", PrivateKind.NAME),
        ("to Sandoval", "Sandoval", PrivateKind.NAME),
        ("in Fernleigh House", "Fernleigh House", PrivateKind.PLACE),
        ("says Benedict", "Benedict", PrivateKind.NAME),
    ],
)
@pytest.mark.usefixtures("person")
def test_words_of_records_are_recognised(vault: Vault, text: str, hit: str, kind: PrivateKind) -> None:
    """Each kind of field gives its words, whole and in the pieces of which one speaks."""
    assert found(vault, text) == [(hit, kind)]


@pytest.mark.usefixtures("person")
def test_what_everybody_says_is_not_private(vault: Vault) -> None:
    """Mum, the nurse, a street and a house pass: who is warned of them learns to pass over warnings."""
    assert found(vault, "Mum and her sister asked the nurse in the surgery, then the doctor, about the war") == []
    assert found(vault, "a house in a street, the mill, a lane, tablets and a rash") == [
        ("a rash", PrivateKind.CONDITION)
    ]


def test_what_was_deleted_stays_private_until_it_is_gone(vault: Vault, person: PersonId) -> None:
    """Deleting somebody does not open a way out for their name."""
    vault.people.delete(person, at=MONDAY)
    assert found(vault, "Rosalind") == [("Rosalind", PrivateKind.NAME)]


def test_empty_notes_have_no_private_word(vault: Vault) -> None:
    """Nothing written, nothing recognised."""
    assert vault.private_texts.all() == ()


def test_fields_of_forms_are_known(vault: Vault) -> None:
    """Every field that gives words is a field of a form, and every short one gives some, or is named here."""
    assert set(_FACTS) <= set(FIELDS)
    short = {name for name, kind in FIELDS.items() if kind in (FieldKind.LINE, FieldKind.DATE, FieldKind.LIST)}
    assert short - set(_FACTS) == TELLS_NOBODY
