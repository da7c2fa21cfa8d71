"""New pages as a list that is as high as its rows: one Tab stop, Enter or a press opens a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from caregiver_app.model.trust import Stamp
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.i18n import pgettext
from caregiver_app.ui.library.list_model import WORDS_ROLE
from caregiver_app.ui.library.page_delegate import PageDelegate
from caregiver_app.ui.library.row_words import RowWords, row_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.row_model import AnyIndex, RowModel
from caregiver_app.ui.widgets.row_view import RowView


class NewsRows(RowView):
    """`opened` carries the `ArticleRow` that is wanted."""

    def __init__(self, theme: Theme, *, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        self._news = _News()
        super().__init__(theme, _("New pages"), self._news, parent=parent)
        set_look(self, kind="inside")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.draw_with(PageDelegate(theme, ring=ring))

    @property
    def rows(self) -> tuple[ArticleRow, ...]:
        """What is shown."""
        return self._news.rows

    def show_pages(
        self, rows: Sequence[ArticleRow], *, own: frozenset[SourceId], whose: Mapping[ItemId, Stamp], now: Millis
    ) -> None:
        """Show these pages, checked ones with whose check it was; the current one stays current while it is there."""
        current = self._news.row_at(self.currentIndex())
        words = {row: row_words(row, now=now, own=row.source_id in own, stamp=whose.get(row.id)) for row in rows}
        self._news.show_news({row: calm_words(said) for row, said in words.items()})
        if current is not None:
            self.show_quietly(self._news.index_where(lambda row: row.id == current.id))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows are in the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a place for the keyboard from the start, without opening anything."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._news.rows:
            self.show_quietly(self._news.index(0))

    def _relayout(self) -> None:
        super()._relayout()
        self._fit()

    def _fit(self) -> None:
        if not self.isVisible():
            return  # its width is not known; it comes with the first resize
        self.doItemsLayout()
        height = self.contentsSize().height()  # `sizeHintForRow` asks for rows of no width, where each word has a line
        if height > 0:
            self.setFixedHeight(height)


class _News(RowModel[ArticleRow]):
    def __init__(self) -> None:
        super().__init__()
        self._words: dict[ArticleRow, RowWords] = {}

    def show_news(self, words: Mapping[ArticleRow, RowWords]) -> None:
        self._words = dict(words)
        self.show_rows(words)

    def text_of(self, row: ArticleRow) -> str:
        return row.title

    def spoken_of(self, row: ArticleRow) -> str:
        return self._words[row].spoken

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        return self._words[row] if role == WORDS_ROLE and row is not None else super().data(index, role)


def calm_words(words: RowWords) -> RowWords:
    """Return what a row says without the word that all rows here would say."""
    return replace(words, pills=tuple(pill for pill in words.pills if pill.text != pgettext("page", "New")))
