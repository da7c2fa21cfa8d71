"""What is printed of records: nothing of anybody else, nothing about the carer, and nothing too long for paper."""

from __future__ import annotations

from typing import Any

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import chosen, ticks_of
from caregiver_app.paper.sheets import typeset
from caregiver_app.paper.typeset import Layout
from caregiver_app.vault.forms.fields import FIELDS, FieldKind
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.chases import NewChase
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote, NoteKind
from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.sheets.choosing import sheet_choices
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family, later
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import HOME, printed_whole
from tests.helpers.markers import new_marker
from tests.helpers.wished_sheets import wished

OF_RECORDS = (
    SheetKind.VISIT,
    SheetKind.QUESTIONS,
    SheetKind.HANDOVER,
    SheetKind.JOURNAL,
    SheetKind.MEASUREMENTS,
    SheetKind.LOG_GRID,
    SheetKind.SYMPTOM_CHART,
)


def fill(vault: Vault, person: PersonId, text: str) -> None:
    """Put a text into every field and a record of every kind about somebody."""
    for name, kind in FIELDS.items():
        if kind in (FieldKind.LINE, FieldKind.TEXT, FieldKind.LIST):
            vault.facts.fill(person, name, text, at=MONDAY)
    for template in NoteKind:
        answers = {"worry": text} if template is NoteKind.DAILY_LOG else {}
        note = NewNote(text=text, kind=template, answers=answers, tags=(text,), author=text, person_id=person)
        vault.notes.add(note, at=MONDAY)
    visit = NewAppointment(
        title=text, starts="2026-11-23T18:00", zone=HOME, with_whom=text, place=text, reason=text, person_id=person
    )
    number = vault.appointments.add(visit, at=MONDAY)
    for appointment in (number, None):
        question = NewQuestion(text=text, for_whom=text, person_id=person, appointment_id=appointment)
        vault.questions.add(question, at=MONDAY)
    vault.chases.add(NewChase(what=text, who=text, person_id=person), at=MONDAY)
    words: dict[str, Any] = dict.fromkeys(("name", "strength", "form", "dose", "how", "times", "maximum"), text)
    for as_needed in (True, False):
        vault.medicines.add(
            MedicineText(as_needed=as_needed, started="2026-11-20", **words), person_id=person, at=MONDAY
        )
    own = vault.measures.make_kind(text, unit="", at=MONDAY)
    vault.measures.add(Reading(kind=own.code, value=1e9 - 1, unit=text), note=text, person_id=person, at=MONDAY)


def test_nothing_of_somebody_else_or_about_the_carer_is_on_a_sheet(vault: Vault, family: Family) -> None:
    word, carer = new_marker(), new_marker()
    fill(vault, family.dad, word)
    vault.notes.add(NewNote(text=carer, person_id=family.mum, about_me=True), at=MONDAY)
    vault.notes.add(NewNote(text=carer, person_id=family.dad, about_me=True), at=MONDAY)
    for kind in OF_RECORDS:
        hers, his = (printed_whole(wished(vault, kind, person, now=later())) for person in (family.mum, family.dad))
        assert word not in hers, kind
        assert word in his, kind
        assert (carer in hers) is (kind is SheetKind.JOURNAL), kind


def test_what_was_deleted_is_on_no_sheet(vault: Vault, family: Family) -> None:
    word = new_marker()
    note = vault.notes.add(NewNote(text=word, person_id=family.mum), at=MONDAY)
    question = vault.questions.add(NewQuestion(text=word, person_id=family.mum), at=MONDAY)
    medicine = vault.medicines.add(MedicineText(name=word), person_id=family.mum, at=MONDAY)
    vault.notes.delete(note, at=MONDAY)
    vault.questions.delete(question, at=MONDAY)
    vault.medicines.delete(medicine, at=MONDAY)
    for kind in OF_RECORDS:
        assert word not in printed_whole(wished(vault, kind, family.mum, now=later())), kind


def test_of_the_only_person_also_records_about_nobody_are_printed(vault: Vault) -> None:
    vault.people.add("Mum", at=MONDAY)
    vault.notes.add(NewNote(text="Slept well"), at=MONDAY)
    vault.questions.add(NewQuestion(text="Still at home?"), at=MONDAY)
    said = {kind: printed_whole(wished(vault, kind, None, now=later())) for kind in OF_RECORDS}
    assert "Slept well" in said[SheetKind.JOURNAL]
    assert "Slept well" in said[SheetKind.HANDOVER]
    assert "Still at home?" in said[SheetKind.QUESTIONS]


def test_visits_of_the_only_person_are_there_to_choose_also_in_hospital(vault: Vault) -> None:
    """Where prompts have ended, a list that nobody asked for leaves them out; a sheet is asked for."""
    mum = vault.people.add("Mum", at=MONDAY)
    new = NewAppointment(title="Surgery", starts="2026-11-25T08:00", zone=HOME, person_id=mum)
    visit = vault.appointments.add(new, at=MONDAY)
    vault.people.set_situation(mum, Situation.IN_HOSPITAL, on=None, at=MONDAY)
    assert [choice.id for choice in sheet_choices(vault, None, now=later()).visits] == [visit]
    assert "Surgery" in printed_whole(wished(vault, SheetKind.VISIT, None, now=later()))


def test_the_longest_texts_and_signs_without_a_font_are_typeset(vault: Vault, family: Family) -> None:
    fill(vault, family.mum, "Wilhelmina-#strong[x]-$a$-👩‍👩‍👧-مريم-" * 2 + "x" * 120)
    vault.facts.fill(family.mum, "doctor-only", "long " * 600, at=MONDAY)
    for kind in OF_RECORDS:
        sheet = wished(vault, kind, family.mum, now=later())
        everything = chosen(sheet, {tick.code: True for tick in ticks_of(sheet)})
        assert typeset([everything], Layout()).pdf().startswith(b"%PDF"), kind
