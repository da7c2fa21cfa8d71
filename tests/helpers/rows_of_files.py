"""All rows of a library, to be compared to the last byte, without what is made anew from others."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.storage.connecting import connect_file

Rows = dict[str, list[tuple[object, ...]]]

_MADE_ANEW = ("search", "sqlite_", "title_order", "word_")
_OF_THE_WINDOW = "stood_at"
_AS_WITHOUT = {("updates_when", '"button"'), ("stay_offline", "false"), ("ledger_days", "90")}
"""Choices that say what holds without them."""


def library_rows(path: Path) -> Rows:
    """Return the rows of every table but those that a rebuild makes anew, sorted, by the table's name.

    A row that says nothing of what it is about counts as none, and so does a choice that is as without one.
    """
    connection = connect_file(f"file:{path}?mode=ro")
    try:
        names = [str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(filter(_says, map(tuple, connection.execute(f"SELECT * FROM {name}"))), key=repr)  # noqa: S608 its own tables
            for name in names
            if not name.startswith(_MADE_ANEW)
        }
    finally:
        connection.close()


def _says(row: tuple[object, ...]) -> bool:
    if len(row) > 1 and all(value is None for value in row[1:]):
        return False
    return row[:1] != (_OF_THE_WINDOW,) and row[:2] not in _AS_WITHOUT


def differing(one: Rows, other: Rows) -> dict[str, tuple[list[tuple[object, ...]], list[tuple[object, ...]]]]:
    """Return what only one of the two has, by table."""
    found = {}
    for name in {*one, *other}:
        before, after = one.get(name, []), other.get(name, [])
        if before != after:
            found[name] = ([row for row in before if row not in after], [row for row in after if row not in before])
    return found
