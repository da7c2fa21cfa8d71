"""What a maker sees of a channel of their own. Reads alone, and needs no key."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.channel import Fingerprint, PackOffer
from caregiver_app.packs.channels.changing import offers_in
from caregiver_app.packs.channels.documents import Publisher, fingerprint_of
from caregiver_app.packs.channels.own_channel import OwnChannel
from caregiver_app.packs.channels.renewing import key_names
from caregiver_app.packs.channels.rules import ROLES


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnChannelFacts:
    """How it is compared, who publishes in it, what was signed, where keys belong."""

    id: str
    name: str
    team: bool
    fingerprint: Fingerprint
    publishers: tuple[Publisher, ...]
    offers: tuple[PackOffer, ...]
    keys: tuple[tuple[str, str], ...]
    """Role, or publisher, and the name of each key's file."""


def facts_of(channel: OwnChannel) -> OwnChannelFacts:
    """Return what there is to see of a channel."""
    publishers = channel.delegated()
    roles = (*ROLES, *(publisher.slug for publisher in publishers))
    return OwnChannelFacts(
        id=channel.id,
        name=channel.facts.name,
        team=channel.facts.team,
        fingerprint=fingerprint_of(channel.root_bytes),
        publishers=publishers,
        offers=tuple(offer for publisher in publishers for offer in offers_in(channel, publisher.slug)),
        keys=tuple((role, name) for role in roles for name in key_names(channel, role).values()),
    )
