"""A channel of one's own as it lies in its folder, opened to be changed. It is read with the eyes of a family.

What counts is what the folder holds, signed: there is no other state. A document that was signed and not yet published
is the one with the highest number that those sign who may. A date that has passed keeps nobody from publishing anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.channel import ChannelId, Lateness
from caregiver_app.model.errors import PublishError, PublishTrouble
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
from caregiver_app.packs.channels.own_documents import (
    in_order,
    last_snapshot,
    latest,
    named_snapshot,
    newest_number,
    numbers_in,
    refuse_held_back,
)
from caregiver_app.packs.channels.places import FolderPlace, Place
from caregiver_app.packs.channels.rules import (
    FIRST_ROOT,
    PUBLISHER_BYTES,
    ROOT_BYTES,
    SNAPSHOT,
    TARGETS,
    TARGETS_BYTES,
    TIMESTAMP,
    TIMESTAMP_BYTES,
    root_file,
    timestamp_file,
)

if TYPE_CHECKING:
    from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp


@dataclass(slots=True, kw_only=True)
class OwnChannel:
    """The documents in a folder, verified, to be changed in memory. `newest` is the highest number of each role.

    `last_snapshot` is that of the newest snapshot whose signers are in force, 0 where there is none.
    """

    folder: Path
    id: ChannelId
    root_bytes: bytes
    root: Metadata[Root]
    targets: Metadata[Targets]
    publishers: dict[str, Metadata[Targets]]
    snapshot: Metadata[Snapshot] | None
    timestamp: Metadata[Timestamp] | None
    last_snapshot: int
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
    numbers = numbers_in(folder)
    targets = latest(place, TARGETS, numbers, TARGETS_BYTES, root.signed)
    publishers: dict[str, Metadata[Targets]] = {
        publisher.slug: latest(place, publisher.slug, numbers, PUBLISHER_BYTES, targets.signed)
        for publisher in publishers_of(targets.signed)
    }
    last = last_snapshot(place, numbers, root.signed)
    refuse_held_back(place, last, {TARGETS: targets, **publishers})
    timestamp = in_order(place.read(timestamp_file(), TIMESTAMP_BYTES), root.signed, TIMESTAMP)
    in_force = {TARGETS: targets, **publishers, **({} if last is None else {SNAPSHOT: last})}
    return OwnChannel(
        folder=folder,
        id=channel_id_of(read_root(first)),
        root_bytes=root_bytes,
        root=root,
        targets=targets,
        publishers=publishers,
        snapshot=None if timestamp is None else named_snapshot(place, timestamp.signed, root.signed),
        timestamp=timestamp,
        last_snapshot=0 if last is None else last.signed.version,
        newest={role: newest_number(found, in_force.get(role)) for role, found in numbers.items()},
    )
