"""What every sheet of care notes has around it: whose it is, who filled it in, how old it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.kinds import PRIVATE, SheetKind
from caregiver_app.model.sheets.sheet import ticks_of
from caregiver_app.model.time import from_datetime
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import Family, later
from tests.helpers.clock import MONDAY
from tests.helpers.made_sheets import HOME, made, printed, printed_whole

LONG = "Wilhelmina-Alexandrina " * 13


def test_a_sheet_is_about_somebody_who_is_chosen_and_there(vault: Vault) -> None:
    with pytest.raises(PrintError) as nobody:
        made(vault, SheetKind.EMERGENCY)
    mum = vault.people.add("Mum", at=MONDAY)
    assert "Mum" in printed(made(vault, SheetKind.EMERGENCY))
    dad = vault.people.add("Dad", at=MONDAY)
    with pytest.raises(PrintError) as several:
        made(vault, SheetKind.EMERGENCY)
    vault.people.delete(dad, at=MONDAY)
    with pytest.raises(PrintError) as gone:
        made(vault, SheetKind.EMERGENCY, dad)
    assert [each.value.kind for each in (nobody, several, gone)] == [
        PrintTrouble.NOBODY,
        PrintTrouble.WHOM,
        PrintTrouble.WHOM,
    ]
    assert "Mum" in printed(made(vault, SheetKind.EMERGENCY, mum))


def test_every_private_sheet_can_be_made_of_people_without_a_word_about_them(vault: Vault) -> None:
    mum = vault.people.add(LONG, at=MONDAY)
    visit = NewAppointment(title="Clinic", starts="2026-11-30T10:00", zone=HOME, person_id=mum)
    vault.appointments.add(visit, at=MONDAY)
    for kind in PRIVATE:
        sheet = made(vault, kind, mum)
        codes = [tick.code for tick in ticks_of(sheet)]
        assert sheet.kind is kind
        assert sheet.private
        assert sheet.title.strip()
        assert LONG.strip() in printed(sheet)
        assert sheet.printed_on == "Printed on 23 November 2026"
        assert len(codes) == len(set(codes))


def test_the_birth_date_stands_on_each_sheet_once_unless_it_is_taken_off(vault: Vault, family: Family) -> None:
    vault.facts.fill(family.mum, "birth-date", "1946-05-03", at=MONDAY)
    for kind in PRIVATE:
        sheet = made(vault, kind, family.mum)
        assert sheet.heads[1].text == "Born 3 May 1946", kind
        assert printed(sheet).count("1946") == 1, kind
        assert "1946" not in printed(sheet, {"birth-date": False}), kind


def test_a_birth_date_that_nobody_asked_for_is_asked_on_the_emergency_sheet_alone(vault: Vault, family: Family) -> None:
    sheet = made(vault, SheetKind.EMERGENCY, family.mum)
    assert "Date of birth: Not asked" in printed(sheet)
    assert "Date of birth" not in printed(sheet, {"birth-date": False})
    assert all("birth" not in printed(made(vault, kind, family.mum)) for kind in PRIVATE[1:])


def test_the_health_number_is_off_at_first(vault: Vault, family: Family) -> None:
    vault.facts.fill(family.mum, "health-number", "999 123 4560", at=MONDAY)
    for kind in PRIVATE:
        assert "999 123 4560" not in printed(made(vault, kind, family.mum)), kind
    for kind in (SheetKind.EMERGENCY, SheetKind.PASSPORT):
        assert "999 123 4560" in printed(made(vault, kind, family.mum), {"health-number": True})


def test_the_full_name_stands_on_it_and_may_be_left_out(vault: Vault, family: Family) -> None:
    facts = {"full-name": "Margaret Ellen Hartley", "known-as": "Peggy"}
    vault.facts.fill_many(family.mum, facts, at=MONDAY)
    for kind in PRIVATE:
        sheet = made(vault, kind, family.mum)
        assert "Margaret Ellen Hartley" in printed(sheet)
        nameless = printed(sheet, {"name": False})
        assert [name for name in ("Margaret", "Peggy", "Mum") if name in nameless] == [], kind


def test_names_of_medicines_and_people_are_never_divided(vault: Vault, family: Family) -> None:
    names = made(vault, SheetKind.JOURNAL, family.mum).whole
    assert {"Mum", "Dad", *(medicine.text.name for medicine in vault.medicines.list())} <= set(names)


def test_it_says_who_filled_it_in_and_when_the_oldest_of_it_was_checked(vault: Vault, family: Family) -> None:
    vault.facts.fill(family.mum, "filled-in-by", "Anna, her daughter", at=MONDAY)
    sheet = made(vault, SheetKind.EMERGENCY, family.mum, now=later(60 * 24 * 40))
    assert sheet.foot == ("Filled in by Anna, her daughter", "Last checked on 23 November 2026")
    assert sheet.printed_on == "Printed on 2 January 2027"
    assert made(vault, SheetKind.EMERGENCY, family.dad).foot == ()


def test_days_are_those_of_the_place_and_words_those_of_the_language(vault: Vault, family: Family) -> None:
    night = from_datetime(datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    there = made(vault, SheetKind.EMERGENCY, family.mum, now=night, zone="Pacific/Auckland")
    assert there.printed_on == "Printed on 24 November 2026"
    american = made(vault, SheetKind.EMERGENCY, family.mum, now=night, language="en-US")
    assert (american.printed_on, american.language) == ("Printed on November 23, 2026", "en-US")


def test_a_sheet_shows_no_word_of_the_notes_where_it_is_only_named(vault: Vault, family: Family) -> None:
    vault.facts.fill(family.mum, "full-name", "Margaret Ellen Hartley", at=MONDAY)
    sheet = made(vault, SheetKind.EMERGENCY, family.mum)
    assert "Penicillin" in printed_whole(sheet)
    own = vault.measures.make_kind("Penicillin drops", unit="", at=MONDAY)
    vault.measures.add(Reading(kind=own.code, value=3, unit=""), person_id=family.mum, at=MONDAY)
    measured = made(vault, SheetKind.MEASUREMENTS, family.mum)
    assert "Penicillin drops" in printed_whole(measured)
    shown = (sheet, sheet.heads, ticks_of(sheet), measured.parts, measured.parts[0].blocks, ticks_of(measured))
    for told in map(repr, shown):
        assert "Penicillin" not in told
        assert "Hartley" not in told
