"""Adds sources that a person names: an address, a web site, an account, a whole list of another reader.

What is typed is looked at once, so that the source has a name and is one; a list is taken as it is and checked at the
first update. Plain http and places at home are taken only when the person says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from caregiver_app.feeds.looking import Found, look_at, unseen
from caregiver_app.feeds.pool import Parser
from caregiver_app.feeds.source_topics import TopicNames
from caregiver_app.feeds.subscriptions import Subscription, Subscriptions
from caregiver_app.feeds.typed_address import needs_permission, read_typed
from caregiver_app.library.store import Library
from caregiver_app.links.handles import kind_by_address
from caregiver_app.model.errors import AddressRefused, AddressTrouble
from caregiver_app.model.source import NewSource, Source, SourceKind
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetcher
from caregiver_app.support.addresses import web_address
from caregiver_app.support.plain_text import one_line

_ASKS_FIRST = frozenset((SourceKind.VIDEO, SourceKind.SOCIAL))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedSource:
    """`known`: it was there already. `checked`: a feed was found there; False: that is for the first update to see."""

    source: Source
    known: bool
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpmlImport:
    """How many feeds of a list are new, how many were there already, and title, address and trouble of the others."""

    added: int
    known: int
    refused: tuple[tuple[str, str, AddressTrouble], ...]


def add_source(
    library: Library,
    address: str,
    *,
    fetcher: Fetcher,
    parser: Parser,
    allow_private: bool = False,
    topics: tuple[str, ...] = (),
    title: str = "",
    at: Millis,
) -> AddedSource:
    """Add the feed at the address, site or account that somebody typed, and switch it on.

    A source that is there already is not looked at again; without a network an address that looks like a feed is taken
    unseen. `topics` are ids or titles; new ones are made.

    Raises:
        AddressRefused: it is no public, secure web address, and nobody allowed that.
        WebError: the server could not be asked.
        FeedError: there is no feed; `links` are the feeds that a web page names, when it names several.
        Cancelled: the person pressed stop.
        StorageError: the disk is in the way.
    """
    typed = read_typed(address, allow_private=allow_private)
    known = library.sources.by_url(typed.address.url)
    found = unseen(typed) if known is not None else look_at(typed, fetcher=fetcher, parser=parser, at=at)
    known = known or library.sources.by_url(found.url)
    with library.write("sources.subscribe"):
        new = replace(_found(found, title), topics=TopicNames(library).ids_of(topics))
        source = library.sources.get(library.sources.add(new, at=at))
    return AddedSource(source=source, known=known is not None, checked=found.feed is not None)


def import_subscriptions(
    library: Library, subscriptions: Subscriptions, *, allow_private: bool, at: Millis
) -> OpmlImport:
    """Add the feeds of a list, all or none; its folders become topics, and nothing is fetched.

    A feed that is there already and off is switched on: the list asks for it by name.

    Raises:
        StorageError: the disk is in the way; nothing was added.
    """
    known: list[bool] = []
    refused: list[tuple[str, str, AddressTrouble]] = []
    with library.write("sources.import"):
        names = TopicNames(library)
        for feed in subscriptions.feeds:
            try:
                new = _listed(feed, allow_private=allow_private)
            except AddressRefused as error:
                refused.append((feed.title, feed.url, error.kind))
                continue
            there = library.sources.by_url(new.url)
            known.append(there is not None)
            if there is None or not there.enabled:
                library.sources.add(replace(new, topics=names.ids_of(feed.topics)), at=at)
    return OpmlImport(added=known.count(False), known=known.count(True), refused=tuple(refused))


def _found(found: Found, title: str) -> NewSource:
    feed = found.feed
    kind = kind_by_address(found.url)
    return NewSource(
        url=found.url,
        title=one_line(title) or (feed.title if feed else ""),
        kind=kind,
        language=feed.language if feed else "",
        homepage=(feed.homepage if feed else "") or found.homepage,
        asks_first=kind in _ASKS_FIRST,
        allow_private=found.allow_private,
    )


def _listed(feed: Subscription, *, allow_private: bool) -> NewSource:
    """Return the source that an entry of a list stands for.

    Raises:
        AddressRefused: it may not be taken.
    """
    typed = read_typed(feed.url, allow_private=allow_private)
    kind = kind_by_address(typed.address.url)
    return NewSource(
        url=typed.address.url,
        title=feed.title,
        kind=kind,
        language=feed.language,
        homepage=web_address(feed.homepage) or "",
        asks_first=kind in _ASKS_FIRST,
        allow_private=typed.allow_private and needs_permission(typed.address),
    )
