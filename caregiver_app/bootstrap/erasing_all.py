"""Erases everything of ours in a data folder: notes, library, copies, settings, log. What is not ours stays.

A marker says that it has begun: a run that was cut short is finished by the next one, which needs no passphrase then.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import remove_for_good, translated_os_errors, write_whole

MARKER = "erasing.begun"
_FOLDERS = ("attachments", "sealed", "snapshots", "assets", "channel-keys")
_IN_ORDER = (
    "vault.json*",  # without the envelope only the recovery sheet opens what is still there
    "vault-2.json*",
    "library-keys*.json",
    "vault.db*",
    "vault-*",
    "erasing-notes.begun",
    "care-notes-*",  # notes of before a restored backup, or on their way in
    "vault.lock",
    "library.db*",
    "library-incoming*",  # a library that is on its way into its other form
    "library-*.db*",
    "library*.json",
    ".*.part*",
    "settings*",
    "caregiver.log*",
    "caregiver.front*",
)
_LAST = "caregiver.lock"
"""Held by whoever erases; where an open file cannot be removed (Windows), it stays, and is empty of content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """How many files and folders went, and the names of what stays because it is not ours or could not be removed."""

    removed: int
    left: tuple[str, ...]


def was_begun(paths: Paths) -> bool:
    """Return whether erasing everything began here and was cut short."""
    return (paths.data_dir / MARKER).exists()


def erase_everything(paths: Paths) -> Gone:
    """Remove all of it; the caller holds the folder's lock, and nobody has anything open.

    Raises:
        StorageError: something cannot be removed; what is still there is there, and it may be done again.
    """
    folder = paths.data_dir
    with translated_os_errors(folder):
        if not folder.is_dir():
            return Gone(removed=0, left=())
        write_whole(folder / MARKER, b"")
        crash_point("erase.begun")
        removed = 0
        for path in _ours(folder):
            _remove(path)
            removed += 1
            crash_point("erase.removed")
        remove_for_good(folder / MARKER)
    with suppress(OSError):
        (folder / _LAST).unlink()
    left = tuple(sorted(path.name for path in folder.iterdir() if path.name != _LAST))
    with suppress(OSError):
        folder.rmdir()
    return Gone(removed=removed, left=left)


def _ours(folder: Path) -> Iterator[Path]:
    for pattern in _IN_ORDER:
        yield from (path for path in sorted(folder.glob(pattern)) if path.name != MARKER)
        if pattern == "vault.lock":
            yield from (path for name in _FOLDERS if (path := folder / name).exists() or path.is_symlink())


def _remove(path: Path) -> None:
    """Remove a file, or one of our folders with all in it; of a link only the link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
