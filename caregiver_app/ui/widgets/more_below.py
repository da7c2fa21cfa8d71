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
        self._bar = area.verticalScrollBar()
        self.arrow = IconLabel(theme, Icon.CHEV_DOWN, size=_ARROW)
        keeps_room = self.arrow.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # what is below must not jump at the end of the list
        self.arrow.setSizePolicy(keeps_room)
        column = Column(theme, margins=(0, 0, 0, 4), parent=self)
        column.addWidget(self.arrow, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Hairline(theme))
        self._bar.rangeChanged.connect(self._show)
        self._bar.valueChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.setVisible(self._bar.maximum() > 0)
        self.arrow.setVisible(self._bar.value() < self._bar.maximum())
