"""Makes a database anew from the rows of another file: one that may be damaged, or come from anybody.

Nothing of the other file is taken but values, read table by table from the tables themselves and never through their
indexes; tables, indexes and triggers come from the schema. So what lies in wait in a file's structure stays there, and
damage that is only in its indexes costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from caregiver_app.model.errors import Cancelled, StorageError, StorageTrouble
from caregiver_app.model.web import Cancel
from caregiver_app.storage.comparing import objects_in, objects_of
from caregiver_app.storage.connecting import connect_file
from caregiver_app.storage.driver import Connection, DriverError
from caregiver_app.storage.faults import translated, trouble_of
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.looking import facts_of, look_at
from caregiver_app.storage.schema import Schema
from caregiver_app.support.crash_points import crash_point
from caregiver_app.support.files import make_private_file, translated_os_errors

Values = dict[str, Any]
Change = Callable[[str, Values], Values | None]
"""Gets the table and a row of it; returns the row to store, None to leave it out."""

LARGEST_VALUE_BYTES = 32_000_000
_STEPS_BETWEEN_LOOKS = 100_000


def version_of(path: Path, schema: Schema, key: FileKey | None = None) -> int:
    """Return which version of `schema` made the file at `path`; its tables are exactly those of that version.

    Raises:
        StorageError: it is no database of ours, newer, or its tables are others.
    """
    look_at(path, schema, key)
    with _reading(path, key) as source, _damage_told(path, "schema"):
        version = facts_of(source).version
        if not version or objects_in(source) != objects_of(schema.up_to(version)):
            raise StorageError(StorageTrouble.CORRUPT, path.name, "schema")
    return version


def rebuild(
    source_path: Path,
    target_path: Path,
    schema: Schema,
    *,
    source_key: FileKey | None = None,
    key: FileKey | None = None,
    leave_out: Collection[str] = (),
    change: Change = lambda _table, values: values,
    cancel: Cancel | None = None,
) -> int:
    """Make a new file at `target_path` with the rows of another one, and return the version of both.

    Virtual tables are made empty. No index is read, and no trigger runs. With a `key` the new file is encrypted from
    its first byte on; `source_key` opens the other one.

    Raises:
        StorageError: the file is no database of ours, newer, or a row cannot be read or does not fit; or the disk is
            in the way.
        Cancelled: `cancel` was set.
    """
    version = version_of(source_path, schema, source_key)
    rows = _Rows(path=source_path, leave_out=leave_out, change=_until(cancel, change), cancel=cancel)
    with _reading(source_path, source_key) as source:
        _rebuild(source, target_path, schema.up_to(version), key, rows)
    return version


def rebuild_held(
    held: Connection,
    path: Path,
    target_path: Path,
    schema: Schema,
    *,
    key: FileKey | None,
    leave_out: Collection[str] = (),
    change: Change = lambda _table, values: values,
    cancel: Cancel | None = None,
) -> None:
    """Do as `rebuild` does with the database at `path`, which is held and of the version of `schema`; raises as it.

    What `change` raises ends it too; `cancel` is looked at where no row goes by.
    """
    with _damage_told(path, "schema"):
        if facts_of(held).version != schema.version or objects_in(held) != objects_of(schema):
            raise StorageError(StorageTrouble.CORRUPT, path.name, "schema")
        held.execute("PRAGMA cell_size_check = ON")
    rows = _Rows(path=path, leave_out=leave_out, change=change, cancel=cancel)
    _rebuild(held, target_path, schema, key, rows)


def find_difference(
    held: Connection,
    path: Path,
    target_path: Path,
    key: FileKey | None,
    *,
    leave_out: Collection[str],
    on_row: Callable[[], None] = lambda: None,
) -> str | None:
    """Return the name of a table in which a file made by `rebuild_held` holds other rows, None where all are the same.

    `on_row` is called for each row that is compared; what it raises ends the work.

    Raises:
        StorageError: one of the two cannot be read.
    """
    with _reading(target_path, key) as target:
        for table in _plain_tables(target):
            if table in leave_out:
                continue
            with _damage_told(path, table):
                columns = _columns_of(target, table)
                for one, other in zip_longest(*(each.execute(_rows_of(table, columns)) for each in (held, target))):
                    on_row()
                    if one is None or other is None or tuple(one) != tuple(other):
                        return table
    return None


def column_in(path: Path, table: str, column: str, key: FileKey | None = None) -> tuple[Any, ...]:
    """Return one column of a file whose tables were looked at (`version_of`), and which is not trusted for the rest.

    Raises:
        StorageError: a row cannot be read.
    """
    with _reading(path, key) as source, _damage_told(path, table):
        return tuple(row[0] for row in source.execute(_rows_of(table, [column])))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """Which rows are taken from where, and what becomes of them."""

    path: Path
    leave_out: Collection[str]
    change: Change
    cancel: Cancel | None


def _rebuild(source: Connection, target_path: Path, schema: Schema, key: FileKey | None, rows: _Rows) -> None:
    with translated_os_errors(target_path):
        make_private_file(target_path)
    with _writing(target_path, key) as target:
        for statement in (each for migration in schema.migrations for each in migration.statements):
            target.execute(statement)
        triggers = _take_down_triggers(target)
        for table in _plain_tables(target):
            if table not in rows.leave_out:
                with _damage_told(rows.path, table):
                    _copy(source, target, table, rows.change)
        for trigger in triggers:
            target.execute(trigger)
        _check(target, target_path, rows.cancel)
        target.execute(f"PRAGMA application_id = {schema.application_id}")
        target.execute(f"PRAGMA user_version = {schema.version}")
    crash_point("storage.rebuild.done")


def _columns_of(connection: Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]


def _rows_of(table: str, columns: Collection[str]) -> str:
    return f"SELECT {', '.join(columns)} FROM {table} NOT INDEXED"  # noqa: S608 the schema's names


def _copy(source: Connection, target: Connection, table: str, change: Change) -> None:
    columns = _columns_of(target, table)
    names, places = ", ".join(columns), ", ".join(f":{column}" for column in columns)
    too_large = " OR ".join(f"octet_length({column}) > {LARGEST_VALUE_BYTES}" for column in columns)
    rows = f"FROM {table} NOT INDEXED"
    if source.execute(f"SELECT 1 {rows} WHERE {too_large} LIMIT 1").fetchone():
        raise ValueError("too large")
    found = (dict(zip(columns, row, strict=True)) for row in source.execute(_rows_of(table, columns)))
    changed = (values for row in found if (values := change(table, row)) is not None)
    target.execute("BEGIN")
    # One row at a time: a file that anybody made may have thousands of the largest values.
    target.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", changed)  # noqa: S608 the schema's names
    target.execute("COMMIT")


def _until(cancel: Cancel | None, change: Change) -> Change:
    def changed(table: str, values: Values) -> Values | None:
        if cancel is not None and cancel.is_set():
            raise Cancelled
        return change(table, values)

    return changed


def _plain_tables(connection: Connection) -> list[str]:
    found = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    return sorted(str(row[0]) for row in found)


def _take_down_triggers(connection: Connection) -> list[str]:
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in found:
        connection.execute(f"DROP TRIGGER {name}")
    return [str(sql) for _, sql in found]


def _check(target: Connection, path: Path, cancel: Cancel | None) -> None:
    if cancel is not None:
        target.set_progress_handler(cancel.is_set, _STEPS_BETWEEN_LOOKS)
    lost = target.execute("PRAGMA foreign_key_check").fetchone()
    if lost is not None:
        raise StorageError(StorageTrouble.CORRUPT, path.name, f"{lost[0]} {lost[2]}")


@contextmanager
def _reading(path: Path, key: FileKey | None = None) -> Iterator[Connection]:
    """Open a private copy of a file that is not trusted; nothing in it runs, nothing in it is changed."""
    with _damage_told(path, "schema"):
        connection = connect_file(str(path), key)
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        with _damage_told(path, "schema"):
            for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON"):
                connection.execute(f"PRAGMA {pragma}")
        yield connection
    finally:
        connection.close()


@contextmanager
def _writing(path: Path, key: FileKey | None) -> Iterator[Connection]:
    """Open a new file that is of no use to anybody until it is whole: what is killed meanwhile is thrown away."""
    with translated(path):
        connection = connect_file(str(path), key)
        try:
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "temp_store = 2"):
                connection.execute(f"PRAGMA {pragma}")
            yield connection
        finally:
            connection.close()


@contextmanager
def _damage_told(path: Path, part: str) -> Iterator[None]:
    """Run a block in which rows are read and stored; what does not fit is damage, `part` says where."""
    try:
        yield
    except (DriverError, MemoryError, ValueError, OverflowError, TypeError, AttributeError) as error:
        trouble = trouble_of(error) or StorageTrouble.CORRUPT
        raise StorageError(trouble, path.name, part) from error
