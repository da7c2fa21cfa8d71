"""Check boxes with a large box, whose whole row or tile can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.draw import IconLook, draw_box, draw_icon, leading, mirror
from caregiver_app.ui.widgets.plain import without_mnemonic
from caregiver_app.ui.widgets.switched import Switched

_BOX = 26
_GAP = 12
_ROW = 36
_TILE = 56
_TILE_PADDING = 16
_TILE_RADIUS = 12
_ROW_RADIUS = 6


class CheckBox(Switched, QCheckBox):
    """A check box in a row, or in a tile with an edge of its own. Long words take several lines."""

    def __init__(
        self, theme: Theme, text: str, *, tile: bool = False, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        """With `strong` its words are bold, as those of a tile are."""
        super().__init__(without_mnemonic(text), parent)
        self._theme = theme
        self._words = text
        self._tile = tile
        self._strong = strong or tile
        self.setAccessibleName(text.strip())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ringRadius", _TILE_RADIUS if tile else _ROW_RADIUS)
        theme.changed.connect(self.updateGeometry)
        self.hear_switching()

    def set_words(self, text: str) -> None:
        """Change the visible and the spoken text."""
        self._words = text
        self.setText(without_mnemonic(text))
        self.setAccessibleName(text.strip())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Long words take several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which all words are seen."""
        bounds = QRect(0, 0, max(1, width - self._beside_words()), 1 << 16)
        words = self._metrics().boundingRect(bounds, Qt.TextFlag.TextWordWrap, self._words)
        return max(self._lowest(), words.height() + self._theme.px(12))

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        return QSize(self._beside_words() + self._metrics().horizontalAdvance(self._words) + 2, self._lowest())

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a few letters stand in each line."""
        return QSize(min(self.sizeHint().width(), self._beside_words() + self._theme.px(80)), self._lowest())

    def hitButton(self, position: QPoint) -> bool:
        """The whole row or tile can be pressed."""
        return self.rect().contains(position)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is here."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile, the box, the tick and the words."""
        painter = QPainter(self)
        if self._tile:
            self._draw_tile(painter)
        self._draw_box(painter)
        self._draw_words(painter)
        painter.end()

    def _draw_tile(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        picked = self.isChecked() or self.underMouse()
        draw_box(
            painter,
            self.rect(),
            radius=self._theme.px(_TILE_RADIUS),
            fill=tokens.accent_soft if picked else tokens.surface,
            edge=tokens.accent if self.isChecked() else tokens.line_strong,
            width=self._theme.edge,
        )

    def _draw_box(self, painter: QPainter) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        side = px(_BOX)
        rect = QRect(self._padding(), (self.height() - side) // 2, side, side)
        rect = mirror(self.layoutDirection(), self.rect(), rect)
        on = self.isChecked()
        edge = tokens.accent if on else tokens.line_strong
        fill = tokens.accent if on else (tokens.accent_soft if self.underMouse() else tokens.surface)
        draw_box(painter, rect, radius=px(6), fill=fill, edge=edge, width=max(2, self._theme.edge))
        if on:
            look = IconLook(icon=Icon.CHECK, colour=tokens.on_accent, size=20)
            draw_icon(painter, self._theme, rect, look, self.layoutDirection())

    def _draw_words(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        start = self._beside_words() - self._padding()
        rect = QRect(start, 0, self.width() - start - self._padding(), self.height())
        rect = mirror(self.layoutDirection(), self.rect(), rect)
        painter.setFont(self._theme.font(self._role()))
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.text_disabled))
        painter.drawText(rect, leading(self.layoutDirection()) | Qt.TextFlag.TextWordWrap, self._words)

    def _padding(self) -> int:
        return self._theme.px(_TILE_PADDING) if self._tile else 0

    def _beside_words(self) -> int:
        return 2 * self._padding() + self._theme.px(_BOX) + self._theme.px(_GAP)

    def _lowest(self) -> int:
        return self._theme.px(_TILE if self._tile else _ROW)

    def _role(self) -> TypeRole:
        return TypeRole.STRONG if self._strong else TypeRole.BODY

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font(self._role()))
