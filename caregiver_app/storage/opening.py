"""Opens a database file: looks before it touches, migrates in one transaction after a snapshot, sets the pragmas."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.time import Clock
from caregiver_app.storage.driver import Connection, Row, connect
from caregiver_app.storage.engine import Database
from caregiver_app.storage.faults import from_os_error, translated
from caregiver_app.storage.schema import Schema
from caregiver_app.storage.snapshots import take_snapshot
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_file, make_private_folder

BUSY_TIMEOUT_S = 10.0
_HEADER = b"SQLite format 3\x00"


def open_database(path: Path, *, schema: Schema, clock: Clock) -> Database:
    """Open or make the database at `path` for the calling thread.

    Raises:
        StorageError: not a database, another program's, made by a newer version (all left untouched), damaged,
            locked, read-only, or the disk is full.
    """
    _look_at_header(path)
    _make_file(path)
    with translated(path):
        connection = connect(str(path), timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
        connection.row_factory = Row
    try:
        with translated(path):
            version = _version_of(connection, path, schema)
            _set_pragmas(connection)
        database = Database(connection, path)
        if version < schema.version:
            _migrate(database, version, schema, clock)
    except BaseException:
        connection.close()
        raise
    return database


def _look_at_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except FileNotFoundError:
        return
    except OSError as error:
        raise from_os_error(error, path) from error
    if header and header != _HEADER:
        raise StorageError(StorageTrouble.NOT_A_DATABASE, path.name)


def _make_file(path: Path) -> None:
    if path.exists():
        return
    try:
        make_private_folder(path.parent)
        make_private_file(path)
    except OSError as error:
        raise from_os_error(error, path) from error


def _version_of(connection: Connection, path: Path, schema: Schema) -> int:
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if owner != schema.application_id and (owner or version or tables):
        raise StorageError(StorageTrouble.OTHER_APPLICATION, path.name)
    if version > schema.version:
        raise StorageError(StorageTrouble.NEWER, path.name, str(version))
    return version


def _set_pragmas(connection: Connection) -> None:
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = NORMAL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA recursive_triggers = ON",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cell_size_check = ON",
        "PRAGMA temp_store = 2",
        "PRAGMA cache_size = -16000",
        "PRAGMA journal_size_limit = 16000000",
    ):
        connection.execute(statement)


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
