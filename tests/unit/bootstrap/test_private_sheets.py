"""The door through which screens and commands get private sheets without knowing care notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.private_sheets import SheetsOfNotes
from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.private import PrivateSheets
from caregiver_app.model.sheets.kinds import Audience, SheetKind
from caregiver_app.model.sheets.sheet import first_choices
from caregiver_app.model.sheets.wishes import PrivateWish
from caregiver_app.vault.exchange.disclosures import Channel
from caregiver_app.vault.measuring.kinds import OWN
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.appointments import AppointmentId, AppointmentState, NewAppointment
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family, fill_family, later, open_notes
from tests.helpers.clock import MONDAY

EMERGENCY, HANDOVER = SheetKind.EMERGENCY, SheetKind.HANDOVER


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = open_notes(tmp_path).vault
    yield vault
    vault.close()


@pytest.fixture
def family(vault: Vault) -> Family:
    return fill_family(vault)


def door(vault: Vault) -> PrivateSheets:
    return SheetsOfNotes(vault, zone="Europe/London")


def add_visit(vault: Vault, person: PersonId, title: str, starts: str) -> AppointmentId:
    visit = NewAppointment(title=title, starts=starts, zone="Europe/London", person_id=person)
    return vault.appointments.add(visit, at=MONDAY)


def test_there_is_nothing_to_choose_from_in_new_notes(vault: Vault) -> None:
    found = door(vault).choices(None, now=MONDAY)
    assert (found.people, found.visits, found.measures) == ((), (), ())


def test_people_visits_and_measured_kinds_can_be_chosen(vault: Vault, family: Family) -> None:
    last = add_visit(vault, family.mum, "Dentist", "2026-11-02T09:00")
    off = add_visit(vault, family.mum, "Cancelled", "2026-11-03T09:00")
    vault.appointments.set_state(off, AppointmentState.CANCELLED, at=MONDAY)
    own = vault.measures.make_kind("Steps", at=MONDAY)
    vault.measures.add(Reading(kind=f"{OWN}{own.uid}", value=900, unit=""), person_id=family.mum, at=MONDAY)
    found = door(vault).choices(family.mum, now=MONDAY)
    assert [(each.id, each.words) for each in found.people] == [(family.mum, "Mum"), (family.dad, "Dad")]
    assert [(each.id, each.words) for each in found.visits] == [
        (family.visit, "Memory clinic, 23 November 2026, 14:30"),
        (last, "Dentist, 2 November 2026, 09:00"),
    ]
    assert found.measures == (
        ("blood-pressure", "Blood pressure"),
        (f"{OWN}{own.uid}", "Steps"),
        ("weight", "Weight"),
    )
    for nobody in (None, 999):
        unclear = door(vault).choices(nobody, now=MONDAY)
        assert (len(unclear.people), unclear.visits, unclear.measures) == (2, (), ())
    dad = door(vault).choices(family.dad, now=MONDAY)
    assert (dad.visits, dad.measures) == ((), ())


def test_a_sheet_is_made_of_whom_one_chose(vault: Vault, family: Family) -> None:
    sheet = door(vault).make(PrivateWish(kind=EMERGENCY, person_id=family.dad), now=later())
    assert (sheet.kind, sheet.heads[0].text) == (EMERGENCY, "Dad")
    with pytest.raises(PrintError) as caught:
        door(vault).make(PrivateWish(kind=EMERGENCY), now=later())
    assert caught.value.kind is PrintTrouble.WHOM


def test_sheets_of_others_than_care_notes_are_refused_plainly(vault: Vault, family: Family) -> None:
    for kind in (SheetKind.HELPLINES, SheetKind.RECOVERY):
        with pytest.raises(RuntimeError, match="not made of care notes"):
            door(vault).make(PrivateWish(kind=kind, person_id=family.mum), now=later())


def test_what_goes_on_a_sheet_is_remembered_for_each_person_and_audience(vault: Vault, family: Family) -> None:
    sheets = door(vault)
    assert sheets.remembered(EMERGENCY, family.mum, Audience.AMBULANCE) == {}
    sheets.remember(EMERGENCY, family.mum, Audience.AMBULANCE, {"birth-date": False, "home": False}, first={})
    sheets.remember(EMERGENCY, family.mum, None, {"papers": False}, first={})
    assert sheets.remembered(EMERGENCY, family.mum, Audience.AMBULANCE) == {"birth-date": False, "home": False}
    assert sheets.remembered(EMERGENCY, family.mum, None) == {"papers": False}
    others = [
        sheets.remembered(EMERGENCY, family.dad, Audience.AMBULANCE),
        sheets.remembered(EMERGENCY, family.mum, Audience.WARD),
        sheets.remembered(HANDOVER, family.mum, Audience.AMBULANCE),
        sheets.remembered(EMERGENCY, None, Audience.AMBULANCE),
    ]
    assert others == [{}, {}, {}, {}]
    sheets.remember(EMERGENCY, None, None, {"call": False}, first={})
    assert sheets.remembered(EMERGENCY, None, None) == {}


def test_only_what_was_changed_is_remembered_so_that_a_page_filled_in_later_goes_along(
    vault: Vault, family: Family
) -> None:
    sheets, visit = door(vault), SheetKind.VISIT

    def print_as_ticked(**ticked: bool) -> None:
        """Hand over all ticks as they stand, as the window does."""
        first = first_choices(sheets.make(PrivateWish(kind=visit, person_id=family.mum), now=later()))
        now = {**first, **sheets.remembered(visit, family.mum, None), **ticked}
        sheets.remember(visit, family.mum, None, now, first=first)

    print_as_ticked(tasks=False)
    assert sheets.remembered(visit, family.mum, None) == {"tasks": False}, (
        "the empty page for the doctor was not chosen"
    )
    vault.facts.fill(family.mum, "doctor-only", "He hides his pills", at=later())
    print_as_ticked(**{"tasks": True, "doctor-only": False})
    assert sheets.remembered(visit, family.mum, None) == {"doctor-only": False}
    vault.facts.forget(family.mum, "doctor-only", at=later())
    print_as_ticked()
    assert sheets.remembered(visit, family.mum, None) == {"doctor-only": False}, "it was left out by a wish"


def test_notes_about_the_carer_and_single_records_are_never_remembered(vault: Vault, family: Family) -> None:
    sheets, journal = door(vault), SheetKind.JOURNAL
    never = {"about-carer": True, "record:1": False, "unsaid-notes": True}
    sheets.remember(journal, family.mum, Audience.WARD, never, first={})
    assert sheets.remembered(journal, family.mum, Audience.WARD) == {}
    vault.settings.set(f"person/{family.mum}/sheet/journal/ward", never)
    assert sheets.remembered(journal, family.mum, Audience.WARD) == {}


def test_what_was_remembered_goes_with_the_person(vault: Vault, family: Family) -> None:
    sheets = door(vault)
    for person in (family.mum, family.dad):
        sheets.remember(EMERGENCY, person, Audience.WARD, {"home": False}, first={})
    vault.erasing.erase_person(family.mum)
    assert sheets.remembered(EMERGENCY, None, Audience.WARD) == {"home": False}
    vault.erasing.erase_person(family.dad)
    again = vault.people.add("Mum", at=MONDAY)
    assert sheets.remembered(EMERGENCY, again, Audience.WARD) == {}


def test_strange_settings_are_no_choice(vault: Vault) -> None:
    mum = vault.people.add("Mum", at=MONDAY)
    name = f"person/{mum}/sheet/emergency/anybody"
    for strange in (["home"], "on", 3, None):
        vault.settings.set(name, strange)
        assert door(vault).remembered(EMERGENCY, mum, None) == {}
    vault.settings.set(name, {"home": 1, "call": None, "papers": False})
    assert door(vault).remembered(EMERGENCY, mum, None) == {"papers": False}


def test_each_private_sheet_that_leaves_is_written_down(vault: Vault, family: Family) -> None:
    sheets = door(vault)
    bag = (EMERGENCY, SheetKind.MEDICINES, SheetKind.HELPLINES)
    sheets.printed(bag, family.mum, Audience.AMBULANCE, at=later())
    sheets.printed((HANDOVER,), family.dad, None, at=later(120))
    sheets.printed((SheetKind.HELPLINES,), family.mum, None, at=later(180))
    newest, oldest = vault.disclosures.list()
    assert (newest.disclosed.channel, newest.disclosed.what) == (Channel.PRINT, {"handover": 1})
    assert (newest.at, newest.disclosed.person_id, newest.disclosed.to_whom) == (later(120), family.dad, "")
    assert oldest.disclosed.what == {"emergency": 1, "medicines": 1}
    assert (oldest.disclosed.person_id, oldest.disclosed.to_whom) == (family.mum, "ambulance")
    assert [each.disclosed.what for each in vault.disclosures.list(family.mum)] == [{"emergency": 1, "medicines": 1}]
