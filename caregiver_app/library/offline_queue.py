"""Which pages a sync has to fetch, and when. It tells nothing of what is read: a source's pages are wanted all or none.

Only of a person's own sources a star or a collection asks for a single page; the switch of the source says so.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from caregiver_app.model.article import ItemId
from caregiver_app.model.source import SourceId, Validators
from caregiver_app.model.time import Millis
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

# What a source's switch says: 1 all its articles, 0 none, NULL those that a person keeps of a source of their own.
_SWITCH = """
    coalesce(c.full_text, CASE
        WHEN s.kind = 'alerts' THEN 1
        WHEN EXISTS (SELECT 1 FROM source_origin AS o WHERE o.source_id = s.id AND o.author = 'user')
            AND NOT EXISTS (SELECT 1 FROM source_origin AS o WHERE o.source_id = s.id AND o.author <> 'user') THEN NULL
        ELSE 0 END)
"""
_LIVE_SOURCE = "s.enabled = 1 AND s.removed_at IS NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageToKeep:
    """One article whose page, or whose pictures alone, are to be fetched; with what tells whose it is."""

    item_id: ItemId
    title: str
    url: str | None
    source_id: SourceId
    source_url: str
    homepage: str
    organisation_id: int | None
    only_pictures: bool
    validators: Validators
    shown_words: int | None  # of the page as it is kept and shown; None: it is not


class OfflineQueue:
    """The pages that are wanted and not here yet."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def fill(self, *, at: Millis) -> int:
        """Want the pages of all articles that the switches of their sources ask for; return how many are new."""
        with self._database.write("offline-queue.fill") as writer:
            return writer.execute(WANT_ALL_OF_SOURCES, {"at": at}) + writer.execute(WANT_WHAT_IS_KEPT, {"at": at})

    def due(self, *, at: Millis, limit: int, source_ids: Collection[SourceId] | None = None) -> tuple[PageToKeep, ...]:
        """Return pages to fetch now, of these sources if any are named: those asked for by name first, then the newest.

        A page whose source was switched off meanwhile is left out unless it was asked for by name.
        """
        rows = self._database.rows(
            f"""
            {_PAGES} WHERE o.next_try_at <= :at AND a.hidden = 0
            AND (o.asked OR ({_LIVE_SOURCE} AND coalesce({_SWITCH}, 1)))
            AND (:sources IS NULL OR a.source_id IN (SELECT value FROM json_each(:sources)))
            ORDER BY o.asked DESC, o.item_id DESC LIMIT :limit
            """,
            {"at": at, "limit": limit, "sources": None if source_ids is None else json.dumps(sorted(source_ids))},
        )
        return tuple(map(_page_to_keep, rows))

    def named(self, item_ids: Collection[ItemId]) -> tuple[PageToKeep, ...]:
        """Return the pages of these articles, as far as they are wanted at all, whenever they are due."""
        rows = self._database.rows(
            f"{_PAGES} WHERE a.hidden = 0 AND o.item_id IN (SELECT value FROM json_each(:ids)) ORDER BY o.item_id DESC",
            {"ids": json.dumps(sorted(item_ids))},
        )
        return tuple(map(_page_to_keep, rows))


_PAGES = """
    SELECT o.item_id, i.title, i.url, a.source_id, s.url AS source_url, s.homepage, s.organisation_id, o.state,
        o.shown, o.words, o.etag, o.last_modified, s.format = 'page' AS is_page
    FROM offline_copy AS o JOIN article AS a ON a.item_id = o.item_id JOIN item AS i ON i.id = o.item_id
    JOIN source AS s ON s.id = a.source_id LEFT JOIN source_choice AS c ON c.source_id = s.id
"""

# Each begins where there is little: at the entries that sources hold now, and at what a person keeps.
WANT_ALL_OF_SOURCES = f"""
    INSERT INTO offline_copy (item_id, state, wanted_at, next_try_at)
    SELECT DISTINCT a.item_id, 'wanted', :at, :at
    FROM source AS s LEFT JOIN source_choice AS c ON c.source_id = s.id
    CROSS JOIN article_entry AS e ON e.source_id = s.id AND e.in_feed = 1
    CROSS JOIN article AS a ON a.item_id = e.item_id AND a.source_id = s.id
    WHERE {_LIVE_SOURCE} AND {_SWITCH} = 1 AND a.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM offline_copy AS o WHERE o.item_id = a.item_id)
"""
WANT_WHAT_IS_KEPT = f"""
    INSERT INTO offline_copy (item_id, state, wanted_at, next_try_at)
    SELECT a.item_id, 'wanted', :at, :at
    FROM (SELECT item_id FROM mark WHERE starred_at IS NOT NULL UNION SELECT item_id FROM collection_item) AS k
    CROSS JOIN article AS a ON a.item_id = k.item_id CROSS JOIN source AS s ON s.id = a.source_id
    LEFT JOIN source_choice AS c ON c.source_id = s.id
    WHERE {_LIVE_SOURCE} AND {_SWITCH} IS NULL AND a.hidden = 0
    AND NOT EXISTS (SELECT 1 FROM offline_copy AS o WHERE o.item_id = a.item_id)
"""


def _page_to_keep(row: Row) -> PageToKeep:
    return PageToKeep(
        item_id=ItemId(row["item_id"]),
        title=row["title"],
        url=row["url"],
        source_id=SourceId(row["source_id"]),
        source_url=row["source_url"],
        homepage=row["homepage"],
        organisation_id=row["organisation_id"],
        only_pictures=bool(row["is_page"]) or row["state"] == "partly",
        validators=Validators(etag=row["etag"], last_modified=row["last_modified"]) if row["shown"] else Validators(),
        shown_words=row["words"] if row["shown"] else None,
    )
