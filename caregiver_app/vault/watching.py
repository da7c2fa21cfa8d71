"""Watches the file of open care notes: nothing is saved into a file that was exchanged, and each save is counted.

A connection goes on writing into a file that was moved away or replaced under it; all of that would be lost. So each
write looks, right before it is final, whether the file at the path is still the one that was opened.
"""

from __future__ import annotations

from pathlib import Path

from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.storage.engine import Database, Writer

SAVES = "saves"

_left_open: list[Database] = []
"""Connections to files that were exchanged. Closing one would remove the write-ahead log of the file in its place,
which SQLite finds by name; so they stay open until the process ends."""


class FileWatch:
    """Stands before each commit of one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._file = _identity(database.path)
        self.wrote = False
        database.before_commit = self._look

    def is_in_place(self) -> bool:
        """Return whether the file at the path is the one that was opened."""
        return self._file is not None and _identity(self._database.path) == self._file

    def close(self) -> None:
        """Close the connection, unless that would harm the file that took its place."""
        if self.is_in_place():
            self._database.close()
        else:
            _left_open.append(self._database)

    def _look(self, writer: Writer) -> None:
        if not self.is_in_place():
            raise VaultError(VaultTrouble.REPLACED)
        writer.execute(
            """
            INSERT INTO setting (name, value) VALUES (:name, '1')
            ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1
            """,
            {"name": SAVES},
        )
        self.wrote = True


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
