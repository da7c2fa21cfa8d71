"""Every change can be taken back to the last byte, and done again."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_app.model.errors import RecordRefused, UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.vault.changes.ordering import Direction
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.measuring.units import Reading
from caregiver_app.vault.records.appointments import AppointmentState
from caregiver_app.vault.records.chases import NewChase
from caregiver_app.vault.records.contacts import ContactText
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NoteKind
from caregiver_app.vault.records.people import Consent, Situation
from caregiver_app.vault.records.questions import NewQuestion, QuestionState
from caregiver_app.vault.records.visits import AfterVisit
from caregiver_app.vault.store import Vault
from tests.helpers.care_notes import CareNotes, Family, fill_family, later, open_notes

LONG = "A long night: she called out four times, and only the radio calmed her in the end."
Change = Callable[[Vault, Family, Millis], Undo]

CHANGES: dict[str, Change] = {
    "person-rename": lambda v, f, at: v.people.rename(f.mum, "Mother", at=at),
    "person-situation": lambda v, f, at: v.people.set_situation(f.mum, Situation.DIED, on="2026-11-20", at=at),
    "person-consent": lambda v, f, at: v.people.set_consent(f.mum, Consent.DECIDED_FOR_THEM, note="by us", at=at),
    "person-matters": lambda v, f, at: v.people.set_matters(f.mum, "The garden", at=at),
    "person-delete": lambda v, f, at: v.people.delete(f.mum, at=at),
    "fact-fill": lambda v, f, at: v.facts.fill(f.mum, "allergies", "Nuts", at=at),
    "fact-new": lambda v, f, at: v.facts.fill(f.mum, "birth-date", "1944-02-29", at=at),
    "fact-none-known": lambda v, f, at: v.facts.none_known(f.mum, "allergies", at=at),
    "fact-forget": lambda v, f, at: v.facts.forget(f.mum, "devices", at=at),
    "fact-still-right": lambda v, f, at: v.facts.still_right(f.mum, ("allergies", "devices"), at=at),
    "fact-fill-many": lambda v, f, at: v.facts.fill_many(f.mum, {"do": "Sit down", "avoid": "Noise"}, at=at),
    "note-text": lambda v, f, at: v.notes.change(f.notes[0], text=LONG, at=at),
    "note-tags": lambda v, f, at: v.notes.change(f.notes[0], tags=("night", "Sleep"), at=at),
    "note-both": lambda v, f, at: v.notes.change(f.notes[0], text=LONG, tags=(), author="Tom", about_me=True, at=at),
    "note-answers": lambda v, f, at: v.notes.change(f.notes[1], answers={"sleep": "Well"}, at=at),
    "note-kind": lambda v, f, at: v.notes.change(f.notes[0], kind=NoteKind.INCIDENT, happened_at=Millis(1), at=at),
    "note-move": lambda v, f, at: v.notes.move_to(f.notes[0], f.dad, at=at),
    "note-delete": lambda v, f, at: v.notes.delete(f.notes[0], at=at),
    "question-text": lambda v, f, at: v.questions.change(f.questions[0], text=LONG, for_whom="Nurse", at=at),
    "question-state": lambda v, f, at: v.questions.set_state(f.questions[0], QuestionState.SET_ASIDE, at=at),
    "question-assign": lambda v, f, at: v.questions.assign(f.questions[0], f.visit, at=at),
    "question-answer": lambda v, f, at: v.questions.answer(f.questions[0], "Salt", by_whom="Dr Rowe", at=at),
    "question-move": lambda v, f, at: v.questions.move(f.questions[1], Direction.UP, at=at),
    "question-order": lambda v, f, at: v.questions.put_in_order((f.questions[1], f.questions[0]), at=at),
    "question-delete": lambda v, f, at: v.questions.delete(f.questions[0], at=at),
    "visit-change": lambda v, f, at: v.appointments.change(f.visit, title="Clinic", reason="Memory", at=at),
    "visit-reschedule": lambda v, f, at: v.appointments.reschedule(
        f.visit, starts="2026-12-01T09:00", ends="2026-12-01T10:00", zone="America/Chicago", at=at
    ),
    "visit-state": lambda v, f, at: v.appointments.set_state(f.visit, AppointmentState.CANCELLED, at=at),
    "visit-delete": lambda v, f, at: v.appointments.delete(f.visit, at=at),
    "visit-write-up": lambda v, f, at: (
        v.visits.write_up(
            f.visit,
            AfterVisit(
                outcome="Went well",
                decisions="Less salt",
                answers={f.questions[0]: "Salt"},
                asked=(f.questions[1],),
                chases=(NewChase(what="Letter"), NewChase(what="Scales", who="Nurse")),
            ),
            at=at,
        ).undo
    ),
    "chase-change": lambda v, f, at: v.chases.change(f.chase, what="Report", no_date=True, at=at),
    "chase-done": lambda v, f, at: v.chases.set_done(f.chase, True, at=at),
    "chase-delete": lambda v, f, at: v.chases.delete(f.chase, at=at),
    "medicine-change": lambda v, f, at: v.medicines.change(f.medicines[0], MedicineText(name="Other"), at=at),
    "medicine-stop": lambda v, f, at: v.medicines.stop(f.medicines[0], on="2026-11-22", reason="Feet", at=at),
    "medicine-checked": lambda v, f, at: v.medicines.checked(f.medicines[0], against="Label", on="2026-11-22", at=at),
    "medicine-move": lambda v, f, at: v.medicines.move(f.medicines[0], Direction.DOWN, at=at),
    "medicine-delete": lambda v, f, at: v.medicines.delete(f.medicines[0], at=at),
    "contact-change": lambda v, f, at: v.contacts.change(f.contacts[0], ContactText(name="Dr Wren"), at=at),
    "contact-person": lambda v, f, at: v.contacts.set_person(f.contacts[0], None, at=at),
    "contact-order": lambda v, f, at: v.contacts.set_call_order(f.contacts[::-1], person_id=f.mum, at=at),
    "contact-move": lambda v, f, at: v.contacts.move(f.contacts[1], Direction.UP, person_id=f.mum, at=at),
    "contact-delete": lambda v, f, at: v.contacts.delete(f.contacts[0], at=at),
    "measurement-change": lambda v, f, at: v.measures.change(
        f.measurements[0], reading=Reading(kind="weight", value=70, unit="kg"), note="after", taken_at=at, at=at
    ),
    "measurement-delete": lambda v, f, at: v.measures.delete(f.measurements[0], at=at),
    "citation-add": lambda v, f, at: v.citations.add(
        "note", f.notes[0], library_uid="starter/1", title="Swollen feet", address="https://a.example/", at=at
    ),
}


@pytest.mark.parametrize("minutes", [1, 60], ids=["same-stretch", "later"])
@pytest.mark.parametrize("name", sorted(CHANGES))
def test_a_change_is_taken_back_whole_and_done_again(
    care_notes: CareNotes, family: Family, name: str, minutes: int
) -> None:
    """Rows, times, versions and search words return, and come again, whatever was changed."""
    vault, before = care_notes.vault, care_notes.everything()
    undo = CHANGES[name](vault, family, later(minutes))
    after = care_notes.everything()
    assert after != before
    redo = vault.put_back(undo, at=later(minutes + 1))
    assert care_notes.everything() == before
    vault.put_back(redo, at=later(minutes + 2))
    assert care_notes.everything() == after


def test_many_changes_are_taken_back_one_after_the_other(care_notes: CareNotes, family: Family) -> None:
    """A whole session can be undone step by step, and each step finds things as they were."""
    vault = care_notes.vault
    names = [name for name in sorted(CHANGES) if not name.endswith("delete") and name != "person-situation"]
    states, undos = [care_notes.everything()], []
    for number, name in enumerate(names):
        undos.append(CHANGES[name](vault, family, later(60 + number)))
        states.append(care_notes.everything())
    for undo in reversed(undos):
        states.pop()
        vault.put_back(undo, at=later(600))
        assert care_notes.everything() == states[-1]


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(0, 40)), max_size=8))
def test_any_session_is_taken_back_step_by_step(steps: list[tuple[str, int]]) -> None:
    """Whatever is done in whatever order and at whatever pace; what is refused changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        care_notes = open_notes(Path(folder))
        vault, family = care_notes.vault, fill_family(care_notes.vault)
        states, undos, minutes = [care_notes.everything()], [], 60
        for name, pause in steps:
            minutes += pause
            try:
                undo = CHANGES[name](vault, family, later(minutes))
            except (UnknownRecord, RecordRefused):
                assert care_notes.everything() == states[-1]
                continue
            undos.append(undo)
            states.append(care_notes.everything())
        for undo in reversed(undos):
            states.pop()
            vault.put_back(undo, at=later(minutes + 1))
            assert care_notes.everything() == states[-1]
        vault.close()


