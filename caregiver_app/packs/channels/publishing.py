"""Makes what was signed count: a new snapshot and timestamp over the newest documents, written last.

Whatever becomes visible is looked at before as a family would look at it; what a family would refuse is not written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caregiver_app.model.errors import ChannelError, ChannelTrouble, PublishError, PublishTrouble
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.packs.channels.documents import offers_of
from caregiver_app.packs.channels.own_channel import OwnChannel
from caregiver_app.packs.channels.rules import (
    PUBLISHER_BYTES,
    ROOT,
    SNAPSHOT,
    TARGETS,
    TARGETS_BYTES,
    TIMESTAMP,
    pack_file,
    root_file,
    timestamp_file,
    versioned_file,
)
from caregiver_app.packs.channels.signing import Keys, expiry_of, is_half_over
from caregiver_app.packs.channels.writing import refuse_unsound, sweep, write_files

if TYPE_CHECKING:
    from tuf.api.metadata import MetaFile, Role, Root


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was published. `expires_at` is until when a family can be sure of it, `packs` how many it offers.

    `ends_soon` are publishers and roles whose own date comes before that, and whose keys were not at hand.
    """

    packs: int
    expires_at: Millis
    ends_soon: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Changes:
    """What is to be written beside snapshot and timestamp, in the order in which it may be."""

    files: dict[str, bytes] = field(default_factory=dict)
    root: bytes | None = None
    root_before: Root | None = None


def publish(channel: OwnChannel, keys: Keys, *, at: Millis, changes: Changes | None = None) -> Published:
    """Publish the newest documents of a channel, with `changes` that are not in its folder yet.

    Raises:
        PublishError: the keys of snapshot or timestamp are missing, or something in the folder leads elsewhere.
        ChannelError: a family would refuse what would be published; nothing was.
        StorageError: no room or no right; what was published before still counts.
    """
    changes = changes or Changes()
    ends_soon = _sign_anew(channel, keys, changes, at=at)
    snapshot = _snapshot(channel, keys, changes, at=at)
    timestamp = _timestamp(channel, keys, changes, snapshot, at=at)
    files = _in_order(channel, changes, snapshot, timestamp)
    _refuse_lost(channel, files)
    refuse_unsound(channel.folder, files, at=at)
    sweep(channel.folder)
    write_files(channel.folder, files)
    assert channel.timestamp is not None
    return Published(
        packs=sum(len(document.signed.targets) for document in channel.publishers.values()),
        expires_at=from_datetime(channel.timestamp.signed.expires),
        ends_soon=ends_soon,
    )


def refuse_without_keys(channel: OwnChannel, keys: Keys) -> None:
    """Let pass keys with which a channel can be published as it is now.

    Raises:
        PublishError: those of snapshot or timestamp are missing.
    """
    for role in (SNAPSHOT, TIMESTAMP):
        if not keys.can_sign(channel.root.signed.get_delegated_role(role)):
            raise keys.missing(role)


def sign_targets(channel: OwnChannel, keys: Keys, changes: Changes, *, at: Millis) -> None:
    """Sign the document of publishers anew; one whose keys were replaced is signed by the old ones, too.

    Raises:
        PublishError: its keys are missing, or it would be larger than families take.
    """
    signed = channel.targets.signed
    signed.version = channel.next_version(TARGETS)
    signed.expires = expiry_of(TARGETS, team=channel.facts.team, at=at)
    roles = _roles(channel, changes, TARGETS)
    data = keys.sign(channel.targets, *roles, part=TARGETS)
    if len(data) > TARGETS_BYTES:
        raise PublishError(PublishTrouble.TOO_LARGE, TARGETS)
    changes.files[versioned_file(TARGETS, signed.version)] = data


def sign_publisher(channel: OwnChannel, keys: Keys, slug: str, changes: Changes, *, at: Millis) -> None:
    """Sign the document of a publisher anew.

    Raises:
        PublishError: its keys are missing, or it would be larger than families take.
    """
    document = channel.publishers[slug]
    document.signed.version = channel.next_version(slug)
    document.signed.expires = expiry_of(slug, team=channel.facts.team, at=at)
    role = channel.targets.signed.get_delegated_role(slug)
    data = keys.sign(document, role, part=slug)
    if len(data) > PUBLISHER_BYTES:
        raise PublishError(PublishTrouble.TOO_LARGE, slug)
    changes.files[versioned_file(slug, document.signed.version)] = data


