"""From what somebody chose to candidates: facts of the library, the stamp for sharing, and the policy over both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.model.article import ItemKind, Trust
from caregiver_app.model.card import Candidate, ToShare
from caregiver_app.model.trust import Stamp
from caregiver_app.sharing.policy import ShareFacts, candidate_of
from caregiver_app.trust.finding import stamps_of_subject
from caregiver_app.trust.owners import owner_of
from caregiver_app.trust.recording import find_subject
from caregiver_app.trust.states import stamps_on_site

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.library.subjects import SubjectFacts


def gather(library: Library, wishes: Sequence[ToShare], *, on: date) -> tuple[Candidate, ...]:
    """Return a candidate for each of these on a day, in their order.

    Raises:
        UnknownItem: the library does not hold one of them.
    """
    return tuple(_candidate(library, wish, on) for wish in wishes)


def things_to_log(library: Library, wishes: Sequence[ToShare]) -> tuple[SubjectFacts, ...]:
    """Return what the log may tell of these; raises as `gather` does.

    A bare link is known by its site alone: to whomever publishes on a topic that leaves no sign it leaves none either.
    """
    things = (find_subject(library, wish.subject) for wish in wishes)
    return tuple(thing for thing in things if not _is_discreet_link(library, thing))


def _candidate(library: Library, wish: ToShare, on: date) -> Candidate:
    thing = find_subject(library, wish.subject)
    stamp = _stamp(library, wish, thing, on)
    facts = ShareFacts(
        title=thing.title,
        address=thing.address,
        own_title=thing.kind is ItemKind.LINK,  # somebody here may have typed it, also of a page that came since
    )
    return candidate_of(wish, facts, stamp, lambda link: _owner(library, link) == stamp.organisation)


def _stamp(library: Library, wish: ToShare, thing: SubjectFacts, on: date) -> Stamp:
    """Return the stamp that counts for sharing: the most careful of all that was said.

    What nobody checked itself has the state of whoever's own site it lies on, whichever source brought it.
    """
    stamp = stamps_of_subject(library, wish.subject, on=on).sharing
    if thing.item_id is None:
        return replace(stamp, own_site=_owner(library, thing.address) == stamp.organisation)
    if stamp.trust not in (Trust.NOT_CHECKED, Trust.LEADS_ELSEWHERE) or stamp.did_not_pass:
        return stamp
    owner = owner_of(library, thing.address)
    return stamp if owner is None else stamps_on_site(owner[1], on=on).sharing


def _is_discreet_link(library: Library, thing: SubjectFacts) -> bool:
    if thing.kind is not ItemKind.LINK or thing.article_id is not None:
        return False
    owner = owner_of(library, thing.address)
    publishers = (thing.organisation_id, None if owner is None else owner[0])
    return any(each is not None and library.shares.is_discreet_organisation(each) for each in publishers)


def _owner(library: Library, address: str) -> str:
    """Return whose own site an address lies on, "" where nobody's that is known here."""
    owner = owner_of(library, address)
    return "" if owner is None else owner[1].name
