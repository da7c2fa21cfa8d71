"""Links that a person saved to check them later. A mark on who brought a link (`origin`), taken away by no check."""

from __future__ import annotations

from caregiver_app.model.article import ItemId
from caregiver_app.model.trust import OWN
from caregiver_app.storage.engine import Database

_LATER = '{"made_for": "later"}'
_WAITING = """
    SELECT o.item_id FROM origin AS o
    WHERE o.author = :author AND o.fields = :later
    AND NOT EXISTS (SELECT 1 FROM appraisal AS ap WHERE ap.item_id = o.item_id AND ap.author = :author)
    ORDER BY o.item_id
"""
_SAVE = """
    INSERT INTO origin (item_id, author, fields) VALUES (:id, :author, :fields)
    ON CONFLICT (item_id, author) DO UPDATE SET fields = excluded.fields
"""


class LinksToCheck:
    """The links that wait to be checked for the first time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self) -> tuple[ItemId, ...]:
        """Return the saved links that the person never checked."""
        rows = self._database.rows(_WAITING, {"author": OWN, "later": _LATER})
        return tuple(ItemId(row["item_id"]) for row in rows)

    def save(self, link_id: ItemId) -> str | None:
        """Let a link wait to be checked; return what stood there before, for `put_back`, None where nothing did."""
        before = self._database.value(
            "SELECT fields FROM origin WHERE item_id = :id AND author = :author", {"id": link_id, "author": OWN}
        )
        self.put_back(link_id, _LATER)
        return None if before is None else str(before)

    def put_back(self, link_id: ItemId, before: str | None) -> None:
        """Undo `save`: the link is again what it was."""
        with self._database.write("links-to-check.put") as writer:
            if before is None:
                writer.execute(
                    "DELETE FROM origin WHERE item_id = :id AND author = :author", {"id": link_id, "author": OWN}
                )
            else:
                writer.execute(_SAVE, {"id": link_id, "author": OWN, "fields": before})
