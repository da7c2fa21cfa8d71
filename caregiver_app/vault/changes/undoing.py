"""Takes changes back, and does them again: rows return to what they said, times and versions included.

What a change returned is private text in memory: it goes when the notes are locked. What was changed since by somebody
else stays, and what would be written over is kept as a version.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.vault.changes.version_rows import keep_version, values_of
from caregiver_app.vault.finding.indexing import Indexing

RowValues = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """What one row said and says: whole rows, None where there is none, or the columns that changed."""

    table: str
    key: RowValues = field(repr=False)
    before: RowValues | None = field(repr=False)
    after: RowValues | None = field(repr=False)

    def turned(self) -> RowChange:
        """Return the change that takes this one back."""
        return RowChange(table=self.table, key=self.key, before=self.after, after=self.before)


class Touched(NamedTuple):
    """A record that a step touched. Numbers of what went for good are given again; the uid is its own for ever."""

    kind: str
    id: int
    uid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """What taking one step back needs. False where nothing was changed."""

    changes: tuple[RowChange, ...] = ()
    records: tuple[Touched, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def turned(self) -> Undo:
        """Return what does the step again."""
        return Undo(changes=tuple(change.turned() for change in reversed(self.changes)), records=self.records)


def joined(undos: Iterable[Undo]) -> Undo:
    """Return several steps as one, in the order in which they were done."""
    every = tuple(undos)
    records = dict.fromkeys(record for undo in every for record in undo.records)
    return Undo(changes=tuple(change for undo in every for change in undo.changes), records=tuple(records))


def added(database: Database, kind: str, record_id: int) -> Undo:
    """Return what takes a record away that was just added, without a trace; nothing may hang on it yet.

    Raises:
        UnknownRecord: there is no such record.
    """
    row = database.one(f"SELECT * FROM {kind} WHERE id = :id", {"id": record_id})
    if row is None:
        raise UnknownRecord(kind)
    key = {"id": record_id, "uid": row["uid"]}
    change = RowChange(table=kind, key=key, before=None, after=values_of(row))
    return Undo(changes=(change,), records=(Touched(kind, record_id, row["uid"]),))


class Undoing:
    """Puts rows back."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._indexing = Indexing(database)

    def put_back(self, undo: Undo, *, at: Millis) -> Undo:
        """Take a step back; return what does it again.

        Raises:
            UnknownRecord: a record of it is gone for good. Nothing was changed.
        """
        with self._database.write("vault.undo") as writer:
            self._check_records(undo)
            for change in reversed(undo.changes):
                self._put_back(writer, change, at)
            for record in undo.records:
                query = f"SELECT id FROM {record.kind} WHERE uid = :uid"
                there = self._database.value(query, {"uid": record.uid})
                self._indexing.refresh(writer, record.kind, there or record.id)
        return undo.turned()

    def _check_records(self, undo: Undo) -> None:
        """Refuse where a record is gone that the step itself does not bring back."""
        brought = {
            (change.table, (change.before or change.key).get("uid")) for change in undo.changes if change.after is None
        }
        for kind, record_id, uid in undo.records:
            query = f"SELECT 1 FROM {kind} WHERE id = :id AND uid = :uid"
            there = self._database.value(query, {"id": record_id, "uid": uid})
            if there is None and (kind, uid) not in brought:
                raise UnknownRecord(kind)

    def _put_back(self, writer: Writer, change: RowChange, at: Millis) -> None:
        if change.before is None:
            self._take_away(writer, change, at)
        elif change.after is None:
            self._insert(writer, change.table, change.before)
        else:
            self._set(writer, change, change.before, change.after, at)

    def _take_away(self, writer: Writer, change: RowChange, at: Millis) -> None:
        """Take away a row that was added; a record that was changed since goes to the recently deleted instead."""
        where, keys = _all_of(change.key), _keys(change.key)
        now = self._database.one(f"SELECT * FROM {change.table} WHERE {where}", keys)
        then = dict(change.after or {})
        if now is not None and "deleted_at" in then and values_of(now) != then:
            writer.execute(f"UPDATE {change.table} SET deleted_at = :at WHERE {where}", {**keys, "at": at})
        else:
            writer.execute(f"DELETE FROM {change.table} WHERE {where}", keys)

    def _insert(self, writer: Writer, table: str, row: RowValues) -> None:
        """Bring a row back that was taken away, under another number where its own was given again."""
        if "uid" in row and self._is_there(table, "uid", row["uid"]):
            return
        if "id" in row and self._is_there(table, "id", row["id"]):
            row = {name: value for name, value in row.items() if name != "id"}
        columns, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        writer.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})", dict(row))

    def _is_there(self, table: str, column: str, value: object) -> bool:
        return self._database.value(f"SELECT 1 FROM {table} WHERE {column} = :value", {"value": value}) is not None

    def _set(self, writer: Writer, change: RowChange, before: RowValues, after: RowValues, at: Millis) -> None:
        where, keys = _all_of(change.key), _keys(change.key)
        now = self._database.one(f"SELECT * FROM {change.table} WHERE {where}", keys)
        if now is None:
            raise UnknownRecord(change.table)
        values = dict(before)
        if any(now[name] != value for name, value in after.items()):
            keep_version(self._database, writer, change.table, now, at=at)
            if "changed_at" in values:
                values["changed_at"] = at
        parts = ", ".join(f"{name} = :set_{name}" for name in values)
        given = {f"set_{name}": value for name, value in values.items()}
        writer.execute(f"UPDATE {change.table} SET {parts} WHERE {where}", given | keys)


def _all_of(key: RowValues) -> str:
    return " AND ".join(f"{name} = :key_{name}" for name in key)


def _keys(key: RowValues) -> dict[str, Any]:
    return {f"key_{name}": value for name, value in key.items()}
