"""Which sites of a pack, before a person takes them for their owners' own, look like somebody else's. Asks nobody."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.model.installed_pack import StatedSite
    from caregiver_app.model.lookalike import KnownSite


def imitating(library: Library, sites: Collection[StatedSite]) -> Mapping[StatedSite, KnownSite]:
    """Return those that resemble a known site without being it, each with that one."""
    if not sites:
        return {}
    from caregiver_app.links.lookalikes import KnownNames
    from caregiver_app.trust.known_sites import known_sites

    known = KnownNames(known_sites(library))
    found = {site: known.facts(f"https://{site.site}").imitates for site in sites}
    return {site: other for site, other in found.items() if other is not None}
