"""Channels that somebody here makes: begun, filled with packs, published, their keys kept and replaced.

Keys lie in the data folder, each file locked with a passphrase, until their owner takes them to where they belong. What
a family reads lies in a folder of the maker's choice, and never a key beside it. Whoever changes one holds its folder:
of two at once the second is refused (`PublishError` BUSY).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from caregiver_app.bootstrap.channel_keys import AtHand, ChannelKeys, swaps_for
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.channel import PackOffer
from caregiver_app.model.time import Clock, Millis
from caregiver_app.packs.channels.alone import alone

if TYPE_CHECKING:
    from caregiver_app.bootstrap.own_channel_facts import OwnChannelFacts
    from caregiver_app.packs.channels.beginning import Begun
    from caregiver_app.packs.channels.own_channel import OwnChannel
    from caregiver_app.packs.channels.publishing import Changes, Published
    from caregiver_app.packs.channels.signing import Keys
    from caregiver_app.packs.channels.signing_keys import SigningKey
    from caregiver_app.support.key_derivation import KdfCost


class _Change(Protocol):
    def __call__(self, channel: OwnChannel, keys: Keys, said: str, changes: Changes, /, *, at: Millis) -> None: ...


class OwnChannels:
    """Threads may share it: it holds nothing of any channel, and no key longer than a call."""

    def __init__(self, paths: Paths, clock: Clock, *, cost: KdfCost | None = None) -> None:
        """`cost` is what a passphrase costs to try; None: as much as this computer can."""
        self._clock = clock
        self.keys = ChannelKeys(paths.channel_keys, clock, cost=cost)

    def begin(
        self, folder: Path, *, name: str, team: bool, passphrase: str, keys: Path | None = None
    ) -> tuple[Begun, tuple[Path, ...], tuple[SigningKey, ...]]:
        """Make a channel and its keys; return it, where its key files lie, and the keys for their sheets.

        Raises:
            PublishError: the name cannot be, or something lies where channel or keys would.
            VaultError: the passphrase is easy to guess.
            StorageError: no room or no right.
        """
        from caregiver_app.packs.channels.beginning import begin_channel, keys_for, refuse_folders

        made = keys_for(name, team=team)
        key_folder = self.keys.new_folder(name, keys)
        refuse_folders(folder, key_folder.first)
        files = self.keys.keep(key_folder, made, passphrase)
        begun = begin_channel(folder, made, name=name, team=team, at=self._clock.now())
        return begun, tuple(files), made

    def show(self, folder: Path) -> OwnChannelFacts:
        """Return what there is to see of a channel; no key is needed. Raises as `open_own_channel` does."""
        from caregiver_app.bootstrap.own_channel_facts import facts_of

        return facts_of(self._open(folder))

    @alone
    def add_publisher(
        self, folder: Path, at_hand: AtHand, *, name: str, slug: str = "", passphrase: str, keys: Path | None = None
    ) -> Path:
        """Leave a folder of a channel to a publisher, and make their key; return where it lies. Not published yet.

        Raises:
            PublishError: the name cannot be or is taken, or the keys of the leads are missing.
            VaultError: the passphrase is easy to guess.
        """
        from caregiver_app.packs.channels.beginning import slug_of
        from caregiver_app.packs.channels.changing import add_publisher
        from caregiver_app.packs.channels.rules import TARGETS
        from caregiver_app.packs.channels.signing_keys import new_key, publisher_role

        channel = self._open(folder)
        slug = slug or slug_of(name)
        key = new_key(publisher_role(slug), f"publisher-{slug}")
        signers = self.keys.of(channel, at_hand, TARGETS)
        changes = self._changes()
        add_publisher(channel, signers, name=name, slug=slug, key=key, changes=changes, at=self._clock.now())
        (path,) = self.keys.keep(self.keys.new_folder(channel.facts.name, keys), [key], passphrase)
        self._write(channel, changes)
        return path

    @alone
    def add_packs(
        self, folder: Path, at_hand: AtHand, packs: Iterable[bytes], *, publisher: str | None = None
    ) -> tuple[PackOffer, ...]:
        """Sign packs as they were built, new or in a higher version: all of them or none. Not published yet.

        Raises:
            PackError: the bytes of one are no pack.
            PublishError: one is no newer than what is offered, or the publisher's key is missing.
        """
        from caregiver_app.packs.channels.changing import offer_of, put_pack
        from caregiver_app.packs.channels.publishing import sign_publisher
        from caregiver_app.packs.channels.writing import write_files

        channel, changes = self._open(folder), self._changes()
        by = channel.publisher(publisher)
        signers = self.keys.of(channel, at_hand, by.slug)
        offers = []
        for data in packs:
            offers.append(offer_of(channel, by, data))
            write_files(folder, {put_pack(channel, offers[-1], data): data})  # nobody asks for it before it is signed
        sign_publisher(channel, signers, by.slug, changes, at=self._clock.now())
        self._write(channel, changes)
        return tuple(offers)

    @alone
    def take_out(self, folder: Path, at_hand: AtHand, path: str) -> None:
        """Offer a pack no more, `publisher/pack`. Not published yet. Raises as `take_out_pack` does."""
        from caregiver_app.packs.channels.changing import take_out_pack

        channel = self._open(folder)
        changes = self._changes()
        signers = self.keys.of(channel, at_hand, channel.publisher(path.partition("/")[0]).slug)
        take_out_pack(channel, signers, path, changes, at=self._clock.now())
        self._write(channel, changes)

    @alone
    def publish(self, folder: Path, at_hand: AtHand) -> Published:
        """Make all that was signed count, for another while. Raises as `packs.channels.publishing.publish` does."""
        from caregiver_app.packs.channels.publishing import publish

        channel = self._open(folder)
        return publish(channel, self.keys.of(channel, at_hand), at=self._clock.now())

    @alone
    def revoke(self, folder: Path, at_hand: AtHand, slug: str) -> Published:
        """Take a publisher's folder back, and publish that. Raises as `revoke_publisher` and `publish` do."""
        from caregiver_app.packs.channels.changing import revoke_publisher

        return self._publish_changed(folder, at_hand, revoke_publisher, slug)

    @alone
    def move(self, folder: Path, at_hand: AtHand, address: str) -> Published:
        """Let a channel say where it lives from now on, and publish that.

        Raises:
            PublishError: no family would go there, or keys are missing.
        """
        from caregiver_app.model.errors import AddressRefused, PublishError, PublishTrouble
        from caregiver_app.packs.channels.changing import move_channel
        from caregiver_app.packs.channels.web_place import channel_address

        try:
            plain = channel_address(address, allow_private=False)
        except AddressRefused:
            raise PublishError(PublishTrouble.BAD_ADDRESS) from None
        return self._publish_changed(folder, at_hand, move_channel, plain)

    @alone
    def tell_newest_caregiver(self, folder: Path, at_hand: AtHand, version: str) -> Published:
        """Let a channel say which Caregiver is the newest, and publish that. Raises as `tell_newest_caregiver` does."""
        from caregiver_app.packs.channels.changing import tell_newest_caregiver

        return self._publish_changed(folder, at_hand, tell_newest_caregiver, version)

    @alone
    def renew(
        self, folder: Path, at_hand: AtHand, role: str = "", *, old: Collection[str] = (), passphrase: str = ""
    ) -> tuple[Published, tuple[Path, ...]]:
        """Put a new key in the place of one of a role, or new ones for all that lay in the files `old`; publish that.

        With neither, the root is signed for two more years. Returns where the new keys lie.
        All that are lost must be named at once: what is signed with one of them needs the others.

        Raises:
            PublishError: there is no such key, or those are missing that must agree.
            VaultError: the passphrase for the new key is easy to guess.
        """
        from caregiver_app.packs.channels.publishing import publish, refuse_without_keys
        from caregiver_app.packs.channels.renewing import renew_root, replace_keys
        from caregiver_app.packs.channels.rules import ROLES

        channel, now = self._open(folder), self._clock.now()
        everybody = (*ROLES, *(publisher.slug for publisher in channel.delegated()))
        is_for_root = not role or role in ROLES
        signers = self.keys.of(channel, at_hand, *(everybody if is_for_root else ()))
        key_folder = self.keys.new_folder(channel.facts.name)
        swaps = swaps_for(channel, role, old, key_folder) if role or old else ()
        with_new = signers.and_also(*(swap.new for swap in swaps))
        make = partial(replace_keys, channel, with_new, swaps) if swaps else partial(renew_root, channel, with_new)
        changes = make(at=now)
        refuse_without_keys(channel, with_new)
        kept: tuple[Path, ...] = ()
        if swaps:  # kept before anything relies on them
            kept = self.keys.keep(key_folder, [swap.new for swap in swaps], passphrase)
        return publish(channel, with_new, at=now, changes=changes), kept

    def copy(self, folder: Path, to: Path) -> int:
        """Copy what counts of a channel into a folder or a file, to hand on; return how many packs are in it.

        Raises: as `packs.channels.copying.copy_channel` does.
        """
        from caregiver_app.packs.channels.copying import copy_channel

        return copy_channel(folder, to, at=self._clock.now())

    def _open(self, folder: Path) -> OwnChannel:
        from caregiver_app.packs.channels.own_channel import open_own_channel

        return open_own_channel(folder, at=self._clock.now())

    def _publish_changed(self, folder: Path, at_hand: AtHand, change: _Change, said: str) -> Published:
        from caregiver_app.packs.channels.publishing import publish

        channel, now = self._open(folder), self._clock.now()
        signers, changes = self.keys.of(channel, at_hand), self._changes()
        change(channel, signers, said, changes, at=now)
        return publish(channel, signers, at=now, changes=changes)

    def _changes(self) -> Changes:
        from caregiver_app.packs.channels.publishing import Changes

        return Changes()

    def _write(self, channel: OwnChannel, changes: Changes) -> None:
        from caregiver_app.packs.channels.writing import write_files

        write_files(channel.folder, changes.files)
