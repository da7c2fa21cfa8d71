"""A channel of one's own as it lies in its folder, opened to be changed. It is read with the eyes of a family.

What counts is what the folder holds, signed: there is no other state. A document that was signed and not yet published
is the one with the highest number that those sign who may. A date that has passed keeps nobody from publishing anew.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caregiver_app.model.channel import ChannelId, Lateness
from caregiver_app.model.errors import ChannelError, ChannelTrouble, PublishError, PublishTrouble
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.checking import follow_roots
from caregiver_app.packs.channels.documents import (
    ChannelFacts,
    Publisher,
    channel_facts,
    channel_id_of,
    publishers_of,
    read_root,
)
from caregiver_app.packs.channels.places import FolderPlace, Place
from caregiver_app.packs.channels.rules import (
    FIRST_ROOT,
    METADATA,
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
from caregiver_app.support.files import translated_os_errors

if TYPE_CHECKING:
    from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp

_MOST_AHEAD = 1_000
"""So far ahead of the document in force the number of one may be that was signed and never counted."""

_VERSIONED = re.compile(r"(?P<version>[1-9][0-9]{0,8})\.(?P<role>[a-z0-9-]+)\.json")


@dataclass(slots=True, kw_only=True)
class OwnChannel:
    """The documents in a folder, verified, to be changed in memory. `newest` is the highest number of each role."""

    folder: Path
    id: ChannelId
    root_bytes: bytes
    root: Metadata[Root]
    targets: Metadata[Targets]
    publishers: dict[str, Metadata[Targets]]
    snapshot: Metadata[Snapshot] | None
    timestamp: Metadata[Timestamp] | None
    newest: dict[str, int]

    @property
    def facts(self) -> ChannelFacts:
        """What the root says of the channel."""
        return channel_facts(self.root.signed)

    @property
    def place(self) -> Place:
        """The folder as a family reads it, however late."""
        return FolderPlace(self.folder, lateness=Lateness.REFUSED)

    def delegated(self) -> tuple[Publisher, ...]:
        """Return the publishers."""
        return publishers_of(self.targets.signed)

    def publisher(self, slug: str | None) -> Publisher:
        """Return the publisher of a name, or the only one where none is given.

        Raises:
            PublishError: there is no such, or several.
        """
        found = self.delegated()
        if slug is None and len(found) != 1:
            raise PublishError(PublishTrouble.SEVERAL_PUBLISHERS if found else PublishTrouble.UNKNOWN_PUBLISHER)
        for publisher in found:
            if slug in (None, publisher.slug):
                return publisher
        raise PublishError(PublishTrouble.UNKNOWN_PUBLISHER, slug or "")

    def next_version(self, role: str) -> int:
        """Return the number of the next document of a role: no file is ever written twice with other content."""
        return self.newest.get(role, 0) + 1


def open_own_channel(folder: Path, *, at: Millis) -> OwnChannel:
    """Open the channel in a folder.

    Raises:
        PublishError: there is none.
        ChannelError: something in it is not as its keys signed it.
        StorageError: it cannot be read.
    """
    place = FolderPlace(folder)
    first = place.read(root_file(FIRST_ROOT), ROOT_BYTES)
    if first is None:
        raise PublishError(PublishTrouble.NOT_HERE)
    _, root_bytes = follow_roots(first, place, at)
    root = read_root(root_bytes)
    numbers = _numbers(folder)
    targets = _latest(place, TARGETS, numbers, TARGETS_BYTES, root.signed)
    publishers: dict[str, Metadata[Targets]] = {
        publisher.slug: _latest(place, publisher.slug, numbers, PUBLISHER_BYTES, targets.signed)
        for publisher in publishers_of(targets.signed)
    }
    timestamp = _optional(place.read(timestamp_file(), TIMESTAMP_BYTES), root.signed, TIMESTAMP)
    snapshot = None
    if timestamp is not None:
        version = timestamp.signed.snapshot_meta.version
        snapshot = _optional(place.read(versioned_file(SNAPSHOT, version), SNAPSHOT_BYTES), root.signed, SNAPSHOT)
    in_force = {TARGETS: targets, **publishers, **({} if snapshot is None else {SNAPSHOT: snapshot})}
    return OwnChannel(
        folder=folder,
        id=channel_id_of(read_root(first)),
        root_bytes=root_bytes,
        root=root,
        targets=targets,
        publishers=publishers,
        snapshot=snapshot,
        timestamp=timestamp,
        newest={role: _newest(found, in_force.get(role)) for role, found in numbers.items()},
    )


def _numbers(folder: Path) -> dict[str, list[int]]:
    """Return the numbers that files of each role bear, the highest first."""
    numbers: dict[str, list[int]] = {}
    metadata = folder / METADATA
    with translated_os_errors(metadata):
        names: Iterable[str] = [path.name for path in metadata.iterdir()] if metadata.is_dir() else ()
    for name in names:
        if found := _VERSIONED.fullmatch(name):
            numbers.setdefault(found["role"], []).append(int(found["version"]))
    return {role: sorted(each, reverse=True) for role, each in numbers.items()}


def _newest(numbers: Iterable[int], in_force: Metadata[Any] | None) -> int:
    """Return the highest number that anything of a role has, without those that nobody reached by publishing.

    Whoever had the stick could name a file so that the next number would be one that no document may have.
    """
    most = math.inf if in_force is None else in_force.signed.version + _MOST_AHEAD
    return max((number for number in numbers if number <= most), default=0)


def _latest(
    place: Place, role: str, numbers: Mapping[str, Sequence[int]], most: int, delegator: Root | Targets
) -> Metadata[Any]:
    """Return the newest document of a role whose signers are in force.

    One that only a new key signed is left over from a change of keys that was cut short before the new key counted.
    """
    for version in numbers.get(role, ()):
        data = place.read(versioned_file(role, version), most)
        found = None if data is None else _optional(data, delegator, role)
        if found is not None:
            return found
    raise ChannelError(ChannelTrouble.MISSING, role)


def _optional(data: bytes | None, delegator: Root | Targets, role: str) -> Metadata[Any] | None:
    """Return a document, None where keys that are no more in force signed it: the next one takes its place."""
    try:
        return None if data is None else _verified(data, delegator, role)
    except ChannelError as error:
        if error.kind is not ChannelTrouble.TOO_FEW:
            raise
        return None


def _verified(data: bytes, delegator: Root | Targets, role: str) -> Metadata[Any]:
    """Return a document that its signers signed; whether its date has passed does not matter here."""
    from tuf.api.exceptions import UnsignedMetadataError
    from tuf.api.metadata import Metadata
    from tuf.api.serialization import DeserializationError, SerializationError

    try:
        found: Metadata[Any] = Metadata.from_bytes(data)
        delegator.verify_delegate(role, found.signed_bytes, found.signatures)
    except (DeserializationError, SerializationError):  # the second: it says what nobody can have signed
        raise ChannelError(ChannelTrouble.CHANGED, role) from None
    except UnsignedMetadataError:
        changed = any(keyid in found.signatures for keyid in delegator.get_delegated_role(role).keyids)
        raise ChannelError(ChannelTrouble.CHANGED if changed else ChannelTrouble.TOO_FEW, role) from None
    return found
