"""Keeps what a record said before a change. Decides when: writing that saves itself each second is one change.

Names no table of records by itself.
"""

from __future__ import annotations

import json
from typing import Any

from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer

KEPT_DAYS = 30
KEPT_MS = KEPT_DAYS * 24 * 3600 * 1000
STRETCH_MS = 10 * 60 * 1000
"""A pause of this length ends a stretch of writing."""
LONGEST_STRETCH_MS = 30 * 60 * 1000
MUCH_CHARS = 40
"""Taking away so much at once begins a new version: it may be a mistake."""

_LINKED = {
    "note": ("tags", "SELECT tag FROM note_tag WHERE note_id = :id ORDER BY tag"),
    "person": (
        "facts",
        "SELECT json_array(field, state, value, changed_at, checked_at) FROM fact WHERE person_id = :id ORDER BY field",
    ),
}
"""What belongs to a record in another table, kept in its versions as a list."""


def values_of(row: Row) -> dict[str, Any]:
    """Return a row as values by column."""
    return {name: row[name] for name in row.keys()}  # noqa: SIM118  a Row iterates over its values


def is_due(database: Database, kind: str, before: Row, after: dict[str, Any], *, at: Millis) -> bool:
    """Return whether what `before` says should be kept when it becomes `after`: not in the middle of a stretch."""
    if before["changed_at"] + STRETCH_MS <= at or at < before["changed_at"]:
        return True
    if any(takes_much_away(before[name], value) for name, value in after.items()):
        return True
    newest = database.value(
        "SELECT max(at) FROM version WHERE kind = :kind AND item_id = :item", {"kind": kind, "item": before["id"]}
    )
    return bool((before["created_at"] if newest is None else newest) + LONGEST_STRETCH_MS <= at)


def takes_much_away(before: object, after: object) -> bool:
    """Return whether a text loses much of what it said, by being replaced or shortened."""
    if not isinstance(before, str) or not isinstance(after, str) or len(before) < MUCH_CHARS:
        return False
    return len(before) - _same_ends(before, after) >= MUCH_CHARS


def keep_version(database: Database, writer: Writer, kind: str, row: Row, *, at: Millis) -> dict[str, Any]:
    """Keep what a row says now; return the row of the version."""
    body = values_of(row)
    if kind in _LINKED:
        name, query = _LINKED[kind]
        body[name] = [linked[0] for linked in database.rows(query, {"id": row["id"]})]
    values = {"kind": kind, "item_id": row["id"], "at": at, "body": json.dumps(body)}
    writer.execute("INSERT INTO version (kind, item_id, at, body) VALUES (:kind, :item_id, :at, :body)", values)
    return {"id": int(database.value("SELECT last_insert_rowid()")), **values}


def _same_ends(before: str, after: str) -> int:
    """Return how many characters both begin and end with."""
    start = _same_begin(before, after)
    return start + _same_begin(before[start:][::-1], after[start:][::-1])


def _same_begin(first: str, second: str) -> int:
    """Return with how many characters both begin, by halving: letter by letter a long note would take too long."""
    least, most = 0, min(len(first), len(second))
    while least < most:
        middle = (least + most + 1) // 2
        if first[least:middle] == second[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
