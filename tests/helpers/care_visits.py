"""An invented family's journal, questions and visits around a Monday in November."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from caregiver_app.model.time import Millis
from caregiver_app.ui.care.tab import CareTab
from caregiver_app.vault.records.appointments import AppointmentId, NewAppointment
from caregiver_app.vault.records.chases import ChaseId, NewChase
from caregiver_app.vault.records.medicines import MedicineText
from caregiver_app.vault.records.notes import NewNote, NoteId, NoteKind
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import NewQuestion, QuestionId
from caregiver_app.vault.store import Vault
from tests.helpers.care_window import care_of
from tests.helpers.whole_window import Opened

T = TypeVar("T")
Tab = TypeVar("Tab", bound=CareTab)

DAY = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The numbers of what was written."""

    mum: PersonId
    notes: tuple[NoteId, ...]
    questions: tuple[QuestionId, ...]
    today: AppointmentId
    later: AppointmentId
    past: AppointmentId
    chase: ChaseId


def fill_visits(vault: Vault, now: Millis) -> Filled:
    """Write two notes, three questions, three visits, one promise and two medicines about one person."""
    mum = vault.people.add("Mum", at=now)
    notes = (
        vault.notes.add(
            NewNote(
                text="Restless evening. **Curtains** closed at four and it helped. Short walk in the garden.",
                person_id=mum,
                kind=NoteKind.DAILY_LOG,
                answers={"sleep": "Woke up often", "mood": "Restless"},
                tags=("Mood", "Sleep"),
                author="Anna",
                at=Millis(now - DAY),
            ),
            at=now,
        ),
        vault.notes.add(
            NewNote(
                text="Coughed when drinking tea. Thickened it as the nurse showed us. No more coughing.",
                person_id=mum,
                tags=("Eating",),
                at=Millis(now - 2 * DAY),
            ),
            at=now,
        ),
    )
    today = vault.appointments.add(
        NewAppointment(
            title="Memory clinic review",
            starts="2026-11-23T14:30",
            zone="Europe/London",
            person_id=mum,
            with_whom="Dr Osei",
            place="Clinic, second floor",
        ),
        at=now,
    )
    later = vault.appointments.add(
        NewAppointment(title="District nurse", starts="2026-11-25T10:00", zone="Europe/London", person_id=mum), at=now
    )
    past = vault.appointments.add(
        NewAppointment(title="Eye test", starts="2026-11-20T09:15", zone="Europe/London", person_id=mum), at=now
    )
    questions = (
        vault.questions.add(
            NewQuestion(text="Could the new tablet make her unsteady?", person_id=mum, appointment_id=today), at=now
        ),
        vault.questions.add(
            NewQuestion(
                text="Is it safe to leave her alone in the morning?",
                person_id=mum,
                appointment_id=today,
                for_whom="Dr Osei",
            ),
            at=now,
        ),
        vault.questions.add(NewQuestion(text="Who can look at the stairs?", person_id=mum), at=now),
    )
    chase = vault.chases.add(
        NewChase(what="Letter with the results", who="Clinic", by_date="2026-12-01", appointment_id=today), at=now
    )
    donepezil = MedicineText(name="Donepezil", strength="5 mg", times="At bedtime", copied_on="2026-11-16")
    vault.medicines.add(donepezil, person_id=mum, at=now)
    vault.medicines.add(MedicineText(name="Vitamin D", times="With breakfast"), person_id=mum, at=now)
    return Filled(mum=mum, notes=notes, questions=questions, today=today, later=later, past=past, chase=chase)


def in_notes(opened: Opened, work: Callable[[Vault], T]) -> T:
    """Return what `work` finds in the open notes of a window."""
    care, answers = care_of(opened), list[T]()
    care.desk.ask(care, work, answers.append)
    opened.quiet()
    return answers[0]


def filled(opened: Opened) -> Filled:
    """Fill the open notes of a window, and let the tabs show it."""
    written = in_notes(opened, lambda vault: fill_visits(vault, opened.clock.now()))
    care_of(opened).desk.changed.emit()
    opened.quiet()
    return written


def tab_of(opened: Opened, key: str, kind: type[Tab]) -> Tab:
    """Open a tab of open notes."""
    body = care_of(opened).screen.body
    assert body is not None
    tab = body.open_tab(key)
    assert isinstance(tab, kind)
    opened.quiet()
    return tab
