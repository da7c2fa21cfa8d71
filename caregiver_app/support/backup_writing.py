"""Writes the one file of a backup: a zip whose parts are stored as they are, in a fixed order, without times.

Nothing is compressed: what is announced is what is there, and a damaged place damages one part. Whole or not at all.
"""

from __future__ import annotations

import hashlib
import secrets
import stat
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from caregiver_app.model.errors import Cancelled, StorageError, StorageTrouble
from caregiver_app.model.web import Cancel
from caregiver_app.support.backup_manifest import MANIFEST, Part
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_file, put_in_place, translated_os_errors

CHUNK_BYTES = 1 << 20
NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
UNIX = 3  # said on every system: the same bytes everywhere

OnBytes = Callable[[int], None]


class ArchiveManifest(Protocol):
    """What an archive says of itself: which parts it has, in their order, and its own bytes."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part but the manifest."""
        ...

    def to_bytes(self) -> bytes:
        """Return the manifest as it is written."""
        ...


def part_of(name: str, path: Path, *, cancel: Cancel | None = None) -> Part:
    """Return the size and hash of a file under the name that it is to have.

    Raises:
        OSError: it cannot be read.
        Cancelled: `cancel` was set.
    """
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            _go_on(cancel)
            digest.update(chunk)
            size += len(chunk)
    return Part(name=name, size_bytes=size, sha256=digest.hexdigest())


def write_backup(
    target: Path,
    manifest: ArchiveManifest,
    files: Mapping[str, Path],
    *,
    on_bytes: OnBytes,
    cancel: Cancel | None = None,
) -> None:
    """Write a backup of `files`, by the names of the manifest's parts, to `target`; what is there is replaced last.

    Raises:
        StorageError: no room, no right, or a file changed since the manifest was made; `target` is as it was.
        Cancelled: `cancel` was set; `target` is as it was.
    """
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    with translated_os_errors(target):
        make_private_file(part)
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
                archive.writestr(_entry(MANIFEST, 0), manifest.to_bytes())
                for each in manifest.parts:
                    _copy_in(archive, each, files[each.name], on_bytes, cancel)
            crash_point("support.backup.written")
            put_in_place(part, target)
        finally:
            part.unlink(missing_ok=True)


def _copy_in(archive: zipfile.ZipFile, part: Part, path: Path, on_bytes: OnBytes, cancel: Cancel | None) -> None:
    digest = hashlib.sha256()
    with path.open("rb") as source, archive.open(_entry(part.name, part.size_bytes), "w") as entry:
        while chunk := source.read(CHUNK_BYTES):
            _go_on(cancel)
            digest.update(chunk)
            entry.write(chunk)
            on_bytes(len(chunk))
    crash_point("support.backup.part")
    if digest.hexdigest() != part.sha256:
        raise StorageError(StorageTrouble.IO, path.name, "changed")


def _entry(name: str, size_bytes: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, NO_TIME)
    entry.create_system = UNIX
    entry.external_attr = (stat.S_IFREG | 0o600) << 16
    entry.file_size = size_bytes
    return entry


def _go_on(cancel: Cancel | None) -> None:
    if cancel is not None and cancel.is_set():
        raise Cancelled
