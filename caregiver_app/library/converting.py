"""Makes a library anew in its other form: under keys, or without them. Every row and picture is compared with the old.

The old one is held meanwhile and stays as it is. Nobody knows of the new one yet; which of the two counts is decided
elsewhere.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.library.asset_files import AssetFiles
from caregiver_app.library.choices import SETTINGS
from caregiver_app.library.keys import LibraryKeys, asset_seal_of, file_key_of
from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.errors import Cancelled, StorageError, StorageTrouble
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Cancel
from caregiver_app.storage.faults import translated
from caregiver_app.storage.rebuilding import Values, find_difference, rebuild_held
from caregiver_app.storage.renewing import held_alone
from caregiver_app.storage.snapshots import check_file

if TYPE_CHECKING:
    from caregiver_app.storage.driver import Connection

OnStep = Callable[[int, int], None]
"""Told how many steps of how many are done."""

_MADE_ANEW = ("search_pending",)
_ROWS_BETWEEN_WORDS = 500
_LOOK_EVERY_S = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Where a library lies and its keys, None for a plain one; pictures are in `assets` beside it."""

    path: Path
    keys: LibraryKeys | None

    @property
    def pictures(self) -> AssetFiles:
        """The pictures' files."""
        return AssetFiles(self.path.with_name("assets"), asset_seal_of(self.keys))


@contextmanager
def converted(
    old: Form, new: Form, *, clock: Clock, settings: str | None, on_step: OnStep, cancel: Cancel | None
) -> Iterator[str]:
    """Make the library at `old` anew at `new`, and hold the old one against everybody for the block.

    `settings` are kept in the new one; with None those that the old one keeps are taken out. Yields the text in force.

    Raises:
        StorageError: somebody has the library open, no room, or it is damaged.
        Cancelled: `cancel` was set.
    """
    with held_alone(old.path, file_key_of(old.keys)) as held:
        work = _Converting(held, old, new, on_step, cancel)
        work.copy_rows()
        work.copy_pictures()
        kept = work.dress(clock, settings)
        check_file(new.path, file_key_of(new.keys), cancel=cancel, free_pages=False)
        yield kept


class _Converting:
    """One conversion; counts its steps: a row written, a row compared, a row to be found, a picture."""

    def __init__(self, held: Connection, old: Form, new: Form, on_step: OnStep, cancel: Cancel | None) -> None:
        self._held, self._old, self._new = held, old, new
        self._cancel = cancel
        self._on_step = on_step
        self._done = 0
        with translated(old.path):
            self._pictures = [str(row[0]) for row in held.execute("SELECT hash FROM asset ORDER BY hash")]
            self._rows = _count_rows(held)
        self._total = 3 * self._rows + len(self._pictures)

    def copy_rows(self) -> None:
        """Write every row into the new file, then compare them all.

        Raises:
            StorageError: CORRUPT: a row is another one there; or the disk is in the way.
        """
        key = file_key_of(self._new.keys)
        rebuild_held(
            self._held,
            self._old.path,
            self._new.path,
            LIBRARY_SCHEMA,
            key=key,
            leave_out=_MADE_ANEW,
            change=self._passed,
            cancel=self._cancel,
        )
        other = find_difference(
            self._held,
            self._old.path,
            self._new.path,
            key,
            leave_out=_MADE_ANEW,
            on_row=lambda: self._step(1),
        )
        if other is not None:
            raise StorageError(StorageTrouble.CORRUPT, self._old.path.name, other)

    def copy_pictures(self) -> None:
        """Write every picture anew and read it back; one that is lost or damaged stays lost.

        Raises:
            StorageError: IO: what is read back is not what was written; or the disk is in the way.
        """
        before, after = self._old.pictures, self._new.pictures
        for name in self._pictures:
            data = before.read(name)
            if data is not None and (after.put(data) != name or after.read(name) != data):
                raise StorageError(StorageTrouble.IO, name)
            self._step(1)

    def dress(self, clock: Clock, settings: str | None) -> str:
        """Make the indexes for finding, and keep or take out the settings; return them."""
        library = open_library(self._new.path, clock, self._new.keys)
        try:
            with _interrupted(library, self._cancel):
                library.search.rebuild()
                if settings is None:
                    settings = library.choices.take(SETTINGS)
                else:
                    library.choices.put(SETTINGS, settings)
        finally:
            library.close()
        self._step(self._rows)
        return settings

    def _passed(self, _table: str, values: Values) -> Values:
        self._step(1)
        return values

    def _step(self, steps: int) -> None:
        if self._cancel is not None and self._cancel.is_set():
            raise Cancelled
        before, self._done = self._done, min(self._total, self._done + steps)
        if before // _ROWS_BETWEEN_WORDS != self._done // _ROWS_BETWEEN_WORDS or self._done == self._total:
            self._on_step(self._done, self._total)


def _count_rows(held: Connection) -> int:
    tables = held.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    query = "SELECT count(*) FROM {}"
    return sum(int(held.execute(query.format(row[0])).fetchone()[0]) for row in tables if row[0] not in _MADE_ANEW)


@contextmanager
def _interrupted(library: Library, cancel: Cancel | None) -> Iterator[None]:
    """Run a block of long statements that end when `cancel` is set: they raise `Cancelled` then."""
    if cancel is None:
        yield
        return
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_LOOK_EVERY_S):
            if cancel.is_set():
                library.interrupt()

    looking = threading.Thread(target=look, name="stop", daemon=True)
    looking.start()
    try:
        yield
    finally:
        ended.set()
        looking.join()
