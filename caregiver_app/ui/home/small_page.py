"""A page of a sheet, small: black on white in every theme. It holds a picture in memory alone, until told to forget."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from caregiver_app.ui.theme import Theme

_WIDTH, _HEIGHT = 132, 187
"""A4, as large as one can tell a sheet from another by its look."""
_SKETCH = ((20, 60, 8), (40, 92, 4), (52, 80, 4), (76, 40, 6), (92, 92, 4), (104, 86, 4), (128, 48, 6), (144, 92, 4))
_SKETCH_X = 20
"""Lines that stand for words: how far down, how long, how high."""


class SmallPage(QWidget):
    """`pressed` comes with a click; whoever uses keys has the button beside it."""

    pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    @property
    def has_picture(self) -> bool:
        """Whether a page is shown, and not the sketch of one."""
        return not self._image.isNull()

    def show_picture(self, png: bytes) -> None:
        """Show a page."""
        self._image = QImage.fromData(png)
        self.update()

    def forget(self) -> None:
        """Hold no picture any more."""
        self._image = QImage()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the paper."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click that ends where it began."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper with an edge around it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        if self.has_picture:
            painter.drawImage(self._place(), self._fitting())
        else:
            self._draw_sketch(painter)
        painter.setPen(QColor(self._theme.tokens.line_strong))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _draw_sketch(self, painter: QPainter) -> None:
        """Draw what any sheet looks like: its own picture is being made, or of several people nobody's is guessed."""
        px = self._theme.px
        for y, length, height in _SKETCH:
            line = QRect(px(_SKETCH_X), px(y), px(length), px(height))
            place = QStyle.visualRect(self.layoutDirection(), self.rect(), line)
            painter.fillRect(place, QColor(Qt.GlobalColor.lightGray))

    def _place(self) -> QRect:
        place = QRect(QPoint(), self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(self.rect().center())
        return place

    def _fitting(self) -> QImage:
        """Return the picture as large as the screen shows it: a painter that shrinks it leaves letters in crumbs."""
        size = self._place().size() * self.devicePixelRatioF()
        return self._image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
