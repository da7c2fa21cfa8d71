"""Keeps what a person answered as a check: whole and by the rule, or not at all. The clock is asked by the caller."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.model.article import ItemId
from caregiver_app.model.errors import AppraisalError, AppraisalTrouble
from caregiver_app.model.trust import (
    Answers,
    Appraisal,
    AppraisalDraft,
    Outcome,
    Reviewer,
    Subject,
    SubjectKind,
)
from caregiver_app.support.plain_text import one_line
from caregiver_app.trust.page_dates import find_dates
from caregiver_app.trust.pages import page_key
from caregiver_app.trust.points import points_of
from caregiver_app.trust.reviewing import latest_check_by, span_of
from caregiver_app.trust.subjects import Moment, find_subject, place_of
from caregiver_app.trust.verdict import judge_answers

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.library.subjects import SubjectFacts

LONGEST_REASON = 300
LONGEST_NAME = 120


def last_day(library: Library, facts: SubjectFacts, *, on: date) -> date:
    """Return the last day on which a check of a day may count: the earlier of the publisher's own and ours."""
    item_id = facts.article_id or facts.item_id
    words = None if item_id is None else library.subjects.text_of(item_id)
    publisher = None if words is None else find_dates(words.text).again
    span = span_of(facts.kind, facts.title, is_alert=facts.is_alert)
    return latest_check_by(span, checked_on=on, publisher=publisher)


def record(library: Library, draft: AppraisalDraft, moment: Moment) -> Appraisal:
    """Keep a check and return it; what its page says now counts as unchanged from here on.

    Raises:
        UnknownItem: the subject is not there.
        AppraisalError: not all is answered, a no has no reason, a word is too long, or the day cannot be.
        StorageError: the library cannot be written; nothing was.
    """
    facts = find_subject(library, draft.subject)
    answers = _plain(draft.answers, facts.subject.kind)
    outcome = judged(answers, facts.subject.kind)
    reviewer = _checked(draft.reviewer)
    latest = last_day(library, facts, on=moment.on)
    check_by = _possible(draft.check_by, latest, moment.on)
    with library.write("trust.record"):
        subject, address = place_of(library, facts, moment)
        appraisal = Appraisal(
            subject=subject,
            answers=answers,
            outcome=outcome,
            reviewer=reviewer,
            checked_at=moment.at,
            checked_on=moment.on,
            check_by=check_by,
            address=address,
            title="" if facts.item_id is None else facts.title,
            content_hashes=_hashes(library, subject),
        )
        number = library.appraisals.add(appraisal)
        drop_drafts(library, facts)
        if address:
            library.link_checks.accept([page_key(address)])
    return replace(appraisal, id=number)


def confirm(library: Library, subject: Subject, moment: Moment) -> Appraisal:
    """Keep the person's last answers as a new check of today ("still right"); raises as `record` does.

    Raises:
        AppraisalError: the person has not checked it yet.
    """
    facts = find_subject(library, subject)
    last = library.appraisals.in_force(facts.subject)
    if last is None:
        raise AppraisalError(AppraisalTrouble.NO_CHECK)
    return record(library, AppraisalDraft(subject=subject, answers=last.answers, reviewer=last.reviewer), moment)


def keep_draft(library: Library, draft: AppraisalDraft, moment: Moment) -> None:
    """Keep a check that is left half done; one without any answer is forgotten.

    Raises:
        UnknownItem: the subject is not there.
        AppraisalError: a word is too long.
    """
    facts = find_subject(library, draft.subject)
    if not draft.answers.given:
        drop_drafts(library, facts)
        return
    plain = replace(
        draft,
        subject=facts.subject,
        answers=_plain(draft.answers, facts.subject.kind),
        reviewer=_checked(draft.reviewer),
    )
    library.appraisals.keep_draft(plain, at=moment.at)


def drop_drafts(library: Library, facts: SubjectFacts) -> None:
    """Forget what was begun about a subject."""
    for begun in (facts.subject, facts.shown):
        library.appraisals.drop_draft(begun)


def judged(answers: Answers, kind: SubjectKind) -> Outcome:
    """Return what the rule makes of finished answers.

    Raises:
        AppraisalError: they are not finished.
    """
    verdict = judge_answers(answers, kind)
    if verdict.unanswered:
        raise AppraisalError(AppraisalTrouble.UNFINISHED, verdict.unanswered[0].value)
    if verdict.without_reason:
        raise AppraisalError(AppraisalTrouble.NO_REASON, verdict.without_reason[0].value)
    return verdict.outcome


def _plain(answers: Answers, kind: SubjectKind) -> Answers:
    """Return the answers to the points of this kind alone, each reason as one line."""
    points = points_of(kind)
    reasons = {point: one_line(answers.reasons[point]) for point in points if answers.reasons.get(point, "").strip()}
    long = next((point for point, reason in reasons.items() if len(reason) > LONGEST_REASON), None)
    if long is not None:
        raise AppraisalError(AppraisalTrouble.TOO_LONG, long.value)
    return Answers(given={point: answers.given[point] for point in points if point in answers.given}, reasons=reasons)


def _checked(reviewer: Reviewer) -> Reviewer:
    plain = Reviewer(
        role=one_line(reviewer.role), name=one_line(reviewer.name), organisation=one_line(reviewer.organisation)
    )
    if max(len(plain.role), len(plain.name), len(plain.organisation)) > LONGEST_NAME:
        raise AppraisalError(AppraisalTrouble.TOO_LONG)
    return plain


def _possible(chosen: date | None, latest: date, on: date) -> date:
    if chosen is None:
        return latest
    if chosen < on:
        raise AppraisalError(AppraisalTrouble.DAY_PASSED)
    if chosen > latest:
        raise AppraisalError(AppraisalTrouble.TOO_LATE, latest.isoformat())
    return chosen


def _hashes(library: Library, subject: Subject) -> tuple[str, ...]:
    if subject.kind is SubjectKind.ORGANISATION:
        return ()
    item_id = ItemId(subject.id)
    return library.trust_facts.words_of(item_id)
