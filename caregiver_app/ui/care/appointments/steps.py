"""What can be done with visits and with what is to be chased, as steps of the notes' own thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.desk import CareDone
from caregiver_app.ui.theme import Icon
from caregiver_app.vault.changes.undoing import joined
from caregiver_app.vault.records.appointments import AppointmentId, AppointmentState, NewAppointment
from caregiver_app.vault.records.chases import ChaseId, NewChase
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.records.questions import QuestionId
from caregiver_app.vault.records.visits import AfterVisit
from caregiver_app.vault.store import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangedVisit:
    """What stands in the form of a visit. `starts` and `ends` are YYYY-MM-DDTHH:MM on the clock of `zone`."""

    title: str = field(repr=False)
    starts: str
    ends: str | None
    zone: str
    with_whom: str = field(repr=False)
    place: str = field(repr=False)
    reason: str = field(repr=False)
    person_id: PersonId | None


def add_visit(vault: Vault, visit: ArrangedVisit, *, at: Millis) -> CareDone:
    """Keep a new visit."""
    new = NewAppointment(
        title=visit.title,
        starts=visit.starts,
        ends=visit.ends,
        zone=visit.zone,
        person_id=visit.person_id,
        with_whom=visit.with_whom,
        place=visit.place,
        reason=visit.reason,
    )
    visit_id = vault.appointments.add(new, at=at)
    return CareDone(
        text=_("Appointment kept."),
        undo=lambda notes, then: notes.appointments.delete(visit_id, at=then),
        icon=Icon.CALENDAR,
    )


def change_visit(vault: Vault, visit_id: AppointmentId, visit: ArrangedVisit, *, at: Millis) -> CareDone | None:
    """Change a visit; moved to another time it is planned again. None when nothing is otherwise."""
    before = vault.appointments.get(visit_id)
    times = (before.starts.local, None if before.ends is None else before.ends.local, before.starts.zone)
    with vault.write("vault.appointment.change-all"):
        steps = [
            vault.appointments.change(
                visit_id,
                title=visit.title,
                with_whom=visit.with_whom,
                place=visit.place,
                reason=visit.reason,
                at=at,
            )
        ]
        if times != (visit.starts, visit.ends, visit.zone):
            steps.append(
                vault.appointments.reschedule(visit_id, starts=visit.starts, ends=visit.ends, zone=visit.zone, at=at)
            )
    undo = joined(steps)
    return CareDone(text=_("Saved what you changed."), undo=undo, icon=Icon.CALENDAR) if undo else None


def set_state(vault: Vault, visit_id: AppointmentId, state: AppointmentState, *, at: Millis) -> CareDone | None:
    """Say what became of a visit."""
    words = {
        AppointmentState.PLANNED: _("The appointment is planned again."),
        AppointmentState.DONE: _("Marked as done."),
        AppointmentState.CANCELLED: _("Marked as cancelled."),
    }
    undo = vault.appointments.set_state(visit_id, state, at=at)
    return CareDone(text=words[state], undo=undo, icon=Icon.CALENDAR) if undo else None


def delete_visit(vault: Vault, visit_id: AppointmentId, *, at: Millis) -> CareDone:
    """Put a visit among the recently deleted."""
    undo = vault.appointments.delete(visit_id, at=at)
    return CareDone(text=_("Deleted the appointment."), undo=undo, icon=Icon.TRASH)


def write_up(
    vault: Vault, visit_id: AppointmentId, after: AfterVisit, asked_there: Mapping[QuestionId, bool], *, at: Millis
) -> CareDone:
    """Write down what came of a visit, all of it or nothing.

    `asked_there` names the questions that were not meant for this visit before, and were asked there after all.
    """
    with vault.write("vault.visit.after"):
        steps = [vault.questions.assign(one, visit_id, at=at) for one, was_asked in asked_there.items() if was_asked]
        steps.append(vault.visits.write_up(visit_id, after, at=at).undo)
    return CareDone(text=_("Kept what came of the visit."), undo=joined(steps), icon=Icon.CALENDAR)


def add_chase(vault: Vault, chase: NewChase, *, at: Millis) -> CareDone:
    """Keep something to chase."""
    chase_id = vault.chases.add(chase, at=at)
    return CareDone(
        text=_("Kept to chase."), undo=lambda notes, then: notes.chases.delete(chase_id, at=then), icon=Icon.CLOCK
    )


def change_chase(vault: Vault, chase_id: ChaseId, chase: NewChase, *, at: Millis) -> CareDone | None:
    """Change what is to be chased; None when nothing is otherwise."""
    undo = vault.chases.change(
        chase_id, what=chase.what, who=chase.who, by_date=chase.by_date, no_date=chase.by_date is None, at=at
    )
    return CareDone(text=_("Saved what you changed."), undo=undo, icon=Icon.CLOCK) if undo else None


def set_chased(vault: Vault, chase_id: ChaseId, done: bool, *, at: Millis) -> CareDone | None:
    """Say that it was done, or that it was not."""
    undo = vault.chases.set_done(chase_id, done, at=at)
    words = _("Marked as done.") if done else _("To be chased again.")
    return CareDone(text=words, undo=undo, icon=Icon.CHECK) if undo else None


def delete_chase(vault: Vault, chase_id: ChaseId, *, at: Millis) -> CareDone:
    """Put it among the recently deleted."""
    undo = vault.chases.delete(chase_id, at=at)
    return CareDone(text=_("Deleted what was to be chased."), undo=undo, icon=Icon.TRASH)
