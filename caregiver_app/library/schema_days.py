"""How tables make sure that a text is a day of the calendar."""

from __future__ import annotations

_WRITTEN = "[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"


def is_day(column: str) -> str:
    """Return the condition, in SQL, that a column holds a day like `2026-11-23`.

    What is not written so is never given to `date()`: of 'now' it makes another day each day, and SQLite then refuses
    to look whether the file is sound.
    """
    return f"CASE WHEN {column} GLOB '{_WRITTEN}' THEN date({column}) IS {column} ELSE 0 END"
