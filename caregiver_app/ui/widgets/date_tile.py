"""A tile that shows a day: "Today" or the weekday above a large number. Today's is filled."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.draw import draw_box

_WIDTH, _HEIGHT = 56, 60
_RADIUS = 12
_SIDE = 6


class DateTile(QLabel):
    """`above` is "Today" or a short weekday, `number` the day of the month; `spoken` is the day in full words."""

    def __init__(
        self,
        theme: Theme,
        *,
        above: str,
        number: str,
        spoken: str,
        is_today: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._above, self._number, self._is_today = above, number, is_today
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(number)
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size of the tile: wider where the word above needs it."""
        above = QFontMetrics(self._theme.font(TypeRole.SMALL_STRONG)).horizontalAdvance(self._above)
        return QSize(max(self._theme.px(_WIDTH), above + 2 * self._theme.px(_SIDE)), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the whole size: it is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile in place of the label's own text."""
        tokens, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        fill = tokens.accent if self._is_today else tokens.surface
        edge = tokens.accent if self._is_today else tokens.line_strong
        draw_box(painter, self.rect(), radius=px(_RADIUS), fill=fill, edge=edge, width=self._theme.edge)
        painter.setPen(QColor(tokens.on_accent if self._is_today else tokens.text))
        half = self.height() // 2 - px(3)
        upper = QRect(0, px(5), self.width(), half - px(5))
        lower = QRect(0, half, self.width(), self.height() - half - px(4))
        painter.setFont(self._theme.font(TypeRole.SMALL_STRONG))
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._above)
        painter.setFont(self._theme.font(TypeRole.TITLE))
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._number)
        painter.end()
