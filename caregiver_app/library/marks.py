"""What a person set on items: read, starred, archived. Sync never comes here.

Nothing here writes that one of the discreet articles was read (`library.discreet`), whoever asks for it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import tzinfo

from caregiver_app.library.article_filters import ArticleFilters
from caregiver_app.library.article_pages import ArticlePages
from caregiver_app.library.discreet import DISCREET_ITEMS
from caregiver_app.library.row_trust import RowTrust
from caregiver_app.library.search_query import read_query
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database

_COLUMN = {MarkKind.READ: "read_at", MarkKind.STARRED: "starred_at", MarkKind.ARCHIVED: "archived_at"}
_MAY_BE_READ = f"i.id NOT IN ({DISCREET_ITEMS})"


class Marks:
    """The marks on items."""

    def __init__(self, database: Database, trust: RowTrust, *, zone: tzinfo | None = None) -> None:
        """`trust` is that of the lists; `zone` is where the person's days begin, None for this computer's."""
        self._database = database
        self._filters = ArticleFilters(database, trust, zone=zone)
        self._pages = ArticlePages(database)

    def set(self, ids: Collection[ItemId], kind: MarkKind, value: bool, *, at: Millis) -> tuple[ItemId, ...]:
        """Set or take away a mark; return the items for which that changed something, so that it can be undone."""
        column = _COLUMN[kind]
        allowed = _MAY_BE_READ if value and kind is MarkKind.READ else "true"
        with self._database.write("marks.set") as writer:
            changed = self._database.rows(
                f"""
                SELECT i.id FROM item AS i LEFT JOIN mark AS m ON m.item_id = i.id
                WHERE i.id IN (SELECT value FROM json_each(:ids)) AND (m.{column} IS NOT NULL) <> :value
                AND {allowed}
                ORDER BY i.id
                """,
                {"ids": json.dumps(list(ids)), "value": int(value)},
            )
            ids_changed = tuple(ItemId(row[0]) for row in changed)
            # WHERE tells the parser that ON begins no join (SQLite, UPSERT, 2.2).
            writer.execute(
                f"""
                INSERT INTO mark (item_id, {column}) SELECT value, :at FROM json_each(:ids) WHERE true
                ON CONFLICT (item_id) DO UPDATE SET {column} = excluded.{column}
                """,
                {"ids": json.dumps(ids_changed), "at": at if value else None},
            )
        return ids_changed

    def times(self, ids: Collection[ItemId], kind: MarkKind) -> Mapping[ItemId, Millis | None]:
        """Return when a mark was set on each of these items, None where it is not set."""
        rows = self._database.rows(
            f"""
            SELECT i.id, m.{_COLUMN[kind]} AS at FROM item AS i LEFT JOIN mark AS m ON m.item_id = i.id
            WHERE i.id IN (SELECT value FROM json_each(:ids))
            """,
            {"ids": json.dumps(list(ids))},
        )
        return {ItemId(row["id"]): row["at"] for row in rows}

    def put_back(self, kind: MarkKind, times: Mapping[ItemId, Millis | None]) -> None:
        """Undo `set` with what `times` said before it; items that are gone are passed over."""
        column = _COLUMN[kind]
        allowed = f"(:at IS NULL OR {_MAY_BE_READ})" if kind is MarkKind.READ else "true"
        with self._database.write("marks.put-back") as writer:
            writer.many(
                f"""
                INSERT INTO mark (item_id, {column}) SELECT i.id, :at FROM item AS i WHERE i.id = :id AND {allowed}
                ON CONFLICT (item_id) DO UPDATE SET {column} = excluded.{column}
                """,
                [{"id": item_id, "at": at} for item_id, at in times.items()],
            )

    def forget_reading_of_discreet(self) -> None:
        """Take away what was marked as read before its source was about such a topic."""
        with self._database.write("marks.forget-discreet") as writer:
            writer.execute(
                f"UPDATE mark SET read_at = NULL WHERE read_at IS NOT NULL AND item_id IN ({DISCREET_ITEMS})", {}
            )

    def mark_read_where(
        self, query: ArticleQuery, *, at: Millis, older_than: Millis | None = None
    ) -> tuple[ItemId, ...]:
        """Mark as read what a list shows, with `older_than` only what is older; return what that changed.

        Words in the query are not looked at, only its filters: a search is never "all". To undo it, `set` all of what
        is returned as not read.
        """
        search = replace(read_query(query.text), wanted=())
        conditions = self._filters.conditions(query, search, now=at)
        conditions.parts.append("m.read_at IS NULL")
        return self.set(self._pages.all_ids(conditions, older_than=older_than), MarkKind.READ, True, at=at)