def test_what_changed_nothing_has_nothing_to_take_back(care_notes: CareNotes, family: Family) -> None:
    before = care_notes.everything()
    undo = care_notes.vault.notes.change(family.notes[0], text="Slept badly, café in the night", at=later())
    assert not undo
    assert care_notes.everything() == before


def test_a_note_written_over_meanwhile_is_kept_as_a_version(vault: Vault, family: Family) -> None:
    """Taking back an older step loses no word that somebody else wrote since."""
    undo = vault.notes.change(family.notes[0], text="First", at=later(60))
    vault.notes.change(family.notes[0], text="Second, by another window", at=later(61))
    vault.put_back(undo, at=later(62))
    assert vault.notes.get(family.notes[0]).text == "Slept badly, café in the night"
    assert vault.versions.of("note", family.notes[0])[0].values["text"] == "Second, by another window"


def test_other_fields_changed_meanwhile_stay(vault: Vault, family: Family) -> None:
    undo = vault.notes.change(family.notes[0], text="First", at=later(60))
    vault.notes.change(family.notes[0], author="Tom", at=later(61))
    vault.put_back(undo, at=later(62))
    assert vault.notes.get(family.notes[0]).author == "Tom"


def test_what_is_gone_for_good_cannot_be_taken_back(care_notes: CareNotes, family: Family) -> None:
    vault = care_notes.vault
    undo = vault.notes.change(family.notes[0], text="First", at=later())
    vault.erasing.delete_for_good("note", family.notes[0])
    before = care_notes.everything()
    with pytest.raises(UnknownRecord):
        vault.put_back(undo, at=later(61))
    assert care_notes.everything() == before


