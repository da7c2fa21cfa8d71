"""Whose a question is: of a person, or of nobody in particular, which the visit it is for may tell."""

from __future__ import annotations

from caregiver_app.vault.records.people import ABOUT_NOBODY
from caregiver_app.vault.records.questions import Question, QuestionState
from caregiver_app.vault.sheets.ground import Ground

States = tuple[QuestionState, ...]


def own_questions(ground: Ground, states: States = (), *, visit: int | None = None) -> tuple[Question, ...]:
    """Return the questions of the person, in these states or any, for one visit or any: also those that somebody put
    to one of their visits without saying whom they are about.
    """
    own = ground.vault.questions.list(ground.shown, states=states, appointment_id=visit)
    theirs = (one for one, whose in _about_nobody(ground, states, visit) if whose == ground.person.id)
    return (*own, *theirs)


def unsaid_questions(ground: Ground, states: States) -> tuple[Question, ...]:
    """Return the questions about nobody that belong to no person's visit either; none where there is one person."""
    return tuple(one for one, whose in _about_nobody(ground, states, None) if whose is None)


def _about_nobody(ground: Ground, states: States, visit: int | None) -> list[tuple[Question, int | None]]:
    """Return questions about nobody, each with the person whose visit it is for."""
    if not ground.sets_apart:
        return []
    found = ground.vault.questions.list(ABOUT_NOBODY, states=states, appointment_id=visit)
    whose = {int(each.id): each.person_id for each in ground.vault.appointments.list()}
    return [(one, None if one.appointment_id is None else whose.get(one.appointment_id)) for one in found]
