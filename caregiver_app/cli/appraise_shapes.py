"""The JSON shapes of `appraise` and `reviews`. Stable: scripts rely on every key."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.cli.console import Json
from caregiver_app.links.tokens import mask_address
from caregiver_app.model.page_facts import FoundFacts
from caregiver_app.model.reviews import Review
from caregiver_app.model.trust import Appraisal, Stamp, Subject, Verdict
from caregiver_app.trust.points import PointText

if TYPE_CHECKING:
    from caregiver_app.trust.finding import SubjectLook


def stamp_shape(stamp: Stamp) -> Json:
    """Return a stamp: who, when, until."""
    author = stamp.author
    return {
        "trust": stamp.trust.value,
        "author": None if author is None else author.kind.value,
        "author_name": "" if author is None else author.name,
        "signed": author is not None and author.signed,
        "role": stamp.role,
        "organisation": stamp.organisation,
        "checked_on": _day(stamp.checked_on),
        "check_by": _day(stamp.check_by),
        "page_changed": stamp.page_changed,
        "did_not_pass": stamp.did_not_pass,
        "own_site": stamp.own_site,
        "register": stamp.register,
    }


def look_shape(look: SubjectLook, points: tuple[PointText, ...], latest: date) -> Json:
    """Return what `appraise` prints before anything is answered."""
    suggested = {one.point: one.answer.value for one in look.found.suggestions}
    return {
        "kind": look.shown.kind.value,
        "id": look.shown.id,
        "title": look.title,
        "stamp": stamp_shape(look.stamps.reading),
        "statements": [stamp_shape(stamp) for stamp in look.stamps.statements],
        "found": _found_shape(look.found),
        "points": [
            {
                "point": text.point.value,
                "group": text.group.value,
                "asks": text.asks,
                "helps": text.helps,
                "must_be_yes": text.must_be_yes,
                "suggested": suggested.get(text.point),
            }
            for text in points
        ],
        "latest_check_by": latest.isoformat(),
    }


def appraisal_shape(appraisal: Appraisal, shown: Subject, verdict: Verdict, trust: str) -> Json:
    """Return what `appraise` prints of a check that was kept, confirmed or taken back."""
    return {
        "kind": shown.kind.value,
        "id": shown.id,
        "outcome": appraisal.outcome.value,
        "trust": trust,
        "must_be_yes": [point.value for point in verdict.must_be_yes],
        "no": [point.value for point in verdict.no],
        "cannot_tell": [point.value for point in verdict.cannot_tell],
        "checked_on": appraisal.checked_on.isoformat(),
        "check_by": appraisal.check_by.isoformat(),
        "withdrawn_on": _day(appraisal.withdrawn_on),
        "address": mask_address(appraisal.address),
    }


def review_shape(review: Review) -> Json:
    """Return an element of `reviews`."""
    return {
        "kind": review.subject.kind.value,
        "id": review.subject.id,
        "title": review.title,
        "state": review.stamp.trust.value,
        "review_by": _day(review.stamp.check_by),
        "reviewer_role": review.reviewer_role,
        "reasons": [reason.value for reason in review.reasons],
        "url": mask_address(review.url),
        "moved_to": None if review.moved_to is None else mask_address(review.moved_to),
    }


def _found_shape(found: FoundFacts) -> Json:
    odd = found.address_facts
    return {
        "host": found.host,
        "organisation": found.stamp.organisation,
        "own_site": found.stamp.own_site,
        "tracking": list(found.tracking),
        "signs": [] if odd is None else [sign.value for sign in odd.signs],
        "imitates": None if odd is None or odd.imitates is None else odd.imitates.organisation,
        "byline": found.byline,
        "dated_on": _day(found.dated_on),
        "publisher_check_by": _day(found.publisher_check_by),
        "grade": found.grade,
        "advertising": list(found.advertising),
        "has_text": found.has_text,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
