"""Names of elements in feeds as the readers know them: the well-known prefix of a namespace, whatever the document
calls it, an underscore and the local name in lower case. Elements of RSS and Atom themselves have no prefix.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_RSS_AND_ATOM = (
    "http://backend.userland.com/rss2",
    "http://backend.userland.com/RSS2",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://purl.org/rss/1.0/",
    "http://purl.org/rss/1.0/modules/rss091#",
    "http://purl.org/atom/ns#",
    "http://www.w3.org/2005/Atom",
)
_PREFIXES = {
    **dict.fromkeys(_RSS_AND_ATOM, ""),
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/threading/": "thr",
    "http://purl.org/syndication/thread/1.0": "thread",
    "http://wellformedweb.org/CommentAPI/": "wfw",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.itunes.com/DTDs/PodCast-1.0.dtd": "itunes",
    "http://www.georss.org/georss": "georss",
    "http://www.opengis.net/gml": "gml",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://webns.net/mvcb/": "admin",
    "http://creativecommons.org/ns#license": "cc",
    "http://web.resource.org/cc/": "cc",
    "http://backend.userland.com/creativeCommonsRssModule": "creativecommons",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "urn:oasis:names:tc:emergency:cap:1.1": "cap",
    "urn:oasis:names:tc:emergency:cap:1.2": "cap",
}
_TAKEN = frozenset(_PREFIXES.values()) | {"xhtml", "psc"}

UNSURE = "?"
"""Stands for a name that another reader takes for one of the known ones; with an underscore it begins names that have
no prefix of their own, which others take for names of RSS.
"""


def unsure_names(names: Iterable[str]) -> frozenset[str]:
    """Return what stands for `names` where it is not sure whose they are."""
    return frozenset((UNSURE, *(f"{UNSURE}_{name}" for name in names)))


class Name(NamedTuple):
    """A namespace and a local name as lxml writes them in one string."""

    namespace: str
    local: str


@lru_cache(maxsize=4096)
def name_of(tag: str, prefix: str | None) -> str:
    """Return the name of an element with lxml's `tag` and the document's `prefix`."""
    name = Name(*tag[1:].split("}", 1)) if tag.startswith("{") else Name("", tag)
    local = name.local.lower()
    if not name.namespace:
        return local
    known = _PREFIXES.get(name.namespace)
    if known is not None:
        return f"{known}_{local}" if known else local
    if prefix is None:
        return f"{UNSURE}_{local}"
    if prefix.lower() in _TAKEN:
        return UNSURE
    return f"{prefix.lower()}_{local}"
