"""Whole pages kept for reading without a network, as a person sees them: their state, their space, asking for one.

What sync fetches and stores is in `library.offline_queue` and `library.offline_storing`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection

from caregiver_app.library.shown_text import show_feed
from caregiver_app.model.article import ItemId
from caregiver_app.model.offline import CopyState, OfflineSpace, OfflineState
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

LIMIT = "offline_limit_bytes"
"""The choice that bounds the space; 0: none was made."""
USUAL_LIMIT_BYTES = 1_000_000_000
_SHARE_OF_FREE = 10

STATE_COLUMNS = """
    state, reason, reason_detail, tried_at, next_try_at, pictures_wanted, pictures_kept,
    size_bytes + (SELECT coalesce(sum(a.size_bytes), 0) FROM item_asset AS p JOIN asset AS a ON a.hash = p.hash
        WHERE p.item_id = offline_copy.item_id) AS size_bytes
"""


class OfflineCopies:
    """The copies of pages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, item_id: ItemId) -> OfflineState | None:
        """Return how far the copy of an article's page is, None when none is wanted."""
        row = self._database.one(f"SELECT {STATE_COLUMNS} FROM offline_copy WHERE item_id = :id", {"id": item_id})
        return None if row is None else read_state(row)

    def want(self, item_ids: Collection[ItemId], *, at: Millis) -> tuple[ItemId, ...]:
        """Ask for the pages of these articles, at once and whatever failed before; return those newly asked for."""
        ids = {"ids": json.dumps(list(item_ids)), "at": at}
        with self._database.write("offline-copies.want") as writer:
            new = self._database.rows(
                """
                SELECT item_id FROM article WHERE item_id IN (SELECT value FROM json_each(:ids))
                AND item_id NOT IN (SELECT item_id FROM offline_copy) ORDER BY item_id
                """,
                {"ids": ids["ids"]},
            )
            writer.execute(
                """
                INSERT INTO offline_copy (item_id, state, asked, wanted_at, next_try_at)
                SELECT item_id, 'wanted', 1, :at, :at FROM article WHERE item_id IN (SELECT value FROM json_each(:ids))
                ON CONFLICT (item_id) DO UPDATE SET asked = 1, tries = 0, next_try_at = :at, wanted_at = :at,
                    state = CASE WHEN state IN ('kept', 'partly') THEN state ELSE 'wanted' END
                """,
                ids,
            )
        return tuple(ItemId(row[0]) for row in new)

    def forget(self, item_ids: Collection[ItemId]) -> tuple[ItemId, ...]:
        """Give up the copies of these articles, which show their feed's text again; return those that had one.

        Files of pictures go with the next sweep.
        """
        ids = {"ids": json.dumps(list(item_ids))}
        with self._database.write("offline-copies.forget") as writer:
            rows = self._database.rows(
                "SELECT item_id, shown FROM offline_copy WHERE item_id IN (SELECT value FROM json_each(:ids))", ids
            )
            for row in rows:
                if row["shown"]:
                    show_feed(self._database, writer, ItemId(row["item_id"]))
            for table in ("offline_copy", "item_asset"):
                writer.execute(f"DELETE FROM {table} WHERE item_id IN (SELECT value FROM json_each(:ids))", ids)
        return tuple(ItemId(row["item_id"]) for row in rows)

    def space(self) -> OfflineSpace:
        """Return what copies and pictures take, and may take."""
        row = self._database.one(
            """
            SELECT (SELECT coalesce(sum(size_bytes), 0) FROM asset) AS pictures_bytes,
                (SELECT count(*) FROM asset) AS pictures,
                (SELECT coalesce(sum(size_bytes), 0) FROM offline_copy) AS pages_bytes,
                (SELECT count(*) FROM offline_copy WHERE state IN ('kept', 'partly')) AS pages
            """
        )
        assert row is not None
        used = int(row["pictures_bytes"]) + int(row["pages_bytes"])
        return OfflineSpace(
            used_bytes=used, limit_bytes=self._limit(used), pages=row["pages"], pictures=row["pictures"]
        )

    def set_limit(self, limit_bytes: int | None) -> None:
        """Bound the space that copies may take; None: as much as is usual. Nothing that is kept is deleted for it."""
        with self._database.write("offline-copies.set-limit") as writer:
            writer.execute("DELETE FROM choice WHERE name = :name", {"name": LIMIT})
            if limit_bytes is not None:
                writer.execute(
                    "INSERT INTO choice (name, value) VALUES (:name, :value)",
                    {"name": LIMIT, "value": json.dumps(max(0, limit_bytes))},
                )

    def _limit(self, used: int) -> int:
        """Return the person's bound, else a gigabyte or a tenth of what is free, what is used counted as free."""
        chosen = self._database.value("SELECT value FROM choice WHERE name = :name", {"name": LIMIT})
        if chosen is not None:
            return int(json.loads(chosen))
        free = shutil.disk_usage(self._database.path.parent).free
        return min(USUAL_LIMIT_BYTES, (free + used) // _SHARE_OF_FREE)


def read_state(row: Row) -> OfflineState:
    """Return the state in a row of `STATE_COLUMNS`."""
    return OfflineState(
        state=CopyState(row["state"]),
        reason=row["reason"],
        reason_detail=row["reason_detail"],
        tried_at=row["tried_at"],
        next_try_at=row["next_try_at"],
        pictures_wanted=row["pictures_wanted"],
        pictures_kept=row["pictures_kept"],
        size_bytes=row["size_bytes"],
    )
