"""Walks the outlines of an OPML document: which are feeds, which are folders, which only point elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import etree

from caregiver_app.feeds.subscriptions import Path, Reference, Subscription, Subscriptions
from caregiver_app.links.address import normalise
from caregiver_app.links.parts import trim
from caregiver_app.model.errors import FeedTrouble, OpmlError
from caregiver_app.support.plain_text import one_line

MAX_OUTLINES = 10_000
MAX_DEPTH = 100
MAX_ATTRIBUTES = 50  # of one outline; lxml takes time with the square of their number

_MAX_TITLE = 300  # characters
_MAX_ADDRESS = 2_000
_MAX_PATHS = 50  # of one feed
_MAX_CATEGORY = 2_000  # characters
_FEED_TYPES = frozenset(("rss", "rss1", "rss2", "atom", "feed", "rdf", "pie", "podcast", "jsonfeed"))
_LIST_NAME = re.compile(r"\.opml(?:[?#]|$)", re.IGNORECASE)
_FEED_NAME = re.compile(r"(?:\.(?:rss|atom|rdf|xml)|/(?:feed|rss|atom))/?(?:[?#]|$)", re.IGNORECASE)


@dataclass(slots=True)
class Gathered:
    """What has been read so far; a feed that is listed again only gains the folders it is in."""

    feeds: dict[str, Subscription] = field(default_factory=dict)
    lists: dict[str, Reference] = field(default_factory=dict)
    pages: dict[str, Reference] = field(default_factory=dict)

    def add_feed(self, feed: Subscription) -> None:
        """Take a feed, or its further folders."""
        key = normalise(feed.url)
        known = self.feeds.get(key, feed)
        paths = tuple(dict.fromkeys((*known.paths, *feed.paths)))[:_MAX_PATHS]
        self.feeds[key] = replace(known, paths=paths, title=known.title or feed.title)

    def finish(self, title: str, *, damaged: bool) -> Subscriptions:
        """Return the whole list."""
        return Subscriptions(
            title=title,
            feeds=tuple(self.feeds.values()),
            lists=tuple(self.lists.values()),
            pages=tuple(self.pages.values()),
            damaged=damaged,
        )


def read_outlines(root: etree._Element, *, damaged: bool) -> Subscriptions:
    """Return what an OPML document says.

    Raises:
        OpmlError: outlines are nested too deeply.
    """
    gathered = Gathered()
    waiting: list[tuple[etree._Element, Path, int]] = [(root, (), 0)]
    while waiting:
        element, path, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise OpmlError(FeedTrouble.TOO_DEEP)
        inner = _take_outline(element, path, gathered) if local_name(element) == "outline" else path
        waiting.extend((child, inner, depth + 1) for child in reversed(element))
    return gathered.finish(_list_title(root), damaged=damaged)


def local_name(element: etree._Element) -> str:
    """Return an element's name, small and without its namespace."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Return an element's first attributes by small names without namespaces, white space folded."""
    names = [str(name) for name in islice(element.attrib, MAX_ATTRIBUTES)]
    return {name.rpartition("}")[2].lower(): " ".join(str(element.get(name)).split()) for name in names}


def clean_title(text: str) -> str:
    """Return a title in one line, cut to its bound."""
    return one_line(text)[:_MAX_TITLE]


def clean_address(text: str) -> str:
    """Return an address without blanks around it and breaks within; empty when it is longer than any address."""
    address = trim(text)
    return address if len(address) <= _MAX_ADDRESS else ""


def _take_outline(element: etree._Element, path: Path, gathered: Gathered) -> Path:
    """Put one outline where it belongs; return the path of what it contains."""
    attributes = attributes_of(element)
    title = clean_title(attributes.get("text") or attributes.get("title") or "")
    homepage = clean_address(attributes.get("htmlurl", ""))
    feed, other = _addresses(attributes)
    if feed:
        language = attributes.get("language", "").lower()[:12]
        paths = _paths(path, attributes.get("category", ""))
        gathered.add_feed(Subscription(title=title, url=feed, homepage=homepage, language=language, paths=paths))
        return path
    if other and _is_list(attributes):
        gathered.lists.setdefault(other, Reference(title=title, url=other))
    elif other or homepage:
        gathered.pages.setdefault(other or homepage, Reference(title=title, url=other or homepage))
    return (*path, title) if title and len(element) else path


def _addresses(attributes: dict[str, str]) -> tuple[str, str]:
    """Return the address of the feed and that of something else; OPML 1 lists say `url` for either."""
    feed, other = clean_address(attributes.get("xmlurl", "")), clean_address(attributes.get("url", ""))
    kind = attributes.get("type", "").lower()
    if not feed and (kind in _FEED_TYPES or (not kind and _FEED_NAME.search(other))):
        return other, ""
    return feed, other


def _is_list(attributes: dict[str, str]) -> bool:
    kind, address = attributes.get("type", "").lower(), attributes.get("url", "")
    return kind == "include" or (kind in ("link", "") and _LIST_NAME.search(address) is not None)


def _paths(path: Path, categories: str) -> tuple[Path, ...]:
    """Return the folder an outline is in and the paths of its `category` (`/news/health,carers`, OPML 2.0)."""
    listed = (
        tuple(name.strip()[:_MAX_TITLE] for name in category.split("/") if name.strip())
        for category in one_line(categories[:_MAX_CATEGORY]).split(",")[:_MAX_PATHS]
    )
    return tuple(dict.fromkeys(found for found in (path, *listed) if found))


def _list_title(root: etree._Element) -> str:
    for head in root:
        if local_name(head) == "head":
            return next((clean_title(part.text or "") for part in head if local_name(part) == "title"), "")
    return ""
