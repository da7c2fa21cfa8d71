"""What the documents of a channel say, taken out of them strictly; who signed them is judged elsewhere (`judging`).

Only keys that we make are taken (Ed25519): a signature of another kind could start programs or take its time. Nothing
here trusts a word of what it reads.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from caregiver_app.model.channel import ChannelId, Fingerprint, PackOffer, PublisherSlug
from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.packs.channels.maker_names import is_maker_name
from caregiver_app.packs.channels.rules import (
    FORMAT,
    MOST_PACKS,
    MOST_PUBLISHERS,
    NEWEST_CAREGIVER,
    OURS,
    PACK_BYTES,
    is_publisher_slug,
    split_target_path,
    whole_path,
)
from caregiver_app.packs.channels.signed_fields import day_in, languages_in, line_in, sha256_in, version_in
from caregiver_app.support.app_versions import version_parts

if TYPE_CHECKING:
    from tuf.api.metadata import DelegatedRole, Key, Metadata, Root, TargetFile, Targets

_ID_DIGITS = 32
_KEY = ("ed25519", "ed25519")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelFacts:
    """What a root says of its channel."""

    name: str
    team: bool
    development: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Somebody to whom the channel leaves a folder of its own."""

    slug: PublisherSlug
    name: str


def read_root(data: bytes) -> Metadata[Root]:
    """Return a root that is written as ours are; who signed it is not looked at.

    Raises:
        ChannelError: it is not, or it is made for a newer version.
    """
    from tuf.api.metadata import Metadata, Root
    from tuf.api.serialization import DeserializationError, SerializationError

    try:
        found: Metadata[Any] = Metadata.from_bytes(data)
        _ = found.signed_bytes
    except DeserializationError:
        raise unreadable(data, "root") from None
    except SerializationError:
        raise ChannelError(ChannelTrouble.CHANGED, "root") from None  # it says what nobody can have signed
    if not isinstance(found.signed, Root) or found.signed.consistent_snapshot is not True:
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL, "root")
    check_keys(found.signed.keys.values(), "root")
    channel_facts(found.signed)
    return found


def unreadable(data: bytes, part: str) -> ChannelError:
    """Return how a document that python-tuf cannot read is told: a later specification, or changed."""
    try:
        version = str(json.loads(data)["signed"]["spec_version"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ChannelError(ChannelTrouble.CHANGED, part)
    major = version.partition(".")[0]
    later = major.isdecimal() and len(major) < 6 and int(major) > 1
    return ChannelError(ChannelTrouble.NEWER if later else ChannelTrouble.CHANGED, part)


def check_keys(keys: Iterable[Key], part: str) -> None:
    """Refuse keys of a kind that we do not make, before anything is verified with them.

    Raises:
        ChannelError: there is one.
    """
    if any((key.keytype, key.scheme) != _KEY for key in keys):
        raise ChannelError(ChannelTrouble.NEWER, part)


def channel_facts(root: Root) -> ChannelFacts:
    """Return what a root says of its channel.

    Raises:
        ChannelError: nothing that we understand.
    """
    ours = _ours(root.unrecognized_fields, "root")
    name, kind = ours.get("name"), ours.get("kind")
    if not is_maker_name(name) or kind not in ("one", "team"):
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL, "root")
    return ChannelFacts(name=str(name), team=kind == "team", development=ours.get("development") is True)


def channel_id_of(first_root: Metadata[Root]) -> ChannelId:
    """Return the id of the channel that begins with this root: nobody can begin another one with the same."""
    return ChannelId(hashlib.sha256(first_root.signed_bytes).hexdigest()[:_ID_DIGITS])


def fingerprint_of(root: bytes) -> Fingerprint:
    """Return what two people compare: the hash of a root's file."""
    return Fingerprint(hashlib.sha256(root).hexdigest())


def publishers_of(targets: Targets) -> tuple[Publisher, ...]:
    """Return to whom a channel leaves folders; each fills one of its own and no other.

    Raises:
        ChannelError: somebody would fill another's, or something is signed that belongs to nobody.
    """
    delegations = targets.delegations
    roles: Mapping[str, DelegatedRole] = {} if delegations is None else delegations.roles or {}
    if len(roles) > MOST_PUBLISHERS or (delegations is not None and delegations.succinct_roles is not None):
        raise ChannelError(ChannelTrouble.NEWER, "targets")
    if delegations is not None:
        check_keys(delegations.keys.values(), "targets")
    for path in targets.targets:
        known = path.partition("/")[0] in roles
        raise ChannelError(ChannelTrouble.OUTSIDE_PATH if known else ChannelTrouble.UNKNOWN_PUBLISHER, "targets")
    return tuple(_publisher(role) for role in roles.values())


def _publisher(role: DelegatedRole) -> Publisher:
    if not is_publisher_slug(role.name):
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL, "targets")
    if role.paths != [whole_path(role.name)] or role.path_hash_prefixes is not None or role.terminating is not True:
        raise ChannelError(ChannelTrouble.OUTSIDE_PATH, role.name)
    name = _ours(role.unrecognized_fields, role.name).get("name")
    if not is_maker_name(name):
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL, role.name)
    return Publisher(slug=PublisherSlug(role.name), name=str(name))


