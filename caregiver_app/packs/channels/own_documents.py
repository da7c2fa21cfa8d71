"""Which of the documents in the folder of one's own channel count: the newest that those signed who may.

The folder may have been with strangers, who can sign nothing but could take documents away, give older ones the name
of newer ones, or make numbers up. What the newest snapshot names must be there.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.packs.channels.places import Place
from caregiver_app.packs.channels.rules import METADATA, PUBLISHER_BYTES, SNAPSHOT, SNAPSHOT_BYTES, versioned_file
from caregiver_app.support.files import translated_os_errors

if TYPE_CHECKING:
    from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, Targets, Timestamp

_MOST_AHEAD = 1_000
"""So far ahead of the document in force the number of one may be that was signed and never counted."""

_VERSIONED = re.compile(r"(?P<version>[1-9][0-9]{0,8})\.(?P<role>[a-z0-9-]+)\.json")


def numbers_in(folder: Path) -> dict[str, list[int]]:
    """Return the numbers that files of each role bear, the highest first.

    Raises:
        StorageError: the folder cannot be read.
    """
    numbers: dict[str, list[int]] = {}
    metadata = folder / METADATA
    with translated_os_errors(metadata):
        names: Iterable[str] = [path.name for path in metadata.iterdir()] if metadata.is_dir() else ()
    for name in names:
        if found := _VERSIONED.fullmatch(name):
            numbers.setdefault(found["role"], []).append(int(found["version"]))
    return {role: sorted(each, reverse=True) for role, each in numbers.items()}


def newest_number(numbers: Iterable[int], in_force: Metadata[Any] | None) -> int:
    """Return the highest number that anything of a role has, without those that nobody reached by publishing.

    Else a file could be named so that the next number would be one that no document may have. The next one is free.
    """
    most = math.inf if in_force is None else in_force.signed.version + _MOST_AHEAD
    taken = frozenset(numbers)
    newest = max((number for number in taken if number <= most), default=0)
    while newest + 1 in taken:
        newest += 1
    return newest


def latest(
    place: Place, role: str, numbers: Mapping[str, Sequence[int]], most: int, delegator: Root | Targets
) -> Metadata[Any]:
    """Return the newest document of a role whose signers are in force.

    One that only a new key signed is left over from a change of keys that was cut short before the new key counted.

    Raises:
        ChannelError: there is none, or one is not as its keys signed it.
        StorageError: it cannot be read.
    """
    found = _newest_of(place, role, numbers, most, delegator)
    if found is None:
        raise ChannelError(ChannelTrouble.MISSING, role)
    return found


def last_snapshot(place: Place, numbers: Mapping[str, Sequence[int]], root: Root) -> Metadata[Snapshot] | None:
    """Return the newest snapshot whose signers are in force, None where there is none. Raises as `latest` does."""
    return _newest_of(place, SNAPSHOT, numbers, SNAPSHOT_BYTES, root)


def named_snapshot(place: Place, timestamp: Timestamp, root: Root) -> Metadata[Snapshot] | None:
    """Return the snapshot of a timestamp, None where keys that are no more in force signed it.

    Raises:
        ChannelError: it is not there, or another one is there under its name.
        StorageError: it cannot be read.
    """
    version = timestamp.snapshot_meta.version
    data = place.read(versioned_file(SNAPSHOT, version), SNAPSHOT_BYTES)
    if data is None:
        raise ChannelError(ChannelTrouble.MISSING, SNAPSHOT)
    found = in_order(data, root, SNAPSHOT)
    if found is not None and found.signed.version != version:
        raise ChannelError(ChannelTrouble.MIXED, SNAPSHOT)
    return found


def refuse_held_back(
    place: Place, snapshot: Metadata[Snapshot] | None, documents: Mapping[str, Metadata[Targets]]
) -> None:
    """Refuse documents that are older than a snapshot names: signed anew they would bring back what was taken out.

    Raises:
        ChannelError: MISSING: of one the newer is not there.
        StorageError: it cannot be read.
    """
    named: Mapping[str, MetaFile] = {} if snapshot is None else snapshot.signed.meta
    for role, document in documents.items():
        meta = named.get(f"{role}.json")
        if meta is None or document.signed.version >= meta.version:
            continue
        if not _lies_there(place, role, meta):
            raise ChannelError(ChannelTrouble.MISSING, role)


def _lies_there(place: Place, role: str, meta: MetaFile) -> bool:
    """Return whether the document that is named is there: then a change of keys was cut short before they counted."""
    data = place.read(versioned_file(role, meta.version), PUBLISHER_BYTES)
    return data is not None and (meta.hashes or {}).get("sha256") == hashlib.sha256(data).hexdigest()


def _newest_of(
    place: Place, role: str, numbers: Mapping[str, Sequence[int]], most: int, delegator: Root | Targets
) -> Metadata[Any] | None:
    for version in numbers.get(role, ()):
        found = in_order(place.read(versioned_file(role, version), most), delegator, role)
        if found is not None and found.signed.version == version:
            return found
    return None


def in_order(data: bytes | None, delegator: Root | Targets, role: str) -> Metadata[Any] | None:
    """Return a document, None where keys that are no more in force signed it: the next one takes its place.

    Raises:
        ChannelError: it was changed after it was signed.
    """
    try:
        return None if data is None else _verified(data, delegator, role)
    except ChannelError as error:
        if error.kind is not ChannelTrouble.TOO_FEW:
            raise
        return None


def _verified(data: bytes, delegator: Root | Targets, role: str) -> Metadata[Any]:
    """Return a document that its signers signed; whether its date has passed does not matter here."""
    from tuf.api.exceptions import UnsignedMetadataError
    from tuf.api.metadata import Metadata
    from tuf.api.serialization import DeserializationError, SerializationError

    try:
        found: Metadata[Any] = Metadata.from_bytes(data)
        delegator.verify_delegate(role, found.signed_bytes, found.signatures)
    except (DeserializationError, SerializationError):  # the second: it says what nobody can have signed
        raise ChannelError(ChannelTrouble.CHANGED, role) from None
    except UnsignedMetadataError:
        changed = any(keyid in found.signatures for keyid in delegator.get_delegated_role(role).keyids)
        raise ChannelError(ChannelTrouble.CHANGED if changed else ChannelTrouble.TOO_FEW, role) from None
    return found
