"""Names that people give to what they made: tidied, found whatever the case and the accents, in an order of their own.

For the tables that have `name` and `position`, each of which has a module of its own beside this one.
"""

from __future__ import annotations

from typing import Literal

from caregiver_app.library.word_forms import fold
from caregiver_app.model.errors import LibraryError
from caregiver_app.storage.engine import Database, Writer

LONGEST_NAME = 200

Table = Literal["collection", "saved_search"]


def tidy_name(name: str) -> str:
    """Return a name as it is kept: one line, bounded, nothing unseen at its ends.

    Raises:
        LibraryError: nothing is left of it.
    """
    shown = "".join(sign if sign.isprintable() else " " for sign in name)
    tidied = " ".join(shown.split())[:LONGEST_NAME].rstrip()
    if not tidied:
        raise LibraryError("name")
    return tidied


def find_named(database: Database, table: Table, name: str) -> int | None:
    """Return the id of the first in its order that is called so, None when there is none."""
    wanted = fold(name)
    rows = database.rows(f"SELECT id, name FROM {table} ORDER BY position, id")
    return next((int(row["id"]) for row in rows if fold(row["name"]) == wanted), None)


def next_position(database: Database, table: Table) -> int:
    """Return the position after the last one."""
    return int(database.value(f"SELECT coalesce(max(position), 0) FROM {table}")) + 1


def rename(writer: Writer, table: Table, row_id: int, name: str) -> bool:
    """Give something another name; return whether it is there.

    Raises:
        LibraryError: the name is empty.
    """
    values = {"id": row_id, "name": tidy_name(name)}
    return bool(writer.execute(f"UPDATE {table} SET name = :name WHERE id = :id", values))
