"""Two columns, the main one and one beside it, that stand below each other where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.layouts import Column, Row

_MAIN, _SIDE = 62, 38
_GAP = 16


class TwoColumns(QWidget):
    """Put parts into `main` and `side`. Stacked, the main column comes first."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = Row(theme, gap=_GAP, parent=self)
        self.main = Column(theme, gap=_GAP)
        self.side = Column(theme, gap=_GAP)
        for inner, share in ((self.main, _MAIN), (self.side, _SIDE)):
            holder = QWidget()
            outer = Column(theme, parent=holder)
            outer.addLayout(inner)
            outer.addStretch(1)
            self._row.addWidget(holder, share, Qt.AlignmentFlag(0))

    def set_narrow(self, narrow: bool) -> None:
        """Stand the columns below each other, or beside each other again."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
