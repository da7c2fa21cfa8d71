"""Changes records inside one write, remembers how to take that back, and lets them be found by their new words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.vault.changes.undoing import RowChange, RowValues, Touched, Undo
from caregiver_app.vault.changes.version_rows import is_due, keep_version, values_of
from caregiver_app.vault.finding.indexing import Indexing

_KEYS = {"note_tag": ("note_id", "tag"), "fact": ("person_id", "field")}
"""What names a row of the tables whose rows have no numbers."""


class Changes:
    """What is changed in one write; `undo` after it says how to take it back."""

    def __init__(self, database: Database, writer: Writer, *, at: Millis) -> None:
        self.writer = writer
        self.at = at
        self._database = database
        self._changes: list[RowChange] = []
        self._records: dict[tuple[str, int], None] = {}

    @property
    def records(self) -> tuple[tuple[str, int], ...]:
        """Kinds and numbers of the records that were touched."""
        return tuple(self._records)

    def undo(self) -> Undo:
        """Return what takes all of it back."""
        records = (Touched(kind, record_id, self._uid(kind, record_id)) for kind, record_id in self.records)
        return Undo(changes=tuple(self._changes), records=tuple(records) if self._changes else ())

    def update(self, kind: str, record_id: int, values: Mapping[str, object], *, keep: bool = True) -> bool:
        """Change columns of a record, what it said before kept as a version; return whether anything changed.

        Without `keep` no version is made: the caller made one.

        Raises:
            UnknownRecord: there is no such record.
        """
        row = self._row(kind, record_id)
        changed = {name: value for name, value in values.items() if row[name] != value}
        if changed:
            if keep and is_due(self._database, kind, row, changed, at=self.at):
                self._add_version(kind, row)
            self._set(kind, row, {**changed, "changed_at": self.at})
        return bool(changed)

    def mark(self, kind: str, record_id: int, values: Mapping[str, object]) -> None:
        """Change columns that are no part of what a record says, such as its place in an order.

        Raises:
            UnknownRecord: there is no such record.
        """
        row = self._row(kind, record_id)
        changed = {name: value for name, value in values.items() if row[name] != value}
        if changed:
            self._set(kind, row, changed)

    def delete(self, kind: str, record_id: int) -> None:
        """Put a record among the recently deleted.

        Raises:
            UnknownRecord: there is no such record, or it is there already.
        """
        self._set(kind, self._row(kind, record_id), {"deleted_at": self.at})

    def restore(self, kind: str, record_id: int) -> None:
        """Take a record back from the recently deleted.

        Raises:
            UnknownRecord: it is gone for good.
        """
        row = self._row(kind, record_id, deleted=True)
        if row["deleted_at"] is not None:
            self._set(kind, row, {"deleted_at": None})

    def rows_of(self, table: str, key: RowValues, rows: Iterable[RowValues]) -> bool:
        """Make `rows` the rows of a table with this key, e.g. the tags of a note; return whether any changed."""
        wanted = [dict(row) for row in rows]
        there = [values_of(row) for row in self._database.rows(*_selected(table, key))]
        for row in there:
            if row not in wanted:
                self.remove_row(table, row)
        for row in wanted:
            if row not in there:
                self.add_row(table, row)
        return any(row not in there for row in wanted) or any(row not in wanted for row in there)

    def add_row(self, table: str, row: RowValues) -> None:
        """Add a row that belongs to a record."""
        columns, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        self.writer.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", dict(row))
        whole = dict(row)
        if table not in _KEYS and "id" not in row:
            whole = {"id": int(self._database.value("SELECT last_insert_rowid()")), **whole}
        self._changes.append(RowChange(table=table, key=_key_of(table, whole), before=None, after=whole))

    def remove_row(self, table: str, row: RowValues) -> None:
        """Take away a row that belongs to a record, for good but for undoing."""
        key = _key_of(table, row)
        where = " AND ".join(f"{name} = :{name}" for name in key)
        self.writer.execute(f"DELETE FROM {table} WHERE {where}", dict(key))
        self._changes.append(RowChange(table=table, key=key, before=dict(row), after=None))

    def touch(self, kind: str, record_id: int) -> None:
        """Let a record be found by its words as they are at the end of the write."""
        self._records[kind, record_id] = None

    def keep_version(self, kind: str, record_id: int, *, always: bool = False) -> None:
        """Keep what a record says now, although only what hangs on it changes; in a stretch of writing once.

        Raises:
            UnknownRecord: there is no such record.
        """
        row = self._row(kind, record_id)
        if always or is_due(self._database, kind, row, {}, at=self.at):
            self._add_version(kind, row)

    def _add_version(self, kind: str, row: Row) -> None:
        version = keep_version(self._database, self.writer, kind, row, at=self.at)
        self._changes.append(RowChange(table="version", key={"id": version["id"]}, before=None, after=version))

    def _set(self, kind: str, row: Row, values: Mapping[str, Any]) -> None:
        key = {"id": row["id"], "uid": row["uid"]}
        parts = ", ".join(f"{name} = :{name}" for name in values)
        self.writer.execute(f"UPDATE {kind} SET {parts} WHERE id = :id", {**values, "id": row["id"]})
        before = {name: row[name] for name in values}
        self._changes.append(RowChange(table=kind, key=key, before=before, after=dict(values)))
        self.touch(kind, row["id"])

    def _uid(self, kind: str, record_id: int) -> str:
        return str(self._database.value(f"SELECT uid FROM {kind} WHERE id = :id", {"id": record_id}) or "")

    def _row(self, kind: str, record_id: int, *, deleted: bool = False) -> Row:
        found = self._database.one(f"SELECT * FROM {kind} WHERE id = :id", {"id": record_id})
        if found is None or (found["deleted_at"] is not None and not deleted):
            raise UnknownRecord(kind)
        return found


@contextmanager
def changing(database: Database, name: str, *, at: Millis) -> Iterator[Changes]:
    """Open a write in which records are changed; their words follow at its end."""
    with database.write(name) as writer:
        changes = Changes(database, writer, at=at)
        yield changes
        indexing = Indexing(database)
        for kind, record_id in changes.records:
            indexing.refresh(writer, kind, record_id)


def _selected(table: str, key: RowValues) -> tuple[str, dict[str, Any]]:
    where = " AND ".join(f"{name} = :{name}" for name in key)
    return f"SELECT * FROM {table} WHERE {where}", dict(key)


def _key_of(table: str, row: RowValues) -> RowValues:
    return {name: row[name] for name in _KEYS.get(table, ("id",))}
