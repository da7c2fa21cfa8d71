"""The one judge of what the library holds (`library.trust_facts.Judge`): facts and a day in, stamps out. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from caregiver_app.library.trust_facts import OrganisationFacts, TrustFacts
from caregiver_app.links.sites import OwnSites
from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.organisation import Site
from caregiver_app.model.trust import Stamps
from caregiver_app.trust.sharing_ground import sharing_ground
from caregiver_app.trust.states import stamps_of_item, stamps_of_organisation, stamps_on_site

_PROVEN = ("starter",)
"""Whose sites a test proves to be somebody's own before they ship; to read the list of suffixes takes 70 ms."""


class TrustJudge:
    """Holds no state: threads may share it."""

    def trust(self, facts: TrustFacts, *, on: date) -> Mapping[ItemId, Trust]:
        """Return the word for each item on a day: the one that counts for reading."""
        return {item_id: stamps.reading.trust for item_id, stamps in self.stamps(facts, on=on).items()}

    def stamps(self, facts: TrustFacts, *, on: date) -> Mapping[ItemId, Stamps]:
        """Return the stamps of each item on a day."""
        found: dict[ItemId, Stamps] = {}
        for item_id, item in facts.items.items():
            organisation = None if item.organisation_id is None else facts.organisations.get(item.organisation_id)
            on_site = self._lies_with(organisation, item.url)
            neighbour = None if on_site else self._owner(facts, item_id)
            if neighbour is not None and self.says_it_itself(item.source_url or "", item.url or "", neighbour.sites):
                organisation, on_site, neighbour = neighbour, True, None
            stamps = stamps_of_item(item, organisation, on_site=on_site, on=on)
            found[item_id] = stamps if neighbour is None else _leading_to(neighbour, stamps, on)
        return found

    def of_site(self, organisation: OrganisationFacts, *, on: date) -> Trust:
        """Return the word on a day for what lies on the own site of an organisation and nobody checked itself."""
        return stamps_of_organisation(organisation, on=on).reading.trust

    def lies_on(self, url: str, sites: Sequence[Site]) -> bool:
        """Return whether an address lies on one of these sites."""
        return own_sites(tuple(sites)).holds(url)

    def says_it_itself(self, source_url: str, url: str, sites: Sequence[Site]) -> bool:
        """Return whether the words of an article come from these sites, on which it lies: its feed lies there too.

        A feed of what visitors write there is nobody's own word.
        """
        if not (self.lies_on(source_url, sites) and self.lies_on(url, sites)):
            return False
        return "#" not in url and "comment" not in source_url.lower()

    def _owner(self, facts: TrustFacts, item_id: ItemId) -> OrganisationFacts | None:
        """Return on whose own site an article lies that another one brings: of several who was checked, then known."""
        url = facts.items[item_id].url or ""
        near = [(number, facts.organisations[number]) for number in facts.neighbours.get(item_id, ())]
        owners = [each for each in near if self.lies_on(url, each[1].sites)]
        best = min(owners, key=lambda each: (not each[1].statements, not each[1].register, each[0]), default=None)
        return None if best is None else best[1]

    def _lies_with(self, organisation: OrganisationFacts | None, url: str | None) -> bool | None:
        """Return whether an address lies on the organisation's own site, None where that cannot be asked."""
        if organisation is None or url is None or not organisation.sites:
            return None
        return self.lies_on(url, organisation.sites)


def _leading_to(owner: OrganisationFacts, stamps: Stamps, on: date) -> Stamps:
    """Return the stamps of words that somebody else says of a page on a site from which pages may be passed on."""
    reading = stamps.reading
    says_nothing = reading.trust in (Trust.NOT_CHECKED, Trust.LEADS_ELSEWHERE) and not reading.did_not_pass
    if not says_nothing or sharing_ground(stamps_on_site(owner, on=on).sharing) is None:
        return stamps
    return replace(stamps, reading=replace(reading, leads_to=owner.name))


@lru_cache(maxsize=1_024)
def own_sites(sites: tuple[Site, ...]) -> OwnSites:
    """Return the sites made ready for comparing."""
    return OwnSites(sites, proven=_PROVEN)
