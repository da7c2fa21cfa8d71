"""A QR code, black on white in every theme: each of its squares covers the same whole number of the screen's points."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.ui.theme import Theme

_SIDE = 340


class QrPicture(QWidget):
    """`name` is what a screen reader says of it. About 9 cm wide at 100 %, with the quiet zone that it came with."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QImage()
        self._squares = 1
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_code(self, png: bytes, *, scale: int) -> None:
        """Show a code whose squares are `scale` points wide in `png`."""
        self._picture = QImage.fromData(png)
        self._squares = max(1, self._picture.width() // scale)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return its size."""
        side = round(self._drawn_side())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a smaller one could not be scanned."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the code."""
        side = self._drawn_side()
        painter = QPainter(self)
        painter.drawImage(QRectF(0, 0, side, side), self._picture)
        painter.end()

    def _drawn_side(self) -> float:
        ratio = self.devicePixelRatioF()
        points = max(1, int(self._theme.px(_SIDE) * ratio) // self._squares)
        return points * self._squares / ratio
