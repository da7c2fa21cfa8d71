"""Where a redirect leads, and whether one may go there. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from caregiver_app.model.errors import AddressRefused, WebError, WebTrouble
from caregiver_app.web.addresses import Address, parse_address

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HAS_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PERMANENT = frozenset({301, 308})  # RFC 9110 sections 15.4.2 and 15.4.9


@dataclass(slots=True, kw_only=True)
class Journey:
    """The way of one fetch: where it began, where it is, and whether it was told to begin elsewhere from now on."""

    start: Address
    here: Address
    hops: int = 0
    is_permanent: bool = True

    @property
    def moved_to(self) -> str | None:
        """The address to ask the next time, where every redirect so far was permanent."""
        return self.here.url if self.hops and self.is_permanent else None

    def follow(self, status: int, location: str | None, *, at_most: int) -> None:
        """Go where `location` leads. A loop ends at the bound like any other way that is too long.

        Raises:
            WebError: BAD_REDIRECT, INSECURE_REDIRECT or TOO_MANY_REDIRECTS.
        """
        if self.hops >= at_most:
            raise WebError(WebTrouble.TOO_MANY_REDIRECTS, self.here.host, status)
        target = _resolve(self.here, location, status)
        if self.here.is_secure and not target.is_secure:
            raise WebError(WebTrouble.INSECURE_REDIRECT, self.here.host, status)
        self.here = target
        self.hops += 1
        self.is_permanent = self.is_permanent and status in _PERMANENT


def _resolve(base: Address, location: str | None, status: int) -> Address:
    refusal = WebError(WebTrouble.BAD_REDIRECT, base.host, status)
    if not location or re.search(r"[\x00-\x1f\x7f\\]", location):
        raise refusal
    text = _as_text(location).strip()
    try:
        # `urljoin` would read an address without a host, such as "http:///x", as one of the base's own.
        return parse_address(text if _HAS_SCHEME.match(text) else urljoin(base.url, text))
    except (AddressRefused, ValueError):
        raise refusal from None


def _as_text(location: str) -> str:
    """Read bytes beyond ASCII as UTF-8, as browsers do; headers come as Latin-1."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location
