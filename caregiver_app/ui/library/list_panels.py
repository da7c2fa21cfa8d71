"""What opens over the list from the row above it: the choice of what it shows, and the search tips.

Both are imported when they are first asked for: the first window must not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from caregiver_app.ui.desk import Desk
from caregiver_app.ui.library.list_pane import ListPane

_TIPS_WIDTH = 420


class ListPanels(QObject):
    """`add_asked`, `manage_asked` and `shelves_asked` lead on: to a new source, to all sources, to all shelves."""

    add_asked = Signal()
    manage_asked = Signal()
    shelves_asked = Signal()

    def __init__(self, desk: Desk, pane: ListPane, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pane = pane

    def open_picker(self) -> None:
        """Open the choice of what the list shows; nothing opens until it is known what there is."""
        from caregiver_app.ui.library.source_picker import WIDTH, SourcePicker

        found, filters = self._pane.standing, self._pane.filters
        if found is None:
            return
        picker = SourcePicker(self._desk, found, filters.pick)
        picker.picked.connect(lambda pick: self._close_then(lambda: filters.set_pick(pick)))
        picker.add_pressed.connect(lambda: self._close_then(self.add_asked.emit))
        picker.manage_pressed.connect(lambda: self._close_then(self.manage_asked.emit))
        picker.shelves_pressed.connect(self.shelves_asked)
        self._desk.overlay.open_popover(picker, anchor=filters.picker, width=WIDTH)

    def open_tips(self) -> None:
        """Open the search tips."""
        from caregiver_app.ui.library.search_tips import SearchTips

        tips = SearchTips(self._desk.theme, lambda words: self._close_then(lambda: self._search(words)))
        filters = self._pane.filters
        anchor = filters.tips if filters.tips.isVisible() else filters.more
        self._desk.overlay.open_popover(tips, anchor=anchor, width=_TIPS_WIDTH)

    def _close_then(self, action: Callable[[], object]) -> None:
        self._desk.overlay.close_panel()
        action()

    def _search(self, words: str) -> None:
        self._pane.filters.search.search(words)
        self._pane.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)
