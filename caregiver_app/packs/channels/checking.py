"""Looks what a trusted channel has now. One and the same for the web, a folder and a copy; publishers use it, too.

The timestamp is asked for first: while it says what it said before, that was the only request. Whoever changes keys
publishes a new timestamp with them, and whoever holds back the one could hold back the other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from caregiver_app.model.channel import (
    CheckedChannel,
    Lateness,
    PackOffer,
    PublisherSlug,
    ReferenceTime,
    TrustedChannel,
    name_in_channel,
)
from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.documents import (
    channel_facts,
    channel_id_of,
    kept_publisher_names,
    moved_to_of,
    newest_caregiver_of,
    offers_of,
    publishers_of,
    read_root,
)
from caregiver_app.packs.channels.judging import Judge
from caregiver_app.packs.channels.maker_names import is_new_maker_name
from caregiver_app.packs.channels.places import Place
from caregiver_app.packs.channels.rules import (
    FIRST_ROOT,
    MOST_ROOTS,
    PUBLISHER_BYTES,
    ROOT_BYTES,
    SNAPSHOT,
    SNAPSHOT_BYTES,
    TARGETS,
    TARGETS_BYTES,
    TIMESTAMP,
    TIMESTAMP_BYTES,
    root_file,
    timestamp_file,
    versioned_file,
)

if TYPE_CHECKING:
    from tuf.api.metadata import MetaFile

_PUBLISHER = "publisher:"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What documents say that were all found in order."""

    name: str
    publisher_names: frozenset[str]
    offers: tuple[PackOffer, ...]
    moved_to: str
    newest_caregiver: str
    publishers: tuple[PublisherSlug, ...]
    lapsed: tuple[PublisherSlug, ...]
    revoked: tuple[PublisherSlug, ...]
    documents: Mapping[str, bytes]


def check(channel: TrustedChannel, place: Place, time: ReferenceTime) -> CheckedChannel:
    """Return what a channel has in a place, judged at a time; nothing is kept by this.

    Raises:
        ChannelError: something there is not in order. What is here stays.
        StorageError, WebError, Cancelled: it could not be read.
    """
    timestamp = place.read(timestamp_file(), TIMESTAMP_BYTES)
    if timestamp is None:
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL, TIMESTAMP)
    if timestamp == channel.documents.get(TIMESTAMP) and (unchanged := _still(channel, time)) is not None:
        return unchanged
    with _telling_another(channel, place):
        judge, root = follow_roots(channel.root, place, time.at)
        judge.recall_timestamp(channel.documents.get(TIMESTAMP))
        timestamp = judge.take_timestamp(timestamp, place.lateness)
    found = _take_rest(judge, channel, place, timestamp)
    _check_new_names(channel, found)
    return _checked(channel, found, judge, root, time)


def follow_roots(root: bytes, place: Place, at: Millis) -> tuple[Judge, bytes]:
    """Return a judge with the newest root that follows from a trusted one, and that root.

    Raises:
        ChannelError: a root does not follow, or there are more than anybody makes.
        StorageError, WebError, Cancelled: it could not be read.
    """
    judge = Judge(root, at)
    for _ in range(MOST_ROOTS):
        following = place.read(root_file(judge.root.version + 1), ROOT_BYTES)
        if following is None:
            return judge, root
        judge.take_next_root(following)
        root = following
    raise ChannelError(ChannelTrouble.ENDLESS, "root")


def known_offers(channel: TrustedChannel, time: ReferenceTime) -> CheckedChannel | None:
    """Return what is known to be offered without looking anywhere, None where nothing was ever found in order.

    Where the date of what is here has passed it is judged by the time at which it was found, and is not fresh.
    """
    found = _still(channel, time)
    if found is None and channel.checked_at is not None:
        then = ReferenceTime(at=min(channel.checked_at, time.at), clock_behind=time.clock_behind)
        late = _still(channel, then, Lateness.AGREED)
        found = None if late is None else replace(late, is_fresh=False)
    return None if found is None else replace(found, channel=channel)


def role_of(publisher: str) -> str:
    """Return under which name the document of a publisher is kept."""
    return f"{_PUBLISHER}{publisher}"


def publisher_of(kept_as: str) -> str:
    """Return the role of a document by the name under which it is kept."""
    return kept_as.removeprefix(_PUBLISHER)


@contextmanager
def _telling_another(channel: TrustedChannel, place: Place) -> Iterator[None]:
    """Run a block that judges root and timestamp; others sign another channel."""
    try:
        yield
    except ChannelError as error:
        if error.kind is ChannelTrouble.TOO_FEW and _is_another(channel, place):
            raise ChannelError(ChannelTrouble.OTHER_CHANNEL) from error
        if error.kind is ChannelTrouble.TOO_FEW and _knows_less(channel, place):
            raise ChannelError(ChannelTrouble.ROLLBACK, error.detail) from error
        raise


def _is_another(channel: TrustedChannel, place: Place) -> bool:
    first = place.read(root_file(FIRST_ROOT), ROOT_BYTES)
    return first is not None and channel_id_of(read_root(first)) != channel.id


