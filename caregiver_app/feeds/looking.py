"""Looks at an address that somebody wants as a source: what could be followed there, or the one feed that is meant."""

from __future__ import annotations

from dataclasses import dataclass, replace

from caregiver_app.feeds.candidates import Candidate, the_one
from caregiver_app.feeds.finding import Finding
from caregiver_app.feeds.known_sources import KnownSources
from caregiver_app.feeds.pool import Parser
from caregiver_app.feeds.typed_address import Typed, read_typed
from caregiver_app.library.store import Library
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import FeedError, FeedTrouble, WebError, WebTrouble
from caregiver_app.model.source import SourceFormat, SourceId
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetcher

_NOT_NOW = frozenset((WebTrouble.OFFLINE, WebTrouble.STAY_OFFLINE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A feed at `url`; `feed` is None where nobody could look. `homepage` is what led there, where something did."""

    url: str
    allow_private: bool
    feed: ParsedFeed | None
    homepage: str = ""


def find_sources(
    library: Library, address: str, *, fetcher: Fetcher, parser: Parser, allow_private: bool = False, at: Millis
) -> tuple[Candidate, ...]:
    """Return what may be followed at the address, site or account that somebody typed; adds nothing.

    Accounts are named and not asked: what they learn is said first.

    Raises:
        AddressRefused: it is no public, secure web address, and nobody allowed that.
        WebError: the server could not be asked.
        FeedError: there is neither a feed nor a page that could be watched.
        Cancelled: the person pressed stop.
    """
    typed = read_typed(address, allow_private=allow_private)
    known = KnownSources(library)
    found = Finding(typed, fetcher=fetcher, parser=parser, at=at).find()
    return tuple(_with_known(library, candidate, known.find(candidate.url)) for candidate in found)


def _with_known(library: Library, candidate: Candidate, known: SourceId | None) -> Candidate:
    is_off = known is not None and not library.sources.get(known).enabled
    return replace(candidate, known=known, is_off=is_off)


def look_at(typed: Typed, *, fetcher: Fetcher, parser: Parser, agreed: bool, at: Millis) -> Found:
    """Return the feed that is there, or the only one worth having that the site names; an account unseen, not `agreed`.

    Raises:
        AddressRefused: there is no secure form of it, or what a page names takes permission.
        WebError: the server could not be asked.
        FeedError: there is no feed, or a choice to make: `links` are the feeds then, the likeliest first.
        Cancelled: the person pressed stop.
    """
    finding = Finding(typed, fetcher=fetcher, parser=parser, at=at, agreed=agreed)
    try:
        candidates = finding.find()
    except WebError as error:
        if error.kind in _NOT_NOW and typed.looks_like_feed:
            return unseen(typed)
        raise
    one = the_one(candidates)
    if one is None:
        feeds = tuple(each.url for each in candidates if each.format is SourceFormat.FEED)
        raise FeedError(FeedTrouble.HTML, links=feeds)
    return Found(url=one.url, allow_private=one.allow_private, feed=finding.feeds.get(one.url), homepage=one.homepage)


def unseen(typed: Typed) -> Found:
    """Return what is known of an address that nobody looked at."""
    return Found(url=typed.address.url, allow_private=typed.allow_private, feed=None, homepage=typed.homepage)
