"""A page of a sheet, small: black on white in every theme. It holds a picture in memory alone, until told to forget."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.ui.theme import Theme

_WIDTH, _HEIGHT = 132, 187
"""A4, as large as one can tell a sheet from another by its look."""


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
        """Whether a page is shown, and not blank paper."""
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
        painter.setPen(QColor(self._theme.tokens.line_strong))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _place(self) -> QRect:
        place = QRect(QPoint(), self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(self.rect().center())
        return place

    def _fitting(self) -> QImage:
        """Return the picture as large as the screen shows it: a painter that shrinks it leaves letters in crumbs."""
        size = self._place().size() * self.devicePixelRatioF()
        return self._image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
