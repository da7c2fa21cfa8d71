"""What somebody typed as a source becomes an address that may be asked, or is refused. Pure.

Plain http without permission becomes https, as browsers do it now: the secure form is asked for and kept. Places at
home and addresses that have no secure form are refused unless the person says that they are meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from caregiver_app.links.handles import expand_handle, web_address
from caregiver_app.links.hosts import is_home_name
from caregiver_app.model.errors import AddressRefused, AddressTrouble
from caregiver_app.web.addresses import Address, parse_address

_HTTP_PORT, _HTTPS_PORT = 80, 443
_LOOKS_LIKE_FEED = re.compile(
    r"\.(?:rss2?|atom|rdf|xml)(?:[?#]|$)|/(?:feeds?|rss|atom)(?:[/?#.]|$)|[?&](?:feed|format|type)=(?:rss|atom)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """An address that may be asked. `upgraded`: somebody typed http; `homepage` is known of accounts only."""

    address: Address
    allow_private: bool
    upgraded: bool = False
    homepage: str = ""

    @property
    def looks_like_feed(self) -> bool:
        """Whether it may be taken unseen."""
        return bool(self.homepage) or _LOOKS_LIKE_FEED.search(self.address.target) is not None


def read_typed(typed: str, *, allow_private: bool) -> Typed:
    """Return what to ask for: the feed of an account (`links.handles`), or the address itself.

    Raises:
        AddressRefused: it is no web address, or one that takes permission.
    """
    handle = expand_handle(typed)
    read = read_address(web_address(typed) if handle is None else handle.feed, allow_private=allow_private)
    return read if handle is None else replace(read, homepage=handle.homepage)


def read_address(url: str, *, allow_private: bool) -> Typed:
    """Return an address from a list or a page. Raises as `read_typed` does."""
    address = parse_address(url)
    if needs_permission(address) and allow_private:
        return Typed(address=address, allow_private=True)
    if is_at_home(address):
        raise AddressRefused(AddressTrouble.PRIVATE, url)
    if address.is_secure:
        return Typed(address=address, allow_private=allow_private)
    if address.port != _HTTP_PORT:
        raise AddressRefused(AddressTrouble.INSECURE, url)
    return Typed(address=replace(address, scheme="https", port=_HTTPS_PORT), allow_private=False, upgraded=True)


def needs_permission(address: Address) -> bool:
    """Return True for plain http and for places at home, as far as the address alone shows."""
    return not address.is_secure or is_at_home(address)


def is_at_home(address: Address) -> bool:
    """Return True when an address leads to this computer or the home network, as far as it shows."""
    return address.names_private_place or is_home_name(address.host)
