"""Puts a new key in the place of one that is lost, old or known to somebody. Families follow without comparing again.

A new root is signed by those who may sign the old one, too: so nobody can bring another root than the makers.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caregiver_app.model.errors import PublishError, PublishTrouble
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.own_channel import OwnChannel
from caregiver_app.packs.channels.publishing import Changes, sign_publisher, sign_targets
from caregiver_app.packs.channels.rules import OURS, ROLES, ROOT, TARGETS
from caregiver_app.packs.channels.signing import Keys, expiry_of
from caregiver_app.packs.channels.signing_keys import SigningKey

if TYPE_CHECKING:
    from tuf.api.metadata import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A key that takes another's place. `role` is one of the four, or a publisher; `old` the public half that goes."""

    role: str
    old: str
    new: SigningKey


def key_names(channel: OwnChannel, role: str) -> dict[str, str]:
    """Return the keys that sign a role or for a publisher: the file's name by its public half.

    Raises:
        PublishError: there is no such publisher.
    """
    return {str(key.keyval["public"]): _name_of(key) for key in _keys_of(channel, role).values()}


def replace_keys(channel: OwnChannel, keys: Keys, swaps: Sequence[Swap], *, at: Millis) -> Changes:
    """Let new keys sign in the place of old ones, which sign nothing any more: all of them in one step.

    Of `keys` so many are needed as must agree, old ones for the root itself; the new ones are among them already.

    Raises:
        PublishError: a role has no such key, or keys are missing.
    """
    ids = [(swap, _id_of(channel, swap)) for swap in swaps]
    of_roles = [(swap, keyid) for swap, keyid in ids if swap.role in ROLES]
    changes = renew_root(channel, keys, of_roles, at=at) if of_roles else Changes()
    signed = channel.targets.signed
    for swap, keyid in ids:
        if swap.role not in ROLES:
            signed.revoke_key(keyid, swap.role)
            signed.add_key(swap.new.key(), swap.role)
            sign_publisher(channel, keys, swap.role, changes, at=at)
    if any(swap.role not in ROLES or swap.role == TARGETS for swap in swaps):
        sign_targets(channel, keys, changes, at=at)
    return changes


def renew_root(channel: OwnChannel, keys: Keys, swaps: Sequence[tuple[Swap, str]] = (), *, at: Millis) -> Changes:
    """Sign the next root: with other keys where swaps name some by their ids, else the same for another two years.

    Raises:
        PublishError: keys of the root are missing, old or new.
    """
    before = copy.deepcopy(channel.root.signed)
    root = channel.root.signed
    for swap, keyid in swaps:
        root.revoke_key(keyid, swap.role)
        root.add_key(swap.new.key(), swap.role)
    root.version += 1
    root.expires = expiry_of(ROOT, team=channel.facts.team, at=at)
    roles = (root.get_delegated_role(ROOT), before.get_delegated_role(ROOT))
    if not keys.can_sign(roles[1]):
        raise keys.missing(ROOT)
    data = keys.sign(channel.root, *roles, part=ROOT)
    channel.root_bytes = data
    return Changes(root=data, root_before=before)


def _id_of(channel: OwnChannel, swap: Swap) -> str:
    for keyid, key in _keys_of(channel, swap.role).items():
        if key.keyval["public"] == swap.old:
            return keyid
    raise PublishError(PublishTrouble.NO_KEY, swap.role)


def _keys_of(channel: OwnChannel, role: str) -> dict[str, Key]:
    if role in ROLES:
        root = channel.root.signed
        return {keyid: root.get_key(keyid) for keyid in root.get_delegated_role(role).keyids}
    publisher = channel.publisher(role)
    targets = channel.targets.signed
    return {keyid: targets.get_key(keyid) for keyid in targets.get_delegated_role(publisher.slug).keyids}


def _name_of(key: Key) -> str:
    ours = key.unrecognized_fields.get(OURS)
    return str(ours.get("name", "")) if isinstance(ours, dict) else ""
