"""The encrypted files of attachments in their folder, each named by a keyed hash of what it holds.

Nobody without the key can test whether a known file is among them. A name is never a path, a link is never followed.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import stat
from collections.abc import Collection
from pathlib import Path

from caregiver_app.model.errors import CareFileError, CareFileTrouble
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_folder, remove_leftovers, translated_os_errors, write_whole
from caregiver_app.vault.attached.cipher import (
    HEADER_BYTES,
    LARGEST_BYTES,
    LARGEST_SEALED_BYTES,
    PIECE_BYTES,
    TAG_BYTES,
    is_under,
    open_attachment,
    seal_attachment,
)
from caregiver_app.vault.keys.data_key import DataKey, Purpose

FILE_NAME = re.compile(r"[0-9a-f]{64}")


class AttachmentFiles:
    """The files of one folder under one key; the folder is made when the first one comes."""

    def __init__(self, folder: Path, data_key: DataKey) -> None:
        self._folder = folder
        self._data_key = data_key

    def keep(self, data: bytes) -> str:
        """Encrypt a file and return its name; one with the same bytes that is there already, and whole, is left.

        Raises:
            CareFileError: it is too large.
            StorageError: no room or no right; nothing half is left behind.
        """
        if len(data) > LARGEST_BYTES:
            raise CareFileError(CareFileTrouble.TOO_LARGE)
        name = self.name_of(data)
        path = self._folder / name
        if not self._is_whole(name):
            with translated_os_errors(self._folder):
                make_private_folder(self._folder)
                write_whole(path, seal_attachment(self._data_key.derive(Purpose.ATTACHMENTS), name, data))
        crash_point("vault.attachment.file-kept")
        return name

    def read(self, name: str) -> bytes:
        """Return what a file holds.

        Raises:
            CareFileError: it is gone or damaged, or not what it is called by.
        """
        sealed = _read_regular(self._folder, name, LARGEST_SEALED_BYTES)
        data = open_attachment(self._data_key.derive(Purpose.ATTACHMENTS), name, sealed)
        if not hmac.compare_digest(self.name_of(data), name):
            raise CareFileError(CareFileTrouble.DAMAGED)
        return data

    def is_under(self, name: str) -> bool:
        """Return whether the key opens the beginning of a file."""
        try:
            sealed = _read_regular(
                self._folder, name, LARGEST_SEALED_BYTES, most=HEADER_BYTES + PIECE_BYTES + TAG_BYTES
            )
        except CareFileError:
            return False
        return self._opens_begin(name, sealed)

    def _opens_begin(self, name: str, begin: bytes) -> bool:
        key = self._data_key.derive(Purpose.ATTACHMENTS)
        # A file of more than one piece: its first is no last one, which its length alone would say.
        longer = begin + bytes(TAG_BYTES + 1)
        return is_under(key, name, begin) or is_under(key, name, longer)

    def _is_whole(self, name: str) -> bool:
        try:
            self.read(name)
        except CareFileError:
            return False
        return True

    def name_of(self, data: bytes) -> str:
        """Return the name under which a file with these bytes is kept."""
        return hmac.new(self._data_key.derive(Purpose.ATTACHMENT_NAMES), data, hashlib.sha256).hexdigest()


def names_in(folder: Path) -> list[Path]:
    """Return the files of attachments in a folder, by name; raises `OSError`."""
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path for path in found if FILE_NAME.fullmatch(path.name))


def remove_all_but(folder: Path, named: Collection[str]) -> int:
    """Remove every file that nothing names, and what interrupted writes left; return how many went.

    The caller holds the write lock of the notes, so that no file is on its way to its row.

    Raises:
        StorageError: one cannot be removed.
    """
    with translated_os_errors(folder):
        gone = [path for path in names_in(folder) if path.name not in named]
        for path in gone:
            path.unlink(missing_ok=True)
            crash_point("vault.attachment.swept")
        left = remove_leftovers(folder) if folder.is_dir() else 0
    return len(gone) + left


def _read_regular(folder: Path, name: str, limit_bytes: int, *, most: int | None = None) -> bytes:
    """Return the bytes of a file, at most the first `most`; raises `CareFileError`."""
    if not FILE_NAME.fullmatch(name):
        raise CareFileError(CareFileTrouble.DAMAGED)
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(folder / name, flags), "rb") as file:
            facts = os.fstat(file.fileno())
            if not stat.S_ISREG(facts.st_mode) or facts.st_size > limit_bytes:
                raise CareFileError(CareFileTrouble.DAMAGED)
            return file.read(limit_bytes if most is None else most)
    except OSError:
        raise CareFileError(CareFileTrouble.LOST) from None
