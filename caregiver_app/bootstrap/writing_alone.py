"""Who may write in a data folder now; what others left there is put right first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from caregiver_app.bootstrap.paths import Paths


@contextmanager
def one_writer(paths: Paths, *, holder: str) -> Iterator[str]:
    """Hold the data folder against other windows and long commands for a block; what earlier ones left goes first.

    Gives who held it last and ended in the middle, as `storage.instance.one_writer` does. Erasing that was cut short
    is finished before anything else, and then a change of the protection of the library that counts already.

    Raises:
        InstanceRunning: another process holds it.
        StorageError: the folder cannot be used.
    """
    from caregiver_app.bootstrap.erasing_all import finish_erasing
    from caregiver_app.bootstrap.leftovers import remove_leftovers
    from caregiver_app.bootstrap.library_change import finish_change
    from caregiver_app.storage.instance import one_writer as hold

    with hold(paths.lock, holder=holder) as left_by:
        finish_erasing(paths)
        finish_change(paths)
        remove_leftovers(paths)
        yield left_by


@contextmanager
def alone_to_erase(paths: Paths, *, holder: str) -> Iterator[str]:
    """Hold the data folder as `one_writer` does, for who erases everything in it, and tells of that, at once."""
    from caregiver_app.storage.instance import one_writer as hold

    with hold(paths.lock, holder=holder) as left_by:
        yield left_by
