"""Records of which nobody said whom they are about: where there are several people, none is lost in silence."""

from __future__ import annotations

import pytest

from caregiver_app.bootstrap.private_sheets import SheetsOfNotes
from caregiver_app.model.sheets.blocks import Table
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.chases import NewChase
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.records.people import Situation
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family, later
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import HOME, entries_of, printed, printed_whole
from tests.helpers.wished_sheets import blocks_of, has_part, items_of, part_of, texts_of, wished

GROUP = "Medicines: not written down for whom"
WITH_MEDICINES = (SheetKind.EMERGENCY, SheetKind.MEDICINES, SheetKind.HANDOVER)
STATES = ("Medicines: None known", "Medicines: Not asked")


def test_a_medicine_about_nobody_stands_apart_on_the_sheets_of_each(vault: Vault, family: Family) -> None:
    vault.medicines.add(MedicineText(name="Warfarin", dose="5 mg", high_risk=True), at=MONDAY)
    vault.medicines.add(MedicineText(name="Oramorph", as_needed=True), at=MONDAY)
    vault.facts.none_known(family.dad, "medicines", at=MONDAY)
    for person in (family.mum, family.dad):
        for kind in WITH_MEDICINES:
            said = printed(wished(vault, kind, person, now=later()))
            group = said.index(GROUP)
            assert group < said.index("Warfarin", group) < said.index("Oramorph", group), kind
            assert [state for state in STATES if state in said] == [], kind
    emergency = printed(wished(vault, SheetKind.EMERGENCY, family.dad, now=later()))
    assert "High-risk medicines: not written down for whom: Warfarin" in emergency
    assert "Nothing is written down for this person alone." in emergency


def test_on_a_keepsake_nobody_is_told_to_ask_before_giving_a_medicine(vault: Vault, family: Family) -> None:
    vault.medicines.add(MedicineText(name="Warfarin"), at=MONDAY)
    vault.people.set_situation(family.dad, Situation.DIED, on=None, at=MONDAY)
    said = printed(wished(vault, SheetKind.MEDICINES, family.dad))
    assert "Warfarin" in said
    assert "Ask who takes these" not in said


def test_it_is_told_until_somebody_says_whose_it_is_or_there_is_one_person(vault: Vault, family: Family) -> None:
    vault.facts.none_known(family.dad, "medicines", at=MONDAY)
    for kind in WITH_MEDICINES:
        sheet = wished(vault, kind, family.dad, now=later())
        assert not has_part(sheet, "unsaid-medicines"), kind
        assert "Medicines: None known" in printed(sheet), kind
    vault.medicines.add(MedicineText(name="Warfarin"), at=MONDAY)
    vault.people.delete(family.dad, at=MONDAY)
    said = printed(wished(vault, SheetKind.MEDICINES, family.mum, now=later()))
    assert "Warfarin" in said
    assert GROUP not in said


def test_the_age_of_a_list_is_that_of_all_on_it(vault: Vault, family: Family) -> None:
    for medicine in family.medicines:
        vault.medicines.checked(medicine, against="Label", on="2026-11-16", at=MONDAY)
    assert wished(vault, SheetKind.MEDICINES, family.mum).foot == ("Last checked on 16 November 2026",)
    vault.medicines.add(MedicineText(name="Warfarin"), at=MONDAY)
    assert wished(vault, SheetKind.MEDICINES, family.mum).foot == ()


def test_a_helper_is_told_to_ask_and_the_doctor_reads_what_changed(vault: Vault, family: Family) -> None:
    vault.medicines.add(MedicineText(name="Iron", dose="one", started="2026-11-22"), at=MONDAY)
    vault.medicines.add(MedicineText(name="Oil", started="2020-01-01", stopped="2026-11-20"), at=MONDAY)
    (table,) = blocks_of(part_of(wished(vault, SheetKind.HANDOVER, family.dad), "unsaid-medicines"), Table)
    assert table.rows == (("Iron", "one"),), "a box would ask to give it"
    for kind in WITH_MEDICINES:
        assert "Ask who takes these before giving any of them." in printed(wished(vault, kind, family.dad)), kind
    changed = {one.text: one.lines for one in items_of(wished(vault, SheetKind.VISIT, family.dad), "medicine-changes")}
    assert changed == {
        "Iron": ("Not written down for whom", "Since 22 November 2026", "one"),
        "Oil": ("Not written down for whom", "Stopped 20 November 2026"),
    }
    (oil,) = entries_of(wished(vault, SheetKind.MEDICINES, family.dad), "Stopped, and why")
    assert (oil.title, oil.lines) == ("Oil", ("Stopped 20 November 2026", "Not written down for whom"))


def test_notes_about_nobody_go_along_where_they_are_picked(vault: Vault, family: Family) -> None:
    vault.notes.add(NewNote(text="Somebody fell"), at=MONDAY)
    vault.notes.add(NewNote(text="I cannot sleep", about_me=True), at=MONDAY)
    journal = wished(vault, SheetKind.JOURNAL, family.dad, now=later())
    assert "There are no notes from this time." not in printed(journal)
    assert "Nothing is written down for this person alone." in printed(journal)
    for kind, code in ((SheetKind.JOURNAL, "unsaid-notes"), (SheetKind.VISIT, "unsaid-noted-since")):
        sheet = wished(vault, kind, family.dad, now=later())
        assert not part_of(sheet, code).on, kind
        assert "Somebody fell" not in printed(sheet), kind
        assert "Somebody fell" in printed(sheet, {code: True}), kind
        assert "I cannot sleep" not in printed_whole(sheet), kind
    handover = wished(vault, SheetKind.HANDOVER, family.dad, now=later())
    assert "Somebody fell" not in printed(handover)
    assert "Somebody fell.\nNot written down for whom" in printed_whole(handover)