def test_a_step_never_lands_on_another_record_that_got_the_number(vault: Vault, family: Family) -> None:
    """Numbers of what went for good are given again; steps know their records by uid."""
    last = family.questions[-1]
    undo = vault.questions.change(last, text="Another text", at=later())
    vault.erasing.delete_for_good("question", last)
    again = vault.questions.add(NewQuestion(text="Newcomer"), at=later(61))
    assert again == last
    with pytest.raises(UnknownRecord):
        vault.put_back(undo, at=later(62))
    assert vault.questions.get(again).text == "Newcomer"


def test_an_answer_never_lands_at_another_question_that_got_the_number(vault: Vault, family: Family) -> None:
    last = family.questions[-1]
    vault.questions.answer(last, "Take the lift", at=later())
    undo = vault.answers.remove(vault.questions.get(last).answers[0].id, at=later(61))
    vault.erasing.delete_for_good("question", last)
    again = vault.questions.add(NewQuestion(text="Newcomer"), at=later(62))
    with pytest.raises(UnknownRecord):
        vault.put_back(undo, at=later(63))
    assert vault.questions.get(again).answers == ()


def test_what_was_added_and_then_changed_is_not_lost_by_taking_back(vault: Vault, family: Family) -> None:
    """What was chased after a visit and written on since goes to the recently deleted."""
    written = vault.visits.write_up(family.visit, AfterVisit(chases=(NewChase(what="Letter"),)), at=later())
    vault.chases.change(written.chases[0], what="Letter from the clinic, with the scan", at=later(61))
    vault.put_back(written.undo, at=later(62))
    assert [(one.kind, one.title) for one in vault.deleted.list()] == [
        ("chase", "Letter from the clinic, with the scan")
    ]


def test_a_step_shows_no_private_word_when_printed(vault: Vault, family: Family) -> None:
    """What lands in a traceback or a log tells kinds and numbers only."""
    undo = vault.notes.change(family.notes[0], text=LONG, tags=("secret-tag",), at=later())
    shown = repr(undo) + repr(vault.notes.get(family.notes[0])) + repr(vault.facts.of(family.mum))
    assert not any(word in shown for word in ("radio", "secret-tag", "Penicillin", "café"))
