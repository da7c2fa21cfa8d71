"""The view of every list of records: scrolls down only, one current row, Enter and a press open it.

What a row looks like is its delegate's business, what it says its model's.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.focus import keep_row_in_sight
from caregiver_app.ui.widgets.row_model import AnyIndex, RowModel

_STEP = 44
_IN_SIGHT = 10


class RowView(QListView):
    """`picked` comes when another row becomes the current one, `opened` when one is pressed or entered."""

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, name: str, model: RowModel[Any], *, parent: QWidget | None = None) -> None:
        """`name` is spoken for the whole list."""
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._quiet = False
        self.setAccessibleName(name)
        self.setModel(model)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self.open_at)
        theme.changed.connect(self._relayout)

    def draw_with(self, delegate: QStyledItemDelegate) -> None:
        """Have rows drawn by `delegate`, which belongs to this list from now on."""
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self._relayout()

    def show_quietly(self, index: AnyIndex) -> None:
        """Make a row the current one without telling anybody; none where `index` is invalid."""
        self._quiet = True
        self.selectionModel().setCurrentIndex(
            self._rows.index(index.row()) if index.isValid() else QModelIndex(),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )
        self._quiet = False

    def step(self, by: int) -> bool:
        """Go to the next row that can be reached (1) or the one before (-1); return False at the end."""
        place = self.currentIndex().row() + by
        while 0 <= place < self._rows.rowCount():
            index = self._rows.index(place)
            if self._rows.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return True
            place += by
        return False

    def open_at(self, index: AnyIndex) -> None:
        """Tell that a row is wanted; a heading is none."""
        row = self._rows.row_at(index)
        if row is not None and self._rows.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            self.opened.emit(row)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which row is now current."""
        super().currentChanged(current, previous)
        row = self._rows.row_at(current)
        if row is not None and not self._quiet:
            self.picked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, and keep the current row in sight, also in a page that scrolls around the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_at(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            keep_row_in_sight(self, self._theme.px(_IN_SIGHT))

    def _relayout(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(_STEP))
        self.scheduleDelayedItemsLayout()
