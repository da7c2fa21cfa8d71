"""What following an account or a channel tells, and to whom: facts about services. Pure, nothing is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.links.handles import kind_by_address
from caregiver_app.links.parts import take_apart
from caregiver_app.model.source import SourceKind


class Service(StrEnum):
    """Where accounts and channels are kept."""

    YOUTUBE = "youtube"
    REDDIT = "reddit"
    BLUESKY = "bluesky"
    FEDIVERSE = "fediverse"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """Who learns, at each update, that this internet address follows that account. `operator` runs the service."""

    service: Service
    host: str
    operator: str


_BIG = {
    "youtube.com": (Service.YOUTUBE, "Google"),
    "youtu.be": (Service.YOUTUBE, "Google"),
    "reddit.com": (Service.REDDIT, "Reddit"),
    "redd.it": (Service.REDDIT, "Reddit"),
    "bsky.app": (Service.BLUESKY, "Bluesky Social"),
    "bsky.social": (Service.BLUESKY, "Bluesky Social"),
}


def disclosure_of(address: str) -> Disclosure | None:
    """Return what following the feed at an address discloses, None where it is an organisation's own."""
    parts = take_apart(address)
    if parts is None:
        return None
    host = parts.host.removeprefix("www.").removeprefix("m.").removeprefix("old.")
    known = _BIG.get(host)
    if known is not None:
        return Disclosure(service=known[0], host=host, operator=known[1])
    kind = kind_by_address(address)
    if kind is SourceKind.SOCIAL and parts.path.startswith("/@"):
        return Disclosure(service=Service.FEDIVERSE, host=host, operator=host)
    if kind in (SourceKind.SOCIAL, SourceKind.VIDEO):
        return Disclosure(service=Service.OTHER, host=host, operator=host)
    return None
