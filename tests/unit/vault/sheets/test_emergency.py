"""The emergency sheet: what can kill first, whom to call large, and never a "no" that nobody gave."""

from __future__ import annotations

from caregiver_app.model.sheets.blocks import Known, Mark
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import SheetForm, ticks_of
from caregiver_app.vault.records.contacts import ContactText, Phone
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import entries_of, made, printed, rows_of

LABEL_RULE = "If this differs from the label on the box, follow the label and ask the pharmacist."
CALL, WHOM, HELP = "Call in this order", "Whom to call", "Warning signs, and whom to call"


def alone(vault: Vault, **facts: str) -> PersonId:
    """Add the only person, with fields by their names, `_` for `-`."""
    person = vault.people.add("Mum", at=MONDAY)
    vault.facts.fill_many(person, {name.replace("_", "-"): value for name, value in facts.items()}, at=MONDAY)
    return person


def test_it_is_one_page_on_which_what_can_kill_stands_first(vault: Vault, family: Family) -> None:
    facts = {"resuscitation": "Not to be tried. Original: red folder", "conditions": "Epilepsy", "known-as": "Peggy"}
    vault.facts.fill_many(family.mum, facts, at=MONDAY)
    warfarin = MedicineText(name="Warfarin", strength="3 mg", dose="one", high_risk=True)
    vault.medicines.add(warfarin, person_id=family.mum, at=MONDAY)
    sheet = made(vault, SheetKind.EMERGENCY, family.mum)
    said = printed(sheet)
    order = (
        "Penicillin: rash",
        "High-risk medicines: Warfarin 3 mg",
        "red folder",
        "Peggy",
        WHOM,
        "Epilepsy",
        "Paracetamol",
    )
    assert sheet.form is SheetForm.ONE_PAGE
    assert sorted(map(said.index, order)) == [said.index(each) for each in order]
    assert [label for label, row in rows_of(sheet).items() if row.strong] == [
        "Allergies",
        "High-risk medicines",
        "Resuscitation",
    ]


def test_filled_none_known_and_not_asked_are_three_things(vault: Vault) -> None:
    person = alone(vault, allergies="Nuts: throat swells\nLatex: rash", lives_alone="yes", interpreter_needed="no")
    vault.facts.none_known(person, "devices", at=MONDAY)
    rows = rows_of(made(vault, SheetKind.EMERGENCY))
    assert rows["Allergies"].value == "Nuts: throat swells\nLatex: rash"
    assert (rows["Lives alone"].value, rows["Interpreter needed"].value) == ("Yes", "No")
    assert (rows["Devices"].known, rows["Devices"].value, rows["Devices"].blank_lines) == (Known.NONE_KNOWN, "", 0)
    assert (rows["Glasses"].known, rows["Glasses"].value, rows["Glasses"].blank_lines) == (Known.NOT_ASKED, "", 1)
    assert (rows["Medicines"].known, rows["Contacts"].known) == (Known.NOT_ASKED, Known.NOT_ASKED)
    vault.facts.none_known(person, "medicines", at=MONDAY)
    assert rows_of(made(vault, SheetKind.EMERGENCY))["Medicines"].known is Known.NONE_KNOWN


def test_those_to_call_stand_in_order_with_their_numbers_large(vault: Vault) -> None:
    person = alone(vault)
    phones = (Phone(number="07700 900123", label="mobile"), Phone(number="01632 960001", label="work"))
    names = ("Priya", "Anna", "Joe", "Tom", "Ruth")
    texts = [ContactText(name=name, role="Friend", phones=phones, hours="at any hour") for name in names]
    ids = [vault.contacts.add(text, person_id=person, at=MONDAY) for text in texts]
    without_order = entries_of(made(vault, SheetKind.EMERGENCY), WHOM)
    assert {entry.mark for entry in without_order} == {Mark.NONE}, "a number would be an order"
    assert [entry.title for entry in without_order] == [f"{name}, Friend" for name in names]
    vault.contacts.set_call_order((ids[1], ids[4]), person_id=person, at=MONDAY)
    first, second = entries_of(made(vault, SheetKind.EMERGENCY), CALL)
    assert first.mark is Mark.NUMBER
    assert (first.title, first.big) == ("Anna, Friend", "07700 900123")
    assert first.lines == ("mobile · work: 01632 960001 · at any hour",)
    assert second.title == "Ruth, Friend"
    vault.contacts.change(ids[1], ContactText(name="Anna", email="anna@example.org"), at=MONDAY)
    anna, _ruth = entries_of(made(vault, SheetKind.EMERGENCY), CALL)
    assert (anna.big, anna.lines) == ("", ("anna@example.org",))


