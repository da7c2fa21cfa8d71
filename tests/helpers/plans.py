"""How SQLite would find the pages of a list, in its own words (EXPLAIN QUERY PLAN)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from caregiver_app.library.article_filters import ArticleFilters
from caregiver_app.library.article_pages import ArticlePages, PageKey
from caregiver_app.library.row_trust import RowTrust
from caregiver_app.library.search_query import read_query
from caregiver_app.model.article import Sort
from caregiver_app.model.search import ArticleQuery
from caregiver_app.storage.driver import Row
from caregiver_app.storage.engine import Database
from tests.helpers.clock import MONDAY
from tests.helpers.library import raw


class ExplainingDatabase(Database):
    """Explains the queries it is asked instead of answering them."""

    plans: tuple[str, ...] = ()

    def rows(self, sql: str, parameters: Mapping[str, object] | None = None) -> Sequence[Row]:
        """Keep how the query would be answered; find nothing."""
        steps = super().rows(f"EXPLAIN QUERY PLAN {sql}", parameters)
        self.plans += ("\n".join(str(step["detail"]) for step in steps),)
        return []


def plans_of(
    folder: Path, query: ArticleQuery, *, sort: Sort, after: PageKey | None = None, few: bool
) -> tuple[str, ...]:
    """Return the plans for a page of the library in `folder`; `few`: what narrows the list may be taken for small."""
    path = folder / "library.db"
    with raw(folder) as connection:
        connection.row_factory = Row
        database = Database(connection, path)
        filters = ArticleFilters(database, RowTrust(database, None))
        conditions = filters.conditions(query, read_query(query.text), now=MONDAY)
        explaining = ExplainingDatabase(connection, path)
        conditions = replace(conditions, few=conditions.few if few else [])
        ArticlePages(explaining).ids(conditions, sort, after=after, limit=50)
    return explaining.plans
