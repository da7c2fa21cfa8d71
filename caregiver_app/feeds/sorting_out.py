"""Sorts out a subscription list before it is taken: what is new, what is there already, what may not be taken.

Nothing is added and nothing is fetched. A feed that the list writes in two ways is one feed.
"""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.feeds.known_sources import KnownSources, feed_key
from caregiver_app.feeds.subscriptions import Subscription, Subscriptions
from caregiver_app.feeds.typed_address import needs_permission, read_typed
from caregiver_app.library.store import Library
from caregiver_app.links.handles import kind_by_address
from caregiver_app.model.errors import AddressRefused, AddressTrouble
from caregiver_app.model.source import NewSource, SourceId, SourceKind
from caregiver_app.support.addresses import web_address

ASKS_FIRST = frozenset((SourceKind.VIDEO, SourceKind.SOCIAL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A feed of a list that may not be taken. `url` is as the list gives it: mask it before it is shown."""

    title: str
    url: str
    trouble: AddressTrouble


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedOut:
    """What would become of each feed of a list."""

    new: tuple[tuple[NewSource, Subscription], ...]
    known: tuple[tuple[SourceId, Subscription], ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpmlPreview:
    """What taking a list would do. `topics` are the folders that would become topics of the person's own.

    `lists` and `pages` are how many other lists and pages without a feed it names: those are never taken.
    """

    title: str
    new: tuple[Subscription, ...]
    known: tuple[Subscription, ...]
    refused: tuple[Refused, ...]
    topics: tuple[str, ...]
    damaged: bool
    private: int  # new feeds whose address holds something private
    accounts: int  # new feeds that are accounts on services of others, which learn who follows them
    lists: int
    pages: int


def sort_out(library: Library, subscriptions: Subscriptions, *, allow_private: bool) -> SortedOut:
    """Return what would become of each feed."""
    sources = KnownSources(library)
    new: dict[str, tuple[NewSource, Subscription]] = {}
    known: list[tuple[SourceId, Subscription]] = []
    refused: list[Refused] = []
    for feed in subscriptions.feeds:
        try:
            listed = _listed(feed, allow_private=allow_private)
        except AddressRefused as error:
            refused.append(Refused(title=feed.title, url=feed.url, trouble=error.kind))
            continue
        source_id = sources.find(listed.url)
        if source_id is not None:
            known.append((source_id, feed))
        else:
            new.setdefault(feed_key(listed.url), (listed, feed))
    return SortedOut(new=tuple(new.values()), known=tuple(known), refused=tuple(refused))


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
        asks_first=kind in ASKS_FIRST,
        allow_private=typed.allow_private and needs_permission(typed.address),
    )
