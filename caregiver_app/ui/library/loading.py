"""Brings rows from the library into the list model: the first page of a new list, and further ones on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.search import ArticleQuery
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.list_model import ArticleListModel
from caregiver_app.ui.library.questions import FIRST_ROWS, FirstPage, first_page, further_page

if TYPE_CHECKING:
    from caregiver_app.library.articles import Page, PageKey

_KEY = "list"
_MOST_AGAIN = 1_000


class ListLoader(QObject):
    """Keeps the model showing the newest question. `loaded` comes with each first page."""

    loaded = Signal(object)

    def __init__(self, desk: Desk, model: ArticleListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._query = ArticleQuery()
        self._next: PageKey | None = None
        self._waiting = False
        self._begun = False
        model.more_wanted.connect(self._load_more)

    @property
    def query(self) -> ArticleQuery:
        """The newest question."""
        return self._query

    @property
    def waiting(self) -> bool:
        """True while the answer to the newest question is on its way."""
        return self._waiting

    @property
    def begun(self) -> bool:
        """True once a list was asked for."""
        return self._begun

    def prepare(self, query: ArticleQuery) -> None:
        """Have the first list be another; asks for nothing yet."""
        self._query = query

    def load(self, query: ArticleQuery, *, rows: int = FIRST_ROWS) -> None:
        """Ask for the first `rows` of a list; a question that is still open is broken off."""
        self._query = query
        self._next = None
        self._waiting = True
        self._begun = True
        self._desk.ask(
            self, lambda library: first_page(library, query, rows=rows), self._show, key=_KEY, failed=self._first_failed
        )

    def reload(self) -> None:
        """Ask for the same list again, as far as it was loaded."""
        self.load(self._query, rows=min(_MOST_AGAIN, max(FIRST_ROWS, self._model.rowCount())))

    def _first_failed(self, _error: BaseException) -> None:
        self._waiting = False

    def _show(self, page: FirstPage) -> None:
        self._waiting = False
        self._query = page.query
        self._next = page.next
        self._model.set_own_sources(page.own)
        self._model.show_rows(page.rows, has_more=page.next is not None)
        self.loaded.emit(page)

    def _load_more(self) -> None:
        query, after = self._query, self._next
        if after is None:
            return
        self._desk.ask(
            self,
            lambda library: further_page(library, query, after),
            self._append,
            key=_KEY,
            failed=lambda _error: self._model.more_failed(),
        )

    def _append(self, page: Page) -> None:
        self._next = page.next
        self._model.append_rows(page.rows, has_more=page.next is not None)
