"""A sheet as the check drawer is given it, made without a library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from caregiver_app.model.article import Trust
from caregiver_app.model.page_facts import FoundFacts, Suggestion
from caregiver_app.model.trust import (
    Answer,
    Answers,
    AppraisalDraft,
    Point,
    ReviewSpan,
    Stamp,
    Subject,
    SubjectKind,
)
from caregiver_app.trust.points import points_of
from caregiver_app.trust.verdict import TOO_MANY_CANNOT_TELL, TOO_MANY_NO
from caregiver_app.ui.checking.check_sheet import CheckSheet
from caregiver_app.ui.checking.next_checks import next_checks
from caregiver_app.ui.checking.sheet_making import groups_of
from caregiver_app.ui.checking.verdict_words import rule_words

PAGE = Subject(kind=SubjectKind.ARTICLE, id=7)
TODAY = date(2026, 11, 23)
STAMP = Stamp(trust=Trust.WELL_KNOWN_SOURCE, organisation="Harbour Trust", own_site=True, inherited=True)
FOUND = FoundFacts(
    address="https://harbour.example/sleep?utm_source=x",
    host="harbour.example",
    stamp=STAMP,
    clean_address="https://harbour.example/sleep",
    tracking=("utm_source",),
    dated_on=date(2026, 5, 3),
    has_text=True,
    suggestions=(Suggestion(point=Point.DATE, answer=Answer.YES),),
)


def a_sheet(subject: Subject = PAGE, *, draft: AppraisalDraft | None = None, begun: bool = False) -> CheckSheet:
    """Return the sheet of a page of the Harbour Trust."""
    return CheckSheet(
        subject=subject,
        title="Sleep and dementia",
        language="en",
        groups=groups_of(subject.kind, FOUND),
        rule=rule_words(too_many_no=TOO_MANY_NO, too_many_unsure=TOO_MANY_CANNOT_TELL),
        found=FOUND,
        draft=draft or AppraisalDraft(subject=subject),
        begun=begun,
        last=None,
        next_checks=next_checks(ReviewSpan.ITEM, today=TODAY, publisher=None),
        stamps=(STAMP,),
    )


def answers(kind: SubjectKind = SubjectKind.ARTICLE, other: Mapping[Point, Answer] | None = None) -> Answers:
    """Return Yes to all points of a kind of subject, save what is said otherwise; each No with a reason."""
    given = {**dict.fromkeys(points_of(kind), Answer.YES), **(other or {})}
    reasons = {point: "It does not say." for point, answer in given.items() if answer is Answer.NO}
    return Answers(given=given, reasons=reasons)


def without(said: Answers, point: Point) -> Answers:
    """Return the answers with one point left open."""
    return replace(said, given={one: answer for one, answer in said.given.items() if one is not point})
