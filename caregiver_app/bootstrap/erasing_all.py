"""Erases everything of ours in a data folder: notes, library, copies, settings, log. What is not ours stays.

A mark says that it has begun, and with what: what a cut left is erased when somebody next holds the folder's lock.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from caregiver_app.bootstrap.erasing_marks import counts, lay_mark
from caregiver_app.bootstrap.own_files import EVERYTHING, left_in, remove_own
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import remove_for_good, translated_os_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """How many files and folders went, and what stays because it is not ours, by its path below the folder."""

    removed: int
    left: tuple[str, ...]


def was_begun(paths: Paths) -> bool:
    """Return whether erasing everything began here and was cut short, and nothing was made here since.

    Raises:
        StorageError: nobody can tell.
    """
    with translated_os_errors(paths.erasing):
        return counts(paths.erasing)


def erase_everything(paths: Paths) -> Gone:
    """Remove all of it, the folder too if nothing else lies in it.

    The caller holds the folder's lock, and nobody has anything open.

    Raises:
        StorageError: something cannot be removed; what is still there goes when the lock is next taken.
    """
    folder = paths.data_dir
    with translated_os_errors(folder):
        if not folder.is_dir():
            return Gone(removed=0, left=())
        lay_mark(paths.erasing)
        crash_point("erase.begun")
        removed = _remove_all(paths)
        with suppress(OSError):  # Windows removes no open file; it is empty
            paths.lock.unlink()
        left = tuple(name for name in left_in(folder, EVERYTHING) if name != paths.lock.name)
    with suppress(OSError):
        folder.rmdir()
    return Gone(removed=removed, left=left)


def finish_erasing(paths: Paths) -> None:
    """Do what is left where it was cut short; the caller holds the folder's lock, which stays.

    Raises:
        StorageError: something cannot be removed, so that nothing may be written here.
    """
    if not paths.erasing.exists():
        return
    if was_begun(paths):
        with translated_os_errors(paths.data_dir):
            _remove_all(paths)
    else:
        with translated_os_errors(paths.erasing):
            remove_for_good(paths.erasing)


def _remove_all(paths: Paths) -> int:
    removed = remove_own(paths.data_dir, EVERYTHING, after_each=lambda: crash_point("erase.removed"))
    remove_for_good(paths.erasing)
    return removed
