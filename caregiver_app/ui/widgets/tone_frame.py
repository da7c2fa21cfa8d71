"""A tinted box with a bar at the side where lines start, for whatever stands in it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from caregiver_app.ui.theme import Theme, Tone
from caregiver_app.ui.widgets.draw import draw_box, mirror, rounded
from caregiver_app.ui.widgets.heard_as import teach_role

_RADIUS = 10
_BAR = 6


class ToneFrame(QFrame):
    """Paints the ground of a tone; put a layout into it."""

    def __init__(self, theme: Theme, tone: Tone, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the edge and the bar clipped to the rounding."""
        colours = self._theme.tokens.tone(self._tone)
        radius = self._theme.px(_RADIUS)
        painter = QPainter(self)
        draw_box(painter, self.rect(), radius=radius, fill=colours.ground, edge=colours.line, width=self._theme.edge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(rounded(self.rect(), radius))
        bar = QRect(0, 0, self._theme.px(_BAR), self.height())
        painter.fillRect(mirror(self.layoutDirection(), self.rect(), bar), QColor(colours.line))
        painter.end()


teach_role(ToneFrame, QAccessible.Role.Grouping)
