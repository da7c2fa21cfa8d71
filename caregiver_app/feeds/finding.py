"""Finds what may be followed at an address: the feed there, those its page names, those at usual places.

A search asks at most `MAX_REQUESTS` times, one after the other, and stops at the first feed of a usual place. It adds
nothing to the library. A service that learns who follows an account is asked only where somebody agreed to that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from caregiver_app.feeds.candidates import Candidate, Rank, feed_candidate, named_candidate, rank_of, without_twins
from caregiver_app.feeds.jobs import PageJob, ParseJob
from caregiver_app.feeds.pool import Parser
from caregiver_app.feeds.typed_address import Typed, read_address
from caregiver_app.links.disclosure import disclosure_of
from caregiver_app.links.handles import kind_by_address
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import (
    AddressRefused,
    AddressTrouble,
    FeedError,
    FeedTrouble,
    WebError,
    WebTrouble,
)
from caregiver_app.model.source import SourceFormat
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetched, Fetcher, FetchRequest, Why
from caregiver_app.support.public_suffixes import registered_part
from caregiver_app.web.addresses import Address, parse_address

MAX_REQUESTS = 8
MAX_NAMED = 50
USUAL_PLACES = ("/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/rss", "/feed.json")

_NO_SECURE_FORM = frozenset((WebTrouble.CONNECT, WebTrouble.TLS, WebTrouble.TIMEOUT, WebTrouble.STATUS))
_MAY_HAVE_ANOTHER_NAME = frozenset((WebTrouble.DNS, WebTrouble.CONNECT, WebTrouble.TLS))
# After these there is no sense in asking for the next address.
_ENDS_IT = frozenset((WebTrouble.OFFLINE, WebTrouble.STAY_OFFLINE, WebTrouble.PAUSED))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A web page in the place of a feed: what it names, and what came."""

    typed: Typed
    fetched: Fetched
    error: FeedError


