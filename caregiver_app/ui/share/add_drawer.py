"""Another page for the basket, found by its words in the library. What is sought here is kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ArticleRow
from caregiver_app.model.search import ArticleQuery
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.announce import announce
from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.row_words import short_facts
from caregiver_app.ui.library.search_field import SearchField, is_ranked
from caregiver_app.ui.library.status_words import page_look
from caregiver_app.ui.widgets.drawer import Drawer
from caregiver_app.ui.widgets.line_list import Line, LineList
from caregiver_app.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from caregiver_app.library.store import Library

_MOST = 30
_ROWS = 8


class AddDrawer(Drawer):
    """`chosen` carries the row of the page that was picked."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Add a page"), parent=parent)
        self._desk = desk
        self._rows: tuple[ArticleRow, ...] = ()
        self.search = SearchField(desk.theme, _("Search your library"))
        self.list = LineList(desk.theme, _("Pages"), ring=desk.ring, rows=_ROWS)
        self._none = PlainLabel(ink="text-2", wrap=True)
        self.body.addWidget(self.search)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self._none.setVisible(False)
        self.search.asked.connect(self._ask)
        self.list.opened.connect(self._choose)
        self.search.search("")

    def _ask(self, words: str, complete: bool) -> None:
        ranked = is_ranked(words, complete=complete)
        query = ArticleQuery(text=words.strip(), ranked=ranked, begun=not complete, with_links=True)
        self._desk.ask(self, lambda library: _found(library, query), self._show, key="share.add")

    def _show(self, rows: tuple[ArticleRow, ...]) -> None:
        self._rows = rows
        self.list.show_lines([_line(row) for row in rows])
        self.list.setVisible(bool(rows))
        typed = self.search.text().strip()
        words = "" if rows else _("Nothing found for “{words}”. Try a shorter word.").format(words=typed)
        self._none.setText(words)
        self._none.setVisible(bool(words))
        announce(words)

    def _choose(self, line: Line) -> None:
        row = next((row for row in self._rows if str(row.id) == line.key), None)
        if row is not None:
            self.chosen.emit(row)


def _found(library: Library, query: ArticleQuery) -> tuple[ArticleRow, ...]:
    return library.articles.page(query, limit=_MOST).rows


def _line(row: ArticleRow) -> Line:
    return Line(key=str(row.id), title=row.title, facts=short_facts(row), pill=page_look(row))