def test_questions_about_nobody_go_along_where_they_are_picked_or_belong_to_the_visit(
    vault: Vault, family: Family
) -> None:
    vault.questions.add(NewQuestion(text="What does it cost?"), at=MONDAY)
    vault.questions.add(NewQuestion(text="May she drive?", appointment_id=family.visit), at=MONDAY)
    visit = wished(vault, SheetKind.VISIT, family.mum)
    assert texts_of(visit, "questions") == ("Is she safe alone?", "May she drive?")
    for kind in (SheetKind.VISIT, SheetKind.QUESTIONS):
        for person in (family.mum, family.dad):
            sheet = wished(vault, kind, person)
            assert texts_of(sheet, "unsaid-questions") == ("What does it cost?",), kind
            assert not part_of(sheet, "unsaid-questions").on, kind
            assert ("May she drive?" in printed_whole(sheet)) is (person == family.mum), kind


def test_what_is_promised_about_nobody_goes_along_where_it_is_picked(vault: Vault, family: Family) -> None:
    vault.chases.add(NewChase(what="Council tax form", who="Anna"), at=MONDAY)
    for person in (family.mum, family.dad):
        sheet = wished(vault, SheetKind.VISIT, person)
        assert "Council tax form" not in printed(sheet)
        assert "Council tax form" in printed(sheet, {"unsaid-tasks": True})


def test_what_was_measured_of_nobody_goes_along_where_it_is_picked(vault: Vault, family: Family) -> None:
    vault.measures.add(Reading(kind="temperature", value=38.5, unit="C"), at=MONDAY)
    sheet = wished(vault, SheetKind.MEASUREMENTS, family.dad, now=later())
    part = part_of(sheet, "unsaid-measured-temperature")
    assert (part.on, part.heading) == (False, "Temperature: not written down of whom")
    assert "Nothing is written down for this person alone." in printed(sheet)
    assert ("temperature", "Temperature") in SheetsOfNotes(vault).choices(family.dad, now=later()).measures
    picked = wished(vault, SheetKind.MEASUREMENTS, family.dad, now=later(), measures=("temperature",))
    assert "38.5" in printed(picked, {"unsaid-measured-temperature": True})


def test_a_contact_for_all_does_not_hide_those_of_one_person(vault: Vault, family: Family) -> None:
    """Whom to call for somebody else put the neighbour, who is there for all, into an order."""
    _doctor, neighbour = family.contacts
    vault.contacts.set_call_order((neighbour,), person_id=family.dad, at=MONDAY)
    titles = [entry.title for entry in entries_of(wished(vault, SheetKind.EMERGENCY, family.mum), "Whom to call")]
    assert titles == ["Dr Rowe", "Neighbour Joe, Has a key"], "first those who have a number"
    his = entries_of(wished(vault, SheetKind.EMERGENCY, family.dad), "Call in this order")
    assert [entry.title for entry in his] == ["Neighbour Joe, Has a key"]
    vault.people.delete(family.dad, at=MONDAY)
    vault.contacts.set_call_order((neighbour,), person_id=family.mum, at=MONDAY)
    alone = entries_of(wished(vault, SheetKind.EMERGENCY, family.mum), "Call in this order")
    assert alone[0].title == "Neighbour Joe, Has a key", "whom to call for the only person is in the order for all"


def test_a_visit_about_nobody_can_be_chosen_for_each_and_a_helper_may_be_told_of_it(
    vault: Vault, family: Family
) -> None:
    new = NewAppointment(title="Boiler", starts="2026-11-23T18:00", zone=HOME)
    visit = vault.appointments.add(new, at=MONDAY)
    found = SheetsOfNotes(vault, zone=HOME).choices(family.dad, now=MONDAY).visits
    assert [(each.id, each.words) for each in found] == [
        (visit, "Boiler, 23 November 2026, 18:00: not written down for whom")
    ]
    assert "Boiler" not in printed(wished(vault, SheetKind.VISIT, family.dad))
    assert "Boiler" in printed(wished(vault, SheetKind.VISIT, family.dad, appointment_id=visit))
    handover = wished(vault, SheetKind.HANDOVER, family.dad)
    assert texts_of(handover, "unsaid-next") == ("Boiler",)
    assert not part_of(handover, "unsaid-next").on


@pytest.mark.parametrize("kind", [SheetKind.JOURNAL, SheetKind.HANDOVER, SheetKind.QUESTIONS, SheetKind.MEASUREMENTS])
def test_the_only_person_has_no_such_part(vault: Vault, family: Family, kind: SheetKind) -> None:
    vault.people.delete(family.dad, at=MONDAY)
    vault.notes.add(NewNote(text="Somebody fell"), at=MONDAY)
    vault.questions.add(NewQuestion(text="What does it cost?"), at=MONDAY)
    assert "not written down" not in printed_whole(wished(vault, kind, family.mum, now=later())).casefold()
