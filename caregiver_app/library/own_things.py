"""What a person set, made and kept in the library, read out whole for taking it elsewhere."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from caregiver_app.model.article import ItemId
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database

ItemTime = tuple[ItemId, Millis]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An item that a person starred, archived, or whose whole page they asked for (`asked`)."""

    item_id: ItemId
    starred_at: Millis | None
    archived_at: Millis | None
    asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A collection, and since when each item stands on it, the first one first."""

    name: str
    made_at: Millis
    items: tuple[ItemTime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSearch:
    """A saved search, in the search syntax."""

    name: str
    query: str
    saved_at: Millis


class OwnThings:
    """Reads them; each kind has a store of its own that changes it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def marked(self) -> tuple[Marked, ...]:
        """Return what is starred, archived or kept by wish; what was read is no thing of one's own."""
        rows = self._database.rows(
            """
            SELECT i.id, m.starred_at, m.archived_at, coalesce(o.asked, 0) AS asked
            FROM item AS i LEFT JOIN mark AS m ON m.item_id = i.id LEFT JOIN offline_copy AS o ON o.item_id = i.id
            WHERE i.id IN (
                SELECT item_id FROM mark WHERE starred_at IS NOT NULL OR archived_at IS NOT NULL
                UNION SELECT item_id FROM offline_copy WHERE asked = 1
            ) ORDER BY i.id
            """
        )
        return tuple(
            Marked(
                item_id=ItemId(row["id"]),
                starred_at=row["starred_at"],
                archived_at=row["archived_at"],
                asked=bool(row["asked"]),
            )
            for row in rows
        )

    def shelves(self) -> tuple[Shelf, ...]:
        """Return all collections in their order."""
        on: defaultdict[int, list[ItemTime]] = defaultdict(list)
        for row in self._database.rows(
            "SELECT collection_id, item_id, added_at FROM collection_item ORDER BY added_at, item_id"
        ):
            on[row["collection_id"]].append((ItemId(row["item_id"]), Millis(row["added_at"])))
        rows = self._database.rows("SELECT id, name, created_at FROM collection ORDER BY position, id")
        return tuple(Shelf(name=row["name"], made_at=row["created_at"], items=tuple(on[row["id"]])) for row in rows)

    def searches(self) -> tuple[KeptSearch, ...]:
        """Return all saved searches in their order."""
        rows = self._database.rows("SELECT name, query, created_at FROM saved_search ORDER BY position, id")
        return tuple(KeptSearch(name=row["name"], query=row["query"], saved_at=row["created_at"]) for row in rows)
