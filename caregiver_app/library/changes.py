"""Which articles changed after they were stored, and from what to what. Reading only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caregiver_app.library.revisions import Revisions
from caregiver_app.library.shown_text import feed_text
from caregiver_app.model.article import Compared, ItemId
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
    compared: Compared = Compared.SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    n: int
    seen_at: Millis
    title: str
    text: str
    of_page: bool

    @property
    def whole(self) -> str:
        return f"{self.title}\n\n{self.text}"


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

        Each is from an earlier text to the next of the same origin, the feed or the whole page.

        Raises:
            UnknownItem: there is no such article.
        """
        shown, feed = self._present(item_id)
        earlier = self._earlier(item_id)
        times = (*(text.seen_at for text in earlier[1:]), shown.seen_at)
        return tuple(
            _change(text, earlier[place + 1 :], shown, feed, at=times[place]) for place, text in enumerate(earlier)
        )[::-1]

    def since(self, item_id: ItemId, n: int) -> TextChange | None:
        """Return what changed from the earlier text `n` to now, None where there is no such text.

        Raises:
            UnknownItem: there is no such article.
        """
        shown, feed = self._present(item_id)
        text = next((each for each in self._earlier(item_id) if each.n == n), None)
        return None if text is None else _change(text, (), shown, feed, at=shown.seen_at)

    def _earlier(self, item_id: ItemId) -> tuple[_Text, ...]:
        return tuple(
            _Text(n=each.n, seen_at=each.seen_at, title=each.title, text=each.text, of_page=each.of_page)
            for each in self._revisions.of(item_id)
        )

    def _present(self, item_id: ItemId) -> tuple[_Text, _Text]:
        """Return the text that is shown and what the feed says; mostly they are one."""
        row = self._database.one(
            """
            SELECT t.title, t.text, coalesce(a.changed_at, a.first_seen_at) AS seen_at, o.item_id IS NOT NULL AS of_page
            FROM item_text AS t JOIN article AS a USING (item_id)
            LEFT JOIN offline_copy AS o ON o.item_id = t.item_id AND o.shown = 1
            WHERE t.item_id = :id AND a.hidden = 0
            """,
            {"id": item_id},
        )
        if row is None:
            raise UnknownItem(str(item_id))
        shown = _Text(
            n=0, seen_at=Millis(row["seen_at"]), title=row["title"], text=row["text"], of_page=bool(row["of_page"])
        )
        said = feed_text(self._database, item_id) if shown.of_page else None
        return shown, shown if said is None else replace(shown, text=said.text, of_page=False)


def _change(before: _Text, later: Sequence[_Text], shown: _Text, feed: _Text, *, at: Millis) -> TextChange:
    """Compare a text with the first of these that is of the same origin, else with what is shown."""
    after = next((each for each in (*later, shown, feed) if each.of_page == before.of_page), shown)
    if after.of_page != before.of_page:
        compared = Compared.UNLIKE
    else:
        compared = Compared.FEED if shown.of_page and not after.of_page else Compared.SHOWN
    return TextChange(
        n=before.n, seen_at=at, title=after.title, before=before.whole, after=after.whole, compared=compared
    )
