"""From what somebody chose to candidates: facts of the library, the stamp for sharing, and the policy over both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.model.article import ItemKind
from caregiver_app.model.card import Candidate, ToShare
from caregiver_app.sharing.policy import ShareFacts, candidate_of
from caregiver_app.trust.own_texts import is_its_page
from caregiver_app.trust.owners import owner_of
from caregiver_app.trust.passing_on import standing_of
from caregiver_app.trust.subjects import find_subject

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
    standing = standing_of(library, thing, on=on)
    is_there = thing.item_id is None or is_its_page(library, thing.item_id)
    stamp = standing.stamp if is_there else replace(standing.stamp, address="")
    facts = ShareFacts(
        title=thing.title,
        address=thing.address if is_there else "",
        canonical=thing.canonical,
        publishers_title=standing.title,
        own_title=standing.own_words,
        moved_to=standing.moved_to,
    )
    return candidate_of(wish, facts, stamp, standing.lies_with_publisher)


def _is_discreet_link(library: Library, thing: SubjectFacts) -> bool:
    if thing.kind is not ItemKind.LINK or thing.article_id is not None:
        return False
    owner = owner_of(library, thing.address)
    publishers = (thing.organisation_id, None if owner is None else owner[0])
    return any(each is not None and library.shares.is_discreet_organisation(each) for each in publishers)
