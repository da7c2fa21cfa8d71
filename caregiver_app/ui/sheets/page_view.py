"""One page of a sheet at a time, as wide as there is room or wider; turned and moved by keyboard too."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QScrollBar, QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.look import set_look

ZOOMS = (1.0, 1.5, 2.0, 3.0)
"""How many times as wide as the room a page may be."""

_CLEAR = 8
_WIDEST = 760
_TURNS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_PageUp: -1,
}
_Act = QAbstractSlider.SliderAction
_MOVES = {
    Qt.Key.Key_PageDown: _Act.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Act.SliderPageStepSub,
    Qt.Key.Key_Down: _Act.SliderSingleStepAdd,
    Qt.Key.Key_Up: _Act.SliderSingleStepSub,
}


class PagePaper(QWidget):
    """The paper itself, black on white in every theme."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()

    def show_image(self, image: QImage, size: QSize) -> None:
        """Show a page at a size."""
        self._image = image
        around = self._theme.px(2 * _CLEAR)
        self.setMinimumSize(size.width() + around, size.height() + around)
        self.update()

    def forget(self) -> None:
        """Hold no picture."""
        self._image = QImage()
        self.setMinimumSize(0, 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page with an edge around it."""
        if self._image.isNull():
            return
        clear = self._theme.px(_CLEAR)
        size = self.minimumSize() - QSize(2 * clear, 2 * clear)
        place = QRect((self.width() - size.width()) // 2, clear, size.width(), size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        painter.setPen(QColor(self._theme.tokens.line_strong))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()


class PageView(QScrollArea):
    """`turned` comes with another page, `resized` when pages of another width would be sharper."""

    turned = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: tuple[bytes, ...] = ()
        self._at = 0
        self._zoom = 0
        self.over: QScrollBar = self.verticalScrollBar()
        self.paper = PagePaper(theme)
        set_look(self.paper, kind="page")
        self.setWidget(self.paper)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._arrange()
        theme.changed.connect(self._arrange)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def at(self) -> int:
        """Which page is shown, from 0."""
        return self._at

    @property
    def zoom(self) -> float:
        """How many times as wide as the room the page is."""
        return ZOOMS[self._zoom]

    @property
    def page_width(self) -> int:
        """How wide a page is on the screen."""
        room = self.viewport().width() - self._theme.px(2 * _CLEAR)
        return max(1, round(min(room, self._theme.px(_WIDEST)) * self.zoom))

    @property
    def is_whole(self) -> bool:
        """Whether all of a page is there, in a part that scrolls."""
        return self.over is not self.verticalScrollBar()

    def roll_with(self, bar: QScrollBar | None) -> None:
        """Be as high as the page, in a part that `bar` moves; with None scroll over the page here.

        `over` is the bar in force.
        """
        self.over = self.verticalScrollBar() if bar is None else bar
        self._arrange()

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Show other pages, at the same place where there is one."""
        self._pages = pages
        self.turn_to(self._at)

    def forget(self) -> None:
        """Hold no page any more."""
        self._pages = ()
        self._at = 0
        self.paper.forget()
        self._arrange()

    def turn_to(self, page: int) -> None:
        """Show a page, the nearest one where there is none of that number."""
        before, self._at = self._at, max(0, min(page, self.count - 1))
        if self._at != before:
            self.over.setValue(0)
        self._arrange()
        self.turned.emit()

    def zoom_by(self, step: int) -> None:
        """Show the page larger or smaller."""
        self._zoom = max(0, min(self._zoom + step, len(ZOOMS) - 1))
        self._arrange()
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn at the end of a page; else move over it."""
        turn, move = _TURNS.get(Qt.Key(event.key()), 0), _MOVES.get(Qt.Key(event.key()))
        bar = self.over
        at_end = bar.value() == (bar.maximum() if turn > 0 else bar.minimum())
        if turn and at_end and 0 <= self._at + turn < self.count:
            self.turn_to(self._at + turn)
            bar.setValue(bar.minimum() if turn > 0 else bar.maximum())
        elif move is not None and self.is_whole:
            bar.triggerAction(move)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """It shrinks with the room."""
        return QSize(self._theme.px(120), self._theme.px(64))

    def sizeHint(self) -> QSize:
        """It takes what is left."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
            self.resized.emit()

    def _arrange(self) -> None:
        down = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self.is_whole else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(down)
        wide = Qt.ScrollBarPolicy.ScrollBarAsNeeded if self._zoom else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(wide)
        # Translators: spoken for the picture of a page
        words = _("Page {number} of {count}").format(number=self._at + 1, count=self.count) if self.count else ""
        self.setAccessibleName(words or _("No page"))
        self.paper.setAccessibleName(words)
        if self.count:
            self._show_page()
        across = self.horizontalScrollBar().sizeHint().height() if self._zoom else 0
        self.setMinimumHeight(self.paper.minimumHeight() + across if self.is_whole else 0)

    def _show_page(self) -> None:
        image = QImage.fromData(self._pages[self._at])
        width = self.page_width
        height = round(image.height() * width / image.width()) if image.width() else 0
        self.paper.show_image(image, QSize(width, height))
