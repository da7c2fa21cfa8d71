"""Channels of packs: whose packs a person trusts, what a channel offers, and how sure it is that this is its newest.

A channel is a repository of The Update Framework in static files. Names here come from what its keys signed, never from
inside a pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from caregiver_app.model.pack_bounds import PackSlug
from caregiver_app.model.time import Millis

ChannelId = NewType("ChannelId", str)
"""The same through every change of keys: the first 32 hexadecimal digits of a hash of the channel's first root."""

PublisherSlug = NewType("PublisherSlug", str)
"""The name of the delegated role, which is also the only folder that it may fill."""

Fingerprint = NewType("Fingerprint", str)
"""The SHA-256 of a root, whole: 64 hexadecimal digits."""


def name_in_channel(publisher: str, channel: str) -> str:
    """Return how families read a publisher's name: with that of the channel, where that is another one."""
    return publisher if publisher == channel else f"{publisher} ({channel})"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOffer:
    """One pack as its publisher signed it. `path` is `publisher/slug`; with the channel before it, it is the uid.

    `publisher_name` is as families read it: with the name of the channel, where that is another one.
    """

    channel_id: ChannelId
    publisher: PublisherSlug
    publisher_name: str
    slug: PackSlug
    title: str
    version: int
    review_by: date
    languages: tuple[str, ...]
    length_bytes: int
    sha256: str

    @property
    def path(self) -> str:
        """Where it stands in its channel."""
        return f"{self.publisher}/{self.slug}"

    @property
    def uid(self) -> str:
        """By which name it is known for ever."""
        return f"{self.channel_id}/{self.path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedChannel:
    """A channel whose root a person compared, with what was last found in order of it.

    `documents` are by role: `timestamp`, `snapshot`, `targets`, and each publisher after `publisher:`. `versions` are
    the highest of each pack that it offered, by path. `confirmed_at` is when this was last known to be its newest.
    """

    id: ChannelId
    name: str
    address: str = ""
    allow_private: bool = False
    root: bytes = field(repr=False)
    documents: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    versions: Mapping[str, int] = field(default_factory=dict)
    trusted_at: Millis
    checked_at: Millis | None = None
    confirmed_at: Millis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """A channel that nobody here trusts yet: what it calls itself, and the root that is to be compared.

    `development` marks a root whose keys were never kept: such a channel is for trying out. `namesake`: another channel
    that calls itself so is trusted already.
    """

    id: ChannelId
    name: str
    fingerprint: Fingerprint
    root: bytes = field(repr=False)
    development: bool = False
    namesake: bool = False


class Lateness(StrEnum):
    """What is done with a channel copy whose own date has passed."""

    REFUSED = "refused"  # on the web there is no reason for it but that somebody holds back news
    ASKED = "asked"  # on a stick a person may say yes, up to a bound
    AGREED = "agreed"  # they did


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceTime:
    """The time by which dates are judged: never before what is known to have passed already.

    `clock_behind` says that the computer's own clock is: its battery is dead, or somebody set it wrong.
    """

    at: Millis
    clock_behind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedChannel:
    """A channel after its documents were found in order. Only what stands here may be fetched and installed.

    `is_fresh` says that it is known to be the newest; else it was taken late, from a stick. `publishers` are all whose
    word is the channel's; `revoked` are those that were until now; `lapsed` are those whose own date has passed, so
    that their packs are not offered. `moved_to` is where it says that it lives from now on, "" where it stays.
    `newest_caregiver` is the newest version of this application that it knows of, "" where it says none.
    `name_before` is how it called itself until now, "" where that is the same: who is trusted may not become somebody
    else unseen.
    """

    channel: TrustedChannel
    offers: tuple[PackOffer, ...]
    is_fresh: bool
    publishers: tuple[PublisherSlug, ...] = ()
    is_unchanged: bool = False
    clock_behind: bool = False
    lapsed: tuple[PublisherSlug, ...] = ()
    revoked: tuple[PublisherSlug, ...] = ()
    moved_to: str = ""
    newest_caregiver: str = ""
    name_before: str = ""

    def offer(self, path: str) -> PackOffer | None:
        """Return what it offers under a path, `publisher/slug`."""
        return next((offer for offer in self.offers if offer.path == path), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedPack:
    """The bytes of a pack exactly as its publisher signed them. Whether they are a good pack is not said by this."""

    offer: PackOffer
    data: bytes = field(repr=False)
