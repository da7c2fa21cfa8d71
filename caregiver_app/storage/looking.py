"""Looks at a file before it is opened for writing, so that what is not ours stays as it was, byte for byte.

Opening a database for writing may already change it: SQLite rolls back or copies in what a killed program left beside
it. So the first look reads bytes, the second asks SQLite through a connection that cannot write.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.storage.connecting import connect_file
from caregiver_app.storage.driver import Connection, DriverError
from caregiver_app.storage.faults import trouble_of
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.schema import Schema
from caregiver_app.support.files import translated_os_errors

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_VERSION_AT, _OWNER_AT = 60, 68  # SQLite file format, section 1.3
_MOST_LOOKS = 5
_NOT_DECIDED_HERE = {StorageTrouble.IO, StorageTrouble.READ_ONLY, StorageTrouble.LOCKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Whose a file is, its version, and how many tables, indexes and triggers it has."""

    owner: int
    version: int
    tables: int


def look_at(path: Path, schema: Schema, key: FileKey | None = None) -> None:
    """Make sure that the file at `path`, if there is one, may be opened with `schema`; never change it.

    Raises:
        StorageError: it is no database, another program's, made by a newer version, damaged, or cannot be read; or a
            key is given and it is not encrypted, or another key's.
    """
    header = _read_header(path)
    if not header:
        return
    if header.startswith(_MAGIC) == (key is not None):
        raise StorageError(StorageTrouble.NOT_A_DATABASE, path.name)
    if len(header) == _HEADER_BYTES and key is None:
        refuse_strangers(_facts_in(header), path, schema)
    facts = _ask_read_only(path, key)
    if facts is not None:
        refuse_strangers(facts, path, schema)


def refuse_strangers(facts: Facts, path: Path, schema: Schema) -> None:
    """Let pass what is ours, or empty.

    Raises:
        StorageError: another program's, or made by a newer version.
    """
    if facts.owner != schema.application_id and (facts.owner or facts.version or facts.tables):
        raise StorageError(StorageTrouble.OTHER_APPLICATION, path.name)
    if facts.version > schema.version:
        raise StorageError(StorageTrouble.NEWER, path.name, str(facts.version))


def facts_of(connection: Connection) -> Facts:
    """Return the facts of an open database, all of one moment: another program may be making it just now."""
    connection.execute("BEGIN")
    try:
        tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
        owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return Facts(owner=owner, version=version, tables=tables)


def _read_header(path: Path) -> bytes:
    with translated_os_errors(path):
        try:
            with path.open("rb") as file:
                return file.read(_HEADER_BYTES)
        except FileNotFoundError:
            return b""


def _facts_in(header: bytes) -> Facts:
    (version,) = struct.unpack_from(">i", header, _VERSION_AT)
    (owner,) = struct.unpack_from(">i", header, _OWNER_AT)
    return Facts(owner=owner, version=version, tables=0)


def _ask_read_only(path: Path, key: FileKey | None) -> Facts | None:
    """Return None where only a connection that may write can tell, e.g. in a folder that is read-only.

    What somebody else wrote to meanwhile may look damaged and is not: it is looked at again.
    """
    for _ in range(_MOST_LOOKS - 1):
        before = _traces(path)
        try:
            return _ask_once(path, key)
        except StorageError:
            if _traces(path) == before:
                raise
    return _ask_once(path, key)


def _traces(path: Path) -> tuple[tuple[int, int, int] | None, ...]:
    """Return what differs once somebody wrote: sizes and times of the file and of the log beside it."""
    with translated_os_errors(path):
        return tuple(_trace(each) for each in (path, _log_of(path)))


def _trace(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _ask_once(path: Path, key: FileKey | None) -> Facts | None:
    # Taken for immutable, a file gets no companions beside it; true enough where none are.
    companions = _log_of(path).exists()
    address = f"{path.absolute().as_uri()}?mode=ro{'' if companions else '&immutable=1'}"
    try:
        connection = connect_file(address, key, timeout_s=0)
        try:
            return facts_of(connection)
        finally:
            connection.close()
    except DriverError as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        if trouble in _NOT_DECIDED_HERE:
            return None
        raise StorageError(trouble, path.name) from error
