"""What sync asks before it decides about a document: which entries are known, here and at other sources."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from caregiver_app.library.entry_values import KnownEntry
from caregiver_app.model.article import ItemId
from caregiver_app.model.entry import SafeHtml
from caregiver_app.model.source import SourceId
from caregiver_app.storage.engine import Database
from caregiver_app.support.plain_text import to_text


class KnownEntries:
    """Reads entries of sources, and what their articles say; `entries` stores them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, source_id: SourceId, keys: Collection[str], link_keys: Collection[str]) -> tuple[KnownEntry, ...]:
        """Return the source's entries with one of these keys or links, and those its last document held."""
        rows = self._database.rows(
            """
            SELECT e.entry_key, e.item_id, e.link_key, e.raw_hash, e.in_feed, i.title, a.text_hash,
                a.source_id = :source OR s.removed_at IS NOT NULL OR s.enabled = 0 OR st.state = 'gone' AS own
            FROM article_entry AS e JOIN article AS a ON a.item_id = e.item_id JOIN item AS i ON i.id = e.item_id
            JOIN source AS s ON s.id = a.source_id JOIN source_state AS st ON st.source_id = s.id
            WHERE e.source_id = :source AND (
                e.in_feed = 1
                OR e.entry_key IN (SELECT value FROM json_each(:keys))
                OR e.link_key IN (SELECT value FROM json_each(:links))
            )
            """,
            {"source": source_id, "keys": json.dumps(list(keys)), "links": json.dumps(list(link_keys))},
        )
        return tuple(
            KnownEntry(
                entry_key=row["entry_key"],
                item_id=ItemId(row["item_id"]),
                link_key=row["link_key"],
                raw_hash=row["raw_hash"],
                title=row["title"],
                text_hash=row["text_hash"],
                in_feed=bool(row["in_feed"]),
                own=bool(row["own"]),
            )
            for row in rows
        )

    def texts(self, ids: Collection[ItemId]) -> Mapping[ItemId, tuple[str, str]]:
        """Return title and plain text of articles as feeds said them last, whatever is shown in their place."""
        rows = self._database.rows(
            """
            SELECT t.item_id, t.title, t.text, h.html FROM item_text AS t
            LEFT JOIN offline_copy AS o ON o.item_id = t.item_id AND o.shown = 1
            LEFT JOIN article_html AS h ON h.item_id = o.item_id
            WHERE t.item_id IN (SELECT value FROM json_each(:ids))
            """,
            {"ids": json.dumps(list(ids))},
        )
        return {
            ItemId(row["item_id"]): (
                row["title"],
                row["text"] if row["html"] is None else to_text(SafeHtml(row["html"])),
            )
            for row in rows
        }

    def tombstones(self, source_id: SourceId) -> frozenset[str]:
        """Return the keys of entries that were deleted and must not come back."""
        rows = self._database.rows("SELECT entry_key FROM tombstone WHERE source_id = :id", {"id": source_id})
        return frozenset(row[0] for row in rows)

    def elsewhere(self, source_id: SourceId, link_keys: Collection[str]) -> Mapping[str, tuple[ItemId, str]]:
        """Return articles of other sources by link key: the item and its title.

        To a source that warns only articles of others that do: what it says must not hang on who told of it first.
        """
        rows = self._database.rows(
            """
            SELECT i.address_key, min(i.id) AS id, i.title FROM item AS i JOIN article AS a ON a.item_id = i.id
            WHERE i.kind = 'article' AND a.source_id <> :source AND a.hidden = 0
            AND i.address_key IN (SELECT value FROM json_each(:links))
            AND (
                NOT EXISTS (SELECT 1 FROM source WHERE id = :source AND kind = 'alerts')
                OR a.source_id IN (SELECT id FROM source WHERE kind = 'alerts')
            )
            GROUP BY i.address_key HAVING count(*) = 1
            """,
            {"source": source_id, "links": json.dumps(list(link_keys))},
        )
        return {row["address_key"]: (ItemId(row["id"]), row["title"]) for row in rows}
