"""The hospital passport, "about me" and the carer's card; and that nothing of anybody else is on a sheet."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from caregiver_app.model.sheets.blocks import Entries
from caregiver_app.model.sheets.kinds import PRIVATE, SheetKind
from caregiver_app.model.sheets.sheet import SheetForm
from caregiver_app.vault.forms.fields import FIELDS, FORMS, FieldKind, Form
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.contacts import ContactText, Phone
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import made, printed, printed_whole
from tests.helpers.markers import new_marker

SHEETS: Mapping[Form, SheetKind] = {form: SheetKind(form.value) for form in Form}
MINE = (Form.EMERGENCY, Form.PASSPORT, Form.ABOUT_ME, Form.MEDICINES, Form.CARER_CARD)


def fill_all(vault: Vault, person: PersonId, word: str) -> None:
    """Fill every field of the forms with a word and its name."""
    said = {FieldKind.DATE: "1946-05-03", FieldKind.YES_NO: "yes"}
    values = {name: said.get(kind, f"{word} {name}") for name, kind in FIELDS.items() if kind is not FieldKind.RECORDS}
    vault.facts.fill_many(person, values, at=MONDAY)


@pytest.mark.parametrize("form", MINE, ids=str)
def test_every_field_of_a_form_stands_on_its_sheet(vault: Vault, family: Family, form: Form) -> None:
    fill_all(vault, family.mum, "Filled")
    said = printed_whole(made(vault, SHEETS[form], family.mum))
    asked = [name for section in FORMS[form] for name in section.fields]
    missing = [
        name
        for name in asked
        if FIELDS[name] not in (FieldKind.RECORDS, FieldKind.DATE, FieldKind.YES_NO) and f"Filled {name}" not in said
    ]
    assert missing == []


def test_a_passport_says_first_what_must_be_known(vault: Vault, family: Family) -> None:
    vault.facts.fill_many(family.mum, {"eating": "Purée", "calms": "Music", "likes": "Roses"}, at=MONDAY)
    vault.people.set_matters(family.mum, "Her own bed\n\nHer roses", at=MONDAY)
    sheet = made(vault, SheetKind.PASSPORT, family.mum)
    said = printed(sheet)
    order = ("You must know this", "Penicillin", "Purée", "What matters to me", "Her own bed", "Music", "Roses")
    assert sorted(map(said.index, order)) == [said.index(each) for each in order]
    assert "Music" not in printed(sheet, {"important": False})
    assert "Purée" in printed(sheet, {"must-know": False})


def test_about_me_begins_with_what_matters_where_somebody_said_it(vault: Vault, family: Family) -> None:
    assert "What matters to me" not in printed(made(vault, SheetKind.ABOUT_ME, family.mum))
    vault.people.set_matters(family.mum, "Her own bed", at=MONDAY)
    sheet = made(vault, SheetKind.ABOUT_ME, family.mum)
    assert [part.code for part in sheet.parts] == ["matters", "me", "day", "feelings"]


def test_the_carers_card_is_cards_each_with_its_day(vault: Vault, family: Family) -> None:
    vault.facts.fill_many(family.mum, {"carer-name": "Anna", "carer-if-hurt": "Ring Joe"}, at=MONDAY)
    sheet = made(vault, SheetKind.CARER_CARD, family.mum)
    assert sheet.form is SheetForm.CARDS
    assert [part.code for part in sheet.parts] == ["", "if-hurt", "call", "health"]
    said = printed(sheet)
    assert said.count("Printed on 23 November 2026") == len(sheet.parts) + 1
    assert "Anna" in said
    assert "Ring Joe" in said


def test_a_carers_card_sends_nobody_to_the_carers_own_phone(vault: Vault) -> None:
    mum = vault.people.add("Mum", at=MONDAY)
    said = {"carer-name": "Anna Example", "carer-phone": "+44 7700 900123 or 01632 960 001"}
    vault.facts.fill_many(mum, said, at=MONDAY)
    every = (("Anna", ""), ("Daughter", "07700 900123"), ("Joe", "01632 960002"), ("Priya", "07700 900124"))
    texts = [ContactText(name=name, phones=(Phone(number=number),) if number else ()) for name, number in every]
    ids = [vault.contacts.add(text, person_id=mum, at=MONDAY) for text in texts]
    assert called(vault) == [("Whom to call", ["Joe", "Priya"])]
    vault.contacts.set_call_order((ids[1], ids[3], ids[2]), person_id=mum, at=MONDAY)
    assert called(vault) == [("Call in this order", ["Priya", "Joe"])]
    vault.contacts.set_call_order((ids[0],), person_id=mum, at=MONDAY)
    assert called(vault) == [("Whom to call", ["Joe", "Priya"])], "there is no order of others"
    for contact in ids[2:]:
        vault.contacts.delete(contact, at=MONDAY)
    assert called(vault) == []


def called(vault: Vault) -> list[tuple[str, list[str]]]:
    """Return the headings over those to call on the carer's card, and who they are."""
    parts = [part for part in made(vault, SheetKind.CARER_CARD).parts if part.code == "call"]
    every = [
        (part.heading, [each for block in part.blocks if isinstance(block, Entries) for each in block.entries])
        for part in parts
    ]
    return [(heading, [entry.title for entry in entries]) for heading, entries in every]


def test_nobody_is_to_be_called_and_nothing_filled_in_on_a_keepsake(vault: Vault, family: Family) -> None:
    vault.facts.fill(family.mum, "carer-name", "Anna", at=MONDAY)
    vault.people.set_situation(family.mum, Situation.DIED, on=None, at=MONDAY)
    for form in MINE:
        said = printed(made(vault, SHEETS[form], family.mum))
        assert [words for words in ("Call", "Not asked", "01632 960001") if words in said] == [], form
    assert [part.heading for part in made(vault, SheetKind.CARER_CARD, family.mum).parts] == [
        "I am a carer: somebody depends on me"
    ]


def test_nothing_of_somebody_else_or_of_notes_about_the_carer_is_on_a_sheet(vault: Vault, family: Family) -> None:
    word = new_marker()
    fill_all(vault, family.dad, word)
    vault.people.set_matters(family.dad, word, at=MONDAY)
    vault.people.rename(family.dad, word, at=MONDAY)
    vault.contacts.add(ContactText(name=word, phones=(Phone(number="1"),)), person_id=family.dad, at=MONDAY)
    medicine = MedicineText(name=word, dose=word, why=word, by_whom=word, copied_from=word)
    vault.medicines.add(medicine, person_id=family.dad, at=MONDAY)
    vault.questions.add(NewQuestion(text=word, person_id=family.dad), at=MONDAY)
    visit = NewAppointment(title=word, starts="2026-11-24T10:00", zone="UTC", person_id=family.dad)
    vault.appointments.add(visit, at=MONDAY)
    vault.notes.add(NewNote(text=word, person_id=family.dad), at=MONDAY)
    vault.notes.add(NewNote(text=word, person_id=family.mum, about_me=True), at=MONDAY)
    for kind in PRIVATE:
        assert word not in printed(made(vault, kind, family.mum)), kind
    for form in MINE:
        assert word not in printed_whole(made(vault, SHEETS[form], family.mum)), form
        assert word in printed_whole(made(vault, SHEETS[form], family.dad)), form
