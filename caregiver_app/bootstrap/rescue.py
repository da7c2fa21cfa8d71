"""Makes a damaged library anew from its own rows, where every one of them can still be read."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.leftovers import stage
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.time import Clock

if TYPE_CHECKING:
    from caregiver_app.library.keys import LibraryKeys


def rescue_library(paths: Paths, clock: Clock, keys: LibraryKeys | None = None) -> Path:
    """Put a new library with every row of the damaged one in its place; return where the damaged file went.

    The work is done on a copy. Nobody may have the library open.

    Raises:
        StorageError: a row cannot be read, or what belongs together is not there; nothing was changed.
    """
    from caregiver_app.library.keys import file_key_of
    from caregiver_app.library.schema import LIBRARY_SCHEMA
    from caregiver_app.library.store import open_library
    from caregiver_app.storage.opening import refuse_lost
    from caregiver_app.storage.rebuilding import rebuild
    from caregiver_app.storage.restoring import finish_put_back, put_back
    from caregiver_app.support.files import translated_os_errors

    finish_put_back(paths.library)
    refuse_lost(paths.library)
    with stage(paths.data_dir) as folder:
        damaged, made = folder / paths.library.name, folder / "made.db"
        with translated_os_errors(paths.library):
            for suffix in ("", "-wal"):
                beside = paths.library.with_name(paths.library.name + suffix)
                if not suffix or beside.exists():
                    shutil.copyfile(beside, damaged.with_name(damaged.name + suffix))
        key = file_key_of(keys)
        rebuild(damaged, made, LIBRARY_SCHEMA, source_key=key, key=key, leave_out=("search_pending",))
        library = open_library(made, clock, keys)
        try:
            library.search.rebuild()
            broken = [check.name for check in library.health.check(repair=True) if not check.ok]
        finally:
            library.close()
        if broken:
            raise StorageError(StorageTrouble.CORRUPT, paths.library.name, ", ".join(broken))
        return put_back(made, paths.library, at=clock.now(), key=key)
