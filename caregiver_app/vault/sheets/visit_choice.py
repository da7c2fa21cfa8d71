"""Which visit a sheet is for, and since when things may have changed: since the last time with the same person."""

from __future__ import annotations

from datetime import timedelta

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.time import Millis
from caregiver_app.vault.records.appointments import Appointment, AppointmentState
from caregiver_app.vault.records.people import ABOUT_NOBODY
from caregiver_app.vault.sheets.choosing import coming_visits
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.moments import midnight, wished_day

DAYS_BACK = 30
"""So far back a sheet looks where there was no visit like this one before."""


def visit_of(ground: Ground) -> Appointment | None:
    """Return the visit that is wished for, else the next one; None where nothing is planned.

    Raises:
        PrintError: the person has no visit with this number.
    """
    wished = ground.wish.appointment_id
    if wished is None:
        return next(iter(coming_visits(ground.vault, ground.shown, now=ground.now)), None)
    for visit in possible_visits(ground):
        if visit.id == wished:
            return visit
    raise PrintError(PrintTrouble.NO_VISIT)


def possible_visits(ground: Ground) -> tuple[Appointment, ...]:
    """Return the visits that may be wished for: of the person, and those about nobody."""
    store = ground.vault.appointments
    return (*store.list(ground.shown), *(store.list(ABOUT_NOBODY) if ground.sets_apart else ()))


def last_time(ground: Ground, visit: Appointment | None) -> Millis:
    """Return since when a sheet tells what has changed: the day that is wished for, else the last such visit.

    A visit to somebody else a few days ago does not hide what was noted before it.

    Raises:
        PrintError: the day that is wished for is none.
    """
    wished = wished_day(ground.wish.since)
    if wished is not None:
        return midnight(ground, wished)
    before = _before(ground, visit)
    alike = [one for one in before if visit is not None and _is_alike(one, visit)]
    if alike:
        return alike[-1].starts.instant()
    weeks_ago = midnight(ground, ground.day_of(_begin(ground, visit)) - timedelta(days=DAYS_BACK))
    return min((weeks_ago, *(one.starts.instant() for one in before[-1:])))


def _before(ground: Ground, visit: Appointment | None) -> list[Appointment]:
    """Return the visits that took place before, oldest first."""
    begin = _begin(ground, visit)
    every = ground.vault.appointments.list(ground.shown)
    held = (one for one in every if one.state is not AppointmentState.CANCELLED and one.starts.instant() < begin)
    return sorted(held, key=lambda one: (one.starts.instant(), one.id))


def _begin(ground: Ground, visit: Appointment | None) -> Millis:
    return ground.now if visit is None else min(ground.now, visit.starts.instant())


def _is_alike(one: Appointment, other: Appointment) -> bool:
    same_person = bool(one.with_whom) and one.with_whom.casefold() == other.with_whom.casefold()
    return same_person or one.title.casefold() == other.title.casefold()
