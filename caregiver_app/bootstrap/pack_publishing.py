"""From a pack's folder to what families get, in one go: looked over, built, signed into a channel, published.

All of it or nothing: while something is in the way, neither the channel nor the folder is other than before. Keys are
held for the call alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from caregiver_app.model.errors import PackError
from caregiver_app.model.time import Clock

if TYPE_CHECKING:
    from caregiver_app.bootstrap.channel_keys import AtHand
    from caregiver_app.bootstrap.own_channels import OwnChannels
    from caregiver_app.bootstrap.pack_making import PackMaking
    from caregiver_app.model.channel import PackOffer
    from caregiver_app.packs.channels.documents import Publisher
    from caregiver_app.packs.channels.own_channel import OwnChannel
    from caregiver_app.packs.channels.publishing import Published
    from caregiver_app.packs.channels.signing import Keys


class PublishStage(IntEnum):
    """What publishing is at. It may be stopped before each of these; after the last it is done to its end."""

    OPENING_KEYS = 0
    LOOKING = 1
    BUILDING = 2
    SIGNING = 3


STAGES: Final = len(PublishStage)
OnStage = Callable[[PublishStage], object]
"""Told at which stage it is; raises `Cancelled` where a person wants it stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What publishing a folder would do. `offered` is the version that the channel has signed, None where it has none.

    `next_version` is what would go out if the folder holds something else than what is offered in its version.
    """

    title: str
    version: int
    offered: int | None

    @property
    def is_behind(self) -> bool:
        """Whether the channel offers a higher version: it may have been published from another folder."""
        return self.offered is not None and self.offered > self.version

    @property
    def next_version(self) -> int:
        """The version with which changes go out."""
        return self.version if self.offered is None or self.offered < self.version else self.offered + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPack:
    """What came of it. `published` is None where the keys at hand sign the pack alone, and the team publishes it.

    `was_there`: these very bytes were offered already; only the date was renewed.
    """

    offer: PackOffer
    published: Published | None
    was_there: bool


class PackPublishing:
    """Threads may share it: it holds nothing of any pack or channel."""

    def __init__(self, making: PackMaking, own: OwnChannels, clock: Clock, today: Callable[[], date]) -> None:
        self._making = making
        self._own = own
        self._clock = clock
        self._today = today

    def outlook(self, folder: Path, channel: Path, publisher: str = "") -> Outlook:
        """Return what publishing would do; no key is needed.

        Raises:
            PackError: there is no pack in the folder, or a field of it is not as it should be.
            PublishError: there is no channel, no such publisher, or it was not said which of several.
            ChannelError, StorageError: the channel is not in order, or cannot be read.
        """
        from caregiver_app.packs.changing import read_manifest_of

        pack, opened = read_manifest_of(folder), self._open(channel)
        offer = _offered(opened, opened.publisher(publisher or None), pack.id)
        return Outlook(title=pack.title, version=pack.version, offered=None if offer is None else offer.version)

    def publish(
        self,
        folder: Path,
        channel: Path,
        at_hand: AtHand,
        *,
        publisher: str = "",
        country: str = "",
        on_stage: OnStage = lambda _stage: None,
    ) -> PublishedPack:
        """Look over, build, sign and publish a pack. Where its version is offered already, it becomes the next one.

        Raises:
            PackError: NOT_READY: something keeps it from being built; or as `outlook` does.
            PublishError: a key is missing, its passphrase is wrong, or somebody else publishes there; or as `outlook`.
            ChannelError: a family would refuse what would be published.
            StorageError, Cancelled: the disk is in the way, or the person stopped it.
        """
        from caregiver_app.packs.channels.alone import alone_in
        from caregiver_app.packs.opening import peek

        on_stage(PublishStage.OPENING_KEYS)
        with alone_in(channel):
            opened = self._open(channel)
            by = opened.publisher(publisher or None)
            keys = self._own.keys.of(opened, at_hand)
            if not keys.can_sign(opened.targets.signed.get_delegated_role(by.slug)):
                raise keys.missing(by.slug)
            data = self._built(folder, country, on_stage)
            offer = _offered(opened, by, peek(data).id)
            if offer is None or not _needs_next(offer, data):
                return self._signed(opened, by, keys, data, on_stage)
            with _taken_back_if_it_fails(folder, lambda: self._begin_version(folder, offer.version + 1)):
                return self._signed(opened, by, keys, self._built(folder, country, on_stage), on_stage)

    def _built(self, folder: Path, country: str, on_stage: OnStage) -> bytes:
        on_stage(PublishStage.LOOKING)
        checked = self._making.check(folder, country=country)
        on_stage(PublishStage.BUILDING)
        return self._making.build(checked)

    def _begin_version(self, folder: Path, version: int) -> None:
        from caregiver_app.packs.changing import next_version, read_manifest_of, write_manifest_of

        pack = next_version(read_manifest_of(folder), self._today())
        write_manifest_of(folder, replace(pack, version=version))

    def _signed(self, channel: OwnChannel, by: Publisher, keys: Keys, data: bytes, on_stage: OnStage) -> PublishedPack:
        from caregiver_app.packs.channels.changing import offer_of, put_pack
        from caregiver_app.packs.channels.publishing import Changes, publish, sign_publisher
        from caregiver_app.packs.channels.rules import SNAPSHOT, TIMESTAMP
        from caregiver_app.packs.channels.writing import write_files

        on_stage(PublishStage.SIGNING)
        offer, now, changes = offer_of(channel, by, data), self._clock.now(), Changes()
        before = _offered(channel, by, offer.slug)
        file = put_pack(channel, offer, data)
        sign_publisher(channel, keys, by.slug, changes, at=now)
        roles = (channel.root.signed.get_delegated_role(role) for role in (SNAPSHOT, TIMESTAMP))
        can_publish = all(keys.can_sign(role) for role in roles)
        write_files(channel.folder, {file: data, **({} if can_publish else changes.files)})
        return PublishedPack(
            offer=offer,
            published=publish(channel, keys, at=now, changes=changes) if can_publish else None,
            was_there=before == offer,
        )

    def _open(self, channel: Path) -> OwnChannel:
        from caregiver_app.packs.channels.own_channel import open_own_channel

        return open_own_channel(channel, at=self._clock.now())


def _offered(channel: OwnChannel, by: Publisher, pack_id: str) -> PackOffer | None:
    from caregiver_app.packs.channels.changing import offers_in

    return next((offer for offer in offers_in(channel, by.slug) if offer.slug == pack_id), None)


def _needs_next(offer: PackOffer, data: bytes) -> bool:
    """Return whether bytes can go out only as a higher version than theirs."""
    from caregiver_app.packs.opening import peek

    return peek(data).version <= offer.version and hashlib.sha256(data).hexdigest() != offer.sha256


@contextmanager
def _taken_back_if_it_fails(folder: Path, act: Callable[[], None]) -> Iterator[None]:
    """Have `act` change the manifest for a block; where that ends early, take the change back and nothing else.

    What somebody typed meanwhile stays. A manifest in which nobody did is again as it was to the last byte.
    """
    from caregiver_app.bootstrap.pack_changes import changing, take_change_back
    from caregiver_app.packs.manifest import MANIFEST
    from caregiver_app.support.files import translated_os_errors, write_whole

    path = folder / MANIFEST
    with translated_os_errors(path):
        before = path.read_bytes()
    change = changing(folder, act)
    with translated_os_errors(path):
        after = path.read_bytes()
    try:
        yield
    except BaseException:
        with translated_os_errors(path), suppress(PackError):  # who made it unreadable meanwhile has it as it is
            if path.read_bytes() == after:
                write_whole(path, before)
            else:
                take_change_back(folder, change)
        raise
