"""The words by which records are found. Search never leaves the care notes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer

_WORD = re.compile(r"\w+")
MOST_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record that was found: its kind (the name of its table) and number, and a piece of its text."""

    kind: str
    id: int
    person_id: int | None
    at: Millis
    text: str


class Searchable:
    """Keeps the words of all records and finds them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, writer: Writer, kind: str, item_id: int, *, person_id: int | None, at: Millis, text: str) -> None:
        """Let a record be found by these words, in place of those of before."""
        writer.execute(
            """
            INSERT INTO searchable (kind, item_id, person_id, at, text) VALUES (:kind, :item, :person, :at, :text)
            ON CONFLICT (kind, item_id) DO UPDATE SET person_id = :person, at = :at, text = :text
            """,
            {"kind": kind, "item": item_id, "person": person_id, "at": at, "text": text},
        )

    def take_out(self, writer: Writer, kind: str, item_id: int) -> None:
        """Let a record not be found any more."""
        writer.execute("DELETE FROM searchable WHERE kind = :kind AND item_id = :item", {"kind": kind, "item": item_id})

    def find(self, typed: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Return the records in which every word typed begins some word, newest first; any input gives an answer."""
        words = _WORD.findall(typed)[:MOST_WORDS]
        if not words:
            return ()
        rows = self._database.rows(
            """
            SELECT s.kind, s.item_id, s.person_id, s.at, s.text FROM searchable_words AS w
            JOIN searchable AS s ON s.id = w.rowid
            WHERE searchable_words MATCH :query ORDER BY s.at DESC, s.id DESC LIMIT :limit
            """,
            {"query": " ".join(f'"{word}" *' for word in words), "limit": limit},
        )
        return tuple(
            Hit(kind=row[0], id=row[1], person_id=row[2], at=Millis(row[3]), text=str(row[4])[:200]) for row in rows
        )
