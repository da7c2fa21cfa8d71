"""Nothing of journal, questions and appointments is left anywhere after the lock, wherever one was (UX.md T13)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from caregiver_app.ui.care.appointments.tab import AppointmentsTab
from caregiver_app.ui.care.journal.note_place import NotePlace
from caregiver_app.ui.care.journal.tab import JournalTab
from caregiver_app.ui.care.questions.tab import QuestionsTab
from caregiver_app.vault.records.appointments import AppointmentId, NewAppointment
from caregiver_app.vault.records.chases import NewChase
from caregiver_app.vault.records.notes import NewNote, NoteId
from caregiver_app.vault.records.questions import NewQuestion, QuestionId
from caregiver_app.vault.store import Vault
from tests.helpers.care_records import take_back_all
from tests.helpers.care_visits import in_notes, tab_of
from tests.helpers.care_window import lock, unlock
from tests.helpers.everything_shown import everything_shown
from tests.helpers.qt_app import settle
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

MARKER = "Zufall7Kroete"


def mark(vault: Vault, opened: Opened) -> None:
    """Write the marker into each field that these tabs show."""
    now = opened.clock.now()
    person = vault.people.add(f"{MARKER} person", at=now)
    vault.people.add(f"{MARKER} other", at=now)
    note = vault.notes.add(
        NewNote(text=f"# {MARKER} note", tags=(f"{MARKER}tag",), author=f"{MARKER} author", person_id=person), at=now
    )
    vault.notes.change(note, text=f"{MARKER} changed, now at length", at=now)
    visit = vault.appointments.add(
        NewAppointment(
            title=f"{MARKER} visit",
            starts="2026-11-23T14:30",
            zone="Europe/London",
            with_whom=f"{MARKER} doctor",
            place=f"{MARKER} place",
            reason=f"{MARKER} reason",
            person_id=person,
        ),
        at=now,
    )
    question = vault.questions.add(
        NewQuestion(text=f"{MARKER} question", for_whom=f"{MARKER} whom", appointment_id=visit, person_id=person),
        at=now,
    )
    vault.questions.answer(question, f"{MARKER} answer", by_whom=f"{MARKER} by", at=now)
    vault.questions.add(NewQuestion(text=f"{MARKER} open", appointment_id=visit, person_id=person), at=now)
    vault.chases.add(NewChase(what=f"{MARKER} chase", who=f"{MARKER} who", person_id=person), at=now)
    vault.citations.add("note", note, library_uid="article/x", title=f"{MARKER} page", at=now)


def _journal(opened: Opened) -> None:
    tab = tab_of(opened, "journal", JournalTab)
    tab.edit.setPlainText(f"{MARKER} being written")


def _note(opened: Opened) -> None:
    tab_of(opened, "journal", JournalTab).open_note(NoteId(1))


def _change_of_note(opened: Opened) -> None:
    tab = tab_of(opened, "journal", JournalTab)
    tab.open_note(NoteId(1))
    opened.quiet()
    assert isinstance(tab.place, NotePlace)
    tab.place.change.click()


def _question(opened: Opened) -> None:
    tab = tab_of(opened, "questions", QuestionsTab)
    tab.read_then(QuestionId(2), tab.change)


def _pages_of_question(opened: Opened) -> None:
    tab = tab_of(opened, "questions", QuestionsTab)
    tab.show_record(1)


def _after(opened: Opened) -> None:
    tab = tab_of(opened, "appointments", AppointmentsTab)
    tab.open_after(AppointmentId(1))


def _visit(opened: Opened) -> None:
    tab = tab_of(opened, "appointments", AppointmentsTab)
    tab.new()
    settle()
    tab.chases.open_number(1)


def test_nothing_is_left_after_the_lock(opened: Opened) -> None:
    unlock(opened)
    in_notes(opened, lambda vault: mark(vault, opened))
    lock(opened)
    for go in (_note, _question, _pages_of_question, _after, _journal, _change_of_note, _visit):
        with step(go.__name__):
            unlock(opened)
            assert_gone_after_the_lock(opened, go)


def assert_gone_after_the_lock(opened: Opened, go: Callable[[Opened], None]) -> None:
    take_back_all(opened)
    go(opened)
    opened.quiet()
    assert MARKER in everything_shown(opened.whole.window)
    lock(opened)
    opened.quiet()
    assert MARKER not in everything_shown(opened.whole.window)
    assert opened.message == ""
    assert opened.whole.undo.next_undo is None
