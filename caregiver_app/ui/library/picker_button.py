"""The button that says what the list shows and opens the choice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.draw import IconLook, draw_box, draw_icon, leading, mirror

_HEIGHT = 44
_ICON = 20
_PADDING = 13
_RADIUS = 8


class PickerButton(QPushButton):
    """Drawn like a field: an icon, the title, and a mark that more opens below."""

    def __init__(self, theme: Theme, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._icon = Icon.LIBRARY
        self._narrowed = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_pick(title)
        theme.changed.connect(self.updateGeometry)

    def show_pick(self, title: str, icon: Icon = Icon.LIBRARY, *, narrowed: bool = False) -> None:
        """Say what the list shows; `narrowed` when that is not everything."""
        self._title = title
        self._icon = icon
        self._narrowed = narrowed
        # Translators: spoken for the button that chooses which part of the library is shown
        self.setAccessibleName(_("{title}, choose what the list shows").format(title=title))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that shows the whole title."""
        words = QFontMetrics(self._theme.font(TypeRole.STRONG)).horizontalAdvance(self._title)
        return QSize(words + self._theme.px(2 * (_PADDING + _ICON) + 24), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which a long title ends in an ellipsis."""
        return QSize(self._theme.px(120), self._theme.px(_HEIGHT))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Draw anew when the pointer comes."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Draw anew when the pointer goes."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edge, the icons and the title."""
        tokens, px, direction = self._theme.tokens, self._theme.px, self.layoutDirection()
        painter = QPainter(self)
        fill = tokens.accent_soft if self.underMouse() or self._narrowed else tokens.surface
        edge = tokens.accent if self._narrowed else tokens.line_strong
        draw_box(painter, self.rect(), radius=px(_RADIUS), fill=fill, edge=edge, width=self._theme.edge)
        side, padding = px(_ICON), px(_PADDING)
        start = mirror(direction, self.rect(), QRect(padding, 0, side, self.height()))
        draw_icon(painter, self._theme, start, _look(self._icon, tokens.accent), direction)
        end = mirror(direction, self.rect(), QRect(self.width() - padding - side, 0, side, self.height()))
        draw_icon(painter, self._theme, end, _look(Icon.CHEV_DOWN, tokens.text), direction)
        left = padding + side + px(10)
        words = QRect(left, 0, self.width() - left - padding - side - px(6), self.height())
        painter.setFont(self._theme.font(TypeRole.STRONG))
        painter.setPen(QColor(tokens.text))
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(mirror(direction, self.rect(), words), leading(direction) | Qt.TextFlag.TextSingleLine, title)
        painter.end()


def _look(icon: Icon, colour: str) -> IconLook:
    return IconLook(icon=icon, colour=colour, size=_ICON)
