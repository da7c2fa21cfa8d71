"""Deletes for good: a record with all that hangs on it, everything about one person, what has been deleted long enough.

Nothing here can be undone. Files of attachments are named to the caller, who removes them; snapshots and backups are
the caller's too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from caregiver_app.model.errors import UnknownRecord
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.vault.changes.kinds import OF_A_PERSON, TITLES, erasable_kind
from caregiver_app.vault.changes.version_rows import KEPT_MS
from caregiver_app.vault.records.people import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What went for good: how many records and versions, and the names of files that nothing speaks of any more."""

    records: int = 0
    versions: int = 0
    file_names: tuple[str, ...] = ()


class Erasing:
    """Deletes for good."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def delete_for_good(self, kind: str, record_id: int) -> Erased:
        """Delete a record, its versions, drafts, attachments, citations and search words; deleted before or not.

        Raises:
            UnknownRecord: there is no such record.
        """
        if erasable_kind(kind) == "person":
            return self.erase_person(PersonId(record_id))
        with self._database.write("vault.erase.record") as writer:
            self._require(kind, record_id)
            erased = self._erase(writer, kind, [record_id])
            _forget_words(writer)
        self._database.settle()
        return erased

    def erase_person(self, person_id: PersonId) -> Erased:
        """Delete somebody and everything about them: records, versions, drafts, requests, disclosures, search words.

        Raises:
            UnknownRecord: there is nobody with this number.
        """
        with self._database.write("vault.erase.person") as writer:
            self._require("person", person_id)
            erased = self._erase_person(writer, person_id)
            _forget_words(writer)
        self._database.settle()
        return erased

    def purge(self, *, at: Millis) -> Erased:
        """Delete for good what was deleted more than thirty days ago, and versions older than that.

        A clock that was set back deletes nothing.
        """
        limit = {"before": at - KEPT_MS}
        with self._database.write("vault.erase.purge") as writer:
            parts = [Erased(versions=writer.execute("DELETE FROM version WHERE at < :before", limit))]
            for kind in TITLES:
                rows = self._database.rows(
                    f"SELECT id FROM {kind} WHERE deleted_at < :before AND {_FREE.get(kind, '1')}", limit
                )
                ids = [row["id"] for row in rows]
                if kind == "person":
                    parts += (self._erase_person(writer, PersonId(one)) for one in ids)
                else:
                    parts.append(self._erase(writer, kind, ids))
            erased = _sum(parts)
            if erased.records:
                _forget_words(writer)
        self._database.settle()
        return erased

    def _erase_person(self, writer: Writer, person_id: PersonId) -> Erased:
        parts = [self._erase(writer, kind, self._ids(kind, person_id)) for kind in OF_A_PERSON]
        parts.append(self._erase(writer, "person", [person_id]))
        writer.execute("DELETE FROM draft WHERE place LIKE :end", {"end": f"%/for-{person_id}"})
        writer.execute("DELETE FROM setting WHERE name LIKE :begin", {"begin": f"person/{person_id}/%"})
        return _sum(parts)

    def _erase(self, writer: Writer, kind: str, ids: list[int]) -> Erased:
        if not ids:
            return Erased()
        these = {"kind": kind, "ids": json.dumps(ids)}
        on_them = "kind = :kind AND item_id IN (SELECT value FROM json_each(:ids))"
        files = self._files(kind, these)
        versions = writer.execute(f"DELETE FROM version WHERE {on_them}", these)
        for table in ("attachment", "citation", "searchable"):
            writer.execute(f"DELETE FROM {table} WHERE {on_them}", these)
        for record_id in ids:
            place = f"{kind}/{record_id}"
            writer.execute(
                "DELETE FROM draft WHERE place = :place OR place LIKE :part", {"place": place, "part": f"{place}/%"}
            )
        records = writer.execute(f"DELETE FROM {kind} WHERE id IN (SELECT value FROM json_each(:ids))", these)
        return Erased(records=records, versions=versions, file_names=self._unused(files))

    def _files(self, kind: str, these: dict[str, str]) -> list[str]:
        mine = "id IN (SELECT value FROM json_each(:ids))"
        theirs = "kind = :kind AND item_id IN (SELECT value FROM json_each(:ids))"
        where = mine if kind == "attachment" else theirs
        rows = self._database.rows(f"SELECT file_name FROM attachment WHERE {where} ORDER BY id", these)
        return [row["file_name"] for row in rows]

    def _unused(self, file_names: list[str]) -> tuple[str, ...]:
        query = "SELECT 1 FROM attachment WHERE file_name = :name"
        names = dict.fromkeys(file_names)
        return tuple(name for name in names if self._database.value(query, {"name": name}) is None)

    def _ids(self, kind: str, person_id: PersonId) -> list[int]:
        rows = self._database.rows(f"SELECT id FROM {kind} WHERE person_id = :person", {"person": person_id})
        return [row["id"] for row in rows]

    def _require(self, kind: str, record_id: int) -> None:
        if self._database.value(f"SELECT 1 FROM {kind} WHERE id = :id", {"id": record_id}) is None:
            raise UnknownRecord(kind)


_FREE = {
    "measure_kind": "NOT EXISTS (SELECT 1 FROM measurement WHERE kind = 'own:' || measure_kind.uid)",
}
"""What must hold beside the time before a record of this kind may go."""


def _forget_words(writer: Writer) -> None:
    """Write the index of words anew, so that none stays of what is gone (FTS5, the `optimize` command)."""
    writer.execute("INSERT INTO searchable_words (searchable_words) VALUES ('optimize')")


def _sum(parts: Iterable[Erased]) -> Erased:
    every = tuple(parts)
    return Erased(
        records=sum(part.records for part in every),
        versions=sum(part.versions for part in every),
        file_names=tuple(dict.fromkeys(name for part in every for name in part.file_names)),
    )
