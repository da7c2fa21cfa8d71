"""What the disk, the library and its backups refuse."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.model.errors.base import CaregiverError


class StorageTrouble(StrEnum):
    """What the disk or the file said."""

    FULL = "full"
    READ_ONLY = "read-only"
    LOCKED = "locked"
    CORRUPT = "corrupt"
    NOT_A_DATABASE = "not-a-database"
    LOST = "lost"  # no file, or an empty one, where copies beside it tell that there was one
    NEWER = "newer"
    OTHER_APPLICATION = "other-application"
    FOLDER = "folder"  # somebody named one in the place of a file
    NOT_A_FILE = "not-a-file"  # a pipe or a device
    NO_FILE = "no-file"  # nothing lies where somebody named one
    UNREADABLE = "unreadable"  # somebody named one that this person may not read
    NOT_A_FOLDER = "not-a-folder"  # a file lies where a folder belongs
    NO_PLACE = "no-place"  # nobody can tell which folder is meant
    IO = "io"


@dataclass(eq=False)
class StorageError(CaregiverError):
    """The database could not be opened, read or written. `path` is the file's name without its folder."""

    kind: StorageTrouble
    path: str = ""
    detail: str = ""


@dataclass(eq=False)
class LibraryError(CaregiverError):
    """The library does not hold what was asked for."""

    what: str = ""


@dataclass(eq=False)
class UnknownSource(LibraryError):
    """No source has this id."""


@dataclass(eq=False)
class UnknownItem(LibraryError):
    """No item has this id."""


class BackupTrouble(StrEnum):
    """Why a file is no usable backup."""

    NOT_A_BACKUP = "not-a-backup"
    DAMAGED = "damaged"
    NEWER = "newer"  # made by a newer version of the application
    TOO_LARGE = "too-large"


@dataclass(eq=False)
class BackupError(CaregiverError):
    """A file that is no usable backup; nothing was changed by it. `detail` is a part's name, no content."""

    kind: BackupTrouble
    detail: str = ""
