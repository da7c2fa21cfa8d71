"""Turns the library's protection on and off: the other form is made beside the library, then takes its place at once.

What was made and does not count goes, whatever stops the work; a kill leaves that to the next one who takes the folder.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.leftovers import remove_leftovers
from caregiver_app.bootstrap.library_change import Change, begin_change, finish_change
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection_state import MAKING, ChangeProgress, OnChange, key_file_paths
from caregiver_app.bootstrap.until_locked import UntilLocked
from caregiver_app.model.errors import Cancelled, StorageError
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.library.keys import LibraryKeys
    from caregiver_app.vault.folder.opening import Unlocked
    from caregiver_app.vault.keys.data_key import DataKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What turning protection on or off takes. Being locked stops it until it counts."""

    paths: Paths
    clock: Clock
    unlocked: Unlocked
    on_progress: OnChange
    cancel: Cancel | None

    @property
    def until(self) -> UntilLocked:
        """What stops it."""
        return UntilLocked(self.unlocked, self.cancel)


def protect(work: Conversion) -> None:
    """Put the library under new keys; for who calls it and what it raises see `protection.Protection.turn_on`."""
    from caregiver_app.library.keys import LibraryKeys
    from caregiver_app.support.settings import SettingsFile, rest_of

    keys = LibraryKeys.new()
    with _making(work.paths) as making:
        lay_keys(making, keys, work.unlocked.data_key)
        settings = rest_of(SettingsFile(work.paths.settings).load())
        _convert(work, making, _Forms(before=None, after=keys, settings=settings))
    _after(work, keys)
    keys.wipe()


def unprotect(work: Conversion, raw: bytes) -> None:
    """Make the library plain again; `raw` are its keys. As `protect`."""
    from caregiver_app.library.keys import LibraryKeys

    keys = LibraryKeys(raw)
    with _making(work.paths) as making:
        _convert(work, making, _Forms(before=keys, after=None, settings=None))
    keys.wipe()
    _after(work, None)


def lay_keys(making: Path, keys: LibraryKeys, data_key: DataKey) -> None:
    """Write the wrapped keys where they go along with a library that is made ready.

    Raises:
        StorageError: no room or no right.
        Cancelled: the notes were locked meanwhile.
    """
    from caregiver_app.vault.folder.library_keys import LibraryKeyFiles

    try:
        LibraryKeyFiles(key_file_paths(Paths(data_dir=making))).write(keys.raw(), data_key)
    except RuntimeError:
        if not data_key.is_wiped:
            raise
        raise Cancelled from None


@contextmanager
def _making(paths: Paths) -> Iterator[Path]:
    """Have a folder for the other form for a block; where that does not come to count, it goes."""
    from caregiver_app.support.files import make_private_folder, translated_os_errors

    making = paths.data_dir / MAKING
    shutil.rmtree(making, ignore_errors=True)
    with translated_os_errors(making):
        make_private_folder(making)
    try:
        yield making
    finally:
        shutil.rmtree(making, ignore_errors=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """The keys of before and of after; None is plain. `settings` go into the library, None: out of it."""

    before: LibraryKeys | None
    after: LibraryKeys | None
    settings: str | None


def _convert(work: Conversion, making: Path, forms: _Forms) -> None:
    from caregiver_app.library.converting import Form, converted
    from caregiver_app.library.store import open_library

    paths, clock, until, last = work.paths, work.clock, work.until, 0

    def told(done: int, total: int) -> None:
        nonlocal last
        last = total
        work.on_progress(ChangeProgress(done=done, total=total))

    open_library(paths.library, clock, forms.before).close()  # one not there yet is made, an older one migrated
    old = Form(path=paths.library, keys=forms.before)
    new = Form(path=making / paths.library.name, keys=forms.after)
    with converted(old, new, clock=clock, settings=forms.settings, on_step=told, cancel=until) as kept:
        if until.is_set():
            raise Cancelled
        protecting = forms.after is not None
        begin_change(paths, making, Change(protect=protecting, settings="" if protecting else kept))
        work.on_progress(ChangeProgress(done=last, total=last, can_stop=False))
    finish_change(paths)


def _after(work: Conversion, keys: LibraryKeys | None) -> None:
    """Clear away what others left in plain, and take the first copy of the form in force."""
    from caregiver_app.library.store import open_library

    remove_leftovers(work.paths)
    with suppress(StorageError):  # without room for one there is none until there is
        library = open_library(work.paths.library, work.clock, keys)
        try:
            library.snapshot(at=work.clock.now())
        finally:
            library.close()
