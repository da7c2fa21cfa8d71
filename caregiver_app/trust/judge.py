"""The one judge of what the library holds (`library.trust_facts.Judge`): facts and a day in, stamps out. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from caregiver_app.library.trust_facts import OrganisationFacts, TrustFacts
from caregiver_app.links.sites import OwnSites
from caregiver_app.model.article import ItemId, Trust
from caregiver_app.model.organisation import Site
from caregiver_app.model.trust import Stamps
from caregiver_app.trust.states import stamps_of_item, stamps_of_organisation

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
            found[item_id] = stamps_of_item(item, organisation, on_site=on_site, on=on)
        return found

    def of_site(self, organisation: OrganisationFacts, *, on: date) -> Trust:
        """Return the word on a day for what lies on the own site of an organisation and nobody checked itself."""
        return stamps_of_organisation(organisation, on=on).reading.trust

    def lies_on(self, url: str, sites: Sequence[Site]) -> bool:
        """Return whether an address lies on one of these sites."""
        return own_sites(tuple(sites)).holds(url)

    def _lies_with(self, organisation: OrganisationFacts | None, url: str | None) -> bool | None:
        """Return whether an address lies on the organisation's own site, None where that cannot be asked."""
        if organisation is None or url is None or not organisation.sites:
            return None
        return self.lies_on(url, organisation.sites)


@lru_cache(maxsize=1_024)
def own_sites(sites: tuple[Site, ...]) -> OwnSites:
    """Return the sites made ready for comparing."""
    return OwnSites(sites, proven=_PROVEN)
