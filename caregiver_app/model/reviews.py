"""What waits to be looked at again, and why. Values only; `trust.due` finds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caregiver_app.model.trust import Stamp, Subject


class DueReason(StrEnum):
    """Why something waits to be looked at."""

    DATE_PASSED = "date-passed"
    SOON = "soon"  # within 30 days
    PAGE_CHANGED = "page-changed"
    DEAD = "dead"
    MOVED = "moved"
    CERTIFICATE = "certificate"
    WITHDRAWN = "withdrawn"
    CHANGED_SINCE_SHARED = "changed-since-shared"
    SAVED = "saved"  # a link that was saved to be checked later
    UNFINISHED = "unfinished"  # a check that was begun


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Something that waits to be looked at, with all reasons, the gravest first."""

    subject: Subject
    title: str
    url: str
    stamp: Stamp
    reviewer_role: str
    reasons: tuple[DueReason, ...]
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviews:
    """What is due on a day, the longest overdue first."""

    on: date
    due: tuple[Review, ...]
