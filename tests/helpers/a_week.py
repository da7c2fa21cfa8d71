"""Care notes with what a week holds: two appointments, three questions, a promise to ask after."""

from __future__ import annotations

from caregiver_app.model.time import Millis
from caregiver_app.vault.records.appointments import NewAppointment
from caregiver_app.vault.records.chases import NewChase
from caregiver_app.vault.records.questions import NewQuestion
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY

QUESTIONS = (
    "Could the new tablets be causing the bad dreams?",
    "Who do we call if she falls at night?",
    "Is it time for a swallowing check?",
)


def a_week(vault: Vault, *, at: Millis = MONDAY, zone: str = "UTC") -> None:
    """Put it into the notes of one person."""
    person = vault.people.add("Mum", at=at)
    clinic = vault.appointments.add(
        NewAppointment(
            title="Memory clinic review",
            starts="2026-11-23T14:30",
            zone=zone,
            person_id=person,
            with_whom="Dr Osei",
            place="Northfield Hospital",
        ),
        at=at,
    )
    vault.appointments.add(
        NewAppointment(title="District nurse visit", starts="2026-11-25T10:00", zone=zone, person_id=person), at=at
    )
    for text in QUESTIONS:
        vault.questions.add(NewQuestion(text=text, person_id=person, appointment_id=clinic), at=at)
    vault.chases.add(
        NewChase(what="Letter about the blood test", who="Surgery", by_date="2026-11-20", person_id=person), at=at
    )
