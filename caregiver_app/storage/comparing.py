"""Compares what a database holds with what its schema makes, so that a lost trigger or index is noticed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from caregiver_app.storage.driver import Connection, connect
from caregiver_app.storage.engine import Database
from caregiver_app.storage.schema import Schema

_OBJECTS = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"

_SCHEMAS_KEPT = 4
"""Making one takes longer than looking at a small file: the library's, the notes', and an earlier version of each."""


def differences(database: Database, schema: Schema) -> tuple[str, ...]:
    """Return the names of tables, indexes and triggers that are missing, too many, or not as `schema` makes them.

    Raises:
        StorageError: the file cannot be read.
    """
    found = {row["name"]: _normal(row["sql"]) for row in database.rows(_OBJECTS)}
    wanted = objects_of(schema)
    return tuple(sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name)))


def objects_in(connection: Connection) -> dict[str, str]:
    """Return the tables, indexes and triggers of an open file, each with the statement that made it."""
    return {name: _normal(sql) for name, sql in connection.execute(_OBJECTS)}


@lru_cache(maxsize=_SCHEMAS_KEPT)
def objects_of(schema: Schema) -> Mapping[str, str]:
    """Return the tables, indexes and triggers that `schema` makes, as `objects_in` does."""
    connection: Connection = connect(":memory:", isolation_level=None)
    try:
        for migration in schema.migrations:
            for statement in migration.statements:
                connection.execute(statement)
        return MappingProxyType(objects_in(connection))
    finally:
        connection.close()


def _normal(sql: str) -> str:
    return " ".join(sql.split())