def test_nobody_to_call_is_left_out_without_a_word_or_for_somebody_without_a_number(vault: Vault) -> None:
    person = alone(vault)
    for number, name in enumerate(("Hairdresser", "Window cleaner", "Bins", "Dog walker", "Carer", "Nurse", "Club")):
        phones = () if name == "Window cleaner" else (Phone(number=f"01632 96000{number}"),)
        vault.contacts.add(ContactText(name=name, phones=phones), person_id=person, at=MONDAY)
    sheet = made(vault, SheetKind.EMERGENCY)
    every = ["Hairdresser", "Bins", "Dog walker", "Carer", "Nurse", "Club"]
    assert [entry.title for entry in entries_of(sheet, WHOM)] == every
    assert "1 more is written down in the notes." in printed(sheet)
    passport = made(vault, SheetKind.PASSPORT)
    assert [entry.title for entry in entries_of(passport, "Whom to ask about me")] == every[:2]
    assert "5 more are written down in the notes." in printed(passport)
    handover = made(vault, SheetKind.HANDOVER)
    assert [entry.title for entry in entries_of(handover, HELP)] == [*every, "Window cleaner"]
    order = tuple(contact.id for contact in vault.contacts.list())[1:6]
    vault.contacts.set_call_order(order, person_id=person, at=MONDAY)
    ordered = made(vault, SheetKind.EMERGENCY)
    assert [entry.title for entry in entries_of(ordered, CALL)] == ["Bins", "Dog walker", "Carer", "Nurse"]
    assert "1 more is written down in the notes." in printed(ordered)


def test_medicines_are_told_as_written_with_the_age_of_what_is_said(vault: Vault) -> None:
    person = alone(vault)
    needed = MedicineText(name="Morphine", as_needed=True, as_needed_rule="for pain,\nevery 4 hours", maximum="4 a day")
    vault.medicines.add(needed, person_id=person, at=MONDAY)
    said = printed(made(vault, SheetKind.EMERGENCY))
    assert "Morphine · When needed: for pain, / every 4 hours · At most: 4 a day" in said
    assert "Not all of these medicines were checked yet." in said
    assert LABEL_RULE in said
    (medicine,) = vault.medicines.list()
    vault.medicines.checked(medicine.id, against="Label", on="2026-11-02", at=MONDAY)
    assert "Medicines last checked on 2 November 2026" in printed(made(vault, SheetKind.EMERGENCY))


def test_what_one_may_not_want_on_a_wall_can_be_left_out(vault: Vault) -> None:
    alone(vault, way_in="Key under the pot", lives_alone="yes", resuscitation="Red folder", address="1 High St,\nLeeds")
    sheet = made(vault, SheetKind.EMERGENCY)
    assert "Address: 1 High St, Leeds" in printed(sheet)
    left = printed(sheet, {"way-in": False, "lives-alone": False, "resuscitation": False})
    for words in ("Key under the pot", "Lives alone", "Red folder"):
        assert words in printed(sheet)
        assert words not in left
    labels = {tick.code: tick.label for tick in ticks_of(sheet)}
    assert (labels["medicines"], labels["call"], labels["way-in"]) == ("Medicines now", WHOM, "How to get in")


def test_where_caring_has_ended_it_asks_for_nothing(vault: Vault) -> None:
    person = alone(vault, allergies="Nuts")
    vault.people.set_situation(person, Situation.NO_LONGER_CARING, on=None, at=MONDAY)
    rows = rows_of(made(vault, SheetKind.EMERGENCY))
    assert rows["Glasses"].known is Known.NOT_ASKED
    assert not any(row.blank_lines for row in rows.values())
    vault.people.set_situation(person, Situation.DIED, on="2026-11-01", at=MONDAY)
    sheet = made(vault, SheetKind.EMERGENCY)
    assert [part.heading for part in sheet.parts if part.heading in ("At home", "Papers and who knows more")] == []
    said = printed(sheet)
    assert "Nuts" in said
    assert "Not asked" not in said
    assert "Medicines now" not in said


def test_records_without_a_person_are_those_of_the_only_one(vault: Vault) -> None:
    vault.medicines.add(MedicineText(name="Digoxin", dose="one"), at=MONDAY)
    alone(vault)
    assert "Digoxin" in printed(made(vault, SheetKind.EMERGENCY))
    assert "not written down" not in printed(made(vault, SheetKind.EMERGENCY))
