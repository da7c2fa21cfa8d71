"""All that the tab of the appointments shows, read in the notes' own thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.model.time import Millis, day_of
from caregiver_app.ui.care.appointments.chases_card import ChaseLook, read_chases
from caregiver_app.ui.care.appointments.next_visit import NextVisit, read_next
from caregiver_app.ui.care.appointments.visit_looks import VisitLook, look_of_visit
from caregiver_app.ui.care.parts.people_words import names_of
from caregiver_app.vault.records.appointments import Appointment
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import QuestionState
from caregiver_app.vault.store import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitsRead:
    """All that the tab shows. `more` when there are older visits than those of `past`."""

    to_write_up: tuple[VisitLook, ...] = field(repr=False)
    coming: tuple[VisitLook, ...] = field(repr=False)
    past: tuple[VisitLook, ...] = field(repr=False)
    more: bool
    visit: NextVisit | None = field(repr=False)
    chases: tuple[ChaseLook, ...] = field(repr=False)


def read_visits(vault: Vault, person_id: PersonId | None, *, past: int, now: Millis) -> VisitsRead:
    """Return the visits of one person or of all, and what is to be chased."""
    names = names_of(vault) if person_id is None else {}
    over = vault.appointments.past(person_id, now=now, limit=past + 1)
    unwritten = vault.appointments.to_write_up(person_id, now=now)
    waiting = {one.id for one in unwritten}
    counts = _questions(vault)

    def look(visit: Appointment) -> VisitLook:
        about = names.get(visit.person_id, "") if visit.person_id is not None else ""
        return look_of_visit(visit, now=now, about=about, questions=counts.get(visit.id, 0))

    return VisitsRead(
        to_write_up=tuple(map(look, unwritten)),
        coming=tuple(map(look, vault.appointments.upcoming(person_id, now=now))),
        past=tuple(look(one) for one in over[:past] if one.id not in waiting),
        more=len(over) > past,
        visit=read_next(vault, person_id, now=now),
        chases=read_chases(vault, person_id, today=day_of(now)),
    )


def _questions(vault: Vault) -> dict[int, int]:
    counts: dict[int, int] = {}
    for one in vault.questions.list(states=(QuestionState.OPEN, QuestionState.ASKED)):
        if one.appointment_id is not None:
            counts[one.appointment_id] = counts.get(one.appointment_id, 0) + 1
    return counts
