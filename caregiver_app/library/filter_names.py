"""Which sources, topics, organisations and collections a typed name means: any part of it, accents and case apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.library.word_forms import fold
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database


class FilterNames:
    """Looks names up in tables that are small enough to be read whole."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sources(self, value: str) -> tuple[int, ...]:
        """Return sources with such a title, with this number, or whose uid begins so."""
        rows = self._database.rows(
            f"""
            SELECT s.id, {SHOWN_TITLE} AS title, s.uid FROM source AS s
            LEFT JOIN source_choice AS c ON c.source_id = s.id LEFT JOIN source_state AS st ON st.source_id = s.id
            """
        )
        return tuple(
            row["id"]
            for row in rows
            if _means(value, (row["title"],))
            or value == str(row["id"])
            or ("/" in value and row["uid"].startswith(value))
        )

    def topics(self, value: str) -> tuple[str, ...]:
        """Return topics with such an id or title."""
        rows = self._database.rows("SELECT id, title FROM topic")
        return tuple(row["id"] for row in rows if _means(value, (row["id"], row["title"])))

    def organisations(self, value: str) -> tuple[int, ...]:
        """Return organisations with such a name."""
        rows = self._database.rows("SELECT id, name FROM organisation")
        return tuple(row["id"] for row in rows if _means(value, (row["name"],)))

    def collections(self, value: str) -> tuple[int, ...]:
        """Return the collections that are called so, else those with such a name."""
        rows = self._database.rows("SELECT id, name FROM collection")
        return _exact(rows, value) or tuple(row["id"] for row in rows if _means(value, (row["name"],)))


def _means(value: str, names: Iterable[str]) -> bool:
    wanted = fold(value)
    return any(wanted in fold(name) for name in names)


def _exact(rows: Sequence[Row], value: str) -> tuple[int, ...]:
    return tuple(row["id"] for row in rows if fold(row["name"]) == fold(value))
