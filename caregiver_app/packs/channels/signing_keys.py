"""Keys that sign a channel, and the files in which they lie: each locked with a passphrase, never in plain.

A file says in the open whose keys it holds and their public halves; the secret halves are one piece under AES-256-GCM,
its key derived with Argon2id, and all that stands in the open is authenticated with it. docs/formats/channel.md
describes the file.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from caregiver_app.model.errors import PublishError, PublishTrouble
from caregiver_app.support.key_derivation import SALT_BYTES, KdfCost, derive_key

if TYPE_CHECKING:
    from securesystemslib.signer import CryptoSigner, SSlibKey

FORMAT, VERSION = "caregiver-signing-keys", 1
LARGEST_BYTES = 20_000
SEED_BYTES = 32
_NONCE_BYTES, _TAG_BYTES = 12, 16
_MOST_KEYS = 40
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ROLE = re.compile(r"root|targets|snapshot|timestamp|publisher:[a-z0-9]+(?:-[a-z0-9]+)*")
_PUBLISHER = "publisher:"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """One Ed25519 key. `role` is what it signs, `name` the file in which it lies."""

    role: str
    name: str
    seed: bytes = field(repr=False)

    @property
    def public(self) -> str:
        """The public half, hexadecimal."""
        public: str = self.key().keyval["public"]
        return public

    def key(self) -> SSlibKey:
        """Return the public half as documents carry it, with the name by which people know it."""
        key = self.signer().public_key
        key.unrecognized_fields["caregiver"] = {"name": self.name}
        return key

    def signer(self) -> CryptoSigner:
        """Return what signs documents."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from securesystemslib.signer import CryptoSigner

        return CryptoSigner(Ed25519PrivateKey.from_private_bytes(self.seed))


def new_key(role: str, name: str) -> SigningKey:
    """Return a new key of the system's own randomness."""
    return SigningKey(role=role, name=name, seed=secrets.token_bytes(SEED_BYTES))


def publisher_role(slug: str) -> str:
    """Return what a publisher's key signs."""
    return f"{_PUBLISHER}{slug}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What a passphrase becomes, once for all files that are locked together: each has a nonce of its own."""

    cost: KdfCost
    salt: bytes
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedKeys:
    """What lies in one file: `publics` are role and public half of each key."""

    name: str
    publics: tuple[tuple[str, str], ...]
    cost: KdfCost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def to_bytes(self) -> bytes:
        """Return the file's content."""
        return json.dumps({**_open_fields(self), "wrapped": self.wrapped.hex()}, indent=2).encode() + b"\n"

    def unlock(self, passphrase: str) -> tuple[SigningKey, ...]:
        """Return the keys; takes the time of one derivation. Raises as `open_with`."""
        return self.open_with(self.lock_of(passphrase))

    def lock_of(self, passphrase: str) -> Lock:
        """Return what may open the file, and others that were locked together with it; takes one derivation."""
        return Lock(cost=self.cost, salt=self.salt, key=derive_key(passphrase, self.salt, self.cost))

    def open_with(self, lock: Lock) -> tuple[SigningKey, ...]:
        """Return the keys.

        Raises:
            PublishError: the passphrase was wrong, or the file was changed: the two cannot be told apart.
        """
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            seeds = AESGCM(lock.key).decrypt(self.nonce, self.wrapped, _associated(self))
        except InvalidTag:
            raise PublishError(PublishTrouble.WRONG_PASSPHRASE, self.name) from None
        return tuple(
            SigningKey(role=role, name=self.name, seed=seeds[at * SEED_BYTES : (at + 1) * SEED_BYTES])
            for at, (role, _public) in enumerate(self.publics)
        )


def new_lock(passphrase: str, cost: KdfCost) -> Lock:
    """Return what locks files of keys that are made together; takes the time of one derivation."""
    salt = secrets.token_bytes(SALT_BYTES)
    return Lock(cost=cost, salt=salt, key=derive_key(passphrase, salt, cost))


def lock_keys(name: str, keys: Sequence[SigningKey], lock: Lock) -> LockedKeys:
    """Lock keys for a file of their own."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    empty = LockedKeys(
        name=name,
        publics=tuple((key.role, key.public) for key in keys),
        cost=lock.cost,
        salt=lock.salt,
        nonce=secrets.token_bytes(_NONCE_BYTES),
        wrapped=b"",
    )
    seeds = b"".join(key.seed for key in keys)
    return replace(empty, wrapped=AESGCM(lock.key).encrypt(empty.nonce, seeds, _associated(empty)))


def parse_locked_keys(data: bytes) -> LockedKeys:
    """Return what a file holds; nothing in it is believed before it is unlocked.

    Raises:
        PublishError: it is no file of keys, or its numbers are out of bounds.
    """
    try:
        fields = json.loads(data)
        found = _read(fields)
        if {**_open_fields(found), "wrapped": found.wrapped.hex()} != fields:
            raise ValueError("something else is in it")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise PublishError(PublishTrouble.NOT_A_KEY) from None
    return found


def _read(fields: Mapping[str, Any]) -> LockedKeys:
    kdf, keys = fields["kdf"], fields["keys"]
    if len(keys) > _MOST_KEYS or not _NAME.fullmatch(fields["name"]):
        raise ValueError("out of bounds")
    found = LockedKeys(
        name=fields["name"],
        publics=tuple((each["role"], bytes.fromhex(each["public"]).hex()) for each in keys),
        cost=KdfCost(memory_kib=int(kdf["memory_kib"]), passes=int(kdf["passes"]), lanes=int(kdf["lanes"])),
        salt=bytes.fromhex(fields["salt"]),
        nonce=bytes.fromhex(fields["nonce"]),
        wrapped=bytes.fromhex(fields["wrapped"]),
    )
    lengths = (len(found.salt), len(found.nonce), len(found.wrapped))
    if lengths != (SALT_BYTES, _NONCE_BYTES, len(keys) * SEED_BYTES + _TAG_BYTES):
        raise ValueError("not so many bytes")
    if not all(_ROLE.fullmatch(role) and len(public) == 2 * SEED_BYTES for role, public in found.publics):
        raise ValueError("no keys of ours")
    return found


def _open_fields(locked: LockedKeys) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": locked.name,
        "keys": [{"role": role, "public": public} for role, public in locked.publics],
        "kdf": {
            "name": "argon2id",
            "memory_kib": locked.cost.memory_kib,
            "passes": locked.cost.passes,
            "lanes": locked.cost.lanes,
        },
        "cipher": "AES-256-GCM",
        "salt": locked.salt.hex(),
        "nonce": locked.nonce.hex(),
    }


def _associated(locked: LockedKeys) -> bytes:
    return json.dumps(_open_fields(locked), sort_keys=True, separators=(",", ":")).encode()
