"""An icon that stands beside words and says nothing by itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.ui.theme import Icon, Theme, Tone
from caregiver_app.ui.widgets.draw import IconLook, draw_icon


class IconLabel(QWidget):
    """Draws one icon in the ink of a tone; screen readers pass it over."""

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        *,
        size: int = 24,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._size = size
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size of the icon."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the icon: it is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        tokens = self._theme.tokens
        colour = tokens.accent if self._tone is None else tokens.tone(self._tone).ink
        painter = QPainter(self)
        look = IconLook(icon=self._icon, colour=colour, size=self._size)
        draw_icon(painter, self._theme, self.rect(), look, self.layoutDirection())
        painter.end()
