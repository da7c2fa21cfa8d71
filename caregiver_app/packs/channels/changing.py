"""What a channel's makers change in it: publishers, packs, where it lives. Signed here; `publishing` makes it count."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from caregiver_app.model.channel import PackOffer
from caregiver_app.model.errors import ChannelError, PublishError, PublishTrouble
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.documents import is_line, offers_of
from caregiver_app.packs.channels.own_channel import OwnChannel
from caregiver_app.packs.channels.publishing import Changes, sign_publisher, sign_targets
from caregiver_app.packs.channels.rules import (
    FORMAT,
    NAME_CHARS,
    OURS,
    PACK_BYTES,
    is_publisher_slug,
    pack_file,
    target_path,
    whole_path,
)
from caregiver_app.packs.channels.signing import Keys, described, expiry_of
from caregiver_app.packs.channels.signing_keys import SigningKey, publisher_role

if TYPE_CHECKING:
    from tuf.api.metadata import DelegatedRole


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

    if not is_line(name, NAME_CHARS) or not is_publisher_slug(slug):
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
    sign_publisher(channel, _with(keys, key), slug, changes, at=at)
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


def add_pack(channel: OwnChannel, keys: Keys, offer: PackOffer, data: bytes, changes: Changes, *, at: Millis) -> None:
    """Sign a pack, new or in a higher version, for its publisher. `offer` says of `data` what is true of it.

    Raises:
        PublishError: it is too large, no newer than what is offered, its title is none that can be shown, or the
            publisher's keys are missing.
    """
    from tuf.api.metadata import TargetFile

    if len(data) > PACK_BYTES:
        raise PublishError(PublishTrouble.TOO_LARGE, offer.slug)
    for before in offers_in(channel, offer.publisher):
        if before.slug == offer.slug and before.version >= offer.version and before.sha256 != offer.sha256:
            raise PublishError(PublishTrouble.OLDER_VERSION, str(before.version))
    sha256 = hashlib.sha256(data).hexdigest()
    if (len(data), sha256) != (offer.length_bytes, offer.sha256):
        raise RuntimeError("an offer of other bytes")
    path = target_path(offer.publisher, offer.slug)
    targets = channel.publishers[offer.publisher].signed.targets
    targets[path] = TargetFile(len(data), {"sha256": sha256}, path, unrecognized_fields=described(offer))
    if offer not in _read_back(channel, offer.publisher):
        raise PublishError(PublishTrouble.BAD_NAME, offer.slug)
    changes.files[pack_file(offer.publisher, offer.slug, sha256)] = data
    sign_publisher(channel, keys, offer.publisher, changes, at=at)


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
    channel.targets.signed.unrecognized_fields[OURS] = {"format": FORMAT, "moved_to": address}
    sign_targets(channel, keys, changes, at=at)


def offers_in(channel: OwnChannel, slug: str) -> tuple[PackOffer, ...]:
    """Return what a publisher has signed, published or not; raises `PublishError` where there is no such."""
    publisher = channel.publisher(slug)
    return offers_of(channel.id, publisher, channel.publishers[publisher.slug].signed)


def _read_back(channel: OwnChannel, slug: str) -> tuple[PackOffer, ...]:
    """Return what families will read in a publisher's document, nothing where they would refuse it."""
    try:
        return offers_in(channel, slug)
    except ChannelError:
        return ()


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


def _with(keys: Keys, key: SigningKey) -> Keys:
    return Keys([*keys.all(), key])
