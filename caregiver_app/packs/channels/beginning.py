"""Begins a channel: its keys, its first root, its folder. Families cannot know it before its fingerprint is given them.

"Just me": two root keys of which one is enough, the second an offline spare; everything else lies in one file. "A
team": three root keys and three of the leads, two of each needed; publishing has a file, and so has each publisher.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.model.channel import ChannelId, Fingerprint
from caregiver_app.model.errors import PublishError, PublishTrouble
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.changing import add_publisher
from caregiver_app.packs.channels.documents import channel_id_of, fingerprint_of, read_root
from caregiver_app.packs.channels.maker_names import is_new_maker_name
from caregiver_app.packs.channels.own_channel import OwnChannel
from caregiver_app.packs.channels.publishing import Changes, Published, publish, sign_targets
from caregiver_app.packs.channels.rules import (
    FIRST_ROOT,
    FORMAT,
    NAME_CHARS,
    OURS,
    ROOT,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    is_publisher_slug,
    root_file,
)
from caregiver_app.packs.channels.signing import Keys, expiry_of
from caregiver_app.packs.channels.signing_keys import SigningKey, new_key, publisher_role
from caregiver_app.support.files import translated_os_errors

if TYPE_CHECKING:
    from tuf.api.metadata import Metadata, Root

PUBLISHING = "publishing"
"""The file of keys that stays on the computer from which a channel is published."""

_LONGEST_SLUG = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A new channel. `publisher` is the folder of its maker, "" where a team has none yet."""

    id: ChannelId
    fingerprint: Fingerprint
    publisher: str
    published: Published


def keys_for(name: str, *, team: bool) -> tuple[SigningKey, ...]:
    """Return new keys for a channel of this name, in the order of their files.

    Raises:
        PublishError: the name cannot be.
    """
    slug = slug_of(name)
    if team:
        roots = [new_key(ROOT, f"root-{number}") for number in (1, 2, 3)]
        leads = [new_key(TARGETS, f"lead-{number}") for number in (1, 2, 3)]
        return (*roots, *leads, *(new_key(role, PUBLISHING) for role in (SNAPSHOT, TIMESTAMP)))
    roots = [new_key(ROOT, "root-1"), new_key(ROOT, "root-2-spare")]
    return (*roots, *(new_key(role, PUBLISHING) for role in (TARGETS, SNAPSHOT, TIMESTAMP, publisher_role(slug))))


def refuse_folders(folder: Path, keys: Path) -> None:
    """Let pass an empty folder for a channel, and one for its keys that is not inside it.

    Raises:
        PublishError: something lies there, or the keys would be published.
        StorageError: the folder cannot be read.
    """
    if keys.resolve().is_relative_to(folder.resolve()):
        raise PublishError(PublishTrouble.KEYS_INSIDE)
    with translated_os_errors(folder):
        if (folder / root_file(FIRST_ROOT)).exists():
            raise PublishError(PublishTrouble.EXISTS)
        if folder.exists() and any(folder.iterdir()):
            raise PublishError(PublishTrouble.NOT_EMPTY)


def begin_channel(folder: Path, keys: Sequence[SigningKey], *, name: str, team: bool, at: Millis) -> Begun:
    """Make a channel in an empty folder, signed by its keys. Somebody alone is its first publisher as well.

    Raises:
        PublishError: the name cannot be.
        StorageError: no room or no right.
    """
    slug = slug_of(name)
    signers = Keys(keys)
    root = _first_root(name, keys, team=team, at=at)
    data = signers.sign(root, root.signed.get_delegated_role(ROOT), part=ROOT)
    channel = _empty(folder, root, data, at=at)
    changes = Changes(files={root_file(FIRST_ROOT): data})
    if team:
        sign_targets(channel, signers, changes, at=at)
    else:
        own = next(key for key in keys if key.role == publisher_role(slug))
        add_publisher(channel, signers, name=name, slug=slug, key=own, changes=changes, at=at)
    published = publish(channel, signers, at=at, changes=changes)
    fingerprint = fingerprint_of(data)
    return Begun(id=channel.id, fingerprint=fingerprint, publisher="" if team else slug, published=published)


def slug_of(name: str) -> str:
    """Return the folder's name for a publisher of this name.

    Raises:
        PublishError: the name is none that can be shown, or nothing of it can be written so.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_SLUG].strip("-")
    if not is_new_maker_name(name) or not is_publisher_slug(slug):
        raise PublishError(PublishTrouble.BAD_NAME, name[:NAME_CHARS])
    return slug


def _first_root(name: str, keys: Sequence[SigningKey], *, team: bool, at: Millis) -> Metadata[Root]:
    from tuf.api.metadata import Metadata, Role, Root

    roles = {
        role: Role([key.key().keyid for key in keys if key.role == role], 2 if team and role in (ROOT, TARGETS) else 1)
        for role in (ROOT, TARGETS, SNAPSHOT, TIMESTAMP)
    }
    signed = Root(
        version=FIRST_ROOT,
        expires=expiry_of(ROOT, team=team, at=at),
        keys={key.key().keyid: key.key() for key in keys if key.role in roles},
        roles=roles,
        consistent_snapshot=True,
        unrecognized_fields={OURS: {"format": FORMAT, "name": name, "kind": "team" if team else "one"}},
    )
    return Metadata(signed)


def _empty(folder: Path, root: Metadata[Root], data: bytes, *, at: Millis) -> OwnChannel:
    from tuf.api.metadata import Delegations, Metadata, Targets

    targets = Targets(expires=expiry_of(TARGETS, team=True, at=at), delegations=Delegations({}, {}))
    return OwnChannel(
        folder=folder,
        id=channel_id_of(read_root(data)),
        root_bytes=data,
        root=root,
        targets=Metadata(targets),
        publishers={},
        snapshot=None,
        timestamp=None,
        last_snapshot=0,
        newest={ROOT: FIRST_ROOT},
    )
