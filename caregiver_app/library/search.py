"""The full-text index: filled in small steps apart from what is stored, asked in bounded time, made anew on request.

It never reads a person's marks; `library.articles` narrows what it finds.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from caregiver_app.library.schema import SEARCH
from caregiver_app.model.article import HIT_END, HIT_START, ItemId
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.storage.driver import DriverError
from caregiver_app.storage.engine import Database

BATCH = 1_000
"""Texts put into the index in one transaction: about 3 MB, some 150 ms."""

RANKED_AT_MOST = 1_000
"""How many of the newest hits are ranked; ranking all hits of a frequent word takes seconds in a large library."""

MAX_ID = (1 << 63) - 1

SCORE = "bm25(search_index, 8.0, 1.0)"
"""How well a hit answers, less being better; a hit in the title counts most."""

SNIPPET = f"snippet(search_index, 1, '{HIT_START}', '{HIT_END}', '…', 24)"
"""The piece of a text that best shows the hits, each between HIT_START and HIT_END."""


class SearchIndex:
    """Keeps `search_index` in step with `item_text`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(self) -> int:
        """Return how many texts wait to be put into the index."""
        return int(self._database.value("SELECT count(*) FROM search_pending"))

    def catch_up(self, *, at_most: int = BATCH) -> bool:
        """Put waiting texts into the index; return True while more wait. A damaged index is made anew."""
        last = self._database.value(
            "SELECT max(item_id) FROM (SELECT item_id FROM search_pending ORDER BY item_id LIMIT :n)", {"n": at_most}
        )
        if last is None:
            return False
        try:
            self._put_in_until(int(last))
        except _DAMAGE as error:
            _pass_on_unless_damage(error)
            self.rebuild()
        return self.pending() > 0

    def rebuild(self) -> None:
        """Make the whole index anew from the stored texts, with all that keeps it in step."""
        with self._database.write("search.rebuild") as writer:
            for statement in (*_TAKE_DOWN, *SEARCH):
                writer.execute(statement)
            writer.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")

    def is_sound(self) -> bool:
        """Return True when the index, brought up to date, says exactly what the stored texts say, and will go on so."""
        if self._database.value(_TRIGGERS) != _TRIGGERS_KEPT:
            return False
        try:
            while last := self._database.value("SELECT max(item_id) FROM search_pending"):
                self._put_in_until(last)
            with self._database.write("search.check") as writer:
                writer.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
        except _DAMAGE as error:
            _pass_on_unless_damage(error)
            return False
        return True

    def _put_in_until(self, last: int) -> None:
        with self._database.write("search.catch-up") as writer:
            for statement in _CATCH_UP:
                writer.execute(statement, {"last": last})

    def snippets(self, match: str, ids: Sequence[ItemId]) -> dict[ItemId, str]:
        """Return for these hits, in their order, the piece of the text that best shows what was found."""
        lowest, highest = (min(ids), max(ids)) if ids else (0, -1)
        rows = self._database.rows(
            f"SELECT rowid, {SNIPPET} FROM search_index WHERE {_AMONG}",
            {"match": match, "lowest": lowest, "highest": highest, "ids": json.dumps(list(ids))},
        )
        found = {ItemId(row[0]): row[1] for row in rows}
        return {item_id: found.get(item_id, "") for item_id in ids}


# One walk over a range of the index and a look into a list for each hit. Asked for single rowids, FTS5 would begin
# the whole search anew for each of them: 60 times slower for a prefix.
_AMONG = """
    search_index MATCH :match AND rowid BETWEEN :lowest AND :highest
    AND +rowid IN (SELECT value FROM json_each(:ids))
"""


_TRIGGERS = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'item_text'"
_TRIGGERS_KEPT = sum("TRIGGER" in statement for statement in SEARCH)

_DAMAGE = (StorageError, DriverError)


def _pass_on_unless_damage(error: StorageError | DriverError) -> None:
    """A damaged index shows as a corrupt file or, where FTS5 cannot even be set up, as a statement that is wrong."""
    if isinstance(error, StorageError) and error.kind is not StorageTrouble.CORRUPT:
        raise error


# FTS5 refuses to be dropped when its own notes are damaged, so these are put right first.
_TAKE_DOWN = (
    "DROP TRIGGER IF EXISTS item_text_inserted",
    "DROP TRIGGER IF EXISTS item_text_updated",
    "DROP TRIGGER IF EXISTS item_text_deleted",
    "DROP TABLE IF EXISTS search_pending",
    "CREATE TABLE IF NOT EXISTS search_index_config (k PRIMARY KEY, v) WITHOUT ROWID",
    "INSERT OR REPLACE INTO search_index_config (k, v) VALUES ('version', 4)",
    "DROP TABLE IF EXISTS search_index",
    "DROP TABLE IF EXISTS search_index_config",
)

_CATCH_UP = (
    """
    INSERT INTO search_index (search_index, rowid, title, text)
    SELECT 'delete', item_id, indexed_title, indexed_text FROM search_pending
    WHERE item_id <= :last AND indexed_title IS NOT NULL
    """,
    """
    INSERT INTO search_index (rowid, title, text)
    SELECT t.item_id, t.title, t.text FROM search_pending AS p JOIN item_text AS t ON t.item_id = p.item_id
    WHERE p.item_id <= :last
    """,
    "DELETE FROM search_pending WHERE item_id <= :last",
)
