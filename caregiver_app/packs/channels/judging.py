"""Judges the documents of a channel one after the other, by the rules of The Update Framework, at one time.

The judge is the core of python-tuf's own client (`TrustedMetadataSet`): a pure state over bytes, without files and
without a network. What stands around it here only refuses more, brings our clock, and tells how a document was wrong.
Its module is an internal one, because the public `Updater` takes the system's time; docs/decisions says more.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from caregiver_app.model.channel import Lateness
from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.model.time import Millis, from_datetime, to_datetime
from caregiver_app.packs.channels.documents import read_root, unreadable
from caregiver_app.packs.channels.rules import DAY_MS, LATE_DAYS, ROOT, SNAPSHOT, TARGETS, TIMESTAMP

if TYPE_CHECKING:
    from tuf.api.metadata import MetaFile, Root, Snapshot, Targets

_A_SECOND = timedelta(seconds=1)


class Judge:
    """The documents of one channel as far as they are found in order. They come in one order: root to publisher."""

    def __init__(self, root: bytes, at: Millis) -> None:
        """`root` is trusted already: its keys decide who may sign the next one.

        Raises:
            ChannelError: it is no root, or does not sign itself.
        """
        from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet
        from tuf.ngclient.config import EnvelopeType

        read_root(root)
        self._now = at
        self._recalled: bytes | None = None
        with self._telling(ROOT, root, None):
            self._set = TrustedMetadataSet(root, EnvelopeType.METADATA)
        self._set.reference_time = to_datetime(at)
        self.is_fresh = True
        """Whether the timestamp counts still, by its own date."""

    @property
    def root(self) -> Root:
        """The root in force."""
        return self._set.root

    @property
    def snapshot_meta(self) -> MetaFile:
        """Which snapshot belongs to the timestamp."""
        return self._set.timestamp.snapshot_meta

    def take_next_root(self, data: bytes) -> None:
        """Take the root that follows the one in force; a date that has passed does not matter, it may not be the last.

        Raises:
            ChannelError: it is not the next one, or too few of those sign it who must, old and new.
        """
        read_root(data)
        with self._telling(ROOT, data, self.root):
            self._set.update_root(data)

    def recall_timestamp(self, data: bytes | None) -> None:
        """Remember the timestamp that was in force: an older one is refused after that. One of other keys is forgotten.

        Where keys were replaced, theirs is no floor any more (TUF specification 5.3.11).
        """
        self._recalled = data
        with suppress(*_refusals()):
            if data is not None:
                self._set.update_timestamp(data)

    def take_timestamp(self, data: bytes, lateness: Lateness) -> bytes:
        """Take the timestamp that was found, and return the one that counts: of two with one number the first stays.

        The date of the root in force counts here, too.

        Raises:
            ChannelError: its date has passed and `lateness` does not allow that, or it is older, or not signed so.
        """
        from tuf.api.exceptions import EqualVersionNumberError, ExpiredMetadataError

        if self.root.is_expired(self._set.reference_time):
            raise self._expired(ROOT, from_datetime(self.root.expires))
        counts = data
        with self._telling(TIMESTAMP, data, self.root), suppress(ExpiredMetadataError):
            try:
                self._set.update_timestamp(data)
            except EqualVersionNumberError:
                counts = self._recalled or data
        expires = self._set.timestamp.expires
        if self._set.timestamp.is_expired(self._set.reference_time):
            self._refuse_late(from_datetime(expires), lateness)
            # All that it names counted on the last day that it vouches for; by that day the rest is judged.
            self._set.reference_time = expires - _A_SECOND
            self.is_fresh = False
        return counts

    def recall_snapshot(self, data: bytes | None) -> None:
        """Remember the snapshot that was in force: no document may be older than it says, and none may be missing."""
        with suppress(*_refusals()):
            if data is not None:
                self._set.update_snapshot(data, trusted=True)

    def take_snapshot(self, data: bytes) -> Snapshot:
        """Take the snapshot that belongs to the timestamp.

        Raises:
            ChannelError: it does not belong to it, is older in a part, or not signed so.
        """
        with self._telling(SNAPSHOT, data, self.root):
            return self._set.update_snapshot(data)

    def take_targets(self, data: bytes) -> Targets:
        """Take the document that says who the publishers are; raises as `take_snapshot`."""
        with self._telling(TARGETS, data, self.root):
            return self._set.update_targets(data)

    def take_publisher(self, slug: str, data: bytes) -> Targets:
        """Take the document of one publisher, in which the packs are named; raises as `take_snapshot`."""
        with self._telling(slug, data, self._set.targets):
            return self._set.update_delegated_targets(data, slug, TARGETS)

    def _refuse_late(self, expired_at: Millis, lateness: Lateness) -> None:
        if lateness is Lateness.REFUSED:
            raise self._passed(ChannelTrouble.FREEZE, TIMESTAMP, expired_at)
        if self._now - expired_at > LATE_DAYS * DAY_MS:
            raise self._passed(ChannelTrouble.TOO_OLD, TIMESTAMP, expired_at)
        if lateness is Lateness.ASKED:
            raise self._passed(ChannelTrouble.LATE, TIMESTAMP, expired_at)

    def _expired(self, part: str, expired_at: Millis) -> ChannelError:
        return self._passed(ChannelTrouble.EXPIRED, part, expired_at)

    def _passed(self, kind: ChannelTrouble, part: str, expired_at: Millis) -> ChannelError:
        return ChannelError(kind, part, expired_at=expired_at, now=self._now)

    @contextmanager
    def _telling(self, part: str, data: bytes, delegator: Root | Targets | None) -> Iterator[None]:
        """Run a block of python-tuf; how it refuses a document becomes how we tell it."""
        from tuf.api import exceptions
        from tuf.api.serialization import DeserializationError, SerializationError

        try:
            yield
        except exceptions.ExpiredMetadataError:
            raise self._expired(part, _expiry_of(data)) from None
        except exceptions.BadVersionNumberError:
            raise ChannelError(self._why_version(part, data), part) from None
        except exceptions.LengthOrHashMismatchError:
            kind = ChannelTrouble.MIXED if _is_signed(delegator, part, data) else ChannelTrouble.CHANGED
            raise ChannelError(kind, part) from None
        except exceptions.UnsignedMetadataError:
            raise ChannelError(_why_unsigned(delegator, part, data), part) from None
        except DeserializationError:
            raise unreadable(data, part) from None
        except SerializationError:
            raise ChannelError(ChannelTrouble.CHANGED, part) from None
        except exceptions.RepositoryError:
            raise ChannelError(self._why_missing(part), part) from None
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise ChannelError(ChannelTrouble.CHANGED, part) from None

    def _why_version(self, part: str, data: bytes) -> ChannelTrouble:
        """Tell an older document from one that belongs to another state of the channel."""
        if part == TIMESTAMP:
            return ChannelTrouble.ROLLBACK
        if part == SNAPSHOT and _signed_part(data).get("version") == self.snapshot_meta.version:
            return ChannelTrouble.ROLLBACK  # it is the right one, and names a document older than the one that was here
        return ChannelTrouble.MIXED

    def _why_missing(self, part: str) -> ChannelTrouble:
        # A snapshot that names less than the one before takes something back; anything else lacks what it must name.
        return ChannelTrouble.ROLLBACK if part == SNAPSHOT else ChannelTrouble.MIXED


def _refusals() -> tuple[type[Exception], ...]:
    from tuf.api.exceptions import RepositoryError

    return (RepositoryError,)


def _is_signed(delegator: Root | Targets | None, role: str, data: bytes) -> bool:
    """Return whether a document is one that its signers really signed, whatever it says."""
    from tuf.api.exceptions import RepositoryError
    from tuf.api.metadata import Metadata

    try:
        found = Metadata.from_bytes(data)
        return delegator is not None and bool(
            delegator.get_verification_result(role, found.signed_bytes, found.signatures)
        )
    except (RepositoryError, ValueError):
        return False


def _why_unsigned(delegator: Root | Targets | None, role: str, data: bytes) -> ChannelTrouble:
    """Tell a document that was changed after signing from one that too few have signed."""
    from tuf.api.metadata import Metadata, Root

    found: Metadata[Any] = Metadata.from_bytes(data)
    judges = [each for each in (delegator, found.signed if isinstance(found.signed, Root) else None) if each]
    for judge in judges:
        result = judge.get_verification_result(role, found.signed_bytes, found.signatures)
        if any(keyid in found.signatures for keyid in result.unsigned):
            return ChannelTrouble.CHANGED
    return ChannelTrouble.TOO_FEW


def _expiry_of(data: bytes) -> Millis:
    from tuf.api.metadata import Metadata

    found: Metadata[Any] = Metadata.from_bytes(data)
    return from_datetime(found.signed.expires)


def _signed_part(data: bytes) -> dict[str, Any]:
    from tuf.api.metadata import Metadata

    found: Metadata[Any] = Metadata.from_bytes(data)
    signed: dict[str, Any] = found.signed.to_dict()
    return signed
