"""Finds the feeds that a web page names: those it declares in its head, and links that look like feeds.

Pure: it reads bytes and opens nothing. What it returns is only worth a try; nobody has looked at those addresses yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from caregiver_app.model.errors import AddressRefused
from caregiver_app.web.addresses import MAX_ADDRESS, Address, parse_address

MAX_PAGE_BYTES = 2_000_000  # feeds are declared early; nobody's time is taken for the rest of a huge page
MAX_LINKS = 50
_A_LIST_OF_FEEDS = 5
_MAX_ANCHORS = 5_000
_MAX_TITLE = 200
_MAX_TEXTS = 8

_FEED_TYPES = frozenset(
    {
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/rss+xml",
        "application/x-atom+xml",
        "application/x-rss+xml",
    }
)
_DOUBTFUL_TYPES = frozenset({"application/json", "application/xml", "text/xml"})  # more often something else
_FEED_PLACES = frozenset({"rss", "atom", "feed", "feeds", "rss2"})  # .../feed, .../rss/
_FEED_ENDINGS = (".rss", ".atom", ".rdf")
_FEED_FILES = frozenset(
    {"index.xml", "index.rdf", "feed.json", "rss.json", "rss.php", "feed.php", "atom.php", "rss.aspx", "feed.aspx"}
)
_FEED_WORDS = ("rss", "atom", "feed")
_FEED_QUERY = re.compile(r"(?:^|&)(?:feed|format|alt|type)=(?:rss2?|atom|rdf|feed)(?:&|$)")
_SAYS_FEED = re.compile(r"\W*(?:rss|atom)(?:\s*(?:2\.0|1\.0|0\.9\d))?(?:[\s-]+feeds?)?\W*", re.IGNORECASE)
_IS_ABOUT_COMMENTS = re.compile(r"/comments?/|[/=]comments?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed that a page names. `is_declared` where the page says that it is one; the others only look so."""

    url: str
    title: str
    is_declared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLinks:
    """What a page names: its feeds, and its own address where that is another than the one it came from, else ""."""

    feeds: tuple[FeedLink, ...]
    canonical: str


def read_page(html: bytes, page_url: str) -> PageLinks:
    """Return what a page names: its feeds, and the address it calls its own.

    The likeliest feeds come first, those of comments last among the declared ones. Links that only look like feeds
    count where a page declares none, or has so many that it is a list of feeds.

    Raises:
        AddressRefused: `page_url` is no address of a page.
    """
    page = parse_address(page_url)
    root = _read(html)
    if root is None:
        return PageLinks(feeds=(), canonical="")
    base = _base(root, page)
    return PageLinks(feeds=_feeds(root, base, page), canonical=_canonical(root, base, page))


def _feeds(root: etree._Element, base: str, page: Address) -> tuple[FeedLink, ...]:
    declared = sorted(_declared(root, base, page), key=lambda link: bool(_IS_ABOUT_COMMENTS.search(link.url)))
    found = _unique(declared, page)
    supposed = _unique(_anchors(root, base, page), page)
    if not found or len(supposed.keys() - found.keys()) >= _A_LIST_OF_FEEDS:
        found = found | {url: link for url, link in supposed.items() if url not in found}
    return tuple(found.values())[:MAX_LINKS]


def _canonical(root: etree._Element, base: str, page: Address) -> str:
    """Return where a page says that it belongs (RFC 6596); nothing that only this computer could reach."""
    for element in root.iter("link"):
        if "canonical" in element.get("rel", "").lower().split():
            target = _resolve(element.get("href", ""), base)
            if target is None or target.url == page.url or (target.names_private_place and target.host != page.host):
                return ""
            return target.url
    return ""


def _unique(links: Iterable[FeedLink], page: Address) -> dict[str, FeedLink]:
    unique: dict[str, FeedLink] = {}
    for link in links:
        unique.setdefault(link.url, link)
    unique.pop(page.url, None)
    return unique


def _read(html: bytes) -> etree._Element | None:
    parser = etree.HTMLParser(recover=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(html[:MAX_PAGE_BYTES], parser)
    except etree.LxmlError:
        return None


def _base(root: etree._Element, page: Address) -> str:
    """Return what relative addresses are relative to (HTML section 4.2.3)."""
    for element in root.iter("base"):
        target = _resolve(element.get("href", ""), page.url)
        return page.url if target is None else target.url
    return page.url


def _declared(root: etree._Element, base: str, page: Address) -> Iterator[FeedLink]:
    for element in root.iter("link"):
        words = element.get("rel", "").lower().split()
        href = element.get("href", "")
        if ("alternate" in words or "feed" in words) and _is_feed_type(element.get("type", ""), words, href):
            yield from _link(href, element.get("title", ""), base, page, is_declared=True)


def _is_feed_type(media_type: str, words: list[str], href: str) -> bool:
    essence = media_type.partition(";")[0].strip().lower()
    if essence in _DOUBTFUL_TYPES:
        return _looks_like_a_feed(href)
    return essence in _FEED_TYPES or ("feed" in words and not essence)


def _anchors(root: etree._Element, base: str, page: Address) -> Iterator[FeedLink]:
    for element in islice(root.iter("a", "area"), _MAX_ANCHORS):
        href, is_feed = _without_feed_scheme(element.get("href", "")[: MAX_ADDRESS + 1].strip())
        words = _words(element)
        if is_feed or _looks_like_a_feed(href) or _SAYS_FEED.fullmatch(words):
            yield from _link(href, words or element.get("title", ""), base, page, is_declared=False)


def _words(element: etree._Element) -> str:
    """Return the first words of an element; anchors that were never closed hold the rest of the page."""
    texts = islice(element.itertext("*"), _MAX_TEXTS)
    return " ".join("".join(str(text)[:_MAX_TITLE] for text in texts).split())[:_MAX_TITLE]


def _looks_like_a_feed(href: str) -> bool:
    path, _, query = href[:MAX_ADDRESS].partition("#")[0].lower().partition("?")
    *folders, name = path.rstrip("/").split("/")
    if name in _FEED_PLACES or name in _FEED_FILES or name.endswith(_FEED_ENDINGS) or _FEED_QUERY.search(query):
        return True
    is_among_feeds = any(word in name for word in _FEED_WORDS) or "feeds" in folders or "feed" in folders
    return name.endswith(".xml") and is_among_feeds


def _without_feed_scheme(href: str) -> tuple[str, bool]:
    """Undo `feed:https://...` and `feed://...`, which only feed readers understood; return whether it was there."""
    if href[:5].lower() != "feed:":
        return href, False
    rest = href[5:]
    return (f"https:{rest}" if rest.startswith("//") else rest), True


def _link(href: str, title: str, base: str, page: Address, *, is_declared: bool) -> Iterator[FeedLink]:
    address = _resolve(href, base)
    if address is None or (address.names_private_place and address.host != page.host):
        return
    yield FeedLink(
        url=address.url, title=" ".join(title[: 2 * _MAX_TITLE].split())[:_MAX_TITLE], is_declared=is_declared
    )


def _resolve(href: str, base: str) -> Address | None:
    if not href.strip() or len(href) > MAX_ADDRESS:
        return None
    try:
        return parse_address(urljoin(base, href.strip()))
    except (AddressRefused, ValueError):
        return None
