"""What stands in a field of a form, as it is kept: filled, none known, or not asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from caregiver_app.model.time import Millis
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.forms.facts import Fact, FactState
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.store import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`value` is empty unless it is filled; dates are YYYY-MM-DD."""

    state: FactState
    value: str = field(default="", repr=False)


NOT_ASKED = Answer(state=FactState.NOT_ASKED)
NONE_KNOWN = Answer(state=FactState.NONE_KNOWN)


def filled(value: str) -> Answer:
    """Return what a value answers: an empty one nothing."""
    return Answer(state=FactState.FILLED, value=value) if value else NOT_ASKED


def answer_of(fact: Fact) -> Answer:
    """Return what is kept."""
    return Answer(state=fact.state, value=fact.value)


def write_answer(vault: Vault, person_id: PersonId, name: str, answer: Answer, *, at: Millis) -> Undo:
    """Keep an answer.

    Raises:
        RecordRefused: it does not fit, or the notes are kept for reading.
    """
    if answer.state is FactState.NONE_KNOWN:
        return vault.facts.none_known(person_id, name, at=at)
    return vault.facts.fill(person_id, name, answer.value, at=at)
