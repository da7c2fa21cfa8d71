"""A small schema of its own in three versions, so that the ground is proved apart from the library's tables."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.model.time import Clock
from caregiver_app.storage.driver import connect
from caregiver_app.storage.engine import Database
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.schema import Migration, Schema
from tests.helpers.clock import StillClock

APPLICATION_ID = 0x54455354

FIRST = Migration(to=1, statements=("CREATE TABLE page (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",))
SECOND = Migration(
    to=2,
    statements=(
        "ALTER TABLE page ADD COLUMN words INTEGER NOT NULL DEFAULT 0",
        "UPDATE page SET words = length(text)",
        "CREATE INDEX page_by_words ON page (words)",
    ),
)
THIRD = Migration(
    to=3,
    statements=(
        "CREATE TABLE sheet (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
        "INSERT INTO sheet (id, text) SELECT id, text FROM page",
        "DROP TABLE page",
    ),
)
FAILING_THIRD = Migration(
    to=3, statements=(THIRD.statements[0], "INSERT INTO no_such_table VALUES (1)", THIRD.statements[2])
)


def schema_of(*migrations: Migration) -> Schema:
    """Return a schema of the test's own application with these migrations."""
    return Schema(application_id=APPLICATION_ID, migrations=migrations)


def open_pages(path: Path, *migrations: Migration, clock: Clock | None = None) -> Database:
    """Open a database of these migrations (the first alone unless said) at `path`."""
    return open_database(path, schema=schema_of(*(migrations or (FIRST,))), clock=clock or StillClock())


def add_pages(database: Database, *texts: str) -> None:
    """Store pages in one transaction."""
    with database.write("test.add") as writer:
        writer.many("INSERT INTO page (text) VALUES (:text)", [{"text": text} for text in texts])


def texts_of(database: Database, table: str = "page") -> list[str]:
    """Return all texts in the order of their ids."""
    return [row["text"] for row in database.rows(f"SELECT text FROM {table} ORDER BY id")]  # noqa: S608 the test's own names


def folder_state(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file in a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def version_of(path: Path) -> int:
    """Return the version that a file says it is, whoever made it."""
    connection = connect(str(path), isolation_level=None)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()
