"""The sign below a list that scrolls: an arrow down while there is more of it further down, and a line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.icon_label import IconLabel
from caregiver_app.ui.widgets.layouts import Column

_ARROW = 18


class MoreBelow(QWidget):
    """Parts what scrolls in `area` from what stands still below it; it is nothing to hear or to press."""

    def __init__(self, theme: Theme, area: QScrollArea, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bar = area.verticalScrollBar()
        self._most, self._place = bar.maximum(), bar.value()
        self.arrow = IconLabel(theme, Icon.CHEV_DOWN, size=_ARROW)
        keeps_room = self.arrow.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # what is below must not jump at the end of the list
        self.arrow.setSizePolicy(keeps_room)
        column = Column(theme, margins=(0, 0, 0, 4), parent=self)
        column.addWidget(self.arrow, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Hairline(theme))
        bar.rangeChanged.connect(self._take_range)
        bar.valueChanged.connect(self._take_place)
        self._show()

    def _take_range(self, _least: int, most: int) -> None:
        self._most = most
        self._show()

    def _take_place(self, place: int) -> None:
        self._place = place
        self._show()

    def _show(self) -> None:
        # What the bar said, never the bar itself: where the window goes, it speaks for the last time from beyond.
        self.setVisible(self._most > 0)
        self.arrow.setVisible(self._place < self._most)
