"""Checks as tests make them: answers, facts by hand for what is pure, and a library that a judge looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from caregiver_app.bootstrap.appraising import Appraising
from caregiver_app.library.store import Library, open_library
from caregiver_app.library.trust_facts import ItemFacts, OrganisationFacts, Statement
from caregiver_app.model.article import ItemId
from caregiver_app.model.organisation import Organisation, Site
from caregiver_app.model.source import NewSource, SourceId
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.trust import (
    OWN,
    Answer,
    Answers,
    Appraisal,
    AppraisalDraft,
    Outcome,
    Point,
    Reviewer,
    Subject,
    SubjectKind,
)
from caregiver_app.trust.judge import TrustJudge
from caregiver_app.trust.points import points_of
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import begin_library
from tests.helpers.organisations import put_organisation

TODAY = date(2026, 11, 23)
HARBOUR, HARBOUR_HOST = "org/harbour", "harbour.example.org"
REGISTER = "Register of Charities"
NURSES = "northfield/nurses"

YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.CANNOT_TELL


def answers(kind: SubjectKind = SubjectKind.ARTICLE, **others: Answer) -> Answers:
    """Return yes to all points but some (`date=NO`, a `_` for each `-`); a no says why."""
    given = dict.fromkeys(points_of(kind), YES)
    given |= {Point(name.replace("_", "-")): answer for name, answer in others.items()}
    reasons = {point: "It does not." for point, answer in given.items() if answer is NO}
    return Answers(given=given, reasons=reasons)


def draft(subject: Subject, *, role: str = "nurse", check_by: date | None = None, **others: Answer) -> AppraisalDraft:
    """Return a check of a subject, all answered."""
    reviewer = Reviewer(role=role)
    return AppraisalDraft(
        subject=subject, answers=answers(subject.kind, **others), reviewer=reviewer, check_by=check_by
    )


def article(item_id: ItemId) -> Subject:
    """Return an article as something that is checked."""
    return Subject(kind=SubjectKind.ARTICLE, id=item_id)


def organisation(number: int) -> Subject:
    """Return an organisation as something that is checked."""
    return Subject(kind=SubjectKind.ORGANISATION, id=number)


def a_statement(author: str = OWN, *, signed: bool = False, vetted: bool = True) -> Statement:
    """Return a check of today that counts for two years; others are made of it by `replace`."""
    return Statement(
        author=author,
        author_name="" if author == OWN else "Northfield Nurses",
        signed=signed,
        outcome=Outcome.VETTED if vetted else Outcome.NOT_VETTED,
        role="nurse",
        checked_at=MONDAY,
        checked_on=TODAY,
        check_by=date(2028, 11, 23),
        content_hashes=("feed1/article/1:aa", "main1:bb"),
        withdrawn_on=None,
        address=f"https://{HARBOUR_HOST}/falls",
        title="Falls at night",
    )


def an_item(*statements: Statement) -> ItemFacts:
    """Return the facts of an item that says what it said when it was checked."""
    return ItemFacts(
        url=f"https://{HARBOUR_HOST}/falls",
        organisation_id=1,
        own_source=False,
        statements=statements,
        content_hashes=("feed1/article/1:aa", "main1:bb"),
    )


def an_organisation(*statements: Statement, register: str = "") -> OrganisationFacts:
    """Return the facts of an organisation with one site."""
    return OrganisationFacts(
        name="Harbour Dementia Trust", register=register, sites=(Site(host=HARBOUR_HOST),), statements=statements
    )


def judged_library(folder: Path, clock: Clock | None = None) -> Library:
    """Open the library in `folder` with a judge, as the application does."""
    begin_library(folder)
    return open_library(folder / "library.db", clock or StillClock(), judge=TrustJudge())


def add_organisation(
    library: Library, *, register: str = "", uid: str = HARBOUR, host: str = HARBOUR_HOST, author: str = "starter"
) -> int:
    """Put an organisation with one site into the library; return its id."""
    made = Organisation(uid=uid, name="Harbour Dementia Trust", homepage=f"https://{host}/", known=register)
    return put_organisation(library, replace(made, sites=(Site(host=host),)), author=author)


def source_of(library: Library, uid: str = HARBOUR, *, name: str = "harbour", author: str = "starter") -> SourceId:
    """Add a source of an organisation."""
    new = NewSource(url=f"https://{name}.example/feed", title="Harbour news", organisation_uid=uid, author=author)
    return library.sources.add(new, at=MONDAY)


def say(
    library: Library,
    subject: Subject,
    *,
    author: str = NURSES,
    vetted: bool = True,
    check_by: date = date(2028, 11, 23),
    withdrawn_on: date | None = None,
    hashes: Sequence[str] = (),
    at: Millis = MONDAY,
) -> Appraisal:
    """Keep what a publisher says of an item or organisation as it is there now; return it with its id."""
    known = None if subject.kind is SubjectKind.ORGANISATION else library.subjects.of(subject)
    made = Appraisal(
        subject=subject,
        address="" if known is None else known.address,
        author=author,
        author_name="" if author == OWN else "Northfield Nurses",
        answers=answers(subject.kind),
        outcome=Outcome.VETTED if vetted else Outcome.NOT_VETTED,
        reviewer=Reviewer(role="nurse"),
        checked_at=at,
        checked_on=TODAY,
        check_by=check_by,
        content_hashes=tuple(hashes),
        withdrawn_on=withdrawn_on,
    )
    return replace(made, id=library.appraisals.add(made))


def appraising(clock: Clock | None = None) -> Appraising:
    """Return the service that checks."""
    return Appraising(clock or StillClock())
