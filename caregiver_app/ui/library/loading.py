"""Brings rows from the library into the list model: the first page of a new list, and further ones on demand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from caregiver_app.model.article import ItemId
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.trust import Stamp
from caregiver_app.ui.desk import Desk, StampsOf
from caregiver_app.ui.library.list_model import ArticleListModel
from caregiver_app.ui.library.questions import FIRST_ROWS, FirstPage, first_page, further_page
from caregiver_app.ui.library.whose_checks import whose_checks

if TYPE_CHECKING:
    from caregiver_app.library.articles import Page, PageKey
    from caregiver_app.library.store import Library

P = TypeVar("P")

_KEY = "list"
_MOST_AGAIN = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stamped(Generic[P]):
    """A page of rows, and whose check stands behind those that are checked."""

    page: P
    whose: Mapping[ItemId, Stamp]


class ListLoader(QObject):
    """Keeps the model showing the newest question. `loaded` comes with each first page."""

    loaded = Signal(object)

    def __init__(self, desk: Desk, model: ArticleListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._query = ArticleQuery()
        self._asked = self._query
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
        self._query = self._asked = query

    def load(self, query: ArticleQuery, *, rows: int = FIRST_ROWS) -> None:
        """Ask for the first `rows` of a list; a question that is still open is broken off."""
        self._query = self._asked = query
        self._next = None
        self._waiting = True
        self._begun = True
        stamps_of = self._desk.stamps_of
        self._desk.ask(
            self,
            lambda library: _first(library, query, rows, stamps_of),
            self._show,
            key=_KEY,
            failed=self._first_failed,
        )

    def reload(self) -> None:
        """Ask for the same list again, as far as it was loaded."""
        self.load(self._asked, rows=min(_MOST_AGAIN, max(FIRST_ROWS, self._model.rowCount())))

    def _first_failed(self, _error: BaseException) -> None:
        self._waiting = False

    def _show(self, stamped: _Stamped[FirstPage]) -> None:
        page = stamped.page
        self._waiting = False
        self._query = page.query
        if page.instead is None:
            self._asked = page.query
        self._next = page.next
        self._model.set_own_sources(page.own)
        self._model.show_rows(page.rows, has_more=page.next is not None, whose=stamped.whose)
        self.loaded.emit(page)

    def _load_more(self) -> None:
        query, after, stamps_of = self._query, self._next, self._desk.stamps_of
        if after is None:
            return
        self._desk.ask(
            self,
            lambda library: _further(library, query, after, stamps_of),
            self._append,
            key=_KEY,
            failed=lambda _error: self._model.more_failed(),
        )

    def _append(self, stamped: _Stamped[Page]) -> None:
        page = stamped.page
        self._next = page.next
        self._model.append_rows(page.rows, has_more=page.next is not None, whose=stamped.whose)


def _first(library: Library, query: ArticleQuery, rows: int, stamps_of: StampsOf) -> _Stamped[FirstPage]:
    page = first_page(library, query, rows=rows)
    return _Stamped(page=page, whose=whose_checks(library, page.rows, stamps_of))


def _further(library: Library, query: ArticleQuery, after: PageKey, stamps_of: StampsOf) -> _Stamped[Page]:
    page = further_page(library, query, after)
    return _Stamped(page=page, whose=whose_checks(library, page.rows, stamps_of))
