"""Brings the bytes of one pack that a channel offers, and lets pass only what its publisher signed."""

from __future__ import annotations

from caregiver_app.model.channel import CheckedChannel, VerifiedPack
from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.packs.channels.places import Place
from caregiver_app.packs.channels.rules import pack_file, target_path


def fetch_pack(checked: CheckedChannel, path: str, place: Place) -> VerifiedPack:
    """Return the pack that is offered under a path, `publisher/slug`.

    Raises:
        ChannelError: it is not offered, or older than one before, or its bytes are not those that were signed.
        StorageError, WebError, Cancelled: it could not be read.
    """
    from tuf.api.exceptions import LengthOrHashMismatchError
    from tuf.api.metadata import TargetFile

    offer = checked.offer(path)
    if offer is None:
        publishers = {each.publisher for each in checked.offers}
        known = path.partition("/")[0] in publishers
        raise ChannelError(ChannelTrouble.UNKNOWN_PACK if known else ChannelTrouble.UNKNOWN_PUBLISHER, path)
    if offer.version < checked.channel.versions.get(path, 0):
        raise ChannelError(ChannelTrouble.ROLLBACK, path)
    file = pack_file(offer.publisher, offer.slug, offer.sha256)
    data = place.read(file, offer.length_bytes, announced=True)
    if data is None:
        raise ChannelError(ChannelTrouble.MISSING, path)
    signed = TargetFile(offer.length_bytes, {"sha256": offer.sha256}, target_path(offer.publisher, offer.slug))
    try:
        signed.verify_length_and_hashes(data)
    except LengthOrHashMismatchError:
        raise ChannelError(ChannelTrouble.CHANGED, path) from None
    return VerifiedPack(offer=offer, data=data)
