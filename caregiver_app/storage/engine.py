"""One connection of one thread: reading rows, and the one helper that writes.

A `Database` never leaves the thread that opened it; only `interrupt` may be called from elsewhere.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caregiver_app.model.errors import Cancelled
from caregiver_app.model.web import Cancel
from caregiver_app.storage.driver import ClosedError, Connection, Row
from caregiver_app.storage.faults import translated
from caregiver_app.support.crash_points import crash_point

if TYPE_CHECKING:
    from caregiver_app.storage.keys import FileKey
    from caregiver_app.storage.tables import Tables

Parameters = Mapping[str, object]

_PAGES_AT_ONCE = 1_000
"""Pages copied between two looks at whether to go on: some 4 MB."""
_STEPS_BETWEEN_LOOKS = 100_000


class Writer:
    """What may be done inside a write transaction; of no use after it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def tables(self) -> Tables:
        """Rows by sqlite-utils, for what is written rarely; imported then."""
        from caregiver_app.storage.tables import tables_of

        return tables_of(self._connection)

    def execute(self, sql: str, parameters: Parameters | None = None) -> int:
        """Run one statement; return how many rows it changed."""
        return max(0, int(self._connection.execute(sql, parameters or {}).rowcount))

    def many(self, sql: str, rows: Iterable[Parameters]) -> int:
        """Run one statement once a row; return how many rows of the table that changed in all."""
        return max(0, int(self._connection.executemany(sql, rows).rowcount))


class Database:
    """An open database file with its pragmas set and its schema up to date (see `storage.opening`)."""

    def __init__(self, connection: Connection, path: Path, key: FileKey | None = None) -> None:
        self.path = path
        self.key = key
        self.before_commit: Callable[[Writer], None] | None = None
        """Called as the last part of each write; what it raises undoes the write."""
        self._connection = connection
        self._thread = threading.get_ident()
        self._writer: Writer | None = None
        self._part_failed = False

    def rows(self, sql: str, parameters: Parameters | None = None) -> Sequence[Row]:
        """Return all rows of a query; columns by name or position.

        Raises:
            StorageError: the disk or the file is in the way.
            Cancelled: `interrupt` was called meanwhile.
        """
        self._check_thread()
        with translated(self.path):
            found: Sequence[Row] = self._connection.execute(sql, parameters or {}).fetchall()
        return found

    def one(self, sql: str, parameters: Parameters | None = None) -> Row | None:
        """Return the first row of a query, None when there is none. Raises as `rows` does."""
        self._check_thread()
        with translated(self.path):
            return self._connection.execute(sql, parameters or {}).fetchone()

    def value(self, sql: str, parameters: Parameters | None = None) -> Any:
        """Return the first column of the first row, None when there is none. Raises as `rows` does."""
        row = self.one(sql, parameters)
        return None if row is None else row[0]

    @contextmanager
    def write(self, name: str) -> Iterator[Writer]:
        """Open a write transaction that is whole or not at all; inside another one, join it.

        `name` says which operation writes; the crash points around it carry it. The transaction begins IMMEDIATE:
        one that begins by reading and then writes fails with "locked" when another writer came between.

        Raises:
            StorageError: the disk or the file is in the way; nothing was written.
            RuntimeError: a joined write failed and its error was caught before this one ended; nothing was written.
        """
        self._check_thread()
        if self._writer is not None:
            with self._joined(self._writer) as writer:
                yield writer
            return
        with translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            self._writer, self._part_failed = Writer(self._connection), False
            try:
                yield self._writer
                if self._part_failed:
                    raise RuntimeError("a part of this write failed")
                if self.before_commit is not None:
                    self.before_commit(self._writer)
                crash_point(f"{name}.before-commit")
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._writer = None
        crash_point(f"{name}.after-commit")

    def define(self, name: str, function: Callable[..., object], *, arguments: int) -> None:
        """Let SQL on this connection call a function of ours; it must be pure and never raise."""
        self._check_thread()
        self._connection.create_function(name, arguments, function, deterministic=True)

    def copy_into(self, target: Connection, *, cancel: Cancel | None = None) -> None:
        """Copy the whole database, as it is in one moment, into another open connection.

        Raises:
            StorageError: the disk or the file is in the way.
            Cancelled: `cancel` was set meanwhile.
        """
        self._check_thread()
        with translated(self.path), self._one_moment():
            self._connection.backup(target, pages=_PAGES_AT_ONCE, progress=lambda *_: _go_on(cancel))

    def copy_compact(self, path: Path, *, cancel: Cancel | None = None) -> None:
        """Write what the database holds in one moment into a new file: without free pages, so without what was erased.

        Raises:
            StorageError: the disk or the file is in the way.
            Cancelled: `cancel` was set, or `interrupt` was called meanwhile.
        """
        self._check_thread()
        with translated(path):
            if cancel is not None:
                self._connection.set_progress_handler(cancel.is_set, _STEPS_BETWEEN_LOOKS)
            try:
                self._connection.execute("VACUUM INTO :path", {"path": str(path)})
            finally:
                self._connection.set_progress_handler(None, 0)

    def settle(self) -> None:
        """Bring what was written into the file itself and empty what lies beside it, as far as readers let us."""
        self._check_thread()
        with translated(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def interrupt(self) -> None:
        """End the statement that is running, from any thread; it raises `Cancelled` there. Harmless without one."""
        with suppress(ClosedError):
            self._connection.interrupt()

    def close(self) -> None:
        """Close the connection; closing twice is fine."""
        self._check_thread()
        with translated(self.path):
            self._connection.close()

    @contextmanager
    def _one_moment(self) -> Iterator[None]:
        """Read one state of the file throughout: a copy in steps would begin anew whenever another one writes."""
        self._connection.execute("BEGIN")
        try:
            self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            yield
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _joined(self, writer: Writer) -> Iterator[Writer]:
        try:
            with translated(self.path):
                yield writer
        except BaseException:
            self._part_failed = True
            raise

    def _check_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError("a database belongs to the thread that opened it")


def _go_on(cancel: Cancel | None) -> None:
    if cancel is not None and cancel.is_set():
        raise Cancelled
