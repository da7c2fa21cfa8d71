"""Puts signatures under the documents of one's own channel, with what keys there are. Writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from caregiver_app.model.channel import PackOffer
from caregiver_app.model.errors import PublishError, PublishTrouble
from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.packs.channels.rules import FORMAT, OURS, ROOT, SNAPSHOT, TARGETS, TIMESTAMP
from caregiver_app.packs.channels.signing_keys import SigningKey

if TYPE_CHECKING:
    from tuf.api.metadata import Metadata, Role

_DAYS = {ROOT: 730, TARGETS: 365, SNAPSHOT: 90, TIMESTAMP: 30}
_DAYS_ALONE = {**_DAYS, SNAPSHOT: 180, TIMESTAMP: 180}
_PUBLISHER_DAYS = 183


class Keys:
    """The keys at hand, by the ids that documents call them by."""

    def __init__(self, keys: Iterable[SigningKey], *, unopened: Sequence[str] = ()) -> None:
        """`unopened` are files that no passphrase opened: they may hold what turns out to be missing."""
        self._keys = {key.key().keyid: key for key in keys}
        self._unopened = tuple(unopened)

    def and_also(self, *keys: SigningKey) -> Keys:
        """Return these with others."""
        return Keys([*self._keys.values(), *keys], unopened=self._unopened)

    def missing(self, part: str) -> PublishError:
        """Return how it is told that a part cannot be signed: with a wrong passphrase, or without its key."""
        if self._unopened:
            return PublishError(PublishTrouble.WRONG_PASSPHRASE, self._unopened[0])
        return PublishError(PublishTrouble.NO_KEY, part)

    def can_sign(self, role: Role) -> bool:
        """Return whether these keys are enough for a document of this role."""
        return len(self._of(role)) >= role.threshold

    def sign(self, document: Metadata[Any], *roles: Role, part: str) -> bytes:
        """Return a document signed anew, by all keys at hand that any of the roles names; the first must be met.

        Raises:
            PublishError: keys are missing.
        """
        from tuf.api.serialization.json import JSONSerializer

        if not self.can_sign(roles[0]):
            raise self.missing(part)
        document.signatures.clear()
        for keyid in dict.fromkeys(keyid for role in roles for keyid in self._of(role)):
            document.sign(self._keys[keyid].signer(), append=True)
        return document.to_bytes(JSONSerializer(compact=True))

    def _of(self, role: Role) -> Collection[str]:
        return [keyid for keyid in role.keyids if keyid in self._keys]


def expiry_of(role: str, *, team: bool, at: Millis) -> datetime:
    """Return until when a document counts that is signed now: shorter for a team, which publishes more often."""
    days = (_DAYS if team else _DAYS_ALONE).get(role, _PUBLISHER_DAYS)
    return to_datetime(at).replace(microsecond=0) + timedelta(days=days)


def is_half_over(role: str, expires: datetime, *, team: bool, at: Millis) -> bool:
    """Return whether half of the time has passed for which a document counts."""
    days = (_DAYS if team else _DAYS_ALONE).get(role, _PUBLISHER_DAYS)
    return expires - to_datetime(at) < timedelta(days=days) / 2


def described(offer: PackOffer) -> dict[str, Any]:
    """Return what is signed about a pack beside its bytes."""
    return {
        "custom": {
            OURS: {
                "format": FORMAT,
                "title": offer.title,
                "version": offer.version,
                "review_by": offer.review_by.isoformat(),
                "languages": list(offer.languages),
            }
        }
    }
