"""What stands in a question, and what is given to make one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from caregiver_app.model.time import Millis
from caregiver_app.vault.records.answers import Answer
from caregiver_app.vault.records.people import PersonId

QuestionId = NewType("QuestionId", int)


class QuestionState(StrEnum):
    """How far a question is."""

    OPEN = "open"
    ASKED = "asked"
    ANSWERED = "answered"
    SET_ASIDE = "set-aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewQuestion:
    """What is to be asked. `note_id` is the note from which it was made, `appointment_id` the visit it is for."""

    text: str = field(repr=False)
    person_id: PersonId | None = None
    for_whom: str = field(default="", repr=False)
    appointment_id: int | None = None
    note_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it is kept, with its answers, oldest first."""

    id: QuestionId
    uid: str
    person_id: PersonId | None
    text: str = field(repr=False)
    for_whom: str = field(repr=False)
    position: int
    state: QuestionState
    appointment_id: int | None
    note_id: int | None
    answers: tuple[Answer, ...] = field(repr=False)
    created_at: Millis
    changed_at: Millis
    deleted_at: Millis | None = None
