"""Puts a new key in the place of one that is lost, old or known to somebody. Families follow without comparing again.

A new root is signed by those who may sign the old one, too: so nobody can bring another root than the makers.
"""

from __future__ import annotations

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


def key_names(channel: OwnChannel, role: str) -> dict[str, str]:
    """Return the keys that sign a role or for a publisher: the file's name by its public half.

    Raises:
        PublishError: there is no such publisher.
    """
    return {str(key.keyval["public"]): _name_of(key) for key in _keys_of(channel, role).values()}


def replace_key(channel: OwnChannel, keys: Keys, role: str, old: str, new: SigningKey, *, at: Millis) -> Changes:
    """Let a new key sign in the place of the one with the public half `old`, which signs nothing any more.

    Of `keys` so many are needed as sign now, old ones for the root itself; `new` is among them already.

    Raises:
        PublishError: the role has no such key, or keys are missing.
    """
    found = [keyid for keyid, key in _keys_of(channel, role).items() if key.keyval["public"] == old]
    if not found:
        raise PublishError(PublishTrouble.NO_KEY, role)
    changes = Changes()
    if role not in ROLES:
        signed = channel.targets.signed
        signed.revoke_key(found[0], role)
        signed.add_key(new.key(), role)
        sign_publisher(channel, keys, role, changes, at=at)
        sign_targets(channel, keys, changes, at=at)
        return changes
    changes = renew_root(channel, keys, at=at, revoked=(role, found[0]), added=(role, new))
    if role == TARGETS:
        sign_targets(channel, keys, changes, at=at)
    return changes


def renew_root(
    channel: OwnChannel,
    keys: Keys,
    *,
    at: Millis,
    revoked: tuple[str, str] | None = None,
    added: tuple[str, SigningKey] | None = None,
) -> Changes:
    """Sign the next root: with another key where one is given, else the same for another two years.

    Raises:
        PublishError: keys of the root are missing, old or new.
    """
    import copy

    before = copy.deepcopy(channel.root.signed)
    root = channel.root.signed
    if revoked is not None:
        root.revoke_key(revoked[1], revoked[0])
    if added is not None:
        root.add_key(added[1].key(), added[0])
    root.version += 1
    root.expires = expiry_of(ROOT, team=channel.facts.team, at=at)
    roles = (root.get_delegated_role(ROOT), before.get_delegated_role(ROOT))
    if not keys.can_sign(roles[1]):
        raise PublishError(PublishTrouble.NO_KEY, ROOT)
    data = keys.sign(channel.root, *roles, part=ROOT)
    channel.root_bytes = data
    return Changes(root=data, root_before=before)


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