def offers_of(channel_id: ChannelId, publisher: Publisher, targets: Targets) -> tuple[PackOffer, ...]:
    """Return the packs that a publisher signed.

    Raises:
        ChannelError: one of them lies in another's folder, is larger than packs may be, or is not described as packs
            are; or the publisher hands the folder on.
    """
    if targets.delegations is not None:
        raise ChannelError(ChannelTrouble.OUTSIDE_PATH, publisher.slug)
    if len(targets.targets) > MOST_PACKS:
        raise ChannelError(ChannelTrouble.LARGER, publisher.slug)
    return tuple(read_offer(channel_id, publisher, path, target) for path, target in sorted(targets.targets.items()))


def read_offer(channel_id: ChannelId, publisher: Publisher, path: str, target: TargetFile) -> PackOffer:
    """Return one of them. Raises as `offers_of` does."""
    names = split_target_path(path)
    if names is None or names[0] != publisher.slug:
        raise ChannelError(ChannelTrouble.OUTSIDE_PATH, publisher.slug)
    if target.length > PACK_BYTES:
        raise ChannelError(ChannelTrouble.LARGER, names[1])
    custom = target.unrecognized_fields.get("custom")
    said = _ours(custom if isinstance(custom, dict) else {}, names[1])
    try:
        return PackOffer(
            channel_id=channel_id,
            publisher=publisher.slug,
            publisher_name=publisher.name,
            slug=names[1],
            title=line_in(said["title"]),
            version=version_in(said["version"]),
            review_by=day_in(said["review_by"]),
            languages=languages_in(said["languages"]),
            length_bytes=target.length,
            sha256=sha256_in(target.hashes["sha256"]),
        )
    except (KeyError, ValueError):
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL, names[1]) from None


def moved_to_of(targets: Targets) -> str:
    """Return where a channel says that it lives from now on, "" where it stays; the address is not judged here.

    Raises:
        ChannelError: it says something else there.
    """
    said = targets.unrecognized_fields.get(OURS, {"format": FORMAT})
    address = _ours({OURS: said}, "targets").get("moved_to", "")
    if not isinstance(address, str) or len(address) > 2_000:
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL, "targets")
    return address


def newest_caregiver_of(targets: Targets) -> str:
    """Return the newest version of Caregiver that a channel knows of, "" where it says none.

    What is no version is passed over: news of packs matter more than this number.
    """
    return _newest_caregiver(targets.unrecognized_fields)


def kept_publisher_names(targets: bytes | None) -> frozenset[str]:
    """Return how publishers are called by targets that were found in order and kept, read without judging anew."""
    try:
        roles = json.loads(targets or b"")["signed"]["delegations"]["roles"]
        return frozenset(str(role[OURS]["name"]) for role in roles)
    except (ValueError, KeyError, TypeError, RecursionError):
        return frozenset()


def kept_newest_caregiver(targets: bytes) -> str:
    """Return the same of targets that were found in order and kept; it is read without judging them anew."""
    try:
        return _newest_caregiver(json.loads(targets)["signed"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def _newest_caregiver(fields: object) -> str:
    said = fields.get(OURS) if isinstance(fields, Mapping) else None
    version = said.get(NEWEST_CAREGIVER) if isinstance(said, dict) else None
    return "" if version_parts(version) is None else str(version)


def _ours(fields: Mapping[str, Any], part: str) -> Mapping[str, Any]:
    said = fields.get(OURS)
    version = said.get("format") if isinstance(said, dict) else None
    if not isinstance(said, dict) or not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL, part)
    if version > FORMAT:
        raise ChannelError(ChannelTrouble.NEWER, part)
    return said
