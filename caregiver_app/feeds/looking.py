"""Looks once at an address that somebody wants as a source: is a feed there, or a web page that names one?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from caregiver_app.feeds.parse import ParseJob
from caregiver_app.feeds.pool import Parser
from caregiver_app.feeds.typed_address import Typed, read_address
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import AddressRefused, AddressTrouble, FeedError, WebError, WebTrouble
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetcher, FetchRequest, Why
from caregiver_app.web.addresses import Address, parse_address

_NOT_NOW = frozenset((WebTrouble.OFFLINE, WebTrouble.STAY_OFFLINE))
_NO_SECURE_FORM = frozenset((WebTrouble.CONNECT, WebTrouble.TLS, WebTrouble.TIMEOUT, WebTrouble.STATUS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A feed at `url`; `feed` is None where nobody could look. `homepage` is what led there, where something did."""

    url: str
    allow_private: bool
    feed: ParsedFeed | None
    homepage: str = ""


def look_at(typed: Typed, *, fetcher: Fetcher, parser: Parser, at: Millis) -> Found:
    """Return the feed that is there, or the only one that the web page there names.

    Raises:
        AddressRefused: there is no secure form of it, or what a page names takes permission.
        WebError: the server could not be asked.
        FeedError: there is no feed; `links` are the feeds that a web page names, when it names several.
        Cancelled: the person pressed stop.
    """
    try:
        return _fetch(typed, fetcher, parser, at)
    except WebError as error:
        return _without_answer(typed, error)
    except FeedError as error:
        if len(error.links) != 1:
            raise
        return replace(_fetch(_named(typed, error.links[0]), fetcher, parser, at), homepage=typed.address.url)


def unseen(typed: Typed) -> Found:
    """Return what is known of an address that nobody looked at."""
    return Found(url=typed.address.url, allow_private=typed.allow_private, feed=None, homepage=typed.homepage)


def _fetch(typed: Typed, fetcher: Fetcher, parser: Parser, at: Millis) -> Found:
    request = FetchRequest(url=typed.address.url, why=Why.ADD_SOURCE, allow_private=typed.allow_private)
    fetched = fetcher.fetch(request)
    feed = parser.parse(
        ParseJob(url=fetched.url, headers=fetched.headers, body=fetched.body, known=frozenset(), now=at)
    )
    address = _where_it_stays(typed.address, fetched.moved_to)
    allow_private = typed.allow_private and address.origin == typed.address.origin
    return Found(url=address.url, allow_private=allow_private, feed=feed, homepage=typed.homepage)


def _where_it_stays(asked: Address, moved_to: str | None) -> Address:
    """Return the new address of what moved for good; what a person allowed for one place holds for no other."""
    moved = asked if moved_to is None else parse_address(moved_to)
    return moved if moved.is_secure or moved.origin == asked.origin else asked


def _without_answer(typed: Typed, error: WebError) -> Found:
    if error.kind in _NOT_NOW and typed.looks_like_feed:
        return unseen(typed)
    if error.kind in _NO_SECURE_FORM and typed.upgraded:
        raise AddressRefused(AddressTrouble.INSECURE, typed.address.url) from error
    raise error


def _named(page: Typed, link: str) -> Typed:
    """Return the feed that a page names; leave to reach home is good for the place that was typed, and no other."""
    same_place = parse_address(link).origin == page.address.origin
    return read_address(link, allow_private=page.allow_private and same_place)
