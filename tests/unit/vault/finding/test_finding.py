"""Search finds every record by the beginnings of its words; the timeline walks them by time."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_app.model.article import HIT_END, HIT_START
from caregiver_app.model.time import Millis
from caregiver_app.vault.across.timeline import TIMELINE_KINDS, TimelineKey
from caregiver_app.vault.finding.searchable import query_of
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import CareNotes, Family, later
from tests.helpers.clock import MONDAY


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("cafe", ["note"]),
        ("CAF", ["note"]),
        ("slept café", ["note"]),
        ("calm", ["note"]),
        ("anna", ["note"]),
        ("memory clin", ["appointment"]),
        ("swol", ["question"]),
        ("letter", ["chase"]),
        ("amlo 5", ["medicine"]),
        ("joe", ["contact"]),
        ("960001", ["contact"]),
        ("01632960001", ["contact"]),
        ("130/80", ["measurement"]),
        ("weight", ["measurement"]),
        ("penicillin", ["person"]),
        ("slept amlodipine", []),
        ("", []),
        ('"', []),
        ("--- *", []),
        ("a OR b NOT (c", []),
    ],
)
def test_a_record_is_found_by_the_beginnings_of_its_words(
    vault: Vault, family: Family, typed: str, kinds: list[str]
) -> None:
    assert [hit.kind for hit in vault.searchable.find(typed)] == kinds


def test_what_was_found_is_marked_in_a_piece_of_the_text(vault: Vault, family: Family) -> None:
    (hit,) = vault.searchable.find("caf")
    assert hit.text == f"Slept badly, {HIT_START}café{HIT_END} in the night sleep"
    vault.notes.change(family.notes[0], text=f"{'word ' * 500}needle{' word' * 500}", at=later())
    (hit,) = vault.searchable.find("needle")
    assert f"{HIT_START}needle{HIT_END}" in hit.text
    assert len(hit.text) < 250


def test_found_records_come_newest_first_and_can_be_chosen_from(vault: Vault, family: Family) -> None:
    new = vault.notes.add(NewNote(text="Letter came", person_id=family.dad), at=later())
    assert [(hit.kind, hit.id) for hit in vault.searchable.find("letter")] == [("note", new), ("chase", family.chase)]
    assert [hit.kind for hit in vault.searchable.find("letter", person_id=family.mum)] == ["chase"]
    assert [hit.kind for hit in vault.searchable.find("letter", kinds=("note", "question"))] == ["note"]
    assert [hit.kind for hit in vault.searchable.find("joe", person_id=family.dad)] == ["contact"]
    assert [hit.kind for hit in vault.searchable.find("letter", limit=1)] == ["note"]


def test_changed_and_deleted_words_are_found_no_more(vault: Vault, family: Family) -> None:
    vault.notes.change(family.notes[0], text="Quiet", tags=(), at=later())
    assert vault.searchable.find("café") == ()
    undo = vault.notes.delete(family.notes[0], at=later(61))
    assert vault.searchable.find("quiet") == ()
    vault.put_back(undo, at=later(62))
    assert len(vault.searchable.find("quiet")) == 1


def test_the_words_made_anew_are_those_that_were_kept_up_to_date(care_notes: CareNotes, family: Family) -> None:
    vault = care_notes.vault
    vault.questions.answer(family.questions[0], "Salt", at=later())
    vault.notes.change(family.notes[0], tags=("night",), at=later())
    vault.contacts.delete(family.contacts[0], at=later())
    before = care_notes.everything()["searchable"]
    assert vault.indexing.make_anew() == len(before)
    assert care_notes.everything()["searchable"] == before
    assert len(vault.searchable.find("salt")) == 1


def test_words_that_are_lost_or_wrong_are_made_anew(care_notes: CareNotes, family: Family) -> None:
    vault = care_notes.vault
    before = care_notes.everything()["searchable"]
    for damage in (
        "DELETE FROM searchable",
        "INSERT INTO searchable_words (searchable_words) VALUES ('delete-all')",
        "DELETE FROM searchable_words_data",
        "UPDATE searchable SET text = 'other', at = 0",
    ):
        with vault.write("test.damage") as writer:
            writer.execute(damage)
        vault.indexing.make_anew()
        assert care_notes.everything()["searchable"] == before, damage
        assert [(hit.kind, hit.id) for hit in vault.searchable.find("café")] == [("note", family.notes[0])], damage
        assert vault.searchable.find("other") == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_anything_typed_gives_an_answer(vault: Vault, typed: str) -> None:
    vault.searchable.find(typed)


def test_a_query_has_a_bound() -> None:
    assert query_of("word " * 1_000).count("word") == 12
    assert len(query_of("x" * 100_000)) < 100


def test_a_person_s_records_are_one_row_of_time(vault: Vault, family: Family) -> None:
    kinds = [entry.kind for entry in vault.timeline.page(family.mum)]
    assert kinds[0] == "appointment"
    assert set(kinds) == set(TIMELINE_KINDS)
    assert [entry.kind for entry in vault.timeline.page(family.dad)] == ["question"]
    assert "appointment" not in [entry.kind for entry in vault.timeline.page(family.mum, until=later(0))]
    assert {entry.kind for entry in vault.timeline.page(kinds=("note",))} == {"note"}
    notes = vault.timeline.page(family.mum, kinds=("note",))
    assert [entry.id for entry in notes] == [family.notes[1], family.notes[0]]
    assert notes[1].text.startswith("Slept badly")


def test_a_medicine_belongs_to_the_day_on_which_it_was_started(vault: Vault, family: Family) -> None:
    old = vault.medicines.add(MedicineText(name="Old one", started="2019-05-01"), person_id=family.mum, at=later())
    assert vault.timeline.page(family.mum)[-1].id == old


@pytest.mark.parametrize("size", [1, 3, 50])
def test_pages_follow_each_other_without_a_gap(vault: Vault, family: Family, size: int) -> None:
    """Records of the same moment are neither shown twice nor left out where one page ends."""
    for number in range(40):
        vault.notes.add(NewNote(text=f"N{number}", person_id=family.mum, at=Millis(MONDAY + number // 7)), at=later())
    whole = [entry.key for entry in vault.timeline.page(family.mum, limit=1_000)]
    walked: list[TimelineKey] = []
    page = vault.timeline.page(family.mum, limit=size)
    while page:
        walked += [entry.key for entry in page]
        page = vault.timeline.page(family.mum, before=page[-1].key, limit=size)
    assert walked == whole
    assert len(set(walked)) == len(walked)
