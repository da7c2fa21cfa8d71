"""What waits to be looked at: checks whose day has passed or is near, pages that changed, went or moved, checks begun.

Only what the person checked, passed on or saved to be checked is named. Overdue is not wrong: nothing here takes
anything away.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.link_check import LinkCheck, LinkState
from caregiver_app.model.reviews import DueReason, Review, Reviews
from caregiver_app.model.trust import Appraisal, AuthorKind, Stamp, Stamps, Subject, SubjectKind
from caregiver_app.trust.judge import TrustJudge
from caregiver_app.trust.reviewing import SOON_DAYS, counts_until
from caregiver_app.trust.states import stamps_of_organisation

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.library.subjects import SubjectFacts

_GRAVEST_FIRST = (
    DueReason.WITHDRAWN,
    DueReason.DEAD,
    DueReason.CERTIFICATE,
    DueReason.MOVED,
    DueReason.PAGE_CHANGED,
    DueReason.DATE_PASSED,
    DueReason.CHANGED_SINCE_SHARED,
    DueReason.SOON,
    DueReason.UNFINISHED,
    DueReason.SAVED,
)
_OF_LINKS = {
    LinkState.DEAD: DueReason.DEAD,
    LinkState.MOVED: DueReason.MOVED,
    LinkState.CERTIFICATE: DueReason.CERTIFICATE,
}


def find_due(library: Library, *, on: date, shared_and_changed: frozenset[ItemId] = frozenset()) -> Reviews:
    """Return what is due on a day, the longest overdue first; `shared_and_changed` changed since they were passed on.

    Raises:
        StorageError: the library cannot be read.
    """
    found: dict[Subject, Review] = {}
    saved = frozenset(library.links_to_check.waiting())
    items = dict.fromkeys((*library.appraisals.items(), *sorted(shared_and_changed), *sorted(saved)))
    stamps = TrustJudge().stamps(library.trust_facts.of(list(items)), on=on)
    for item_id in items:
        facts = library.subjects.of_item(item_id)
        if facts is not None and item_id in stamps:
            review = _review(library, facts, stamps[item_id], on, shared=_is_shared(facts, shared_and_changed))
            found.setdefault(facts.subject, _waiting(review) if facts.subject.id in saved else review)
    for number, organisation in library.trust_facts.organisations(library.appraisals.organisations()).items():
        facts = library.subjects.of(Subject(kind=SubjectKind.ORGANISATION, id=number))
        if facts is not None:
            said = stamps_of_organisation(organisation, on=on)
            found[facts.subject] = _review(library, facts, said, on, shared=False)
    due = (review for review in found.values() if review.reasons)
    return Reviews(on=on, due=tuple(sorted(due, key=_urgency)))


def _review(library: Library, facts: SubjectFacts, stamps: Stamps, on: date, *, shared: bool) -> Review:
    own = library.appraisals.in_force(facts.subject)
    look = None if facts.address_key is None else library.link_checks.of(facts.address_key)
    stands = own is not None and own.withdrawn_on is None
    reasons = set(_of_check(own, stamps.reading, on) if own is not None and stands else ())
    if look is not None and (stands or shared) and look.state in _OF_LINKS:
        reasons.add(_OF_LINKS[look.state])
    if (stands or shared) and any(_is_withdrawn_by_others(stamp) for stamp in stamps.statements):
        reasons.add(DueReason.WITHDRAWN)
    if shared:
        reasons.add(DueReason.CHANGED_SINCE_SHARED)
    if any(library.appraisals.draft(each) is not None for each in (facts.subject, facts.shown)):
        reasons.add(DueReason.UNFINISHED)
    return Review(
        subject=facts.shown,
        title=facts.title,
        url=facts.address,
        stamp=stamps.reading,
        reviewer_role="" if own is None else own.reviewer.role,
        reasons=tuple(sorted(reasons, key=_GRAVEST_FIRST.index)),
        moved_to=_moved_to(look),
    )


def _waiting(review: Review) -> Review:
    return replace(review, reasons=(*review.reasons, DueReason.SAVED))


def _of_check(own: Appraisal, stamp: Stamp, on: date) -> set[DueReason]:
    """Return why one's own check is due; one that did not pass vouches for nothing and never is."""
    if stamp.did_not_pass:
        return set()
    changed = {DueReason.PAGE_CHANGED} if stamp.page_changed else set()
    of_organisation = own.subject.kind is SubjectKind.ORGANISATION
    until = counts_until(own.check_by, checked_on=own.checked_on, of_organisation=of_organisation)
    if until < on:
        return {DueReason.DATE_PASSED, *changed}
    return {DueReason.SOON, *changed} if until <= on + timedelta(days=SOON_DAYS) else changed


def _is_withdrawn_by_others(stamp: Stamp) -> bool:
    own = stamp.author is not None and stamp.author.kind is AuthorKind.OWN
    return stamp.trust is Trust.WITHDRAWN and not own


def _is_shared(facts: SubjectFacts, shared: frozenset[ItemId]) -> bool:
    named = (facts.item_id, facts.article_id, facts.subject.id)
    return any(number in shared for number in named)


def _moved_to(look: LinkCheck | None) -> str | None:
    return look.moved_to if look is not None and look.state is LinkState.MOVED else None


def _urgency(review: Review) -> tuple[bool, date, int, str]:
    until = review.stamp.check_by or date.max
    return (DueReason.DATE_PASSED not in review.reasons, until, _GRAVEST_FIRST.index(review.reasons[0]), review.title)
