"""Keeps the words by which records are found true to the records; makes them anew from the records at any time."""

from __future__ import annotations

from caregiver_app.storage.engine import Database, Writer
from caregiver_app.vault.finding.record_words import FOUND_KINDS, words_of
from caregiver_app.vault.finding.searchable import Searchable


class Indexing:
    """Brings the words of records up to date."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._searchable = Searchable(database)

    def refresh(self, writer: Writer, kind: str, record_id: int) -> None:
        """Let a record be found by the words that it holds now, or by none where it was deleted."""
        if kind not in FOUND_KINDS:
            return
        words = words_of(self._database, kind, record_id)
        if words is None:
            self._searchable.take_out(writer, kind, record_id)
        else:
            self._searchable.put(writer, kind, record_id, person_id=words.person_id, at=words.at, text=words.text)

    def make_anew(self) -> int:
        """Make the words of all records anew; return how many records there are."""
        with self._database.write("vault.index.make-anew") as writer:
            self._searchable.empty(writer, FOUND_KINDS)
            count = 0
            for kind in FOUND_KINDS:
                rows = self._database.rows(f"SELECT id FROM {kind} WHERE deleted_at IS NULL ORDER BY id")
                for row in rows:
                    self.refresh(writer, kind, row["id"])
                count += len(rows)
        return count
