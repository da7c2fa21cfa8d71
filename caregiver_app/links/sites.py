"""Says whether an address lies on an organisation's own site. Trust hangs on it, so every doubt means no.

A site is a host with its subdomains under a path, save its exceptions (forums, comment pages). It can never be a public
suffix: whoever may register a name below it would be the organisation (nhs.uk and github.io are such). Hosts where
many publish under one name count only with a path, and without their subdomains, which are other people's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from urllib.parse import unquote

from caregiver_app.links.address import normalise, remove_dot_segments
from caregiver_app.links.hosts import plain_host
from caregiver_app.links.onward import onward_addresses
from caregiver_app.links.parts import Parts, take_apart
from caregiver_app.links.shared_hosts import is_shared_host, names_publisher
from caregiver_app.model.organisation import Site
from caregiver_app.support.public_suffixes import registered_part

_PARAMETERS = re.compile(r";[^/\\\\]*")
_SLASHES = re.compile(r"[/\\\\]+")
_UNSEEN = "".join(map(chr, range(0x21)))
_DEEPEST_ESCAPES = 4
_DEEPEST_ONWARD = 3


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
        """Return True when a browser that follows `address` arrives on one of these sites, and is not sent on."""
        return self._holds(address, _DEEPEST_ONWARD, set())

    def _holds(self, address: str, deepest: int, seen: set[str]) -> bool:
        parts, given = take_apart(normalise(address)), take_apart(address)
        if given is None or parts is None or parts.userinfo is not None or parts.port is not None:
            return False
        if not any(_covers(site, parts) for site in self._sites):
            return False
        onward = onward_addresses(given, seen=seen)
        return all(deepest > 0 and self._holds(each, deepest - 1, seen) for each in onward)


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
    if site.path_prefix.strip("/") and not _is_under(_plainest(parts.path), site.path_prefix.lower()):
        return False
    return not any(_is_exception(exception, host, parts.path) for exception in site.exceptions)


def _is_exception(exception: str, host: str, path: str) -> bool:
    """Tell whether `exception` covers this page: a path (`/forum`), or a host below the site's own with all on it."""
    if exception.startswith("/"):
        return any(_is_under(reading, exception.lower()) for reading in _readings(path))
    own = _plain_host(exception)
    return host == own or host.endswith(f".{own}")


def _is_under(path: str, prefix: str) -> bool:
    """Compare whole segments: `/a/b` lies under `/a`, `/ab` does not."""
    plain = prefix.rstrip("/")
    return not plain or path == plain or path.startswith(f"{plain}/")


def _plainest(path: str) -> str:
    return list(_readings(path))[-1]


def _readings(path: str) -> Iterator[str]:
    """Yield a path in small letters as servers may read it, the last one with all folded that any of them folds.

    Many fold `//forum` and `/forum;x`, some decode `%2f` before they look, and some after that resolve what is above.
    """
    text = path
    for _time in range(_DEEPEST_ESCAPES):
        yield text.lower()
        folded = "/".join(map(_without_end, _SLASHES.sub("/", _PARAMETERS.sub("", text)).split("/")))
        yield folded.lower()
        yield remove_dot_segments(folded).lower()
        plain = unquote(text)
        if plain == text:
            return
        text = plain


def _without_end(segment: str) -> str:
    """Drop what some servers drop from the end of a name; all dots mean this folder and the one above."""
    return segment.rstrip(f"{_UNSEEN}.") or segment.strip(_UNSEEN)


def _plain_host(host: str) -> str:
    return plain_host(host.strip()).removesuffix(".")
