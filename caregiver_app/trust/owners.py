"""On whose own site an address lies, by the sites that the library holds. Asks nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.links.address import normalise
from caregiver_app.links.parts import take_apart
from caregiver_app.trust.judge import own_sites

if TYPE_CHECKING:
    from caregiver_app.library.store import Library
    from caregiver_app.library.trust_facts import OrganisationFacts


def owner_of(library: Library, address: str) -> tuple[int, OrganisationFacts] | None:
    """Return the organisation, with its id, on whose own site an address lies; None: nobody's that is known here.

    Where several call it their own, one that somebody checked comes first, then one that a register shows.
    """
    parts = take_apart(normalise(address))
    if parts is None:
        return None
    candidates = library.trust_facts.organisations_with_sites(_hosts_above(parts.host)).items()
    owners = [each for each in candidates if own_sites(each[1].sites).holds(address)]
    return min(owners, key=lambda each: (not each[1].statements, not each[1].register, each[0]), default=None)


def _hosts_above(host: str) -> set[str]:
    """Return the host and those above it: a site counts with what lies below it."""
    labels = host.removesuffix(".").split(".")
    return {".".join(labels[start:]) for start in range(len(labels) - 1)}
