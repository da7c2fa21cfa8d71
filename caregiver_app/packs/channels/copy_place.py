"""A channel copy in one file (`.carepack`): a zip of metadata and packs, read where it lies. Nothing of it is unpacked.

Anybody may have made it. The list at its end is judged before it is read, files are stored as they are, and only names
that a channel has are ever asked for. What is in them is judged like any channel's.
"""

from __future__ import annotations

import os
import re
import stat
import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from caregiver_app.model.channel import Lateness
from caregiver_app.model.errors import ChannelError, ChannelTrouble
from caregiver_app.packs.archive_writing import END, END_MARK
from caregiver_app.packs.channels.places import too_long
from caregiver_app.packs.manifest import MANIFEST
from caregiver_app.support.files import translated_os_errors, without_waiting

MOST_FILES = 20_000
_LARGEST_LIST_BYTES = 6_000_000
_ENCRYPTED = 0x2041
_BEGINS = b"PK"
_NAME = re.compile(r"metadata/[a-z0-9.-]{1,80}\.json|targets/[a-z0-9-]{1,40}/[0-9a-f]{64}\.[a-z0-9-]{1,100}\.pack")


class CopyPlace:
    """The files in one copy. Close it, or use it as a context manager."""

    lateness = Lateness.ASKED

    def __init__(self, path: Path, *, lateness: Lateness = Lateness.ASKED) -> None:
        """Open a copy.

        Raises:
            ChannelError: it is none, or not one that we would have made.
            StorageError: it cannot be read.
        """
        self.lateness = lateness
        with translated_os_errors(path, reading=True):
            self._file: BinaryIO = open(path, "rb", opener=without_waiting)  # noqa: SIM115 closed by `close`
        try:
            with translated_os_errors(path):
                self._list = _listed(self._file)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._list.close()
        self._file.close()

    def read(self, name: str, at_most_bytes: int, *, announced: bool = False) -> bytes | None:
        """Return what is in a file of the copy."""
        try:
            entry = self._list.getinfo(name)
        except KeyError:
            return None
        if entry.file_size > at_most_bytes:
            raise too_long(name, announced=announced)
        try:
            with self._list.open(entry) as file:
                return file.read(at_most_bytes)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
            raise ChannelError(ChannelTrouble.CHANGED, name.rpartition("/")[2]) from None


def _listed(file: BinaryIO) -> zipfile.ZipFile:
    """Return the list of files, judged before and after it is read."""
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL)
    _check_end(file)
    try:
        found = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        raise ChannelError(ChannelTrouble.CHANGED) from None
    _check_entries(found.infolist())
    return found


def _check_end(file: BinaryIO) -> None:
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    if file.read(len(_BEGINS)) != _BEGINS:
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL)
    file.seek(max(0, size - END.size))
    end = file.read(END.size)
    if len(end) != END.size or not end.startswith(END_MARK):
        raise ChannelError(ChannelTrouble.CHANGED)  # cut off, or something hangs on it
    _, disk, first, here, count, length, place, comment = END.unpack(end)
    if disk or first or comment or here != count or place + length != size - END.size:
        raise ChannelError(ChannelTrouble.CHANGED)
    if count > MOST_FILES or length > _LARGEST_LIST_BYTES:
        raise ChannelError(ChannelTrouble.ENDLESS)
    file.seek(0)


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename for entry in entries}
    if MANIFEST in names:
        raise ChannelError(ChannelTrouble.NOT_SIGNED)  # a pack by itself
    if len(names) != len(entries) or not all(_NAME.fullmatch(name) for name in names):
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL)
    if any(
        entry.compress_type != zipfile.ZIP_STORED
        or entry.compress_size != entry.file_size
        or entry.flag_bits & _ENCRYPTED
        or stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG)
        for entry in entries
    ):
        raise ChannelError(ChannelTrouble.NOT_A_CHANNEL)
