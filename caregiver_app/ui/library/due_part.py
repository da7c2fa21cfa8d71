"""To check: everything that waits to be looked at, in the place of the list of pages and drawn as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from caregiver_app.model.reviews import Review, Reviews
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.due_words import due_words
from caregiver_app.ui.library.list_model import WORDS_ROLE
from caregiver_app.ui.library.page_delegate import PageDelegate
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.layouts import Column
from caregiver_app.ui.widgets.row_model import AnyIndex, RowModel
from caregiver_app.ui.widgets.row_view import RowView
from caregiver_app.ui.widgets.scrolled import Scrolled

_LOW = 360  # below this height (at 100 %) the foot is left out
_LEAST = 80


class DuePart(QWidget):
    """`picked` and `opened` carry a `Review`: one that became the current one, one that was pressed or entered."""

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, *, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._foot: QWidget | None = None
        self._model = _Due(parent=self)
        self.list = RowView(theme, _("To check"), self._model)
        self.list.setUniformItemSizes(False)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.draw_with(PageDelegate(theme, ring=ring))
        text = _("What you checked comes here again when its date has passed or its page has changed.")
        self.empty = Scrolled(EmptyState(theme, Icon.CHECK, _("Nothing is due."), text))
        self._body = QStackedWidget()
        for shown in (self.list, self.empty):
            self._body.addWidget(shown)
        self._column = Column(theme, parent=self)
        self._column.addWidget(self._body, 1)
        self.list.picked.connect(self.picked)
        self.list.opened.connect(self.opened)

    def add_foot(self, foot: QWidget) -> None:
        """Put something below what is due, where there is height for it."""
        self._foot = QWidget()
        column = Column(self._theme, parent=self._foot)
        column.addWidget(Hairline(self._theme))
        column.addWidget(foot)
        self._column.addWidget(self._foot)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height to the rows where there is little."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a height at which a row is seen: the rest scrolls, or goes."""
        return QSize(0, self._theme.px(_LEAST))

    @property
    def reviews(self) -> tuple[Review, ...]:
        """What is shown, in order."""
        return self._model.rows

    def show_reviews(self, reviews: Reviews) -> None:
        """Show what is due; the current row stays while it is among it."""
        current = self._model.row_at(self.list.currentIndex())
        if reviews.due != self._model.rows:
            self._model.show_rows(reviews.due)
            self.list.scheduleDelayedItemsLayout()
            if current is not None:
                self.list.show_quietly(self._model.index_where(lambda row: row.subject == current.subject))
        self._body.setCurrentWidget(self.list if reviews.due else self.empty)

    def _fit(self) -> None:
        if self._foot is not None:
            self._foot.setVisible(self.height() >= self._theme.px(_LOW))


class _Due(RowModel[Review]):
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index) if role == WORDS_ROLE else None
        return due_words(row) if row is not None else super().data(index, role)

    def text_of(self, row: Review) -> str:
        return row.title

    def spoken_of(self, row: Review) -> str:
        return due_words(row).spoken
