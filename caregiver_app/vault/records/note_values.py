"""What stands in a note, and what is given to make one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from caregiver_app.model.time import Millis
from caregiver_app.vault.records.note_templates import NoteKind
from caregiver_app.vault.records.people import PersonId

NoteId = NewType("NoteId", int)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNote:
    """What is written. `text` is Markdown; `answers` are to the fields of the template; `at` is when it happened."""

    text: str = field(repr=False)
    person_id: PersonId | None = None
    kind: NoteKind = NoteKind.NOTE
    answers: Mapping[str, str] = field(default_factory=dict, repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    author: str = field(default="", repr=False)
    about_me: bool = False
    at: Millis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it is kept. One "about me" goes into no handover and no export unless it is picked."""

    id: NoteId
    uid: str
    person_id: PersonId | None
    kind: NoteKind
    text: str = field(repr=False)
    answers: Mapping[str, str] = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    author: str = field(repr=False)
    about_me: bool
    at: Millis
    changed_at: Millis
    created_at: Millis
    deleted_at: Millis | None = None
