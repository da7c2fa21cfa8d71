"""The kinds of records there are, by the names of their tables, and what each is called by in a list."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from caregiver_app.model.errors import UnknownRecord

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "person": "name",
        "note": "CASE WHEN text <> '' THEN text ELSE answers END",
        "question": "text",
        "appointment": "title",
        "chase": "what",
        "medicine": "name",
        "contact": "name",
        "measurement": "kind",
        "measure_kind": "name",
        "attachment": "name",
        "correspondent": "name",
    }
)
"""The piece of SQL that says what a record is called. Each of these tables has a `deleted_at`."""

OF_A_PERSON = ("note", "question", "appointment", "chase", "medicine", "contact", "measurement")
"""Kinds whose records may be about one person."""


RECEIVED = "received_request"
"""What others asked: no record of one's own, never among the deleted, and gone for good when it goes."""


NOBODY = 0
"""Asks for the records that are about nobody in particular; no person has this number."""


def whose(person_id: int | None) -> str:
    """Return the piece of SQL that chooses the records of one person, bound to `:person`, or of all who are shown.

    Records about nobody belong to all, or are asked for by `NOBODY`. In this form it keeps SQLite from gathering person
    by person and sorting all.
    """
    if person_id == NOBODY:
        return "person_id IS NULL"
    if person_id is not None:
        return "person_id = :person"
    return "coalesce(person_id, 0) NOT IN (SELECT id FROM person WHERE deleted_at IS NOT NULL)"


def known_kind(kind: str) -> str:
    """Return the kind itself: its name may stand in SQL then.

    Raises:
        UnknownRecord: there is no such kind.
    """
    if kind not in TITLES:
        raise UnknownRecord("record")
    return kind


def erasable_kind(kind: str) -> str:
    """Return the kind itself, as `known_kind`, also of what others asked."""
    return kind if kind == RECEIVED else known_kind(kind)
