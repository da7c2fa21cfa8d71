"""From what somebody chose to candidates: facts of the library, the stamp for sharing, and the policy over both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from caregiver_app.library.trust_facts import OrganisationFacts
from caregiver_app.links.sites import OwnSites
from caregiver_app.model.article import Trust
from caregiver_app.model.card import Candidate, ToShare
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.trust import Stamp
from caregiver_app.sharing.policy import ShareFacts, candidate_of
from caregiver_app.trust.judge import TrustJudge
from caregiver_app.trust.states import stamps_of_organisation

if TYPE_CHECKING:
    from caregiver_app.library.share_facts import ThingToShare
    from caregiver_app.library.store import Library


def gather(library: Library, wishes: Sequence[ToShare], *, on: date) -> tuple[Candidate, ...]:
    """Return a candidate for each of these on a day, in their order.

    Raises:
        UnknownItem: the library does not hold one of them.
    """
    return tuple(_candidate(library, wish, on) for wish in wishes)


def thing_of(library: Library, wish: ToShare) -> ThingToShare:
    """Return what the library knows of something; raises as `gather` does."""
    thing = library.share_facts.of(wish.subject)
    if thing is None:
        raise UnknownItem(wish.subject.reference)
    return thing


def _candidate(library: Library, wish: ToShare, on: date) -> Candidate:
    thing = thing_of(library, wish)
    organisation = _organisation(library, thing.organisation_id)
    sites = OwnSites(() if organisation is None else organisation.sites)
    stamp = _stamp_of_item(library, thing, on) if thing.item_id is not None else _stamp_of(organisation, on)
    if thing.item_id is None:
        stamp = replace(stamp, own_site=sites.holds(thing.address))
    facts = ShareFacts(
        title=thing.title, address=thing.address, organisation=thing.organisation, own_title=thing.own_title
    )
    return candidate_of(wish, facts, stamp, sites.holds)


def _stamp_of_item(library: Library, thing: ThingToShare, on: date) -> Stamp:
    """Return the stamp that counts for sharing: the most careful of all that was said."""
    if thing.item_id is None:
        return Stamp(trust=Trust.NOT_CHECKED)
    stamps = TrustJudge().stamps(library.trust_facts.of([thing.item_id]), on=on).get(thing.item_id)
    return Stamp(trust=Trust.NOT_CHECKED) if stamps is None else stamps.sharing


def _stamp_of(organisation: OrganisationFacts | None, on: date) -> Stamp:
    return (
        Stamp(trust=Trust.NOT_CHECKED) if organisation is None else stamps_of_organisation(organisation, on=on).sharing
    )


def _organisation(library: Library, organisation_id: int | None) -> OrganisationFacts | None:
    if organisation_id is None:
        return None
    return library.trust_facts.organisations([organisation_id]).get(organisation_id)
