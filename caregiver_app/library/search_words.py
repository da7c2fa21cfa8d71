"""The second index: texts in other languages than English by their own stems, and scripts without spaces.

A text is in it whole or not at all, so a query with words of several languages finds it here too. It keeps no text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from caregiver_app.library.schema_finding import SEARCH_WORDS
from caregiver_app.library.search_query import Term
from caregiver_app.library.word_forms import algorithm_of, asked_forms, is_of_use, words_for_index
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database, Writer

LONGEST_TEXT = 200_000
"""Characters of a text that are put in."""


class SearchWords:
    """Keeps `search_words` in step with `item_text`, and knows what to ask it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put_in(self, writer: Writer, rows: Sequence[Row]) -> None:
        """Put texts in, or in anew: rows of id, title, text and language; what has no title is taken out."""
        # FTS5 looks for each id that it is told, for a while; most texts are new, and it keeps a list of what it has.
        writer.execute(
            """
            DELETE FROM search_words WHERE rowid IN (
                SELECT id FROM search_words_docsize WHERE id IN (SELECT value FROM json_each(:ids))
            )
            """,
            {"ids": json.dumps([row["item_id"] for row in rows])},
        )
        wanted = [row for row in rows if row["title"] is not None and _is_wanted(row)]
        writer.many(
            "INSERT INTO search_words (rowid, title, text) VALUES (:id, :title, :text)",
            (
                {
                    "id": row["item_id"],
                    "title": words_for_index(row["title"], row["language"]),
                    "text": words_for_index(row["text"][:LONGEST_TEXT], row["language"]),
                }
                for row in wanted
            ),
        )
        writer.many(
            "INSERT OR IGNORE INTO search_language (language) VALUES (:language)",
            [{"language": language} for language in sorted({algorithm_of(row["language"]) for row in wanted})],
        )

    def algorithms(self) -> tuple[str, ...]:
        """Return the rules that texts here were put in by; none when there are no texts."""
        return tuple(row[0] for row in self._database.rows("SELECT language FROM search_language"))

    def is_sound(self) -> bool:
        """Return True when nothing is here that the library does not hold; raises what damage raises."""
        with self._database.write("search.check-words") as writer:
            writer.execute("INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 0)")
        strangers = "SELECT count(*) FROM search_words_docsize WHERE id NOT IN (SELECT item_id FROM item_text)"
        return int(self._database.value(strangers)) == 0

    @staticmethod
    def rebuild(writer: Writer) -> None:
        """Make the tables anew, empty."""
        for statement in (*_TAKE_DOWN, *SEARCH_WORDS):
            writer.execute(statement)


def match_all(groups: Iterable[Sequence[Term]], algorithms: Sequence[str]) -> str | None:
    """Return the FTS5 expression for one of each group, None when there is nothing to look for."""
    return " AND ".join(f"({match_any(group, algorithms)})" for group in groups) or None


def match_any(terms: Iterable[Term], algorithms: Sequence[str]) -> str | None:
    """Return the FTS5 expression for one of some terms, None when there are none."""
    forms = (form for term in terms for form in asked_forms(term.text, algorithms, begun=term.begun))
    return " OR ".join(f'"{form.words}"{"*" if form.begun else ""}' for form in dict.fromkeys(forms)) or None


def _is_wanted(row: Row) -> bool:
    return is_of_use(row["language"], row["text"]) or is_of_use(row["language"], row["title"])


# FTS5 refuses to be dropped when its own notes are damaged, so these are put right first.
_TAKE_DOWN = (
    "DROP TRIGGER IF EXISTS words_of_inserted",
    "DROP TRIGGER IF EXISTS words_of_updated",
    "DROP TRIGGER IF EXISTS words_of_deleted",
    "DROP TRIGGER IF EXISTS words_of_language",
    "DROP TABLE IF EXISTS words_pending",
    "DROP TABLE IF EXISTS title_order",
    "DROP TABLE IF EXISTS search_language",
    "CREATE TABLE IF NOT EXISTS search_words_config (k PRIMARY KEY, v) WITHOUT ROWID",
    "INSERT OR REPLACE INTO search_words_config (k, v) VALUES ('version', 4)",
    "DROP TABLE IF EXISTS search_words",
    "DROP TABLE IF EXISTS search_words_config",
)
