"""What was being written when the notes were locked or the application ended, with the cursor, by place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from caregiver_app.support.plain_text import visible
from caregiver_app.vault.typed.text import kept_line, kept_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text that was not yet given its place. `more` are other fields of the same form; `cursor` in characters."""

    place: str
    text: str = field(repr=False)
    cursor: int
    more: Mapping[str, str] = field(repr=False)
    saved_at: Millis


def place_of(kind: str, item_id: int | None, part: str = "") -> str:
    """Return the place of a draft: of a record, or of a new one of its kind; `part` is a field of it."""
    place = f"{kind}/{'new' if item_id is None else item_id}"
    return f"{place}/{part}" if part else place


class Drafts:
    """All drafts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(
        self, place: str, text: str, *, cursor: int = 0, more: Mapping[str, str] | None = None, at: Millis
    ) -> None:
        """Keep what is being written at a place, instead of what was kept there.

        Raises:
            RecordRefused: it is too long.
        """
        kept = kept_text(text)
        body = {
            "text": kept,
            "cursor": max(0, min(cursor, len(kept))),
            "more": {name: visible(value) for name, value in (more or {}).items()},
        }
        with self._database.write("vault.draft.keep") as writer:
            writer.execute(
                """
                INSERT INTO draft (place, body, saved_at) VALUES (:place, :body, :at)
                ON CONFLICT (place) DO UPDATE SET body = :body, saved_at = :at
                """,
                {"place": kept_line(place, "place"), "body": json.dumps(body), "at": at},
            )

    def get(self, place: str) -> Draft | None:
        """Return what was being written at a place, None where nothing was."""
        row = self._database.one("SELECT * FROM draft WHERE place = :place", {"place": place})
        return None if row is None else _draft(row)

    def list(self) -> tuple[Draft, ...]:
        """Return all drafts, newest first."""
        rows = self._database.rows("SELECT * FROM draft ORDER BY saved_at DESC, place")
        return tuple(_draft(row) for row in rows)

    def drop(self, place: str) -> None:
        """Forget a draft: what it said has its place now, or is not wanted."""
        with self._database.write("vault.draft.drop") as writer:
            writer.execute("DELETE FROM draft WHERE place = :place", {"place": place})


def _draft(row: Row) -> Draft:
    body = json.loads(row["body"])
    return Draft(
        place=row["place"],
        text=body["text"],
        cursor=body.get("cursor", 0),
        more=body.get("more", {}),
        saved_at=Millis(row["saved_at"]),
    )
