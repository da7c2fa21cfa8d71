"""Pages of lists without words to search for: in each order by an index, so that a page costs the same at any depth.

A list begins with whatever is smallest: the few items that fulfil a condition, what is new, or else all in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caregiver_app.library.article_conditions import NEW, Conditions
from caregiver_app.model.article import ArticleRow, ItemId, Sort
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKey:
    """Where a page ended: after this row in a list by time or title, or after so many rows of a ranked search.

    `rest`: in a list that begins with what is due, among those that are not. `links`: so many rows into the links with
    which it ends. `guides`: so many rows into the guides with which it begins.
    """

    sort_at: int = 0
    item_id: int = 0
    offset: int = 0
    title: str = ""
    rest: bool = False
    links: bool = False
    guides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rows of a list; `next` is None when they were the last."""

    rows: tuple[ArticleRow, ...]
    next: PageKey | None


class ArticlePages:
    """Finds which items stand on a page."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ids(
        self, conditions: Conditions, sort: Sort, *, after: PageKey | None, limit: int
    ) -> tuple[list[ItemId], PageKey | None]:
        """Return the items that follow `after`, and where the next page begins, None when this is the last."""
        found = self._database.rows(*_page(conditions, sort, after, limit + 1))
        following = _key_of(found[limit - 1], sort) if len(found) > limit else None
        return [ItemId(row["item_id"]) for row in found[:limit]], following

    def count(self, conditions: Conditions, *, cap: int) -> int:
        """Return how many items a list has, at most `cap`."""
        sql = f"SELECT count(*) FROM (SELECT 1 {_from(conditions, None)} WHERE {conditions.sql} LIMIT :cap)"
        return int(self._database.value(sql, {**conditions.values, "cap": cap}))

    def all_ids(self, conditions: Conditions, *, older_than: int | None = None) -> Sequence[ItemId]:
        """Return all items of a list in no order, with `older_than` only those before that time."""
        older = "" if older_than is None else " AND a.sort_at < :older_than"
        sql = f"SELECT a.item_id {_from(conditions, None)} WHERE {conditions.sql}{older}"
        return [ItemId(row[0]) for row in self._database.rows(sql, {**conditions.values, "older_than": older_than})]


def _page(conditions: Conditions, sort: Sort, after: PageKey | None, limit: int) -> tuple[str, dict[str, object]]:
    values: dict[str, object] = {**conditions.values, "limit": limit}
    falls = sort in (Sort.NEWEST, Sort.DUE)
    place, way = _place(conditions, sort), "DESC" if falls else "ASC"
    where = conditions.sql
    if after is not None:
        where += f" AND ({place}, {_item(conditions, sort)}) {'<' if falls else '>'} (:place, :item)"
        values |= {"place": after.title if sort is Sort.TITLE else after.sort_at, "item": after.item_id}
    sql = f"""
        SELECT a.item_id, {place} AS place {_from(conditions, sort)} WHERE {where}
        ORDER BY {place} {way}, {_item(conditions, sort)} {way} LIMIT :limit
    """
    return sql, values


def _from(conditions: Conditions, sort: Sort | None) -> str:
    """Return the tables to walk through. CROSS JOIN keeps their order (SQLite, the query planner, 7.3)."""
    marks = "LEFT JOIN mark AS m ON m.item_id = a.item_id"
    order = "CROSS JOIN title_order AS o ON o.item_id = a.item_id" if sort is Sort.TITLE else ""
    if conditions.few:
        few = f"FROM (SELECT DISTINCT item_id FROM ({conditions.few[0]})) AS few"
        return f"{few} CROSS JOIN article AS a ON a.item_id = few.item_id {order} {marks}"
    if sort is Sort.TITLE:
        return f"FROM title_order AS o CROSS JOIN article AS a ON a.item_id = o.item_id {marks}"
    if _is_new(conditions):
        return f"FROM new_item AS nw CROSS JOIN article AS a ON a.item_id = nw.item_id {marks}"
    return f"FROM article AS a {marks}"


def _place(conditions: Conditions, sort: Sort) -> str:
    if sort is Sort.TITLE:
        return "o.key"
    return "nw.sort_at" if _walks_new(conditions, sort) else "a.sort_at"


def _item(conditions: Conditions, sort: Sort) -> str:
    if sort is Sort.TITLE:
        return "o.item_id"
    return "nw.item_id" if _walks_new(conditions, sort) else "a.item_id"


def _walks_new(conditions: Conditions, sort: Sort) -> bool:
    return not conditions.few and sort is not Sort.TITLE and _is_new(conditions)


def _is_new(conditions: Conditions) -> bool:
    return NEW in conditions.members


def _key_of(row: Row, sort: Sort) -> PageKey:
    if sort is Sort.TITLE:
        return PageKey(title=row["place"], item_id=row["item_id"])
    return PageKey(sort_at=row["place"], item_id=row["item_id"])
