"""A part in the middle of the room there is, no wider than it reads well."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.layouts import Row


class Centred(QWidget):
    """Holds `part`, at most `widest` of the design wide."""

    def __init__(self, theme: Theme, part: QWidget, widest: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._part, self._widest = theme, part, widest
        row = Row(theme, parent=self)
        row.addStretch(1)
        row.addWidget(part, 1000)
        row.addStretch(1)
        theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self._part.setMaximumWidth(self._theme.px(self._widest))
