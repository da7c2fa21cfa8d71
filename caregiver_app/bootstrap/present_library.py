"""What is done with the library in force before another takes its place: it is kept, and some of it carried over.

Whom this computer must not ask, how it connects and what left it never go back with an older library.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.library.carrying_over import FileKeys
    from caregiver_app.library.keys import LibraryKeys


def keep_present(
    paths: Paths,
    ready: Path,
    keys: LibraryKeys | None,
    *,
    at: Millis,
    clock: Clock,
    cancel: Cancel | None = None,
) -> bool:
    """Take a copy of the library that is there, and carry over into the one at `ready` what stays; `keys` are of both.

    False where it is damaged, or none: then no copy was taken, and what could be read of it was carried over.

    Raises:
        StorageError: it was made by a newer version, or there is no room.
        Cancelled: `cancel` was set.
    """
    from caregiver_app.library.carrying_over import carry_over
    from caregiver_app.library.store import open_library

    if not _holds_anything(paths.library):
        return False
    try:
        carry_over(paths.library, ready, clock=clock, keys=_of_both(keys))
        library = open_library(paths.library, clock, keys)
        try:
            library.backup.snapshot_before_restore(at=at, cancel=cancel)
        finally:
            library.close()
    except StorageError as error:
        if error.kind not in (StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE):
            raise
        carry_over_from_damaged(paths, ready, keys, clock=clock)
        return False
    return True


def carry_over_from_damaged(paths: Paths, ready: Path, keys: LibraryKeys | None, *, clock: Clock) -> None:
    """Carry over into the library at `ready` what can be read of the one that is there, which stays as it is.

    Raises:
        StorageError: there is no room.
    """
    from caregiver_app.library.carrying_over import carry_over_what_can_be_read
    from caregiver_app.support.files import translated_os_errors

    if not _holds_anything(paths.library):
        return
    before = ready.with_name("before.db")
    with translated_os_errors(before):
        for suffix in ("", "-wal"):
            beside = paths.library.with_name(paths.library.name + suffix)
            if beside.exists():
                shutil.copyfile(beside, before.with_name(before.name + suffix))
    carry_over_what_can_be_read(before, ready, clock=clock, keys=_of_both(keys))


def _holds_anything(library: Path) -> bool:
    """Return False for an empty file too: as a library it would say that nothing was chosen and nothing left."""
    return library.exists() and library.stat().st_size > 0


def _of_both(keys: LibraryKeys | None) -> FileKeys:
    from caregiver_app.library.carrying_over import FileKeys
    from caregiver_app.library.keys import file_key_of

    return FileKeys(before=file_key_of(keys), after=file_key_of(keys))
