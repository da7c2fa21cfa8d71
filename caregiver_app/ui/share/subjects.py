"""Rows of the library as things that may be shared. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.card import ToShare
from caregiver_app.model.trust import Subject, subject_kind_of


def subject_of(row: ArticleRow) -> Subject | None:
    """Return what a row is to the share, None where nothing of its kind is passed on."""
    kind = subject_kind_of(row.kind)
    return None if kind is None else Subject(kind=kind, id=row.id)


def things_of(rows: Iterable[ArticleRow]) -> tuple[ToShare, ...]:
    """Return those rows that can be put into the basket."""
    subjects = (subject_of(row) for row in rows)
    return tuple(ToShare(subject=subject) for subject in subjects if subject is not None)
