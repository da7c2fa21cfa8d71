"""Opens a database file: looks before it touches, migrates in one transaction after a snapshot, sets the pragmas."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.time import Clock
from caregiver_app.storage.connecting import connect_file
from caregiver_app.storage.driver import Connection, DriverError, Row
from caregiver_app.storage.engine import Database
from caregiver_app.storage.faults import translated, trouble_of
from caregiver_app.storage.guarding import close_ways_out
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.looking import facts_of, look_at, refuse_strangers
from caregiver_app.storage.restoring import finish_put_back
from caregiver_app.storage.schema import Schema
from caregiver_app.storage.snapshots import is_lost, take_snapshot
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_file, make_private_folder, translated_os_errors

BUSY_TIMEOUT_S = 10.0
_SWITCH_ATTEMPTS = 100


def open_database(
    path: Path, *, schema: Schema, clock: Clock, key: FileKey | None = None, heed_copies: bool = False
) -> Database:
    """Open or make the database at `path` for the calling thread; with a key it is encrypted.

    With `heed_copies` none is made beside copies of an earlier one: in time they would be dropped for copies of it.

    What is encrypted is private: each commit is on the disk before it returns, and once the file is open nothing can
    be written elsewhere (`storage.guarding`).

    Raises:
        StorageError: not a database, another program's, made by a newer version, lost (all left untouched), damaged,
            locked, read-only, or the disk is full.
    """
    finish_put_back(path)
    if heed_copies:
        refuse_lost(path)
    look_at(path, schema, key)
    _make_file(path)
    with translated(path):
        connection = connect_file(str(path), key, timeout_s=BUSY_TIMEOUT_S)
        connection.row_factory = Row
    try:
        with translated(path):
            facts = facts_of(connection)
            refuse_strangers(facts, path, schema)
            _set_pragmas(connection, synchronous="NORMAL" if key is None else "FULL")
        database = Database(connection, path, key)
        if facts.version < schema.version:
            _migrate(database, facts.version, schema, clock)
        if key is not None:
            close_ways_out(connection)
    except BaseException:
        connection.close()
        raise
    return database


def refuse_lost(path: Path) -> None:
    """Let pass what is there, and what never was.

    Raises:
        StorageError: nothing, or an empty file, is in the place of a database that has copies.
    """
    with translated_os_errors(path):
        if is_lost(path):
            raise StorageError(StorageTrouble.LOST, path.name)


def _make_file(path: Path) -> None:
    if path.exists():
        return
    with translated_os_errors(path):
        make_private_folder(path.parent)
        make_private_file(path)


def _set_pragmas(connection: Connection, *, synchronous: str) -> None:
    _switch_to_wal(connection)
    for statement in (
        f"PRAGMA synchronous = {synchronous}",
        "PRAGMA foreign_keys = ON",
        "PRAGMA recursive_triggers = ON",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cell_size_check = ON",
        "PRAGMA temp_store = 2",
        "PRAGMA cache_size = -16000",
        "PRAGMA journal_size_limit = 16000000",
        "PRAGMA wal_autocheckpoint = 8000",  # every 32 MB: at the default of 4 MB a first sync spends its time on it
    ):
        connection.execute(statement)


def _switch_to_wal(connection: Connection) -> None:
    """Let readers and one writer work at the same time (SQLite, write-ahead logging).

    SQLite does not wait when another connection is just making this switch, but it does wait for a write transaction.
    """
    for attempt in range(1, _SWITCH_ATTEMPTS + 1):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except DriverError as error:
            if trouble_of(error) is not StorageTrouble.LOCKED or attempt == _SWITCH_ATTEMPTS:
                raise
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")


def _migrate(database: Database, version: int, schema: Schema, clock: Clock) -> None:
    if version > 0:
        take_snapshot(database, at=clock.now(), reason=f"before-{schema.version}")
    with database.write("storage.migrate") as writer:
        reached = int(database.value("PRAGMA user_version"))  # another process may have been quicker
        for migration in schema.migrations[reached:]:
            for statement in migration.statements:
                writer.execute(statement)
                crash_point("storage.migrate.statement")
        writer.execute(f"PRAGMA application_id = {schema.application_id}")
        writer.execute(f"PRAGMA user_version = {schema.version}")
