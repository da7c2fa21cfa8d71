"""What all records share: numbers, uids, times, versions of before, deletion with thirty days to come back.

Knows no table by itself: a store names its own. Every record has the columns `id`, `uid`, `changed_at`, `deleted_at`.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any, NewType

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer

RecordId = NewType("RecordId", int)
KEPT_DAYS = 30
KEPT_MS = KEPT_DAYS * 24 * 3600 * 1000


def new_uid() -> str:
    """Return a uid that nothing else has; it tells nothing of when or where it was made."""
    return str(uuid.uuid4())


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

    def update(self, writer: Writer, record_id: int, values: Mapping[str, object], *, at: Millis) -> bool:
        """Change columns of a row, what it said before kept as a version; return whether anything changed.

        Raises:
            UnknownRecord: there is no such row.
        """
        before = self.row(record_id)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return False
        self.keep_version(writer, before, at=at)
        parts = ", ".join(f"{name} = :{name}" for name in changed)
        writer.execute(
            f"UPDATE {self._table} SET {parts}, changed_at = :at WHERE id = :id", {**changed, "at": at, "id": record_id}
        )
        return True

    def delete(self, writer: Writer, record_id: int, *, at: Millis) -> None:
        """Put a record among the recently deleted.

        Raises:
            UnknownRecord: there is no such row, or it is there already.
        """
        self.row(record_id)
        writer.execute(f"UPDATE {self._table} SET deleted_at = :at WHERE id = :id", {"id": record_id, "at": at})

    def restore(self, writer: Writer, record_id: int) -> None:
        """Take a record back from the recently deleted.

        Raises:
            UnknownRecord: it is gone for good.
        """
        self.row(record_id, deleted=True)
        writer.execute(f"UPDATE {self._table} SET deleted_at = NULL WHERE id = :id", {"id": record_id})

    def keep_version(self, writer: Writer, row: Row, *, at: Millis) -> None:
        """Keep what a row says now, before it is changed."""
        body: dict[str, Any] = {name: row[name] for name in row.keys()}  # noqa: SIM118  a Row iterates over its values
        writer.execute(
            "INSERT INTO version (kind, item_id, at, body) VALUES (:kind, :item, :at, :body)",
            {"kind": self._table, "item": row["id"], "at": at, "body": json.dumps(body)},
        )
