"""Whether an organisation in a pack is the one that its maker knows: a name alone is anybody's. Pure."""

from __future__ import annotations

from caregiver_app.links.parts import take_apart
from caregiver_app.model.organisation import Organisation
from caregiver_app.model.pack_places import PackOrganisation, PackSite


def is_as_known(said: PackOrganisation, known: Organisation) -> bool:
    """Return whether a pack gives an organisation its own name, and no site, homepage or register that is not its."""
    return (
        said.name.casefold() == known.name.casefold()
        and all(_is_its(site, known) for site in said.sites)
        and (said.homepage in ("", known.homepage) or _is_at_home(said.homepage, known))
        and said.known in ("", known.known)
    )


def _is_its(site: PackSite, known: Organisation) -> bool:
    return any(
        (site.host, site.path_prefix) == (each.host, each.path_prefix) and set(each.exceptions) <= set(site.exceptions)
        for each in known.sites
    )


def _is_at_home(address: str, known: Organisation) -> bool:
    parts = take_apart(address)
    return parts is not None and any(f".{parts.host}".endswith(f".{site.host}") for site in known.sites)
