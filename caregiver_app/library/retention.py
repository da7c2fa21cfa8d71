"""Tidies old articles away in two steps: put aside, so that it can be undone as a whole, then deleted for good.

What a person marked and what a feed still holds is in neither. Each transaction is short: nobody waits for the whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caregiver_app.library.batches import in_batches
from caregiver_app.library.retention_rules import (
    CARRIED,
    KEPT,
    KEPT_BY_THE_PERSON,
    NEWEST_KEPT,
    OLD_MS,
    SIZE,
    TIDIED_OF_A_SOURCE,
)
from caregiver_app.library.source_titles import SHOWN_TITLE
from caregiver_app.model.article import ItemId
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Cancel
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database

PUT_ASIDE_AT_ONCE = 500
DELETED_AT_ONCE = 200
"""Articles of one transaction: some 50 ms. Deleting hands each text to the search index first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TidyPreview:
    """What a tidying would put aside; `sources` are titles with their articles, the most first."""

    articles: int
    size_bytes: int
    sources: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidied:
    """One tidying: when, which is its name too, and how many articles it put aside."""

    at: Millis
    articles: int


class Retention:
    """Decides nothing by itself: `bootstrap.retention` says when."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def preview(self, *, at: Millis) -> TidyPreview:
        """Return what `tidy` would put aside now; changes nothing."""
        found = [(title, ids, self._size(ids)) for title, ids in self._to_tidy(at) if ids]
        return TidyPreview(
            articles=sum(len(ids) for _, ids, _ in found),
            size_bytes=sum(size for _, _, size in found),
            sources=tuple(sorted(((title, len(ids)) for title, ids, _ in found), key=lambda each: (-each[1], each[0]))),
        )

    def tidy(self, *, at: Millis, cancel: Cancel | None = None) -> Tidied:
        """Put old articles aside, under one time for all; those that have to stay after all come back.

        Raises:
            Cancelled: `cancel` was set; what was put aside until then can be undone like the rest.
        """
        self._right_the_clock(at)
        self._give_back_kept(cancel)
        articles = 0
        for _, ids in self._to_tidy(at):
            for some in in_batches(ids, PUT_ASIDE_AT_ONCE, cancel):
                articles += self._put_aside(some, at)
        return Tidied(at=at, articles=articles)

    def last(self) -> Tidied | None:
        """Return the newest tidying that can still be undone."""
        row = self._database.one("SELECT at, count(*) AS n FROM tidied GROUP BY at ORDER BY at DESC LIMIT 1")
        return None if row is None else Tidied(at=Millis(row["at"]), articles=row["n"])

    def undo(self, at: Millis) -> int:
        """Bring back all that the tidying of this time put aside; return how many articles. Unknown times undo nothing.

        An article whose sources were removed meanwhile comes back with its source.
        """
        rows = self._database.rows("SELECT item_id FROM tidied WHERE at = :at", {"at": at})
        for some in in_batches(_ids(rows), PUT_ASIDE_AT_ONCE):
            self._bring_back(some)
        return len(rows)

    def purge(self, *, before: Millis, cancel: Cancel | None = None) -> int:
        """Delete for good what was put aside before a time; return how many articles.

        A mark on each of their entries keeps a feed from bringing them back as new.

        Raises:
            Cancelled: `cancel` was set; each article is there whole or gone whole.
        """
        self._give_back_kept(cancel)
        rows = self._database.rows("SELECT item_id FROM tidied WHERE at < :before", {"before": before})
        for some in in_batches(_ids(rows), DELETED_AT_ONCE, cancel):
            self._delete(some)
        return len(rows)

    def _to_tidy(self, at: Millis) -> Iterator[tuple[str, Sequence[ItemId]]]:
        """Yield the title of each source with what is to be put aside of it."""
        old = self._now(at) - OLD_MS
        sources = self._database.rows(
            f"""
            SELECT s.id, {SHOWN_TITLE} AS title FROM source AS s
            LEFT JOIN source_choice AS c ON c.source_id = s.id LEFT JOIN source_state AS st ON st.source_id = s.id
            ORDER BY s.id
            """
        )
        for source in sources:
            values = {"source": SourceId(source["id"]), "old": old, "newest": NEWEST_KEPT}
            rows = self._database.rows(f"SELECT a.item_id {TIDIED_OF_A_SOURCE} ORDER BY a.item_id", values)
            yield source["title"], _ids(rows)

    def _now(self, at: Millis) -> Millis:
        """Return the time by which articles are old: with a clock that is years ahead, that of the newest article."""
        newest = self._database.value("SELECT max(sort_at) FROM article WHERE hidden = 0")
        return at if newest is None else min(at, Millis(newest))

    def _size(self, ids: Sequence[ItemId]) -> int:
        return int(
            self._database.value(
                f"""
                SELECT coalesce(sum({SIZE}), 0) FROM item_text AS t JOIN article_html AS h ON h.item_id = t.item_id
                WHERE t.item_id IN (SELECT value FROM json_each(:ids))
                """,
                _listed(ids),
            )
        )

    def _put_aside(self, ids: Sequence[ItemId], at: Millis) -> int:
        """Hide articles, save those that a person marked since they were chosen."""
        with self._database.write("retention.tidy") as writer:
            chosen = {**_listed(ids), "at": at}
            writer.execute(
                f"""
                INSERT OR REPLACE INTO tidied (item_id, at) SELECT a.item_id, :at FROM article AS a
                WHERE a.item_id IN (SELECT value FROM json_each(:ids)) AND a.hidden = 0 AND NOT {KEPT}
                """,
                chosen,
            )
            return writer.execute(
                """
                UPDATE article SET hidden = 1 WHERE hidden = 0
                AND item_id IN (SELECT value FROM json_each(:ids)) AND item_id IN (SELECT item_id FROM tidied)
                """,
                chosen,
            )

    def _bring_back(self, ids: Sequence[ItemId]) -> None:
        with self._database.write("retention.undo") as writer:
            writer.execute(
                f"""
                UPDATE article AS a SET hidden = 0
                WHERE a.item_id IN (SELECT value FROM json_each(:ids)) AND ({CARRIED} OR {KEPT_BY_THE_PERSON})
                """,
                _listed(ids),
            )
            writer.execute("DELETE FROM tidied WHERE item_id IN (SELECT value FROM json_each(:ids))", _listed(ids))

    def _give_back_kept(self, cancel: Cancel | None) -> None:
        """Bring back what a feed holds again, or a person marked all the same."""
        rows = self._database.rows(f"SELECT a.item_id FROM tidied AS a WHERE {KEPT}")
        for some in in_batches(_ids(rows), PUT_ASIDE_AT_ONCE, cancel):
            self._bring_back(some)

    def _delete(self, ids: Sequence[ItemId]) -> None:
        with self._database.write("retention.purge") as writer:
            writer.execute(
                """
                INSERT OR IGNORE INTO tombstone (source_id, entry_key, at)
                SELECT e.source_id, e.entry_key, t.at FROM article_entry AS e JOIN tidied AS t ON t.item_id = e.item_id
                WHERE e.item_id IN (SELECT value FROM json_each(:ids))
                """,
                _listed(ids),
            )
            # Before the item: a text that goes by its reference would not be taken out of the search index.
            writer.execute("DELETE FROM item_text WHERE item_id IN (SELECT value FROM json_each(:ids))", _listed(ids))
            writer.execute("DELETE FROM item WHERE id IN (SELECT value FROM json_each(:ids))", _listed(ids))

    def _right_the_clock(self, at: Millis) -> None:
        """Give what was put aside while the clock was ahead the present time, or it would wait for years."""
        if self._database.value("SELECT 1 FROM tidied WHERE at > :at LIMIT 1", {"at": at}) is not None:
            with self._database.write("retention.clock") as writer:
                writer.execute("UPDATE tidied SET at = :at WHERE at > :at", {"at": at})


def _listed(ids: Sequence[ItemId]) -> dict[str, object]:
    return {"ids": json.dumps(list(ids))}


def _ids(rows: Sequence[Row]) -> list[ItemId]:
    return [ItemId(row[0]) for row in rows]
