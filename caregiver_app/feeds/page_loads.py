"""The hosts from which a page would load scripts, frames, pictures, films, style sheets and beacons. Pure.

Read off the markup as it came, before anything is taken out of it. Nothing is loaded, and of an address only its host
is told. What a script would only put together when it runs is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from caregiver_app.links.parts import take_apart, trim
from caregiver_app.support.page_hosts import MAX_HOSTS, is_host

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ELEMENTS = 50_000
MOST_ADDRESSES = 5_000
"""So many are looked at: a page of nothing else must not keep a worker busy."""

_LONGEST = 4_000
_LATER = ("data-src", "data-lazy-src", "data-original", "data-lazy")  # a script puts these in place
_SETS = ("srcset", "data-srcset")
_ONE = {
    **dict.fromkeys(("script", "iframe", "img", "amp-img", "amp-iframe", "amp-pixel"), ("src", *_LATER)),
    **dict.fromkeys(("frame", "embed", "audio", "track", "input", "source"), ("src",)),
    "video": ("src", "poster"),
    "object": ("data",),
    "image": ("href", "xlink:href"),
    **dict.fromkeys(("a", "area"), ("ping",)),
    **dict.fromkeys(("body", "table", "td", "th"), ("background",)),
}
_LOADING_RELS = frozenset(
    ("stylesheet", "preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch", "icon")
)
_WHOLE = re.compile(r"(?:https?:)?[/\\]{2}[^\s,]+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NETWORK = re.compile(r"[/\\]{2}")


def loads_of(tree: HtmlElement, base: str) -> tuple[str, ...]:
    """Return these hosts in the order of the page, each once; `base` is what relative addresses start from."""
    hosts: dict[str, None] = {}
    for address in islice(_addresses(tree), MOST_ADDRESSES):
        host = _host_of(address, base)
        if host is not None:
            hosts[host] = None
        if len(hosts) == MAX_HOSTS:
            break
    return tuple(hosts)


def _addresses(tree: HtmlElement) -> Iterator[str]:
    for element in islice(tree.iter("link", *_ONE), MOST_ELEMENTS):
        if element.tag == "link":
            if _LOADING_RELS.intersection(str(element.get("rel") or "").lower().split()):
                yield str(element.get("href") or "")
            continue
        yield from (str(element.get(name) or "") for name in _ONE[element.tag] if element.get(name))
        for name in _SETS:
            yield from (found[0] for found in _WHOLE.finditer(str(element.get(name) or "")))


def _host_of(address: str, base: str) -> str | None:
    """Return the host of an address as browsers read it; None where nothing of the web is loaded."""
    written = trim(address[:_LONGEST])
    if not written:
        return None
    if _NETWORK.match(written):
        written = f"https:{written}"
    parts = take_apart(written if _SCHEME.match(written) else base)
    host = "" if parts is None else parts.host.removesuffix(".")
    return host if is_host(host) else None
