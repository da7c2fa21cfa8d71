"""All that the check drawer shows of one subject, taken together before it opens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caregiver_app.model.page_facts import FoundFacts
from caregiver_app.model.trust import (
    Appraisal,
    AppraisalDraft,
    Point,
    Stamp,
    Subject,
    SubjectKind,
)
from caregiver_app.ui.checking.point_row import PointWords


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWords:
    """Points under a heading."""

    heading: str
    points: tuple[PointWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextCheck:
    """A day until which a check may count, and how that is said."""

    day: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSheet:
    """`draft` is what was answered before: in a check that was `begun`, else in one's `last` check, else nothing.

    The first of `next_checks` is the one proposed. `stamps` are what everybody says of it now, `rule` how the answers
    are judged, `language` that of the page.
    """

    subject: Subject
    title: str
    language: str
    groups: tuple[GroupWords, ...]
    rule: str
    found: FoundFacts | None
    draft: AppraisalDraft
    begun: bool
    last: Appraisal | None
    next_checks: tuple[NextCheck, ...]
    stamps: tuple[Stamp, ...] = ()
    history: tuple[Appraisal, ...] = ()  # all checks by everybody, the last one first

    @property
    def points(self) -> tuple[PointWords, ...]:
        """All points in the order in which they are asked."""
        return tuple(point for group in self.groups for point in group.points)

    @property
    def asks(self) -> dict[Point, str]:
        """How each point is asked."""
        return {words.point: words.asks for words in self.points}

    @property
    def of_organisation(self) -> bool:
        """True when an organisation is checked, not a page."""
        return self.subject.kind is SubjectKind.ORGANISATION
