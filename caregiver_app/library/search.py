"""The full-text indexes: filled in small steps apart from what is stored, made anew on request.

`search_index` knows every text by English stems, `search_words` some texts by those of their own language; the words of
titles, their order and what is muted follow in the same steps. It never reads a person's marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.library.mutes import Mutes
from caregiver_app.library.schema_finding import EVERYTHING_WAITS, FILL_NEW_ITEM, FILL_SHARED, NEW_ITEM_IS
from caregiver_app.library.schema_search import SEARCH
from caregiver_app.library.search_words import SearchWords
from caregiver_app.library.word_forms import plain_words
from caregiver_app.model.article import ItemId
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.storage.driver import DriverError, Row
from caregiver_app.storage.engine import Database, Writer

BATCH = 3_000
"""Texts put into the index in one transaction: about 9 MB, some 0.3 s. FTS5 writes what it gathered at each commit, and
merging many small pieces takes a third longer."""

_TEXTS_AT_ONCE = 100  # in memory; some are long

TITLE_KEY_CHARS = 100
"""How much of a title counts for the order of titles."""


class SearchIndex:
    """Keeps `search_index`, `search_words` and what belongs to them in step with `item_text`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words = SearchWords(database)
        self._mutes = Mutes(database)

    def pending(self) -> int:
        """Return how many texts wait to be put into the index."""
        return int(self._database.value(f"SELECT count(*) FROM ({_WAITING})"))

    def catch_up(self, *, at_most: int = BATCH) -> bool:
        """Put waiting texts into the index; return True while more wait. A damaged index is made anew."""
        last = self._last_of(at_most)
        if last is None:
            return False
        try:
            self._put_in_until(last)
        except _DAMAGE as error:
            _pass_on_unless_damage(error)
            self.rebuild()
        return self._last_of(1) is not None

    def rebuild(self) -> None:
        """Make the whole index anew from the stored texts, with all that keeps it in step."""
        with self._database.write("search.rebuild") as writer:
            for statement in (*_TAKE_DOWN, *SEARCH):
                writer.execute(statement)
            writer.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
            SearchWords.rebuild(writer)
            writer.execute(EVERYTHING_WAITS)
            while (last := self._last_of(BATCH)) is not None:
                self._put_words_in_until(writer, last)
            for statement in _COUNT_ANEW:
                writer.execute(statement)

    def is_sound(self) -> bool:
        """Return True when the index, brought up to date, says exactly what the stored texts say, and will go on so.

        What `search_words` says of a text cannot be read back; that it says nothing of others can.
        """
        if self._database.value(_TRIGGERS) != _TRIGGERS_KEPT:
            return False
        try:
            while (last := self._last_of(BATCH)) is not None:
                self._put_in_until(last)
            with self._database.write("search.check") as writer:
                writer.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
            return self._words.is_sound() and not any(self._database.value(sql) for sql in _WRONG)
        except _DAMAGE as error:
            _pass_on_unless_damage(error)
            return False

    def _last_of(self, at_most: int) -> int | None:
        last = self._database.value(
            f"SELECT max(item_id) FROM (SELECT item_id FROM ({_WAITING}) ORDER BY item_id LIMIT :n)", {"n": at_most}
        )
        return None if last is None else int(last)

    def _put_in_until(self, last: int) -> None:
        with self._database.write("search.catch-up") as writer:
            for statement in _CATCH_UP:
                writer.execute(statement, {"last": last})
            self._put_words_in_until(writer, last)

    def _put_words_in_until(self, writer: Writer, last: int) -> None:
        while rows := self._database.rows(_WORDS_WAITING, {"last": last, "limit": _TEXTS_AT_ONCE}):
            self._words.put_in(writer, rows)
            _put_in_order(writer, rows)
            titles = {ItemId(row["item_id"]): row["title"] for row in rows if row["title"] is not None}
            self._mutes.look_again(writer, titles)
            writer.execute("DELETE FROM words_pending WHERE item_id <= :done", {"done": rows[-1]["item_id"]})


def _put_in_order(writer: Writer, rows: Sequence[Row]) -> None:
    writer.many(
        "INSERT INTO title_order (item_id, key) VALUES (:id, :key) ON CONFLICT (item_id) DO UPDATE SET key = :key",
        [
            {"id": row["item_id"], "key": plain_words(row["title"])[:TITLE_KEY_CHARS]}
            for row in rows
            if row["title"] is not None
        ],
    )


_WAITING = "SELECT item_id FROM search_pending UNION SELECT item_id FROM words_pending"

_WORDS_WAITING = """
    SELECT p.item_id, t.title, t.text, coalesce(i.language, '') AS language
    FROM words_pending AS p LEFT JOIN item_text AS t ON t.item_id = p.item_id LEFT JOIN item AS i ON i.id = p.item_id
    WHERE p.item_id <= :last ORDER BY p.item_id LIMIT :limit
"""

_COUNT_ANEW = (
    "DELETE FROM new_item",
    "DELETE FROM shared_item",
    FILL_NEW_ITEM,
    FILL_SHARED,
)

_WRONG = (
    "SELECT count(*) FROM item_text WHERE item_id NOT IN (SELECT item_id FROM title_order)",
    f"SELECT count(*) FROM (SELECT item_id, sort_at FROM new_item EXCEPT {NEW_ITEM_IS})",
    f"SELECT count(*) FROM ({NEW_ITEM_IS} EXCEPT SELECT item_id, sort_at FROM new_item)",
)

_TRIGGERS = """
    SELECT count(*) FROM sqlite_schema
    WHERE type = 'trigger' AND (name LIKE 'item@_text@_%' ESCAPE '@' OR name LIKE 'words@_of@_%' ESCAPE '@')
"""
_TRIGGERS_KEPT = 7

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

# CROSS JOIN: with the tables in the other order SQLite reads every text of the library for each small step.
_CATCH_UP = (
    """
    INSERT INTO search_index (search_index, rowid, title, text)
    SELECT 'delete', item_id, indexed_title, indexed_text FROM search_pending
    WHERE item_id <= :last AND indexed_title IS NOT NULL
    """,
    """
    INSERT INTO search_index (rowid, title, text)
    SELECT t.item_id, t.title, t.text FROM search_pending AS p CROSS JOIN item_text AS t ON t.item_id = p.item_id
    WHERE p.item_id <= :last
    """,
    "DELETE FROM search_pending WHERE item_id <= :last",
)
