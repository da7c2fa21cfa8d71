"""The invented family: every kind of record is there, and all of it is taken as it is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from caregiver_app.vault.forms.facts import FactState
from caregiver_app.vault.forms.fields import FIELDS, FORMS, FieldKind, fields_of
from caregiver_app.vault.importing.taking_in import PARTS
from caregiver_app.vault.measuring.kinds import KINDS
from caregiver_app.vault.records.note_templates import NoteKind
from demomaking.family import family_document
from make_demo import told
from tests.helpers.demo_family import demo_notes

DAY = date(2026, 11, 23)


def test_the_family_has_every_kind_of_record_and_field() -> None:
    family = family_document(DAY)
    assert [part for part in PARTS if not family[part]] == []
    assert {note["kind"] for note in family["notes"]} == {kind.value for kind in NoteKind}
    measured = {each["kind"].partition(":")[0] for each in family["measurements"]}
    assert measured == {*KINDS, "own"}
    mum, dad = family["people"]
    own = {name for name, kind in FIELDS.items() if kind is not FieldKind.RECORDS}
    asked = {name for form in FORMS for name in fields_of(form)} & own
    assert asked == {fact["field"] for fact in mum["facts"]}, "every sheet of hers is full"
    assert {fact["state"] for fact in mum["facts"]} == {FactState.FILLED, FactState.NONE_KNOWN}
    assert asked - {fact["field"] for fact in dad["facts"]}, "his have gaps"


def test_days_count_from_the_day_that_is_asked_for() -> None:
    assert family_document(DAY)["appointments"][0]["starts"] == "2026-11-25T10:30"
    assert family_document(date(2027, 2, 27))["appointments"][0]["starts"] == "2027-03-01T10:30"
    summer = family_document(date(2027, 7, 1))["notes"][-1]["at"]
    assert summer == "2027-06-30T20:50:00+01:00"


def test_the_notes_open_with_the_words_that_are_told_and_hold_all_of_it(tmp_path: Path) -> None:
    care = demo_notes(tmp_path / "data")
    vault = care.open()
    family = family_document(DAY)
    mum, dad = vault.people.list()
    assert (mum.name, dad.name) == ("Mum", "Dad")
    assert len(vault.facts.of(mum.id)) == len(family["people"][0]["facts"])
    (letter,) = vault.attachments.file_names()
    assert (tmp_path / "data" / "attachments" / letter).is_file()
    vault.close()
    care.lock()
    assert b"Hartley" not in b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_at_night_the_terminal_says_why_home_shows_so_little() -> None:
    assert "Show all of Home" in told(night=True)
    assert told(night=True).startswith(told(night=False))
    assert "Show all of Home" not in told(night=False)
