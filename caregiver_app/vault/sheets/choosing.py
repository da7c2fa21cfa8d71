"""What there is to choose from before a sheet is made: people, visits, what was measured. And whom a wish means."""

from __future__ import annotations

from collections.abc import Iterable

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.private import Choice, SheetChoices
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import format_clock, format_short_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.measuring.kinds import KINDS, kind_name
from caregiver_app.vault.records.appointments import Appointment, AppointmentState
from caregiver_app.vault.records.people import ABOUT_NOBODY, Person, PersonId
from caregiver_app.vault.store import Vault

MOST_PAST_VISITS = 20


def chosen_person(people: tuple[Person, ...], person_id: int | None) -> Person:
    """Return whom a sheet is about: the one with the number, or with None the only one there is.

    Raises:
        PrintError: there is nobody, or nobody with this number, or several and none is chosen.
    """
    if not people:
        raise PrintError(PrintTrouble.NOBODY)
    if person_id is None and len(people) == 1:
        return people[0]
    for person in people:
        if person.id == person_id:
            return person
    raise PrintError(PrintTrouble.WHOM)


def records_of(people: tuple[Person, ...], person: Person) -> PersonId | None:
    """Return whose records lists are asked for: of one person also those from before they had a name, as in the window.

    None asks the stores for all.
    """
    return person.id if len(people) > 1 else None


def sheet_choices(vault: Vault, person_id: int | None, *, now: Millis) -> SheetChoices:
    """Return the people, and visits and measured kinds of the one that is chosen, or of the only one."""
    people = vault.people.list()
    named = tuple(Choice(id=person.id, words=person.name) for person in people)
    try:
        person = chosen_person(people, person_id)
    except PrintError:
        return SheetChoices(people=named)
    whose = records_of(people, person)
    asked = (whose,) if whose is None else (whose, ABOUT_NOBODY)
    visits = tuple(choice for each in asked for choice in _visits(vault, each, now))
    return SheetChoices(people=named, visits=visits, measures=_measures(vault, asked))


def coming_visits(vault: Vault, whose: PersonId | None, *, now: Millis) -> tuple[Appointment, ...]:
    """Return what is planned and not over, soonest first; also where prompts have ended: this is what somebody asks."""
    every = vault.appointments.list(whose)
    planned = (one for one in every if one.state is AppointmentState.PLANNED and one.over_at >= now)
    return tuple(sorted(planned, key=lambda one: (one.starts.instant(), one.id)))


def measure_name(vault: Vault, code: str) -> str:
    """Return what a measured kind is called, one of ours or one that the family made."""
    return kind_name(code) if code in KINDS else vault.measures.own_kind(code).name


def _visits(vault: Vault, whose: PersonId | None, now: Millis) -> tuple[Choice, ...]:
    coming = coming_visits(vault, whose, now=now)
    past = vault.appointments.past(whose, now=now, limit=MOST_PAST_VISITS)
    seen = (one for one in past if one.state is not AppointmentState.CANCELLED)
    return tuple(
        Choice(id=one.id, words=_visit_words(one, about_nobody=whose == ABOUT_NOBODY)) for one in (*coming, *seen)
    )


def _visit_words(visit: Appointment, *, about_nobody: bool) -> str:
    at, zone = visit.starts.instant(), visit.starts.aware().tzinfo
    day = format_short_day(at, zone, year=True)
    # Translators: a visit, the day and the time of day it begins
    words = _("{title}, {day}, {clock}")
    if about_nobody:
        # Translators: a visit, the day and the time of day it begins
        words = _("{title}, {day}, {clock}: not written down for whom")
    return words.format(title=visit.title, day=day, clock=format_clock(at, zone))


def _measures(vault: Vault, asked: Iterable[PersonId | None]) -> tuple[tuple[str, str], ...]:
    codes = {one.reading.kind for whose in asked for one in vault.measures.latest(whose)}
    named = [(code, measure_name(vault, code)) for code in codes]
    return tuple(sorted(named, key=lambda each: (each[1].casefold(), each[0])))
