"""Reads the one file of a backup as something that anybody may have made.

What was written by `backup_writing` passes, and nothing else: other names, links, compressed or encrypted parts, parts
that the manifest does not know, names that stand twice, and more than is announced are refused before a byte is used.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from typing import IO, Generic, TypeVar

from caregiver_app.model.errors import BackupError, BackupTrouble, Cancelled
from caregiver_app.model.web import Cancel
from caregiver_app.support.backup_manifest import MANIFEST, Manifest, Part, read_manifest
from caregiver_app.support.backup_writing import CHUNK_BYTES, NO_TIME, UNIX, ArchiveManifest, OnBytes
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_file, translated_os_errors, without_waiting

M = TypeVar("M", bound=ArchiveManifest)

MOST_PARTS = 200_000
LARGEST_MANIFEST_BYTES = 64_000_000
LARGEST_DIRECTORY_BYTES = 64_000_000
"""The list at the end of the zip, which is read whole."""

# The ends of a zip without a comment (APPNOTE 6.3.10, sections 4.3.14 to 4.3.16).
_END = struct.Struct("<4s4H2LH")
_END64_PLACE = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_VERSIONS = frozenset({20, 45})  # of the format: with folders, with parts beyond 4 GB
_WRONG = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, NotImplementedError, RuntimeError, EOFError)


class Archive(Generic[M]):
    """An open archive whose shape was checked; the bytes of a part are checked when it is copied out."""

    def __init__(self, archive: zipfile.ZipFile, manifest: M) -> None:
        self._archive = archive
        self.manifest = manifest

    def copy_out(
        self, part: Part, target: Path, *, on_bytes: OnBytes = lambda _: None, cancel: Cancel | None = None
    ) -> None:
        """Write a part into a new file at `target`.

        Raises:
            BackupError: its bytes are not those that the manifest promises.
            StorageError: no room or no right.
            Cancelled: `cancel` was set.
        """
        with translated_os_errors(target):
            make_private_file(target)
            with target.open("r+b") as file:
                self._copy(part, file, on_bytes, cancel)
        crash_point("support.backup.copied-out")

    def check(self, part: Part, *, on_bytes: OnBytes = lambda _: None, cancel: Cancel | None = None) -> None:
        """Read a part through without keeping it; raises `BackupError` and `Cancelled` as `copy_out` does."""
        self._copy(part, None, on_bytes, cancel)

    def _copy(self, part: Part, target: IO[bytes] | None, on_bytes: OnBytes, cancel: Cancel | None) -> None:
        digest, left = hashlib.sha256(), part.size_bytes
        with _refusing(part.name), self._archive.open(part.name) as source:
            while chunk := source.read(CHUNK_BYTES):
                if cancel is not None and cancel.is_set():
                    raise Cancelled
                left -= len(chunk)
                digest.update(chunk)
                if target is not None:
                    target.write(chunk)
                on_bytes(len(chunk))
        if left or digest.hexdigest() != part.sha256:
            raise BackupError(BackupTrouble.DAMAGED, part.name)


Backup = Archive[Manifest]


@contextmanager
def open_backup(path: Path) -> Iterator[Backup]:
    """Open a backup of a library; raises as `open_archive` does."""
    with open_archive(path, read_manifest) as backup:
        yield backup


@contextmanager
def open_archive(path: Path, read: Callable[[bytes], M]) -> Iterator[Archive[M]]:
    """Open an archive whose manifest `read` understands, and check all but the bytes of its parts.

    Raises:
        BackupError: it is none, or was damaged, changed or made by a newer version.
        StorageError: it cannot be read.
    """
    with translated_os_errors(path, reading=True):
        opened = open(path, "rb", opener=without_waiting)  # noqa: SIM115 closed by the next line
    with opened as file, translated_os_errors(path):
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise BackupError(BackupTrouble.NOT_A_BACKUP)
        _check_end(file)
        with _refusing(""):
            archive = zipfile.ZipFile(file)
        with archive:
            yield Archive(archive, _checked(archive, os.fstat(file.fileno()).st_size, read))


def _check_end(file: IO[bytes]) -> None:
    """Bound what will be read at once. Raises `BackupError`."""
    size = file.seek(0, 2)
    if size < _END.size:
        raise BackupError(BackupTrouble.NOT_A_BACKUP)
    mark, _, _, _, entries, directory, _, comment = _END.unpack(_at(file, size - _END.size, _END.size))
    if mark != b"PK\x05\x06" or comment:
        # Cut short, or no zip at all: what begins like one of ours is worth saying so.
        begun = _at(file, 0, 4) == b"PK\x03\x04"
        raise BackupError(BackupTrouble.DAMAGED if begun else BackupTrouble.NOT_A_BACKUP)
    if large := _large_end(file, size):
        entries, directory = large
    if entries > MOST_PARTS + 1 or directory > LARGEST_DIRECTORY_BYTES:
        raise BackupError(BackupTrouble.TOO_LARGE)


def _large_end(file: IO[bytes], size: int) -> tuple[int, int] | None:
    """Return what the end of a large zip says, which readers believe whatever the small one says; None without one."""
    place = size - _END.size - _END64_PLACE.size
    if place < 0:
        return None
    mark, _, at, _ = _END64_PLACE.unpack(_at(file, place, _END64_PLACE.size))
    if mark != b"PK\x06\x07":
        return None
    if at > place - _END64.size:
        raise BackupError(BackupTrouble.DAMAGED)
    mark, *_, entries, directory, _ = _END64.unpack(_at(file, at, _END64.size))
    if mark != b"PK\x06\x06":
        raise BackupError(BackupTrouble.DAMAGED)
    return entries, directory


def _at(file: IO[bytes], place: int, size: int) -> bytes:
    file.seek(place)
    found = file.read(size)
    if len(found) != size:
        raise BackupError(BackupTrouble.DAMAGED)
    return found


def _checked(archive: zipfile.ZipFile, size_bytes: int, read: Callable[[bytes], M]) -> M:
    entries = archive.infolist()
    if [(entry.filename, entry.header_offset) for entry in entries[:1]] != [(MANIFEST, 0)]:
        raise BackupError(BackupTrouble.NOT_A_BACKUP)
    if len(entries) > MOST_PARTS + 1 or entries[0].file_size > LARGEST_MANIFEST_BYTES:
        raise BackupError(BackupTrouble.TOO_LARGE)
    if sum(entry.file_size for entry in entries) > size_bytes:
        raise BackupError(BackupTrouble.DAMAGED)
    for entry in entries:
        _check_entry(entry)
        with _refusing(entry.filename):
            _check_header(archive, entry)
    with _refusing(MANIFEST):
        manifest = read(archive.read(MANIFEST))
    _check_parts(manifest.parts, entries[1:])
    return manifest


def _check_entry(entry: zipfile.ZipInfo) -> None:
    """Let pass an ordinary file that is stored as it is, under the name that it says in both places.

    What says nothing about its bytes must be as it is written here, too: one other byte means damage.
    """
    kind = stat.S_IFMT(entry.external_attr >> 16)
    stored = entry.compress_type == zipfile.ZIP_STORED and entry.compress_size == entry.file_size
    plain = entry.volume == 0 and entry.internal_attr == 0 and entry.date_time == NO_TIME
    ours = entry.create_system == UNIX and {entry.create_version, entry.extract_version} <= _VERSIONS
    if not (stored and plain and ours) or entry.flag_bits & 0x41 or kind not in (0, stat.S_IFREG):
        raise BackupError(BackupTrouble.DAMAGED)
    if entry.filename != entry.orig_filename:
        raise BackupError(BackupTrouble.DAMAGED)


def _check_header(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Let pass what says the same of a file before its bytes as in the list at the end; readers believe one of them."""
    plain = copy(entry)
    plain.extra = b""
    headers = [plain.FileHeader(zip64=large) for large in (False, True)]
    file = archive.fp
    if file is None or not any(_at(file, entry.header_offset, len(header)) == header for header in headers):
        raise BackupError(BackupTrouble.DAMAGED, entry.filename)


def _check_parts(parts: Sequence[Part], entries: Sequence[zipfile.ZipInfo]) -> None:
    """Let pass exactly what the manifest announces, in its order."""
    if [(part.name, part.size_bytes) for part in parts] != [(entry.filename, entry.file_size) for entry in entries]:
        raise BackupError(BackupTrouble.DAMAGED, MANIFEST)


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """Run a block that reads the zip; what is wrong with it becomes a `BackupError`."""
    try:
        yield
    except _WRONG as error:
        raise BackupError(BackupTrouble.DAMAGED, name) from error