class Finding:
    """One search. `feeds` are the documents of checked candidates by address, for whoever adds one of them.

    `agreed`: a person knows what accounts tell, and wants them asked; else they are candidates that nobody looked at.
    """

    def __init__(self, typed: Typed, *, fetcher: Fetcher, parser: Parser, at: Millis, agreed: bool = False) -> None:
        self.feeds: dict[str, ParsedFeed] = {}
        self._typed = typed
        self._fetcher = fetcher
        self._parser = parser
        self._at = at
        self._agreed = agreed
        self._asked: set[str] = set()
        self._room = MAX_REQUESTS

    def find(self) -> tuple[Candidate, ...]:
        """Return what may be followed, the likeliest first; the page itself where it has text and no feed was found.

        Raises:
            AddressRefused: there is no secure form of the address.
            WebError: the server could not be asked.
            FeedError: what is there is neither a feed nor a page that could be watched.
            Cancelled: the person pressed stop.
        """
        if self._waits(self._typed):
            return (named_candidate(self._typed, beside=self._typed.address),)
        first = self._look_first()
        if isinstance(first, Candidate):
            return (first,)
        found = list(self._behind(first))
        if not found:
            page = self._page_itself(first)
            if page is None:
                raise first.error
            return (page,)
        return tuple(sorted(found, key=lambda candidate: (not candidate.checked, candidate.rank)))

    def _look_first(self) -> Candidate | _Page:
        try:
            return self._look(self._typed)
        except WebError as error:
            other = _other_name(self._typed.address) if error.kind in _MAY_HAVE_ANOTHER_NAME else None
            if other is not None:
                looked = self._try(replace(self._typed, address=other))
                if looked is not None:
                    return looked
            if error.kind in _NO_SECURE_FORM and self._typed.upgraded:
                raise AddressRefused(AddressTrouble.INSECURE, self._typed.address.url) from error
            raise

    def _behind(self, page: _Page) -> Iterator[Candidate]:
        """Yield what pages name, nearest first: the page, where it says that it belongs, the site's front page."""
        for each in self._pages(page):
            if isinstance(each, Candidate):
                yield each
                return
            named = self._check_named(each)
            if named:
                yield from named
                return
        yield from self._usual_place(page)

    def _pages(self, page: _Page) -> Iterator[_Page | Candidate]:
        yield page
        front = parse_address(page.fetched.url)
        for url in (page.error.canonical, replace(front, target="/").url):
            looked = self._try_url(url, page) if url else None
            if looked is not None:
                yield looked

    def _check_named(self, page: _Page) -> list[Candidate]:
        """Return the feeds of a page that are feeds, without doubles, and those that were not asked."""
        ranked = sorted(page.error.links, key=lambda url: rank_of(url, "", typed=self._typed.address))[:MAX_NAMED]
        good: list[Candidate] = []
        unchecked: list[Candidate] = []
        for typed in filter(None, (_named_by(page, url) for url in ranked)):
            if not self._room or self._waits(typed):
                unchecked.append(named_candidate(typed, beside=self._typed.address))
                continue
            looked = self._try(typed)
            if isinstance(looked, Candidate):
                good.append(replace(looked, homepage=looked.homepage or page.fetched.url))
        return without_twins([*good, *unchecked], self.feeds)

    def _usual_place(self, page: _Page) -> Iterator[Candidate]:
        site = parse_address(page.fetched.url)
        for target in USUAL_PLACES:
            looked = self._try_url(replace(site, target=target).url, page)
            if isinstance(looked, Candidate):
                yield replace(looked, homepage=looked.homepage or page.fetched.url)
                return

    def _page_itself(self, page: _Page) -> Candidate | None:
        """Return the page as something to watch: a public one, by https, with text of its own."""
        address = parse_address(page.fetched.url)
        if not address.is_secure or self._typed.allow_private:
            return None
        job = PageJob(url=page.fetched.url, headers=page.fetched.headers, body=page.fetched.body)
        try:
            read = self._parser.read_page(job)
        except FeedError:
            return None
        return Candidate(
            url=page.fetched.moved_to or page.typed.address.url,
            title=read.title,
            kind=kind_by_address(address.url),
            format=SourceFormat.PAGE,
            rank=Rank.PAGE,
            checked=True,
            entries=1,
            language=read.language,
            homepage=page.fetched.url,
        )

    def _try_url(self, url: str, page: _Page) -> Candidate | _Page | None:
        typed = _named_by(page, url)
        return None if typed is None else self._try(typed)

    def _try(self, typed: Typed) -> Candidate | _Page | None:
        """Look at a further address; None where nothing of use is there, or it may not be asked."""
        if typed.address.url in self._asked or not self._room or self._waits(typed):
            return None
        try:
            return self._look(typed)
        except WebError as error:
            if error.kind in _ENDS_IT:
                self._room = 0
            return None
        except (FeedError, AddressRefused):
            return None

    def _waits(self, typed: Typed) -> bool:
        return not self._agreed and disclosure_of(typed.address.url) is not None

    def _look(self, typed: Typed) -> Candidate | _Page:
        self._asked.add(typed.address.url)
        self._room -= 1
        request = FetchRequest(url=typed.address.url, why=Why.ADD_SOURCE, allow_private=typed.allow_private)
        fetched = self._fetcher.fetch(request)
        self._asked.add(fetched.url)
        job = ParseJob(url=fetched.url, headers=fetched.headers, body=fetched.body, known=frozenset(), now=self._at)
        try:
            feed = self._parser.parse(job)
        except FeedError as error:
            if error.kind is not FeedTrouble.HTML:
                raise
            return _Page(typed=typed, fetched=fetched, error=error)
        return self._candidate(typed, fetched, feed)

    def _candidate(self, typed: Typed, fetched: Fetched, feed: ParsedFeed) -> Candidate:
        address = where_it_stays(typed.address, fetched.moved_to)
        self.feeds[address.url] = feed
        return feed_candidate(
            address.url,
            feed,
            typed=self._typed.address,
            homepage=typed.homepage,
            allow_private=typed.allow_private and address.origin == typed.address.origin,
        )


def _named_by(page: _Page, url: str) -> Typed | None:
    """Return an address that a page names; leave to reach home is good for the place that was typed, and no other."""
    same_place = parse_address(url).origin == page.typed.address.origin
    try:
        return read_address(url, allow_private=page.typed.allow_private and same_place)
    except AddressRefused:
        return None


def where_it_stays(asked: Address, moved_to: str | None) -> Address:
    """Return the new address of what moved for good; what a person allowed for one place holds for no other."""
    moved = asked if moved_to is None else parse_address(moved_to)
    return moved if moved.is_secure or moved.origin == asked.origin else asked


def _other_name(address: Address) -> Address | None:
    """Return the same place with `www.` before the name that somebody registered, or without it."""
    host = address.host
    if host.startswith("www."):
        bare = host.removeprefix("www.")
        return replace(address, host=bare) if registered_part(bare) == bare else None
    return replace(address, host=f"www.{host}") if registered_part(host) == host else None
