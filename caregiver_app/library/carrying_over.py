"""Takes what tells of this computer from the library that was in force into the one that comes in its place.

That is what left it, whom it must not ask, how it connects, whose packs are trusted and up to which version: going
back to an older copy takes back none of that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.library.restored_rows import CHANNELS, OF_THIS_COMPUTER
from caregiver_app.library.schema import LIBRARY_SCHEMA
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.time import Clock
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.opening import open_database

_UNREADABLE = frozenset({
    StorageTrouble.CORRUPT,
    StorageTrouble.NOT_A_DATABASE,
    StorageTrouble.OTHER_APPLICATION,
    StorageTrouble.NEWER,
})  # fmt: skip
_NAMES = json.dumps(OF_THIS_COMPUTER)
_CHOICES = "choice WHERE name IN (SELECT value FROM json_each(:names))"
_WHAT = ("ledger", "ledger_month", "blocked_host", _CHOICES, *CHANNELS)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKeys:
    """What opens the two files; None where one is not encrypted."""

    before: FileKey | None = None
    after: FileKey | None = None


PLAIN = FileKeys()


def carry_over(before: Path, after: Path, *, clock: Clock, keys: FileKeys = PLAIN) -> None:
    """Take it into the library at `after`, all or nothing; what that one says of the same goes.

    Raises:
        StorageError: one of the two cannot be opened, read or written.
    """
    _put(after, _found(before, keys.before, clock=clock), keys.after, clock=clock)


def carry_over_what_can_be_read(before: Path, after: Path, *, clock: Clock, keys: FileKeys = PLAIN) -> None:
    """Do as much of it as a damaged library allows; of the rest `after` keeps what it says itself.

    `before` may be changed by opening it: give a copy.

    Raises:
        StorageError: the library at `after` cannot be opened or written, or the disk is in the way.
    """
    try:
        found = _found(before, keys.before, clock=clock, spare_damage=True)
    except StorageError as error:
        if error.kind not in _UNREADABLE:
            raise
        found = {}
    _put(after, found, keys.after, clock=clock)


def _found(
    path: Path, key: FileKey | None, *, clock: Clock, spare_damage: bool = False
) -> dict[str, list[dict[str, object]]]:
    """Return the rows of each part; with `spare_damage` without the parts that cannot be read."""
    database = open_database(path, schema=LIBRARY_SCHEMA, clock=clock, key=key)
    found: dict[str, list[dict[str, object]]] = {}
    try:
        for what in _WHAT:
            try:
                found[what] = [dict(row) for row in database.rows(f"SELECT * FROM {what}", _parameters(what))]
            except StorageError as error:
                if not (spare_damage and error.kind in _UNREADABLE):
                    raise
    finally:
        database.close()
    return found


def _put(path: Path, found: Mapping[str, Sequence[Mapping[str, object]]], key: FileKey | None, *, clock: Clock) -> None:
    database: Database = open_database(path, schema=LIBRARY_SCHEMA, clock=clock, key=key)
    try:
        with database.write("restore.carry-over") as writer:
            for what, rows in found.items():
                writer.execute(f"DELETE FROM {what}", _parameters(what))
                _insert(writer, what.partition(" ")[0], rows)
    finally:
        database.close()


def _insert(writer: Writer, table: str, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        names, places = ", ".join(rows[0]), ", ".join(f":{name}" for name in rows[0])
        writer.many(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)


def _parameters(what: str) -> dict[str, object]:
    return {"names": _NAMES} if what == _CHOICES else {}
