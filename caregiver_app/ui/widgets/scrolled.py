"""One part that keeps its own size and scrolls down where there is less room, e.g. an empty state with large text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from caregiver_app.ui.widgets.look import set_look


class Scrolled(QScrollArea):
    """Fills its room with `part`; named like it."""

    def __init__(self, part: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(part.accessibleName())
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(part, kind="page")
        self.setWidget(part)
