"""Pages of the library as care notes speak of them: found by their words, remembered by uid and title, opened again.

The library is only asked, never told: what the notes cite stands in the notes alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.bootstrap.today import notes_backed_up_at
from caregiver_app.links.tokens import shown_title
from caregiver_app.model.article import ArticleRow
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis
from caregiver_app.ui.desk import Desk

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryPage:
    """A page that may be cited."""

    uid: str
    title: str = field(repr=False)
    publisher: str = field(repr=False)
    address: str = field(repr=False)


class LibraryPages:
    """Asks in the library's own thread."""

    def __init__(self, desk: Desk, open_row: Callable[[ArticleRow], object]) -> None:
        """`open_row` shows a page in the library."""
        self._desk = desk
        self._open_row = open_row

    def find(self, owner: QObject, words: str, done: Callable[[tuple[LibraryPage, ...]], None]) -> None:
        """Give `done` the pages that fit the words best; without words the newest."""
        self._desk.ask(owner, lambda library: _find(library, words), done, key="care.pages")

    def last_backup(self, owner: QObject, done: Callable[[Millis | None], None]) -> None:
        """Give `done` the moment of the last backup with care notes; nothing where the library does not answer."""
        self._desk.glance(owner, notes_backed_up_at, done)

    def open(self, owner: QObject, uid: str, gone: Callable[[], object]) -> None:
        """Open a page in the library, or call `gone` where it is no longer there."""

        def show(row: ArticleRow | None) -> None:
            if row is None:
                gone()
            else:
                self._open_row(row)

        self._desk.ask(owner, lambda library: _row_of(library, uid), show)


def _find(library: Library, words: str) -> tuple[LibraryPage, ...]:
    query = ArticleQuery(text=words, ranked=False, begun=True)
    rows = library.articles.page(query, limit=_MOST).rows
    found = ((row, library.item_uids.uid_of(row.id)) for row in rows)
    return tuple(
        LibraryPage(uid=uid, title=row.title, publisher=_publisher(row), address=row.url or "")
        for row, uid in found
        if uid is not None
    )


def _publisher(row: ArticleRow) -> str:
    return row.organisation or shown_title(row.source_title)


def _row_of(library: Library, uid: str) -> ArticleRow | None:
    item_id = library.item_uids.item_of(uid)
    return None if item_id is None else next(iter(library.articles.rows_of([item_id])), None)