def _knows_less(channel: TrustedChannel, place: Place) -> bool:
    """Return whether a place has not even the root that is trusted: a copy of before keys were replaced."""
    return place.read(root_file(read_root(channel.root).signed.version), ROOT_BYTES) is None


def _still(
    channel: TrustedChannel, time: ReferenceTime, lateness: Lateness = Lateness.REFUSED
) -> CheckedChannel | None:
    """Return what is here as it was found before, None where its dates have passed."""
    timestamp = channel.documents.get(TIMESTAMP)
    if timestamp is None:
        return None
    try:
        judge = Judge(channel.root, time.at)
        judge.take_timestamp(timestamp, lateness)
        found = _take_rest(judge, channel, None, timestamp)
    except ChannelError:
        return None
    return replace(_checked(channel, found, judge, channel.root, time), is_unchanged=True)


def _take_rest(judge: Judge, channel: TrustedChannel, place: Place | None, timestamp: bytes) -> _Found:
    documents = {TIMESTAMP: timestamp}

    def bring(role: str, kept_as: str, meta: MetaFile, most: int) -> bytes:
        documents[kept_as] = _bring(role, channel.documents.get(kept_as), meta, place, most)
        return documents[kept_as]

    judge.recall_snapshot(channel.documents.get(SNAPSHOT))
    snapshot = judge.take_snapshot(bring(SNAPSHOT, SNAPSHOT, judge.snapshot_meta, SNAPSHOT_BYTES))
    meta_of = snapshot.meta
    targets = judge.take_targets(bring(TARGETS, TARGETS, _named(meta_of, TARGETS), TARGETS_BYTES))
    offers: list[PackOffer] = []
    lapsed: list[PublisherSlug] = []
    name, publishers = channel_facts(judge.root).name, publishers_of(targets)
    for publisher in publishers:
        meta = _named(meta_of, publisher.slug)
        data = bring(publisher.slug, role_of(publisher.slug), meta, PUBLISHER_BYTES)
        try:
            named = replace(publisher, name=name_in_channel(publisher.name, name))
            offers += offers_of(channel.id, named, judge.take_publisher(publisher.slug, data))
        except ChannelError as error:
            if error.kind is not ChannelTrouble.EXPIRED:
                raise
            lapsed.append(publisher.slug)  # one who forgets must not keep the news of the others from anybody
    still = {publisher.slug for publisher in publishers}
    before = {PublisherSlug(publisher_of(role)) for role in channel.documents if role.startswith(_PUBLISHER)}
    return _Found(
        name=name,
        publisher_names=frozenset(publisher.name for publisher in publishers),
        offers=tuple(offers),
        moved_to=moved_to_of(targets),
        newest_caregiver=newest_caregiver_of(targets),
        publishers=tuple(publisher.slug for publisher in publishers),
        lapsed=tuple(lapsed),
        revoked=tuple(sorted(before - still)),
        documents=documents,
    )


def _check_new_names(channel: TrustedChannel, found: _Found) -> None:
    """Refuse a name that says more than a name. One that was here before stays: nobody loses packs by a later rule."""
    before = {channel.name} | kept_publisher_names(channel.documents.get(TARGETS))
    if not all(map(is_new_maker_name, {found.name, *found.publisher_names} - before)):
        raise ChannelError(ChannelTrouble.BAD_NAME, TARGETS)


def _bring(role: str, kept: bytes | None, meta: MetaFile, place: Place | None, most: int) -> bytes:
    """Return the document that is named: what is here where it is the same, else from the place."""
    if kept is not None and meta.hashes and meta.hashes.get("sha256") == hashlib.sha256(kept).hexdigest():
        return kept
    announced = meta.length is not None and meta.length <= most
    length = meta.length if announced and meta.length is not None else most
    data = None if place is None else place.read(versioned_file(role, meta.version), length, announced=announced)
    if data is None:
        raise ChannelError(ChannelTrouble.MISSING, role)
    return data


def _named(meta_of: Mapping[str, MetaFile], role: str) -> MetaFile:
    meta = meta_of.get(f"{role}.json")
    if meta is None:
        raise ChannelError(ChannelTrouble.MIXED, role)
    return meta


def _checked(channel: TrustedChannel, found: _Found, judge: Judge, root: bytes, time: ReferenceTime) -> CheckedChannel:
    versions = dict(channel.versions)
    for offer in found.offers:
        versions[offer.path] = max(offer.version, versions.get(offer.path, 0))
    now = replace(
        channel,
        name=found.name,
        root=root,
        documents=dict(found.documents),
        versions=versions,
        checked_at=time.at,
        confirmed_at=time.at if judge.is_fresh else channel.confirmed_at,
    )
    return CheckedChannel(
        channel=now,
        offers=found.offers,
        is_fresh=judge.is_fresh,
        publishers=found.publishers,
        clock_behind=time.clock_behind,
        lapsed=found.lapsed,
        revoked=found.revoked,
        moved_to=found.moved_to,
        newest_caregiver=found.newest_caregiver,
        name_before="" if found.name == channel.name else channel.name,
    )
