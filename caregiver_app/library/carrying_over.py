"""Takes what tells of this computer from the library that was in force into the one that comes in its place.

That is what left it, whom it must not ask, how it connects, whose packs are trusted, which of them are here and up to
which version: going back to an older copy takes back none of that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from caregiver_app.library.carrying_packs import CarriedPack, packs_in, put_packs
from caregiver_app.library.restored_choices import OF_THIS_COMPUTER, STRICTER
from caregiver_app.library.restored_rows import CHANNELS
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
_CHOICES = "choice WHERE name IN (SELECT value FROM json_each(:names))"
_WHAT = ("ledger", "ledger_month", "blocked_host", _CHOICES, *CHANNELS)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKeys:
    """What opens the two files; None where one is not encrypted."""

    before: FileKey | None = None
    after: FileKey | None = None

    @property
    def are_of_one_form(self) -> bool:
        """Whether both are plain, or both protected by the same notes: then they share the files of pictures."""
        return (self.before is None) == (self.after is None)


PLAIN = FileKeys()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Rows by the part they are of, without parts that cannot be read; `packs` is None where they cannot."""

    rows: Mapping[str, Sequence[Mapping[str, object]]]
    packs: tuple[CarriedPack, ...] | None


def carry_over(before: Path, after: Path, *, clock: Clock, keys: FileKeys = PLAIN) -> None:
    """Take it into the library at `after`, all or nothing; what that one says of the same goes.

    Raises:
        StorageError: one of the two cannot be opened, read or written.
    """
    _put(after, _found(before, keys.before, clock=clock), keys, clock=clock)


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
        found = _Found(rows={}, packs=None)
    _put(after, found, keys, clock=clock)


def _found(path: Path, key: FileKey | None, *, clock: Clock, spare_damage: bool = False) -> _Found:
    """Return what is there; with `spare_damage` without what cannot be read."""
    database = open_database(path, schema=LIBRARY_SCHEMA, clock=clock, key=key)
    found: dict[str, list[dict[str, object]]] = {}
    packs = None
    try:
        for what in _WHAT:
            with _sparing(spare_damage):
                found[what] = [
                    dict(row) for row in database.rows(f"SELECT * FROM {what}", _parameters(what, OF_THIS_COMPUTER))
                ]
        with _sparing(spare_damage):
            packs = packs_in(database)
    finally:
        database.close()
    return _Found(rows=found, packs=packs)


@contextmanager
def _sparing(spare_damage: bool) -> Iterator[None]:
    try:
        yield
    except StorageError as error:
        if not (spare_damage and error.kind in _UNREADABLE):
            raise


def _put(path: Path, found: _Found, keys: FileKeys, *, clock: Clock) -> None:
    database: Database = open_database(path, schema=LIBRARY_SCHEMA, clock=clock, key=keys.after)
    try:
        with database.write("restore.carry-over") as writer:
            for what, rows in found.rows.items():
                writer.execute(f"DELETE FROM {what}", _parameters(what, _replaced(rows)))
                _insert(writer, what.partition(" ")[0], rows)
            put_packs(database, found.packs, at=clock.now(), has_pictures=keys.are_of_one_form)
    finally:
        database.close()


def _insert(writer: Writer, table: str, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        names, places = ", ".join(rows[0]), ", ".join(f":{name}" for name in rows[0])
        writer.many(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)


def _replaced(rows: Sequence[Mapping[str, object]]) -> tuple[str, ...]:
    """Return which choices of the library that comes are replaced by these of the one before."""
    here = {row.get("name") for row in rows}
    return tuple(name for name in OF_THIS_COMPUTER if name in here or name not in STRICTER)


def _parameters(what: str, names: Sequence[str]) -> dict[str, object]:
    return {"names": json.dumps(names)} if what == _CHOICES else {}
