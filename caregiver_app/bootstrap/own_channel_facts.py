"""What a maker sees of a channel of their own. Reads alone, and needs no key."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_app.model.channel import Fingerprint, PackOffer
from caregiver_app.packs.channels.changing import offers_in
from caregiver_app.packs.channels.documents import Publisher, fingerprint_of
from caregiver_app.packs.channels.own_channel import OwnChannel
from caregiver_app.packs.channels.renewing import key_names
from caregiver_app.packs.channels.rules import ROLES, TARGETS


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
    waits: bool
    """Whether something was signed that no family sees before the next publish."""


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
        waits=_waits(channel),
    )


def _waits(channel: OwnChannel) -> bool:
    published = {} if channel.snapshot is None else channel.snapshot.signed.meta
    signed = {TARGETS: channel.targets, **channel.publishers}
    numbers = {f"{role}.json": document.signed.version for role, document in signed.items()}
    return numbers != {name: document.version for name, document in published.items()}