def _sign_anew(channel: OwnChannel, keys: Keys, changes: Changes, *, at: Millis) -> tuple[str, ...]:
    """Sign again what has lived through half of its time, where the keys are at hand; return what was not."""
    team, root = channel.facts.team, channel.root.signed
    ends_soon = [ROOT] if is_half_over(ROOT, root.expires, team=team, at=at) else []
    targets = channel.targets.signed
    if not _has(changes, TARGETS, targets.version) and is_half_over(TARGETS, targets.expires, team=team, at=at):
        if keys.can_sign(root.get_delegated_role(TARGETS)):
            sign_targets(channel, keys, changes, at=at)
        else:
            ends_soon.append(TARGETS)
    for slug, document in channel.publishers.items():
        if _has(changes, slug, document.signed.version):
            continue
        if is_half_over(slug, document.signed.expires, team=team, at=at):
            if keys.can_sign(targets.get_delegated_role(slug)):
                sign_publisher(channel, keys, slug, changes, at=at)
            else:
                ends_soon.append(slug)
    return tuple(ends_soon)


def _has(changes: Changes, role: str, version: int) -> bool:
    return versioned_file(role, version) in changes.files


def _snapshot(channel: OwnChannel, keys: Keys, changes: Changes, *, at: Millis) -> bytes:
    from tuf.api.metadata import Metadata, Snapshot

    before = channel.snapshot
    # A publisher who left stays named: a snapshot that names less than the one before is refused by all clients.
    meta: dict[str, MetaFile] = {} if before is None else dict(before.signed.meta)
    meta[f"{TARGETS}.json"] = _meta(channel, changes, TARGETS, channel.targets.signed.version)
    for slug, document in channel.publishers.items():
        meta[f"{slug}.json"] = _meta(channel, changes, slug, document.signed.version)
    signed = Snapshot(
        version=channel.next_version(SNAPSHOT),
        expires=expiry_of(SNAPSHOT, team=channel.facts.team, at=at),
        meta=meta,
    )
    channel.snapshot = Metadata(signed)
    return keys.sign(channel.snapshot, *_roles(channel, changes, SNAPSHOT), part=SNAPSHOT)


def _timestamp(channel: OwnChannel, keys: Keys, changes: Changes, snapshot: bytes, *, at: Millis) -> bytes:
    from tuf.api.metadata import Metadata, MetaFile, Timestamp

    assert channel.snapshot is not None
    signed = Timestamp(
        version=_last_timestamp(channel) + 1,
        expires=expiry_of(TIMESTAMP, team=channel.facts.team, at=at),
        snapshot_meta=MetaFile.from_data(channel.snapshot.signed.version, snapshot, ["sha256"]),
    )
    channel.timestamp = Metadata(signed)
    return keys.sign(channel.timestamp, *_roles(channel, changes, TIMESTAMP), part=TIMESTAMP)


def _last_timestamp(channel: OwnChannel) -> int:
    """Return the number of the last timestamp; where its keys count no more, that of the last snapshot that counts."""
    if channel.timestamp is not None:
        return channel.timestamp.signed.version
    return channel.last_snapshot


def _meta(channel: OwnChannel, changes: Changes, role: str, version: int) -> MetaFile:
    from tuf.api.metadata import MetaFile

    name = versioned_file(role, version)
    data = changes.files.get(name) or (channel.folder / name).read_bytes()
    return MetaFile.from_data(version, data, ["sha256"])


def _roles(channel: OwnChannel, changes: Changes, role: str) -> list[Role]:
    """Return whose keys sign a document: those in force, and those that were until now, as far as they are here.

    While a new root is not written yet, families know the old keys only.
    """
    roots = [channel.root.signed, *([changes.root_before] if changes.root_before else [])]
    return [root.get_delegated_role(role) for root in roots]


def _in_order(channel: OwnChannel, changes: Changes, snapshot: bytes, timestamp: bytes) -> Mapping[str, bytes]:
    assert channel.snapshot is not None
    files = {
        **changes.files,
        versioned_file(SNAPSHOT, channel.snapshot.signed.version): snapshot,
        timestamp_file(): timestamp,
    }
    if changes.root is None:
        return files
    root = {root_file(channel.root.signed.version): changes.root}
    # Where the old keys of the timestamp are lost, families cannot take it before they have the root.
    return {**files, **root} if _old_keys_signed(channel, changes) else {**root, **files}


def _old_keys_signed(channel: OwnChannel, changes: Changes) -> bool:
    if channel.timestamp is None or changes.root_before is None:
        return True
    document = channel.timestamp
    return bool(changes.root_before.get_verification_result(TIMESTAMP, document.signed_bytes, document.signatures))


def _refuse_lost(channel: OwnChannel, files: Mapping[str, bytes]) -> None:
    """Refuse to offer packs whose bytes are not there."""
    for publisher in channel.delegated():
        for offer in offers_of(channel.id, publisher, channel.publishers[publisher.slug].signed):
            name = pack_file(offer.publisher, offer.slug, offer.sha256)
            path = channel.folder / name
            if name not in files and not (path.is_file() and path.stat().st_size == offer.length_bytes):
                raise ChannelError(ChannelTrouble.MISSING, offer.path)
