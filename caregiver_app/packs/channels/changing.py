"""What a channel's makers change in it: publishers, packs, where it lives. Signed here; `publishing` makes it count."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from caregiver_app.model.channel import PackOffer
from caregiver_app.model.errors import ChannelError, PublishError, PublishTrouble
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.documents import Publisher, offers_of, read_offer
from caregiver_app.packs.channels.maker_names import is_new_maker_name
from caregiver_app.packs.channels.own_channel import OwnChannel
from caregiver_app.packs.channels.publishing import Changes, sign_publisher, sign_targets
from caregiver_app.packs.channels.rules import (
    FORMAT,
    MOST_PACKS,
    NAME_CHARS,
    NEWEST_CAREGIVER,
    OURS,
    PACK_BYTES,
    is_publisher_slug,
    pack_file,
    target_path,
    whole_path,
)
from caregiver_app.packs.channels.signing import Keys, described, expiry_of
from caregiver_app.packs.channels.signing_keys import SigningKey, publisher_role
from caregiver_app.packs.opening import peek
from caregiver_app.support.app_versions import version_parts

if TYPE_CHECKING:
    from tuf.api.metadata import DelegatedRole, TargetFile


def add_publisher(
    channel: OwnChannel,
    keys: Keys,
    *,
    name: str,
    slug: str,
    key: SigningKey,
    changes: Changes,
    at: Millis,
) -> None:
    """Leave a folder of the channel to a publisher, who has no packs yet.

    Raises:
        PublishError: the name cannot be, or is somebody's; or the keys of the leads are missing.
    """
    from tuf.api.metadata import Metadata, Targets

    if not is_new_maker_name(name) or not is_publisher_slug(slug):
        raise PublishError(PublishTrouble.BAD_NAME, name[:NAME_CHARS])
    if any(publisher.slug == slug for publisher in channel.delegated()):
        raise PublishError(PublishTrouble.PUBLISHER_EXISTS, slug)
    if key.role != publisher_role(slug):
        raise RuntimeError("a key of another role")
    delegations = channel.targets.signed.delegations
    assert delegations is not None
    assert delegations.roles is not None
    delegations.roles[slug] = _delegated(name, slug)
    channel.targets.signed.add_key(key.key(), slug)
    channel.publishers[slug] = Metadata(Targets(expires=expiry_of(slug, team=channel.facts.team, at=at)))
    sign_publisher(channel, keys.and_also(key), slug, changes, at=at)
    sign_targets(channel, keys, changes, at=at)


def revoke_publisher(channel: OwnChannel, keys: Keys, slug: str, changes: Changes, *, at: Millis) -> None:
    """Take a publisher's folder back: what they signed counts no more, with all their packs.

    Raises:
        PublishError: there is none, or the keys of the leads are missing.
    """
    publisher = channel.publisher(slug)
    signed = channel.targets.signed
    role = signed.get_delegated_role(publisher.slug)
    for keyid in list(role.keyids):
        signed.revoke_key(keyid, publisher.slug)
    assert signed.delegations is not None
    assert signed.delegations.roles is not None
    del signed.delegations.roles[publisher.slug]
    del channel.publishers[publisher.slug]
    sign_targets(channel, keys, changes, at=at)


def offer_of(channel: OwnChannel, by: Publisher, data: bytes) -> PackOffer:
    """Return what is signed about a pack: what its own manifest says of it, and who its publisher is here.

    Raises:
        PackError: the bytes are no pack.
    """
    pack = peek(data)
    return PackOffer(
        channel_id=channel.id,
        publisher=by.slug,
        publisher_name=by.name,
        slug=pack.slug,
        title=pack.title,
        version=pack.version,
        review_by=pack.review_by,
        languages=pack.languages,
        length_bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )


def put_pack(channel: OwnChannel, offer: PackOffer, data: bytes) -> str:
    """Take a pack, new or in a higher version, into its publisher's document, which is to be signed (`sign_publisher`).

    `offer` says of `data` what is true of it. Returns where the bytes belong in the folder.

    Raises:
        PublishError: it is too large or one too many, no newer than what is offered, or its title cannot be shown.
        RuntimeError: the offer is one of other bytes.
    """
    from tuf.api.metadata import TargetFile

    publisher = channel.publisher(offer.publisher)
    targets = channel.publishers[publisher.slug].signed.targets
    path = target_path(publisher.slug, offer.slug)
    _refuse_older(channel, publisher, path, offer)
    if len(data) > PACK_BYTES or len(targets) >= MOST_PACKS:
        raise PublishError(PublishTrouble.TOO_LARGE, offer.slug)
    if (len(data), hashlib.sha256(data).hexdigest()) != (offer.length_bytes, offer.sha256):
        raise RuntimeError("an offer of other bytes")
    target = TargetFile(len(data), {"sha256": offer.sha256}, path, unrecognized_fields=described(offer))
    if _read_back(channel, publisher, path, target) != offer:
        raise PublishError(PublishTrouble.BAD_NAME, offer.slug)
    targets[path] = target
    return pack_file(publisher.slug, offer.slug, offer.sha256)


def take_out_pack(channel: OwnChannel, keys: Keys, path: str, changes: Changes, *, at: Millis) -> None:
    """Offer a pack no more, `publisher/slug`; families who have it keep it.

    Raises:
        PublishError: there is none, or the publisher's keys are missing.
    """
    slug = path.partition("/")[0]
    publisher = channel.publisher(slug)
    targets = channel.publishers[publisher.slug].signed.targets
    if targets.pop(f"{path}.pack", None) is None:
        raise PublishError(PublishTrouble.UNKNOWN_PACK, path)
    sign_publisher(channel, keys, publisher.slug, changes, at=at)


def move_channel(channel: OwnChannel, keys: Keys, address: str, changes: Changes, *, at: Millis) -> None:
    """Let the channel say where it lives from now on. The old place must go on until families have heard of it.

    Raises:
        PublishError: the keys of the leads are missing.
    """
    _say(channel, "moved_to", address)
    sign_targets(channel, keys, changes, at=at)


def tell_newest_caregiver(channel: OwnChannel, keys: Keys, version: str, changes: Changes, *, at: Millis) -> None:
    """Let the channel say which version of Caregiver is the newest that its makers know of.

    Raises:
        PublishError: the keys of the leads are missing.
        ValueError: it is no version.
    """
    if version_parts(version) is None:
        raise ValueError("no version")
    _say(channel, NEWEST_CAREGIVER, version)
    sign_targets(channel, keys, changes, at=at)


def offers_in(channel: OwnChannel, slug: str) -> tuple[PackOffer, ...]:
    """Return what a publisher has signed, published or not; raises `PublishError` where there is no such."""
    publisher = channel.publisher(slug)
    return offers_of(channel.id, publisher, channel.publishers[publisher.slug].signed)


def _say(channel: OwnChannel, name: str, value: str) -> None:
    fields = channel.targets.signed.unrecognized_fields
    fields[OURS] = {**fields.get(OURS, {}), "format": FORMAT, name: value}


def _refuse_older(channel: OwnChannel, publisher: Publisher, path: str, offer: PackOffer) -> None:
    target = channel.publishers[publisher.slug].signed.targets.get(path)
    before = None if target is None else _read_back(channel, publisher, path, target)
    if before is not None and before.version >= offer.version and before.sha256 != offer.sha256:
        raise PublishError(PublishTrouble.OLDER_VERSION, str(before.version))


def _read_back(channel: OwnChannel, publisher: Publisher, path: str, target: TargetFile) -> PackOffer | None:
    """Return what families will read of a pack, None where they would refuse it."""
    try:
        return read_offer(channel.id, publisher, path, target)
    except ChannelError:
        return None


def _delegated(name: str, slug: str) -> DelegatedRole:
    from tuf.api.metadata import DelegatedRole

    return DelegatedRole(
        slug,
        [],
        1,
        terminating=True,
        paths=[whole_path(slug)],
        unrecognized_fields={OURS: {"format": FORMAT, "name": name}},
    )
