"""A channel in a folder as its makers have it, with its keys in memory, so that no passphrase is derived."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from caregiver_app.model.channel import (
    CheckedChannel,
    Lateness,
    PackOffer,
    PublisherSlug,
    ReferenceTime,
    TrustedChannel,
)
from caregiver_app.model.pack_bounds import PackSlug
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.beginning import Begun, begin_channel, keys_for
from caregiver_app.packs.channels.changing import add_publisher, put_pack, revoke_publisher, tell_newest_caregiver
from caregiver_app.packs.channels.checking import check
from caregiver_app.packs.channels.own_channel import OwnChannel, open_own_channel
from caregiver_app.packs.channels.places import FolderPlace
from caregiver_app.packs.channels.publishing import Changes, Published, publish, sign_publisher
from caregiver_app.packs.channels.renewing import Swap, key_names, renew_root, replace_keys
from caregiver_app.packs.channels.signing import Keys
from caregiver_app.packs.channels.signing_keys import SigningKey, new_key, publisher_role
from caregiver_app.packs.channels.trusting import look_first, trust
from caregiver_app.packs.channels.writing import write_files
from tests.helpers.clock import MONDAY

NAME = "Northfield Nurses"
PUBLISHER = "northfield-nurses"


class Maker:
    """Somebody with all the keys of a channel."""

    def __init__(
        self, folder: Path, *, team: bool = False, at: Millis = MONDAY, keys: tuple[SigningKey, ...] = ()
    ) -> None:
        self.folder = folder
        self.at = at
        self.team = team
        self.keys = list(keys or keys_for(NAME, team=team))

    def begin(self) -> Begun:
        """Make the channel."""
        return begin_channel(self.folder, self.keys, name=NAME, team=self.team, at=self.at)

    def open(self) -> OwnChannel:
        """Return the channel as it lies there."""
        return open_own_channel(self.folder, at=self.at)

    def sign_pack(
        self, slug: str, data: bytes, *, version: int = 1, publisher: str = PUBLISHER, title: str = ""
    ) -> PackOffer:
        """Sign a pack; it is not published by that."""
        channel, changes = self.open(), Changes()
        offer = an_offer(channel, slug, data, version=version, publisher=publisher)
        offer = replace(offer, title=title or offer.title)
        changes.files[put_pack(channel, offer, data)] = data
        sign_publisher(channel, Keys(self.keys), publisher, changes, at=self.at)
        write_files(self.folder, changes.files)
        return offer

    def tell_newest_caregiver(self, version: str) -> None:
        """Publish which Caregiver is the newest."""
        channel, changes = self.open(), Changes()
        tell_newest_caregiver(channel, Keys(self.keys), version, changes, at=self.at)
        publish(channel, Keys(self.keys), at=self.at, changes=changes)

    def add_publisher(self, name: str, slug: str) -> None:
        """Leave a folder to somebody; it is not published by that."""
        key = new_key(publisher_role(slug), f"publisher-{slug}")
        channel, changes = self.open(), Changes()
        add_publisher(channel, Keys(self.keys), name=name, slug=slug, key=key, changes=changes, at=self.at)
        self.keys.append(key)
        write_files(self.folder, changes.files)

    def publish(self) -> Published:
        """Publish what was signed."""
        return publish(self.open(), Keys(self.keys), at=self.at)

    def add(self, slug: str, data: bytes, *, version: int = 1, publisher: str = PUBLISHER) -> None:
        """Sign a pack and publish it."""
        self.sign_pack(slug, data, version=version, publisher=publisher)
        self.publish()

    def revoke(self, slug: str) -> None:
        """Take a publisher's folder back."""
        channel, changes = self.open(), Changes()
        revoke_publisher(channel, Keys(self.keys), slug, changes, at=self.at)
        publish(channel, Keys(self.keys), at=self.at, changes=changes)

    def replace_key(self, role: str, *, lost: bool = False) -> SigningKey:
        """Put a new key in the place of the first one of a role or publisher; a `lost` one signs nothing any more."""
        channel = self.open()
        names = key_names(channel, role)
        old = next(key for key in self.keys if key.public in names)
        new = new_key(old.role, f"{old.name}-b")
        if lost:
            self.keys.remove(old)
        self.keys.append(new)
        swap = Swap(role=role, old=old.public, new=new)
        changes = replace_keys(channel, Keys(self.keys), [swap], at=self.at)
        publish(channel, Keys(self.keys), at=self.at, changes=changes)
        self.keys = [key for key in self.keys if key is not old]
        return old

    def renew_root(self) -> None:
        """Sign the root for two more years."""
        channel = self.open()
        changes = renew_root(channel, Keys(self.keys), at=self.at)
        publish(channel, Keys(self.keys), at=self.at, changes=changes)

    def place(self) -> FolderPlace:
        """Return the folder as it is on the web."""
        return FolderPlace(self.folder, lateness=Lateness.REFUSED)

    def family(self) -> TrustedChannel:
        """Return the channel as a new family trusts it."""
        return a_family(self.folder, at=self.at)

    def seen_by(self, family: TrustedChannel) -> CheckedChannel:
        """Return what a family finds."""
        return check(family, self.place(), ReferenceTime(at=self.at))

    def fresh(self) -> CheckedChannel:
        """Return what a new family finds."""
        return self.seen_by(self.family())


def a_family(folder: Path, *, at: Millis = MONDAY) -> TrustedChannel:
    """Return a channel as a new family trusts it."""
    look = look_first(FolderPlace(folder), ReferenceTime(at=at))
    return trust(look, look.fingerprint, at=at)


def an_offer(channel: OwnChannel, slug: str, data: bytes, *, version: int = 1, publisher: str = PUBLISHER) -> PackOffer:
    """Return what is true of the bytes of a pack."""
    return PackOffer(
        channel_id=channel.id,
        publisher=PublisherSlug(publisher),
        publisher_name=channel.publisher(publisher).name,
        slug=PackSlug(slug),
        title=slug.title(),
        version=version,
        review_by=date(2027, 5, 1),
        languages=("en",),
        length_bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )


def files_in(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder, by its names."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
