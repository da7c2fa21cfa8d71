"""Says whether an address lies on an organisation's own site. Trust hangs on it, so every doubt means no.

A site is a host with its subdomains under a path, save its exceptions (forums, comment pages). It can never be a public
suffix: whoever may register a name below it would be the organisation (nhs.uk and github.io are such). Hosts where
many publish under one name count only with a path, and without their subdomains, which are other people's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from enum import StrEnum

from caregiver_app.links.address import normalise
from caregiver_app.links.hosts import plain_host
from caregiver_app.links.parts import Parts, take_apart
from caregiver_app.links.shared_hosts import is_shared_host, names_publisher
from caregiver_app.model.organisation import Site
from caregiver_app.support.public_suffixes import registered_part

_FOLDED = re.compile(r"/(?=/)|;[^/]*")


class SiteTrouble(StrEnum):
    """Why something cannot be an organisation's own site."""

    NO_HOST = "no-host"  # no name at all, or a number
    PUBLIC_SUFFIX = "public-suffix"  # anybody may register below it, or the list does not know it
    SHARED_HOST = "shared-host"  # many publish there: a path that names one publisher is needed


class OwnSites:
    """The sites of one organisation. Sites that cannot be anybody's own are passed over."""

    def __init__(self, sites: Iterable[Site], *, proven: Collection[str] = ()) -> None:
        """What the authors in `proven` state was looked at before: it is taken without reading the list of suffixes."""
        self._sites = tuple(site for site in sites if site.stated_by in proven or site_trouble(site) is None)

    def holds(self, address: str) -> bool:
        """Return True when a browser that follows `address` arrives on one of these sites."""
        parts = take_apart(normalise(address))
        if parts is None or parts.userinfo is not None or parts.port is not None:
            return False
        return any(_covers(site, parts) for site in self._sites)


def site_trouble(site: Site) -> SiteTrouble | None:
    """Return why `site` cannot be an organisation's own, None when it can."""
    host = _plain_host(site.host)
    if not host or host.startswith("[") or host.replace(".", "").isdigit():
        return SiteTrouble.NO_HOST
    if registrable_domain(host) is None:
        return SiteTrouble.PUBLIC_SUFFIX
    if is_shared_host(host) and not names_publisher(site.path_prefix):
        return SiteTrouble.SHARED_HOST
    return None


def registrable_domain(host: str) -> str | None:
    """Return the part of `host` that somebody registered, by the public suffix list that ships with the application.

    None for a public suffix itself, a name under an unknown top-level domain, an address in digits: compare two
    results only when they are not None.
    """
    return registered_part(_plain_host(host))


def _covers(site: Site, parts: Parts) -> bool:
    host, own = parts.host.removesuffix("."), _plain_host(site.host)
    below = host.endswith(f".{own}") and not is_shared_host(own)
    if not (host == own or below) or not _is_under(parts.path, site.path_prefix):
        return False
    return not any(_is_exception(exception, host, parts.path) for exception in site.exceptions)


def _is_exception(exception: str, host: str, path: str) -> bool:
    """Tell whether `exception` covers this page: a path (`/forum`), or a host below the site's own with all on it."""
    if exception.startswith("/"):
        return _is_under(_as_servers_read(path).lower(), exception.lower())
    own = _plain_host(exception)
    return host == own or host.endswith(f".{own}")


def _is_under(path: str, prefix: str) -> bool:
    """Compare whole segments: `/a/b` lies under `/a`, `/ab` does not."""
    plain = prefix.rstrip("/")
    return not plain or path == plain or path.startswith(f"{plain}/")


def _as_servers_read(path: str) -> str:
    """Fold what many servers fold (`//forum`, `/forum;x`), lest an exception be slipped past."""
    return _FOLDED.sub("", path)


def _plain_host(host: str) -> str:
    return plain_host(host.strip()).removesuffix(".")
