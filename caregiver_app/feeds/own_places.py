"""Says where the pages and pictures of one source's articles may be fetched: with the same organisation, by https.

Whoever else is asked would learn what is read here. For a source of an organisation those are its own sites; where none
is known to be its alone (public bodies share www.gov.uk), the host that the source itself is asked at. For a person's
own source it is the domain of its address or home page. Platforms where everybody publishes are nobody's place.
"""

from __future__ import annotations

from caregiver_app.links.parts import take_apart
from caregiver_app.links.shared_hosts import is_shared_host
from caregiver_app.links.sites import OwnSites, registrable_domain
from caregiver_app.model.organisation import Organisation

_HOUSES_OF_MANY_BODIES = frozenset(("www.gov.uk", "www.canada.ca"))
"""Shared hosts on which nobody but public bodies publishes."""

_Place = tuple[str, int | None]


class OwnPlaces:
    """The places of one source, whose address and home page are given with its organisation if it has one."""

    def __init__(self, *, url: str, homepage: str = "", organisation: Organisation | None = None) -> None:
        sites = organisation.sites if organisation is not None else ()
        self._sites = OwnSites(sites)
        self._hosts: frozenset[_Place] = frozenset()
        self._domains: frozenset[_Place] = frozenset()
        if organisation is None:
            self._domains = _domains_of(url, homepage)
            self._hosts = frozenset(filter(None, (_house(url), _house(homepage))))
        elif not any(site.path_prefix == "/" for site in sites):
            self._hosts = frozenset(filter(None, (_house(url),)))
        self._picture_domains = self._domains | frozenset(
            (domain, None)
            for site in sites
            if not is_shared_host(site.host) and (domain := registrable_domain(site.host)) is not None
        )

    def hold_page(self, address: str) -> bool:
        """Return True where a page may be fetched."""
        return self._holds(address, self._domains) or (_is_secure(address) and self._sites.holds(address))

    def hold_picture(self, address: str) -> bool:
        """Return True where a picture may be fetched: organisations keep them beside their sites, too."""
        return self._holds(address, self._picture_domains) or self.hold_page(address)

    def _holds(self, address: str, domains: frozenset[_Place]) -> bool:
        parts = take_apart(address)
        if parts is None or parts.scheme != "https" or parts.userinfo is not None:
            return False
        if (parts.host, parts.port) in self._hosts:
            return True
        domain = registrable_domain(parts.host)
        return domain is not None and (domain, parts.port) in domains


def _is_secure(address: str) -> bool:
    parts = take_apart(address)
    return parts is not None and parts.scheme == "https"


def _domains_of(*addresses: str) -> frozenset[_Place]:
    """Return the registered domains of these addresses, each with the port it is asked at, and with the usual one."""
    found: set[_Place] = set()
    for address in addresses:
        parts = take_apart(address)
        domain = registrable_domain(parts.host) if parts is not None else None
        if parts is not None and domain is not None and not is_shared_host(parts.host) and not is_shared_host(domain):
            found |= {(domain, None), (domain, parts.port if parts.scheme == "https" else None)}
    return frozenset(found)


def _house(url: str) -> _Place | None:
    """Return the host of an address unless everybody may publish there."""
    parts = take_apart(url)
    if parts is None or (is_shared_host(parts.host) and parts.host not in _HOUSES_OF_MANY_BODIES):
        return None
    return None if registrable_domain(parts.host) is None else (parts.host, parts.port)
