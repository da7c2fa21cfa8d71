"""What stands over the list: where one is, and how current the library is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.layouts import Row
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.status_pill import StatusPill


class ListHeading(QWidget):
    """The pill stands beside the title, and below it where its words would be cut there."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pill = StatusPill(theme)
        self._title = PlainLabel(_("Library"), role=TypeRole.DISPLAY)
        self._row = Row(theme, gap=12, parent=self)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange both for the width there is."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Arrange both anew when the pill says something else, or the text has another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        needed = self._title.sizeHint().width() + self._row.spacing() + self.pill.sizeHint().width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if needed <= self.width() else below)
