"""The words by which records are found. Search never leaves the care notes."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field

from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database, Writer
from caregiver_app.support.plain_text import visible
from caregiver_app.vault.finding.snippets import snippet_of

MOST_WORDS = 12
LONGEST_WORD = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record that was found: its kind (the name of its table) and number, and a piece of its text.

    What was found stands in `text` between HIT_START and HIT_END.
    """

    kind: str
    id: int
    person_id: int | None
    at: Millis
    text: str = field(repr=False)


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

    def empty(self, writer: Writer, kinds: Collection[str]) -> None:
        """Let no record of these kinds be found, also where the index no longer fits what it was made from."""
        writer.execute("INSERT INTO searchable_words (searchable_words) VALUES ('rebuild')")
        writer.execute(
            "DELETE FROM searchable WHERE kind IN (SELECT value FROM json_each(:kinds))",
            {"kinds": json.dumps([*kinds])},
        )

    def find(
        self, typed: str, *, person_id: int | None = None, kinds: Collection[str] = (), limit: int = 50
    ) -> tuple[Hit, ...]:
        """Return the records in which every word typed begins some word, newest first; any input gives an answer.

        Records of people who were deleted are not found; contacts for all are found for each person. Without `kinds`
        all kinds are looked through.

        Raises:
            Cancelled: `interrupt` was called meanwhile.
        """
        query = query_of(typed)
        if not query:
            return ()
        found = self._database.rows(
            """
            SELECT kind, item_id, person_id, at, text FROM searchable WHERE id IN (
                SELECT s.id FROM searchable_words AS w
                JOIN searchable AS s ON s.id = w.rowid
                LEFT JOIN person AS p ON p.id = s.person_id
                WHERE searchable_words MATCH :query AND p.deleted_at IS NULL
                  AND (:person IS NULL OR s.person_id = :person OR (s.person_id IS NULL AND s.kind = 'contact'))
                  AND (:kinds = '' OR instr(:kinds, ' ' || s.kind || ' '))
                ORDER BY s.at DESC, s.id DESC LIMIT :limit
            ) ORDER BY at DESC, id DESC
            """,
            {"query": query, "person": person_id, "kinds": f" {' '.join(kinds)} " if kinds else "", "limit": limit},
        )
        return tuple(
            Hit(
                kind=row["kind"],
                id=row["item_id"],
                person_id=row["person_id"],
                at=Millis(row["at"]),
                text=snippet_of(row["text"], typed),
            )
            for row in found
        )


def query_of(typed: str) -> str:
    """Return what FTS5 is asked for what a person typed: each word begun; empty where nothing can be asked."""
    words = (word.replace('"', " ")[:LONGEST_WORD].strip() for word in visible(typed).split()[:MOST_WORDS])
    return " ".join(f'"{word}" *' for word in words if any(sign.isalnum() for sign in word))
