"""Whether somebody whom a person trusted still stands by a text of a pack. Asks nobody; every doubt means no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.model.channel import ChannelId, ReferenceTime
from caregiver_app.model.installed_pack import BUILT_IN, publisher_of, publisher_slug_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from caregiver_app.library.store import Library
    from caregiver_app.model.article import ItemId


def stood_by(library: Library, ids: Sequence[ItemId]) -> frozenset[ItemId]:
    """Return those of these items that ship, or whose publisher their channel names still as it was last found."""
    uids = {item_id: library.item_uids.uid_of(item_id) or "" for item_id in ids}
    signed = {uid.partition("/")[0] for uid in uids.values() if publisher_of(uid) != BUILT_IN}
    named: Mapping[str, frozenset[str]] = {channel: _named(library, ChannelId(channel)) for channel in signed}
    return frozenset(
        item_id
        for item_id, uid in uids.items()
        if publisher_of(uid) == BUILT_IN or publisher_slug_of(uid) in named[uid.partition("/")[0]]
    )


def _named(library: Library, channel_id: ChannelId) -> frozenset[str]:
    """Return the publishers that a channel names, none where it is trusted no more or nothing was found in order."""
    from caregiver_app.packs.channels.checking import known_offers

    channel = library.channels.get(channel_id)
    if channel is None or channel.checked_at is None:
        return frozenset()
    known = known_offers(channel, ReferenceTime(at=channel.checked_at))
    return frozenset() if known is None else frozenset(known.publishers)
