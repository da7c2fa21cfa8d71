"""The list of sources: keyboard and mouse, the current row, and several that are selected.

Shift and Ctrl select several at any time; in the mode "several" every press or Space selects one more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.sources.source_delegate import SourceDelegate
from caregiver_app.ui.sources.source_model import AnyIndex, SourceListModel
from caregiver_app.ui.theme import Theme

_ONE = QAbstractItemView.SelectionMode.ExtendedSelection


class SourceList(QListView):
    """`picked` comes when another source becomes the current one, `opened` when it is pressed or entered.

    `several_selected` carries how many are selected whenever that changes.
    """

    picked = Signal(object)
    opened = Signal(object)
    several_selected = Signal(int)

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
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.drawing = SourceDelegate(theme, now, ring=ring, parent=self)
        self.setItemDelegate(self.drawing)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)
        theme.changed.connect(self._relayout)
        self._relayout()

    @property
    def selected(self) -> tuple[SourceId, ...]:
        """The sources that are selected, in the order of the list."""
        rows = (self._rows.row_at(index) for index in sorted(self.selectedIndexes()))
        return tuple(row.source.id for row in rows if row is not None and row.source is not None)

    def set_several(self, several: bool) -> None:
        """Let each press or Space select one more, with a box before each row; or go by the current row again."""
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.MultiSelection if several else mode.ExtendedSelection)
        self.drawing.set_boxes(several)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def select(self, source_ids: Collection[SourceId]) -> None:
        """Select exactly these of the sources that are shown."""
        wanted = frozenset(source_ids)
        chosen = QItemSelection()
        for source_id in self._rows.ids():
            if source_id in wanted:
                index = self._rows.index_of(source_id)
                chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell how many are selected."""
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.several_selected.emit(len(self.selectedIndexes()))

    def show_current(self, source_id: SourceId | None) -> None:
        """Make a source the current row without telling anybody; none where it is not here."""
        self._quiet = True
        index = self._rows.index_of(source_id)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        if index.isValid():
            self.scrollTo(index)

    def neighbour_of(self, source_ids: Collection[SourceId]) -> SourceId | None:
        """Return the source that follows these, else one before, None when there is no other."""
        gone = frozenset(source_ids)
        order = self._rows.ids()
        last = max((place for place, source_id in enumerate(order) if source_id in gone), default=-1)
        around = (*order[last + 1 :], *reversed(order[: max(0, last)]))
        return next((source_id for source_id in around if source_id not in gone), None)

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
        if len(self.selectedIndexes()) > 1 or self.selectionMode() is not _ONE:
            return
        if row is not None and row.source is not None:
            self.opened.emit(row)

    def _relayout(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(44))
        self.scheduleDelayedItemsLayout()
