"""What all records share: numbers, uids, times, versions of before, deletion with thirty days to come back.

Knows no table by itself: a store names its own. Every record has the columns `id`, `uid`, `changed_at`, `deleted_at`.
"""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.vault.changes.changing import changing
from caregiver_app.vault.changes.kept_notes import READ_ONLY_KINDS, check_open
from caregiver_app.vault.changes.uids import new_uid
from caregiver_app.vault.changes.undoing import Undo
from caregiver_app.vault.changes.version_rows import KEPT_DAYS, KEPT_MS

__all__ = ["KEPT_DAYS", "KEPT_MS", "Records", "new_uid"]


class Records:
    """One table of records: rows by number, changed with a version of before, deleted and put back."""

    def __init__(self, database: Database, table: str) -> None:
        self._database = database
        self._table = table

    def row(self, record_id: int, *, deleted: bool = False) -> Row:
        """Return the row with this number.

        Raises:
            UnknownRecord: there is none, or it was deleted and `deleted` is not asked for.
        """
        found = self._database.one(f"SELECT * FROM {self._table} WHERE id = :id", {"id": record_id})
        if found is None or (found["deleted_at"] is not None and not deleted):
            raise UnknownRecord(self._table)
        return found

    def insert(self, writer: Writer, values: Mapping[str, object], *, at: Millis) -> int:
        """Store a new row with a uid and its times; return its number."""
        filled = {"uid": new_uid(), **values, "created_at": at, "changed_at": at}
        columns, places = ", ".join(filled), ", ".join(f":{name}" for name in filled)
        writer.execute(f"INSERT INTO {self._table} ({columns}) VALUES ({places})", filled)
        return int(self._database.value("SELECT last_insert_rowid()"))

    def add(self, values: Mapping[str, object], *, at: Millis) -> int:
        """Store a new row in a write of its own, found by its words; return its number."""
        with changing(self._database, f"vault.{self._table}.add", at=at) as changes:
            record_id = self.insert(changes.writer, values, at=at)
            changes.touch(self._table, record_id)
        return record_id

    def change(self, record_id: int, values: Mapping[str, object], *, at: Millis) -> Undo:
        """Change columns of a row in a write of its own; return what takes that back.

        Raises:
            UnknownRecord: there is no such row.
            RecordRefused: it is about somebody whose notes are for reading.
        """
        with changing(self._database, f"vault.{self._table}.change", at=at) as changes:
            if self._table in READ_ONLY_KINDS:
                check_open(self._database, self.row(record_id)["person_id"])
            changes.update(self._table, record_id, values)
        return changes.undo()

    def move_to_deleted(self, record_id: int, *, at: Millis) -> Undo:
        """Put a record among the recently deleted in a write of its own; return what takes that back.

        Raises:
            UnknownRecord: there is no such row, or it is there already.
        """
        with changing(self._database, f"vault.{self._table}.delete", at=at) as changes:
            changes.delete(self._table, record_id)
        return changes.undo()

    def take_back(self, record_id: int, *, at: Millis) -> Undo:
        """Take a record back from the recently deleted in a write of its own; return what takes that back.

        Raises:
            UnknownRecord: it is gone for good.
        """
        with changing(self._database, f"vault.{self._table}.restore", at=at) as changes:
            changes.restore(self._table, record_id)
        return changes.undo()

    def last_position(self) -> int:
        """Return the highest place in the order, deleted ones included."""
        return int(self._database.value(f"SELECT coalesce(max(position), 0) FROM {self._table}"))
