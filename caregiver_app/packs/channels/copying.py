"""A channel copy, to hand on: the same files in another folder, or in one `.carepack`. What it says is signed already.

Only what counts now is copied, and before that it is looked at as a family will look at it.
"""

from __future__ import annotations

import secrets
import zipfile
from collections.abc import Iterator
from pathlib import Path

from caregiver_app.model.channel import CheckedChannel, ReferenceTime
from caregiver_app.model.errors import ChannelError, ChannelTrouble, PublishError, PublishTrouble
from caregiver_app.model.time import Millis
from caregiver_app.packs.channels.checking import check, publisher_of
from caregiver_app.packs.channels.fetching import fetch_pack
from caregiver_app.packs.channels.own_channel import OwnChannel, open_own_channel
from caregiver_app.packs.channels.places import Place
from caregiver_app.packs.channels.rules import (
    ROOT_BYTES,
    TIMESTAMP,
    pack_file,
    root_file,
    timestamp_file,
    versioned_file,
)
from caregiver_app.packs.channels.trusting import look_first, trust
from caregiver_app.packs.channels.writing import write_files
from caregiver_app.support.files import put_in_place, translated_os_errors

COPY_SUFFIX = ".carepack"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_RIGHTS = 0o100644 << 16


def copy_channel(folder: Path, to: Path, *, at: Millis) -> int:
    """Copy the channel in a folder to an empty folder, or to a file whose name ends in `.carepack`.

    Returns how many packs are in it.

    Raises:
        ChannelError: a family would refuse it, or it is late already.
        PublishError: there is no channel, or something lies where the copy would.
        StorageError: no room or no right.
    """
    channel = open_own_channel(folder, at=at)
    place = channel.place
    time = ReferenceTime(at=at)
    look = look_first(place, time)
    checked = check(trust(look, look.fingerprint, at=at), place, time)
    files = _files(channel, place, checked)
    if to.suffix == COPY_SUFFIX:
        _write_zip(to, files)
    else:
        _write_folder(to, files)
    return len(checked.offers)


def _files(channel: OwnChannel, place: Place, checked: CheckedChannel) -> Iterator[tuple[str, bytes]]:
    """Yield what counts now, the timestamp last."""
    for version in range(1, channel.root.signed.version + 1):
        data = place.read(root_file(version), ROOT_BYTES)
        if data is None:
            raise ChannelError(ChannelTrouble.MISSING, f"root {version}")
        yield root_file(version), data
    documents = checked.channel.documents
    for offer in checked.offers:
        yield pack_file(offer.publisher, offer.slug, offer.sha256), fetch_pack(checked, offer.path, place).data
    for kept_as, document in documents.items():
        if kept_as != TIMESTAMP:
            yield versioned_file(publisher_of(kept_as), _version_of(document)), document
    yield timestamp_file(), documents[TIMESTAMP]


def _version_of(document: bytes) -> int:
    from tuf.api.metadata import Metadata

    version: int = Metadata.from_bytes(document).signed.version
    return version


def _write_folder(to: Path, files: Iterator[tuple[str, bytes]]) -> None:
    with translated_os_errors(to):
        if to.exists() and (not to.is_dir() or any(to.iterdir())):
            raise PublishError(PublishTrouble.NOT_EMPTY)
    for name, data in files:
        write_files(to, {name: data})


def _write_zip(to: Path, files: Iterator[tuple[str, bytes]]) -> None:
    """Write the file: names in order, no times, nothing of this computer; whole or not at all."""
    part = to.with_name(f".{to.name}.{secrets.token_hex(4)}.part")
    with translated_os_errors(to):
        try:
            with zipfile.ZipFile(part, "x", zipfile.ZIP_STORED) as archive:
                for name, data in files:
                    entry = zipfile.ZipInfo(name, _LONG_AGO)
                    entry.create_system, entry.external_attr = 3, _RIGHTS
                    archive.writestr(entry, data)
            put_in_place(part, to)
        finally:
            part.unlink(missing_ok=True)
