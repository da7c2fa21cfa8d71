"""Adds sources that a person names: an address, a web site, an account, a whole list of another reader.

What is typed is looked at once, so that the source has a name and is one; a list is taken as it is and checked at the
first update. Plain http and places at home are taken only when the person says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from caregiver_app.feeds.known_sources import KnownSources
from caregiver_app.feeds.looking import Found, look_at, unseen
from caregiver_app.feeds.owners import with_owner
from caregiver_app.feeds.pool import Parser
from caregiver_app.feeds.sorting_out import ASKS_FIRST, OpmlPreview, sort_out
from caregiver_app.feeds.source_topics import TopicNames
from caregiver_app.feeds.subscriptions import Subscriptions
from caregiver_app.feeds.typed_address import read_typed
from caregiver_app.library.store import Library
from caregiver_app.links.disclosure import disclosure_of
from caregiver_app.links.handles import kind_by_address
from caregiver_app.links.tokens import has_token
from caregiver_app.model.errors import AddressTrouble
from caregiver_app.model.source import NewSource, Source
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetcher
from caregiver_app.support.plain_text import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedSource:
    """`known`: it was there already. `checked`: a feed was found there; False: that is for the first update to see.

    `switched_on`: it was there and off, and is on now.
    `articles` is how many came with it, None where they wait for the first update.
    """

    source: Source
    known: bool
    checked: bool
    switched_on: bool = False
    articles: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpmlImport:
    """How many feeds of a list are new, how many were there already, and title, address and trouble of the others.

    `left_off` are accounts on services of others, which nobody has switched on: each wants a person's word.
    """

    added: int
    known: int
    refused: tuple[tuple[str, str, AddressTrouble], ...]
    left_off: tuple[Source, ...] = ()


def add_source(
    library: Library,
    address: str,
    *,
    fetcher: Fetcher,
    parser: Parser,
    allow_private: bool = False,
    agreed: bool = False,
    topics: tuple[str, ...] = (),
    title: str = "",
    at: Millis,
) -> AddedSource:
    """Add the feed at the address, site or account that somebody typed, and switch it on.

    A source that is there already is not looked at again; without a network an address that looks like a feed is taken
    unseen. An account is asked and switched on where somebody `agreed` to what it learns; else it is added off, and
    one that is there stays as it is. `topics` are ids or titles; new ones are made.

    Raises:
        AddressRefused: it is no public, secure web address, and nobody allowed that.
        WebError: the server could not be asked.
        FeedError: there is no feed; `links` are the feeds that a web page names, when it names several.
        Cancelled: the person pressed stop.
        StorageError: the disk is in the way.
    """
    typed = read_typed(address, allow_private=allow_private)
    sources = KnownSources(library)
    known = sources.find(typed.address.url)
    found = unseen(typed) if known is not None else look_at(typed, fetcher=fetcher, parser=parser, agreed=agreed, at=at)
    known = known or sources.find(found.url)
    was_off = known is not None and not library.sources.get(known).enabled
    with library.write("sources.subscribe"):
        new = with_owner(library, replace(_found(found, title), topics=TopicNames(library).ids_of(topics)))
        if known is not None:
            new = replace(new, url=library.sources.get(known).url)
        if not agreed and disclosure_of(new.url) is not None:
            new = replace(new, enabled=known is not None and not was_off)
        source = library.sources.get(library.sources.add(new, at=at))
    return AddedSource(
        source=source,
        known=known is not None,
        checked=found.feed is not None,
        switched_on=was_off and source.enabled,
    )


def preview_subscriptions(library: Library, subscriptions: Subscriptions, *, allow_private: bool) -> OpmlPreview:
    """Return what `import_subscriptions` would do with a list; nothing is changed."""
    sorted_out = sort_out(library, subscriptions, allow_private=allow_private)
    new = tuple(feed for _, feed in sorted_out.new)
    return OpmlPreview(
        title=subscriptions.title,
        new=new,
        known=tuple(feed for _, feed in sorted_out.known),
        refused=sorted_out.refused,
        topics=TopicNames(library).missing(name for feed in new for name in feed.topics),
        damaged=subscriptions.damaged,
        private=sum(has_token(source.url) for source, _ in sorted_out.new),
        accounts=sum(disclosure_of(source.url) is not None for source, _ in sorted_out.new),
        left_off=sorted_out.left_off,
        lists=len(subscriptions.lists),
        pages=len(subscriptions.pages),
    )


def import_subscriptions(
    library: Library, subscriptions: Subscriptions, *, allow_private: bool, at: Millis
) -> OpmlImport:
    """Add the feeds of a list, all or none; its folders become topics, and nothing is fetched.

    A feed that is there already and off is switched on: the list asks for it by name. Accounts on services of others
    are left off, known or new: such a service would learn who follows them, and a list has no room for that word.

    Raises:
        StorageError: the disk is in the way; nothing was added.
    """
    sorted_out = sort_out(library, subscriptions, allow_private=allow_private)
    with library.write("sources.import"):
        names = TopicNames(library)
        left_off = list(sorted_out.resting)
        for new, feed in sorted_out.new:
            source_id = library.sources.add(with_owner(library, replace(new, topics=names.ids_of(feed.topics))), at=at)
            left_off += [] if new.enabled else [source_id]
        for source, feed in sorted_out.waking:
            library.sources.add(NewSource(url=source.url, topics=names.ids_of(feed.topics)), at=at)
    return OpmlImport(
        added=len(sorted_out.new),
        known=len(sorted_out.known),
        refused=tuple((each.title, each.url, each.trouble) for each in sorted_out.refused),
        left_off=tuple(library.sources.get(source_id) for source_id in left_off),
    )


def _found(found: Found, title: str) -> NewSource:
    feed = found.feed
    kind = kind_by_address(found.url)
    return NewSource(
        url=found.url,
        title=one_line(title) or (feed.title if feed else ""),
        kind=kind,
        language=feed.language if feed else "",
        homepage=(feed.homepage if feed else "") or found.homepage,
        asks_first=kind in ASKS_FIRST,
        allow_private=found.allow_private,
    )
