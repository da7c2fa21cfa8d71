"""Holds a database against everybody, and copies an encrypted one under another key. Never changes what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.storage.connecting import connect_file
from caregiver_app.storage.driver import Connection, DriverError
from caregiver_app.storage.faults import translated
from caregiver_app.storage.keys import FileKey
from caregiver_app.support.files import make_private_file, translated_os_errors

_WAIT_S = 2.0
_PAGES_AT_ONCE = 1_000


@contextmanager
def held_alone(path: Path, key: FileKey | None) -> Iterator[Connection]:
    """Hold the database for a block, so that nobody else has it open or can open it; nothing lies beside it then.

    Leaving write-ahead logging needs that, and keeps the lock (SQLite, PRAGMA locking_mode); the next opening turns it
    on again.

    Raises:
        StorageError: somebody has it open, or the disk is in the way.
    """
    with translated(path):
        connection = connect_file(str(path), key, timeout_s=_WAIT_S)
    try:
        with translated(path):
            mode = str(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
            if mode != "delete":
                raise StorageError(StorageTrouble.LOCKED, path.name)
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        yield connection
    finally:
        connection.close()


def copy_under(held: Connection, target: Path, key: FileKey) -> None:
    """Copy a database that is held into a new file under another key.

    Raises:
        StorageError: no room, no right, or the database is damaged.
    """
    with translated_os_errors(target):
        make_private_file(target)
    with translated(target):
        connection = connect_file(str(target), key)
        try:
            held.backup(connection, pages=_PAGES_AT_ONCE)
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            connection.close()


def is_under(path: Path, key: FileKey) -> bool:
    """Return whether this key opens the file; False also for one that cannot be read."""
    companions = path.with_name(f"{path.name}-wal").exists()
    try:
        # Taken for immutable, a file gets no companions beside it; true enough where none are.
        address = f"{path.absolute().as_uri()}?mode=ro{'' if companions else '&immutable=1'}"
        connection = connect_file(address, key, timeout_s=_WAIT_S)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        finally:
            connection.close()
    except DriverError:
        return False
    return True
