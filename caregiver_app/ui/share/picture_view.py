"""Pictures of what others will get: pages of a flyer, or a code. Black on white in every theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.layouts import Column

_WIDEST = 620


class Picture(QWidget):
    """One picture, as wide as there is room, never larger than its own points on this screen nor than a page."""

    def __init__(self, theme: Theme, png: bytes, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage.fromData(png)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps its shape."""
        return self._drawn(width).height()

    def sizeHint(self) -> QSize:
        """Return the size it would like."""
        return self._drawn(self._theme.px(_WIDEST))

    def minimumSizeHint(self) -> QSize:
        """It shrinks with the room."""
        return QSize(self._theme.px(120), self._theme.px(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture with an edge around it."""
        size = self._drawn(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self.rect()
        place.setSize(size)
        place.moveLeft((self.width() - size.width()) // 2)
        painter.drawImage(place, self._image)
        painter.setPen(QColor(self._theme.tokens.line_strong))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

    def _drawn(self, width: int) -> QSize:
        own = QSize(
            round(self._image.width() / self.devicePixelRatioF()),
            round(self._image.height() / self.devicePixelRatioF()),
        )
        if own.isEmpty():
            return QSize(0, 0)
        width = min(width, self._theme.px(_WIDEST), max(own.width(), 1))
        return QSize(width, round(own.height() * width / own.width()))


class PicturesView(QWidget):
    """Pictures below each other."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[bytes, ...] = ()
        self._pictures: list[Picture] = []
        self._column = Column(theme, gap=16, parent=self)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """What is shown."""
        return tuple(self._pictures)

    def show_pictures(self, pngs: Sequence[bytes], names: Sequence[str]) -> None:
        """Show other pictures, each called so for those who cannot see it."""
        if tuple(pngs) == self._shown:
            return
        self._shown = tuple(pngs)
        for old in self._pictures:
            self._column.removeWidget(old)
            old.setVisible(False)
            old.deleteLater()
        self._pictures = [Picture(self._theme, png, name) for png, name in zip(pngs, names, strict=True)]
        for picture in self._pictures:
            self._column.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)


def page_names(count: int) -> tuple[str, ...]:
    """Return what the pages of a sheet are called."""
    return tuple(_("Page {number} of {count}").format(number=number + 1, count=count) for number in range(count))
