"""Sorts out a subscription list before it is taken: what is new, what is there already, what may not be taken.

Nothing is added and nothing is fetched. A feed that the list writes in two ways is one feed.
"""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.feeds.known_sources import KnownSources, feed_key
from caregiver_app.feeds.subscriptions import Subscription, Subscriptions
from caregiver_app.feeds.typed_address import needs_permission, read_typed
from caregiver_app.library.store import Library
from caregiver_app.links.disclosure import disclosure_of
from caregiver_app.links.handles import kind_by_address
from caregiver_app.model.errors import AddressRefused, AddressTrouble
from caregiver_app.model.source import NewSource, Source, SourceId, SourceKind
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
    """What would become of each feed of a list. Of known ones that are off `waking` go on and `resting` stay off."""

    new: tuple[tuple[NewSource, Subscription], ...]
    known: tuple[tuple[SourceId, Subscription], ...]
    refused: tuple[Refused, ...]
    waking: tuple[tuple[Source, Subscription], ...]
    resting: tuple[SourceId, ...]

    @property
    def left_off(self) -> int:
        """How many feeds of the list would be off: accounts on services of others, which nobody has switched on."""
        return len(self.resting) + sum(not source.enabled for source, _ in self.new)


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
    left_off: int  # accounts that stay off until the person switches each on: new ones, and known ones that are off
    lists: int
    pages: int


def sort_out(library: Library, subscriptions: Subscriptions, *, allow_private: bool) -> SortedOut:
    """Return what would become of each feed."""
    sources = KnownSources(library)
    off = {source.id: source for source in library.sources.list(enabled=False)}
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
    asleep = {source_id: (off[source_id], feed) for source_id, feed in known if source_id in off}
    return SortedOut(
        new=tuple(new.values()),
        known=tuple(known),
        refused=tuple(refused),
        waking=tuple(each for each in asleep.values() if disclosure_of(each[0].url) is None),
        resting=tuple(source.id for source, _ in asleep.values() if disclosure_of(source.url) is not None),
    )


def _listed(feed: Subscription, *, allow_private: bool) -> NewSource:
    """Return the source that an entry of a list stands for; an account on a service of others is off.

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
        enabled=disclosure_of(typed.address.url) is None,
        allow_private=typed.allow_private and needs_permission(typed.address),
    )
