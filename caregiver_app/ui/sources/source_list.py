"""The list of the sources page: the current row, and several that are selected.

Shift and Ctrl select several at any time; in the mode "several" every press or Space selects one more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from caregiver_app.model.source import SourceId
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.sources.source_delegate import SourceDelegate
from caregiver_app.ui.sources.source_model import SourceListModel
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.row_model import AnyIndex
from caregiver_app.ui.widgets.row_view import RowView

_ONE = QAbstractItemView.SelectionMode.ExtendedSelection
_SEVERAL = QAbstractItemView.SelectionMode.MultiSelection


class SourceList(RowView):
    """`several_selected` carries how many are selected whenever that changes; with several none is opened."""

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
        super().__init__(theme, _("Sources"), model, parent=parent)
        self._sources = model
        self.setSelectionMode(_ONE)
        self._drawing = SourceDelegate(theme, now, ring=ring)
        self.draw_with(self._drawing)

    @property
    def selected(self) -> tuple[SourceId, ...]:
        """The sources that are selected, in the order of the list."""
        rows = (self._sources.row_at(index) for index in sorted(self.selectedIndexes()))
        return tuple(row.source.id for row in rows if row is not None and row.source is not None)

    def set_several(self, several: bool) -> None:
        """Let each press or Space select one more, with a box before each row; or go by the current row again."""
        self.setSelectionMode(_SEVERAL if several else _ONE)
        self._drawing.set_boxes(several)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def select(self, source_ids: Collection[SourceId]) -> None:
        """Select exactly these of the sources that are shown."""
        wanted = frozenset(source_ids)
        chosen = QItemSelection()
        for place, row in enumerate(self._sources.rows):
            if row.source is not None and row.source.id in wanted:
                index = self._sources.index(place)
                chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell how many are selected."""
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.several_selected.emit(len(self.selectedIndexes()))

    def show_current(self, source_id: SourceId | None) -> None:
        """Make a source the current row without telling anybody; none where it is not here."""
        index = self._sources.index_of(source_id)
        self.show_quietly(index)
        if index.isValid():
            self.scrollTo(index)

    def neighbour_of(self, source_ids: Collection[SourceId]) -> SourceId | None:
        """Return the source that follows these, else one before, None when there is no other."""
        gone = frozenset(source_ids)
        order = self._sources.ids()
        last = max((place for place, source_id in enumerate(order) if source_id in gone), default=-1)
        around = (*order[last + 1 :], *reversed(order[: max(0, last)]))
        return next((source_id for source_id in around if source_id not in gone), None)

    def open_at(self, index: AnyIndex) -> None:
        """Tell that a source is wanted, unless several are being selected."""
        if len(self.selectedIndexes()) <= 1 and self.selectionMode() is _ONE:
            super().open_at(index)
