"""Which articles changed after they were stored, and from what to what. Reading only."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from caregiver_app.library.revisions import Revisions
from caregiver_app.model.article import ItemId
from caregiver_app.model.errors import UnknownItem
from caregiver_app.model.time import Millis
from caregiver_app.storage.engine import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An article that says something else since `seen_at`; `title` is that of now."""

    item_id: ItemId
    title: str
    seen_at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """One change of an article: `before` and `after` are title, an empty line and the plain text.

    `n` is the number of the earlier text (`Revision.n`), `title` that of the later one.
    """

    n: int
    seen_at: Millis
    title: str
    before: str
    after: str


class Changes:
    """The changes of articles."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._revisions = Revisions(database)

    def list(self, *, since: Millis | None = None, limit: int = 100) -> tuple[Change, ...]:
        """Return the articles that changed, the last changed first; only those that did so at or after `since`."""
        rows = self._database.rows(
            """
            SELECT a.item_id, i.title, a.changed_at FROM article AS a JOIN item AS i ON i.id = a.item_id
            WHERE a.changed_at IS NOT NULL AND a.changed_at >= :since AND a.hidden = 0
            ORDER BY a.changed_at DESC, a.item_id DESC LIMIT :limit
            """,
            {"since": since or 0, "limit": limit},
        )
        return tuple(
            Change(item_id=ItemId(row["item_id"]), title=row["title"], seen_at=Millis(row["changed_at"]))
            for row in rows
        )

    def of(self, item_id: ItemId) -> tuple[TextChange, ...]:
        """Return all changes of an article whose earlier texts are kept, the last one first.

        Raises:
            UnknownItem: there is no such article.
        """
        row = self._database.one(
            """
            SELECT t.title, t.text, coalesce(a.changed_at, a.first_seen_at) AS seen_at
            FROM item_text AS t JOIN article AS a USING (item_id) WHERE item_id = :id AND a.hidden = 0
            """,
            {"id": item_id},
        )
        if row is None:
            raise UnknownItem(str(item_id))
        texts = [(each.n, each.seen_at, each.title, each.text) for each in self._revisions.of(item_id)]
        texts.append((0, Millis(row["seen_at"]), row["title"], row["text"]))
        return tuple(
            TextChange(n=n, seen_at=at, title=title, before=f"{old_title}\n\n{old}", after=f"{title}\n\n{new}")
            for (n, _, old_title, old), (_, at, title, new) in pairwise(texts)
        )[::-1]
