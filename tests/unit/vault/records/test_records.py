"""Medicines, contacts and measurements are a record: kept as written, in their order, never reckoned with."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

import pytest

from caregiver_app.model.errors import RecordRefused, RecordTrouble, UnknownRecord
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.contacts import ContactText, Phone
from caregiver_app.vault.records.labels import contact_roles, copied_from_labels, medicine_forms
from caregiver_app.vault.records.measured_lines import lines_of
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import DAY, Family, later

TODAY = "2026-11-23"


def test_a_medicine_is_kept_as_it_is_written(vault: Vault, family: Family) -> None:
    """Not a sign of a dose is changed, whatever it looks like."""
    written = MedicineText(
        name="Co-amoxiclav",
        strength="500/125 mg",
        form="Tablet",
        dose="½–1 tab, max 3× daily",
        how="By mouth",
        times="8, 14, 20",
        as_needed=True,
        as_needed_rule="If in pain",
        maximum="4 in 24 h",
        over_the_counter=True,
        high_risk=True,
        why="Chest",
        by_whom="Dr Rowe",
        started="2026-11-01",
        copied_from="Label",
        copied_on="2026-11-20",
    )
    medicine = vault.medicines.add(written, person_id=family.mum, at=later())
    assert vault.medicines.get(medicine).text == written
    typed = [value for value in astuple(written) if isinstance(value, str) and value]
    assert [value for value in typed if value in repr(written)] == [], "what a log may show holds no word of it"
    assert [hit.id for hit in vault.searchable.find("coamoxiclav")] == []
    assert [hit.id for hit in vault.searchable.find("amoxi", kinds=("medicine",))] == [medicine]


def test_stopped_medicines_stay_and_say_so(vault: Vault, family: Family) -> None:
    first, second = family.medicines
    vault.medicines.stop(first, on="2026-11-20", reason="Swollen feet", at=later())
    assert [one.id for one in vault.medicines.active(family.mum, today=TODAY)] == [second]
    (stopped,) = vault.medicines.stopped(family.mum, today=TODAY)
    assert (stopped.id, stopped.text.stop_reason) == (first, "Swollen feet")
    vault.medicines.start_again(first, at=later(61))
    assert [one.id for one in vault.medicines.active(family.mum, today=TODAY)] == [first, second]


def test_a_day_still_to_come_stops_nothing_yet(vault: Vault, family: Family) -> None:
    vault.medicines.stop(family.medicines[0], on="2026-11-24", at=later())
    assert len(vault.medicines.active(family.mum, today=TODAY)) == 2
    assert len(vault.medicines.active(family.mum, today="2026-11-24")) == 1


def test_the_list_is_checked_once_each_medicine_was(vault: Vault, family: Family) -> None:
    assert vault.medicines.last_checked(family.mum, today=TODAY) is None
    vault.medicines.checked(family.medicines[0], against="Label", on="2026-11-20", at=later())
    assert vault.medicines.last_checked(family.mum, today=TODAY) is None
    vault.medicines.checked(family.medicines[1], against="Letter", on="2026-11-22", at=later())
    assert vault.medicines.last_checked(family.mum, today=TODAY) == "2026-11-20"


def test_medicines_stand_in_the_order_in_which_they_were_put(vault: Vault, family: Family) -> None:
    vault.medicines.move(family.medicines[1], Direction.UP, at=later())
    assert [one.text.name for one in vault.medicines.list(family.mum)] == ["Paracetamol", "Amlodipine"]


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        (MedicineText(name=" "), RecordTrouble.EMPTY),
        (MedicineText(name="x", started="2026-1-1"), RecordTrouble.DATE),
        (MedicineText(name="x", started="2026-02-01", stopped="2026-01-01"), RecordTrouble.ENDS_EARLY),
        (MedicineText(name="x", dose="x" * 20_001), RecordTrouble.TOO_LONG),
    ],
    ids=["name", "date", "order", "long"],
)
def test_what_does_not_fit_a_medicine_is_refused(vault: Vault, text: MedicineText, trouble: RecordTrouble) -> None:
    with pytest.raises(RecordRefused) as told:
        vault.medicines.add(text, at=later())
    assert told.value.kind is trouble


def test_a_medicine_is_stopped_and_a_label_read_on_a_day(vault: Vault, family: Family) -> None:
    first = family.medicines[0]
    for on in ("", "2026-02-30"):
        with pytest.raises(RecordRefused) as told:
            vault.medicines.stop(first, on=on, reason="", at=later())
        assert told.value.kind is RecordTrouble.DATE
        with pytest.raises(RecordRefused) as told:
            vault.medicines.checked(first, against="Label", on=on, at=later())
        assert told.value.kind is RecordTrouble.DATE
    assert len(vault.medicines.active(family.mum, today=TODAY)) == 2


def test_contacts_for_all_stand_beside_those_of_one(vault: Vault, family: Family) -> None:
    assert [one.text.name for one in vault.contacts.list(family.mum)] == ["Dr Rowe", "Neighbour Joe"]
    assert [one.text.name for one in vault.contacts.list(family.dad)] == ["Neighbour Joe"]


def test_whom_to_call_is_told_in_order(vault: Vault, family: Family) -> None:
    doctor, joe = family.contacts
    vault.contacts.set_call_order((joe, doctor), person_id=family.mum, at=later())
    assert [one.id for one in vault.contacts.to_call(family.mum)] == [joe, doctor]
    vault.contacts.set_call_order((doctor,), person_id=family.mum, at=later())
    assert [one.id for one in vault.contacts.to_call(family.mum)] == [doctor]
    with pytest.raises(UnknownRecord):
        vault.contacts.set_call_order((doctor,), person_id=family.dad, at=later())


def test_a_contact_is_kept_with_all_its_numbers(vault: Vault, family: Family) -> None:
    text = ContactText(
        name="District nurses",
        role="Nurse",
        phones=(Phone(number="01632 960 002", label="days"), Phone(number=" "), Phone(number="+44 7700 900000")),
        email="nurses@a.example",
        address="1 High Street\nLeeds",
        hours="Mon-Fri 8-17",
        note="Ask for Ruth",
    )
    kept = vault.contacts.get(vault.contacts.add(text, person_id=family.mum, at=later())).text
    assert kept.phones == (Phone(number="01632 960 002", label="days"), Phone(number="+44 7700 900000"))
    assert (kept.address, kept.note) == (text.address, text.note)
    assert [hit.kind for hit in vault.searchable.find("7700")] == ["contact"]


def test_a_contact_moves_in_the_list_that_is_shown(vault: Vault, family: Family) -> None:
    vault.contacts.move(family.contacts[1], Direction.UP, person_id=family.mum, at=later())
    assert [one.text.name for one in vault.contacts.list(family.mum)] == ["Neighbour Joe", "Dr Rowe"]
    with pytest.raises(UnknownRecord):
        vault.contacts.move(family.contacts[0], Direction.UP, person_id=family.dad, at=later())


def test_a_reading_stays_as_it_was_read(vault: Vault, family: Family) -> None:
    reading = Reading(kind="weight", value=11, second=4, unit="st")
    kept = vault.measures.add(reading, person_id=family.mum, note="dressed", taken_at=later(-30), at=later())
    measurement = vault.measures.get(kept)
    assert (measurement.reading, measurement.note, measurement.at) == (reading, "dressed", later(-30))


def test_a_chart_has_all_readings_of_a_kind_in_one_unit(vault: Vault, family: Family) -> None:
    """Stones, pounds and kilograms make one line, oldest first; what cannot be told in the unit is left out."""
    for number, reading in enumerate(
        (
            Reading(kind="weight", value=157, unit="lb"),
            Reading(kind="weight", value=11, second=4, unit="st"),
        )
    ):
        vault.measures.add(reading, person_id=family.mum, taken_at=later(number), at=later())
    weights = vault.measures.list(family.mum, kind="weight")
    (line,) = lines_of(weights, "kg")
    assert [round(value, 1) for _at, value in line.points] == [71.5, 71.2, 71.7]
    assert [at for at, _value in line.points] == sorted(at for at, _value in line.points)
    assert lines_of(weights, "C") == ()
    upper, lower = lines_of(vault.measures.list(family.mum, kind="blood-pressure"), "mmHg")
    assert [value for line in (upper, lower) for _at, value in line.points] == [130, 80]
    assert len(vault.measures.list(family.mum, kind="weight", since=later(1))) == 1
    assert len(vault.measures.list(family.mum, kind="weight", limit=2)) == 2


def test_the_newest_of_each_kind_is_told(vault: Vault, family: Family) -> None:
    newest = vault.measures.add(Reading(kind="weight", value=70, unit="kg"), person_id=family.mum, at=later())
    assert [one.id for one in vault.measures.latest(family.mum)] == [newest, family.measurements[1]]
    assert vault.measures.latest(family.dad) == ()


def test_a_kind_of_ones_own_is_made_once_and_kept_while_it_is_measured(vault: Vault, family: Family) -> None:
    steps = vault.measures.make_kind("Steps", unit="steps", at=later())
    assert vault.measures.make_kind("steps ", at=later()) == steps
    reading = Reading(kind=steps.code, value=1_200, unit="steps")
    vault.measures.add(reading, person_id=family.mum, at=later())
    assert [hit.kind for hit in vault.searchable.find("steps")] == ["measurement"]
    with pytest.raises(RecordRefused):
        vault.measures.make_kind("Weight", at=later())
    undo = vault.measures.delete_kind(steps.id, at=later())
    assert vault.measures.own_kinds() == ()
    assert vault.measures.own_kind(steps.code).name == "Steps"
    vault.erasing.purge(at=later(60 * 24 * 60))
    assert vault.measures.own_kind(steps.code).name == "Steps"
    vault.put_back(undo, at=later(61))
    vault.measures.rename_kind(steps.id, "Walked", at=later(62))
    assert vault.measures.own_kinds()[0].name == "Walked"
    with pytest.raises(UnknownRecord):
        vault.measures.add(Reading(kind="own:nothing", value=1), at=later())


def test_measurements_are_listed_newest_first_within_bounds(vault: Vault, family: Family) -> None:
    ids = [
        vault.measures.add(Reading(kind="pulse", value=70 + n, unit="/min"), taken_at=later(n), at=later())
        for n in range(3)
    ]
    assert [one.id for one in vault.measures.list(kind="pulse", since=later(1))] == [ids[2], ids[1]]
    assert [one.id for one in vault.measures.list(kind="pulse", until=later(1))] == [ids[0]]
    assert [one.id for one in vault.measures.list(kind="pulse", limit=1)] == [ids[2]]
    assert vault.measures.list(family.mum, kind="pulse") == ()
    vault.measures.delete(ids[0], at=later(DAY))
    assert len(vault.measures.list(kind="pulse")) == 2


def test_what_was_deleted_is_there_for_those_alone_who_ask_for_it(vault: Vault, family: Family) -> None:
    records: tuple[tuple[Any, int], ...] = (
        (vault.notes, family.notes[0]),
        (vault.questions, family.questions[0]),
        (vault.appointments, family.visit),
        (vault.chases, family.chase),
        (vault.medicines, family.medicines[0]),
        (vault.contacts, family.contacts[0]),
        (vault.measures, family.measurements[0]),
        (vault.people, family.mum),
    )
    for store, number in records:
        store.delete(number, at=later())
        with pytest.raises(UnknownRecord):
            store.get(number)
        assert store.get(number, deleted=True).id == number
    told = vault.deleted.list()
    assert len(told) == len(records)
    assert {each.person_id for each in told if each.kind in ("person", "note", "medicine")} == {family.mum}


def test_there_is_something_to_choose_from() -> None:
    for choices in (contact_roles(), medicine_forms(), copied_from_labels()):
        assert len(set(choices)) == len(choices) >= 4
