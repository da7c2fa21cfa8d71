"""Notes keep what was written, who wrote it, what it said before, and are listed newest first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from caregiver_app.model.errors import RecordRefused, RecordTrouble, UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.vault.changes.version_rows import LONGEST_STRETCH_MS, STRETCH_MS
from caregiver_app.vault.changes.versions import VersionId
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.note_templates import TEMPLATES, NoteKind, kind_labels, template_fields
from caregiver_app.vault.records.notes import NewNote, NoteId
from caregiver_app.vault.records.people import PersonId, Situation
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from caregiver_app.vault.typed.text import LONGEST_TEXT
from tests.helpers.care_notes import DAY, Family, later
from tests.helpers.clock import MONDAY


def test_a_note_comes_back_as_it_was_written(vault: Vault, family: Family) -> None:
    new = NewNote(
        text="Ate *little*.\r\nDrank",
        person_id=family.mum,
        kind=NoteKind.DAILY_LOG,
        answers={"mood": " Calm ", "eating": "", "sleep": "Well"},
        tags=("#Food", "food", " evening "),
        author="Anna",
        about_me=True,
        at=later(-60),
    )
    note = vault.notes.get(vault.notes.add(new, at=later()))
    assert (note.text, note.tags) == ("Ate *little*.\nDrank", ("evening", "Food"))
    assert dict(note.answers) == {"sleep": "Well", "mood": "Calm"}
    assert (note.author, note.about_me, note.at, note.created_at) == ("Anna", True, later(-60), later())


def test_notes_are_listed_newest_first_and_chosen_from(vault: Vault, family: Family) -> None:
    old = vault.notes.add(NewNote(text="Old", person_id=family.mum, tags=("Sleep",), at=later(-DAY)), at=later())
    vault.notes.add(NewNote(text="Dad's", person_id=family.dad), at=later())
    assert [note.id for note in vault.notes.list(family.mum)] == [family.notes[1], family.notes[0], old]
    assert [note.id for note in vault.notes.list(family.mum, tag="sleep")] == [family.notes[0], old]
    assert [note.id for note in vault.notes.list(kind=NoteKind.DAILY_LOG)] == [family.notes[1]]
    assert [note.id for note in vault.notes.list(family.mum, until=MONDAY)] == [old]
    assert [note.id for note in vault.notes.list(family.mum, since=MONDAY, limit=1)] == [family.notes[1]]
    about_me = vault.notes.add(NewNote(text="I am tired", about_me=True), at=later())
    assert [note.id for note in vault.notes.list(about_me=True)] == [about_me]
    assert about_me not in [note.id for note in vault.notes.list(about_me=False)]
    assert vault.notes.tags(family.mum) == {"Sleep": 1, "sleep": 1}


def test_saving_every_second_keeps_one_version_a_stretch(vault: Vault, family: Family) -> None:
    """An hour of writing that saves itself each second leaves a few versions, and the text of before it."""
    note = family.notes[0]
    start = later(60)
    for second in range(0, 3_600, 5):
        vault.notes.change(
            note, text=f"Slept badly, café in the night {'x' * second}", at=Millis(start + second * 1_000)
        )
    versions = vault.versions.of("note", note)
    assert versions[-1].values["text"] == "Slept badly, café in the night"
    assert len(versions) == 3_600_000 // LONGEST_STRETCH_MS


def test_a_pause_begins_a_new_version(vault: Vault, family: Family) -> None:
    note = family.notes[0]
    vault.notes.change(note, text="one", at=later(60))
    vault.notes.change(note, text="two", at=later(61))
    vault.notes.change(note, text="three", at=Millis(later(61) + STRETCH_MS))
    kept = [version.values["text"] for version in vault.versions.of("note", note)]
    assert kept == ["two", "Slept badly, café in the night"]


def test_a_new_note_that_saves_itself_keeps_no_versions(vault: Vault, family: Family) -> None:
    note = vault.notes.add(NewNote(text="S", person_id=family.mum), at=later())
    for number in range(50):
        vault.notes.change(note, text=f"So it went {number}", at=Millis(later() + 1_000 * number))
    assert vault.versions.of("note", note) == ()


def test_text_that_is_taken_away_within_a_stretch_is_kept(vault: Vault, family: Family) -> None:
    """Selecting all and typing one letter loses nothing, however quickly it is saved."""
    note = family.notes[0]
    long = "She told the whole story of the harbour and the boats, twice."
    vault.notes.change(note, text=long, at=later(60))
    vault.notes.change(note, text="x", at=Millis(later(60) + 1_000))
    assert long in [version.values["text"] for version in vault.versions.of("note", note)]


def test_a_version_comes_back_with_its_tags_and_can_be_taken_back(vault: Vault, family: Family) -> None:
    note = family.notes[0]
    vault.notes.change(note, text="Other", tags=("other",), author="Tom", at=later())
    version = vault.versions.of("note", note)[0]
    undo = vault.versions.bring_back(version.id, at=later(90))
    back = vault.notes.get(note)
    assert (back.text, back.tags, back.author) == ("Slept badly, café in the night", ("sleep",), "")
    assert vault.versions.of("note", note)[0].values["text"] == "Other"
    assert [hit.id for hit in vault.searchable.find("café")] == [note]
    vault.put_back(undo, at=later(91))
    assert vault.notes.get(note).tags == ("other",)


def test_a_version_of_what_is_gone_is_told(vault: Vault) -> None:
    with pytest.raises(UnknownRecord):
        vault.versions.bring_back(VersionId(4711), at=later())


@pytest.mark.parametrize(
    ("new", "trouble"),
    [
        (NewNote(text="x" * (LONGEST_TEXT + 1)), RecordTrouble.TOO_LONG),
        (NewNote(text="", answers={"mood": "x"}), RecordTrouble.FIELD),
        (NewNote(text="", tags=tuple(map(str, range(51)))), RecordTrouble.TOO_LONG),
        (NewNote(text="", author="x" * 1_001), RecordTrouble.TOO_LONG),
    ],
    ids=["long", "foreign-field", "tags", "author"],
)
def test_what_does_not_fit_is_refused_whole(vault: Vault, new: NewNote, trouble: RecordTrouble) -> None:
    with pytest.raises(RecordRefused) as told:
        vault.notes.add(new, at=later())
    assert told.value.kind is trouble
    assert vault.notes.list() == ()


def test_a_note_about_nobody_there_is_refused(vault: Vault) -> None:
    with pytest.raises(UnknownRecord):
        vault.notes.add(NewNote(text="x", person_id=PersonId(9)), at=later())
    with pytest.raises(UnknownRecord):
        vault.notes.get(NoteId(9))


@pytest.mark.parametrize("situation", [Situation.DIED, Situation.NO_LONGER_CARING])
def test_notes_of_somebody_whose_care_has_ended_are_for_reading(
    vault: Vault, family: Family, situation: Situation
) -> None:
    """They can be read, found and deleted, not written; setting things back opens them again."""
    vault.notes.change(family.notes[0], text="Second", at=later())
    version = vault.versions.of("note", family.notes[0])[0].id
    undo = vault.people.set_situation(family.mum, situation, on="2026-11-20", at=later())
    visit = NewAppointment(title="x", starts="2026-11-24T10:00", zone="UTC", person_id=family.mum)
    attempts: list[Callable[[], object]] = [
        lambda: vault.notes.add(NewNote(text="x", person_id=family.mum), at=later()),
        lambda: vault.notes.change(family.notes[0], text="x", at=later()),
        lambda: vault.notes.move_to(family.notes[0], family.dad, at=later()),
        lambda: vault.questions.add(NewQuestion(text="x", person_id=family.mum), at=later()),
        lambda: vault.questions.change(family.questions[0], text="x", at=later()),
        lambda: vault.medicines.add(MedicineText(name="x"), person_id=family.mum, at=later()),
        lambda: vault.medicines.stop(family.medicines[0], on="2026-11-20", at=later()),
        lambda: vault.measures.add(Reading(kind="pulse", value=70, unit="/min"), person_id=family.mum, at=later()),
        lambda: vault.measures.change(family.measurements[0], note="x", at=later()),
        lambda: vault.appointments.add(visit, at=later()),
        lambda: vault.appointments.change(family.visit, title="x", at=later()),
        lambda: vault.facts.fill(family.mum, "likes", "x", at=later()),
        lambda: vault.versions.bring_back(version, at=later()),
    ]
    for attempt in attempts:
        with pytest.raises(RecordRefused) as told:
            attempt()
        assert told.value.kind is RecordTrouble.KEPT
    assert len(vault.notes.list(family.mum)) == 2
    vault.put_back(undo, at=later(61))
    vault.notes.change(family.notes[0], text="x", at=later(62))


def test_in_hospital_notes_go_on(vault: Vault, family: Family) -> None:
    vault.people.set_situation(family.mum, Situation.IN_HOSPITAL, on=None, at=later())
    vault.notes.change(family.notes[0], text="Visited her", at=later())


@pytest.mark.parametrize("kind", list(NoteKind))
def test_each_template_says_what_it_asks(kind: NoteKind) -> None:
    fields = template_fields(kind)
    assert tuple(field.name for field in fields) == TEMPLATES[kind]
    assert all(field.label for field in fields)
    assert kind_labels()[kind]


def test_the_daily_log_has_ready_answers_for_what_is_ticked_each_day() -> None:
    """Two minutes are enough when eight of its fields need no typing."""
    ready = [field.name for field in template_fields(NoteKind.DAILY_LOG) if field.ready]
    assert ready == ["sleep", "eating", "drinking", "mood", "pain", "toilet", "moving", "medicines"]
