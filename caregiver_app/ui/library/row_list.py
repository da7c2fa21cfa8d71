"""The list of pages: keyboard and mouse, current row, marked rows. What stands in it is the model's business."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.library.list_model import ArticleListModel
from caregiver_app.ui.library.page_delegate import PageDelegate
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.row_model import AnyIndex
from caregiver_app.ui.widgets.row_view import RowView

_BATCH = 200


class RowList(RowView):
    """Shows an `ArticleListModel`. One row is current; with Shift and Ctrl several can be marked, to be shared at once.

    `opened` comes when a row is pressed, `enter_pressed` on Enter: its row may still be on its way.
    """

    enter_pressed = Signal()

    def __init__(
        self, theme: Theme, model: ArticleListModel, *, ring: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("Pages"), model, parent=parent)
        self._articles = model
        self.setUniformItemSizes(False)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.draw_with(PageDelegate(theme, ring=ring))

    @property
    def current_row(self) -> ArticleRow | None:
        """The row that is current, None when there is none."""
        return self._articles.row_at(self.currentIndex())

    @property
    def marked_rows(self) -> tuple[ArticleRow, ...]:
        """The rows that are marked together, in their order; empty where it is one alone."""
        places = sorted(index.row() for index in self.selectedIndexes())
        if len(places) < 2:
            return ()
        rows = (self._articles.row_at(self._articles.index(place)) for place in places)
        return tuple(row for row in rows if row is not None)

    def open_at(self, index: AnyIndex) -> None:
        """Tell that a row is wanted, but not while several are being marked."""
        if len(self.selectedIndexes()) < 2:
            super().open_at(index)

    def show_current(self, item_id: ItemId | None) -> None:
        """Make the row of an item the current one without telling anybody; none where it is not loaded."""
        self.show_quietly(QModelIndex() if item_id is None else self._articles.index_of(item_id))

    def pick(self, index: AnyIndex) -> None:
        """Make a row the current one, in sight, and tell."""
        if index.isValid():
            self.setCurrentIndex(self._articles.index(index.row()))
            self.scrollTo(self.currentIndex())

    def pick_new(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) unread row; return False when there is none."""
        current = self.currentIndex()
        start = current.row() if current.isValid() else -1 if step > 0 else self._articles.rowCount()
        index = self._articles.next_new(start, step)
        self.pick(index)
        return index.isValid()

    @property
    def first_seen(self) -> ItemId | None:
        """The row at the upper edge, None while the list stands at its beginning."""
        if not self.verticalScrollBar().value():
            return None
        row = self._articles.row_at(self.indexAt(self.viewport().rect().topLeft()))
        return row.id if row is not None else None

    def return_to(self, item_id: ItemId) -> None:
        """Bring a row back to the upper edge."""
        index = self._articles.index_of(item_id)
        if index.isValid():
            self.doItemsLayout()
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def find_place(self) -> None:
        """Make the first row the current one when none is, without telling anybody."""
        first = self._articles.row_at(self._articles.index(0))
        if not self.currentIndex().isValid() and first is not None:
            self.show_current(first.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter. Space alone does nothing: a row is never opened by accident; with Ctrl it marks."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a place for the keyboard from the start, without opening anything."""
        super().focusInEvent(event)
        self.find_place()
