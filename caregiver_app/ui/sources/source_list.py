"""The list of sources: keyboard and mouse, current row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.sources.source_delegate import SourceDelegate
from caregiver_app.ui.sources.source_model import AnyIndex, SourceListModel
from caregiver_app.ui.theme import Theme


class SourceList(QListView):
    """`picked` comes when another source becomes the current one, `opened` when it is pressed or entered."""

    picked = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        model: SourceListModel,
        now: Callable[[], Millis],
        *,
        ring: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._quiet = False
        self.setAccessibleName(_("Sources"))
        self.setModel(model)
        self.setItemDelegate(SourceDelegate(theme, now, ring=ring, parent=self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)
        theme.changed.connect(self._relayout)
        self._relayout()

    def show_current(self, source_id: SourceId | None) -> None:
        """Make a source the current row without telling anybody; none where it is not here."""
        self._quiet = True
        index = self._rows.index_of(source_id)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        if index.isValid():
            self.scrollTo(index)

    def neighbour_of(self, source_id: SourceId) -> SourceId | None:
        """Return the source that follows, else the one before, None when there is no other."""
        place = self._rows.index_of(source_id).row()
        order = [*range(place + 1, self._rows.rowCount()), *reversed(range(max(0, place)))]
        for other in order:
            row = self._rows.row_at(self._rows.index(other))
            if row is not None and row.source is not None:
                return row.source.id
        return None

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which source is now current."""
        super().currentChanged(current, previous)
        row = self._rows.row_at(current)
        if row is not None and not self._quiet:
            self.picked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if row is not None and row.source is not None:
            self.opened.emit(row)

    def _relayout(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(44))
        self.scheduleDelayedItemsLayout()
