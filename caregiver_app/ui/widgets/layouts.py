"""Layouts whose gaps are given in sizes of the design and grow with the text, and one that wraps like words."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QStyle, QWidget

from caregiver_app.ui.theme import Theme

Margins = int | tuple[int, int, int, int]
"""The same on all sides, or left, top, right, bottom, in sizes of the design."""


def _four(margins: Margins) -> tuple[int, int, int, int]:
    return (margins, margins, margins, margins) if isinstance(margins, int) else margins


class ScaledBox(QBoxLayout):
    """A row or column whose margins and gap are sizes of the design; nothing is added that was not asked for."""

    def __init__(
        self,
        theme: Theme,
        direction: QBoxLayout.Direction,
        *,
        margins: Margins = 0,
        gap: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        if parent is None:
            super().__init__(direction)
        else:
            super().__init__(direction, parent)
        self._theme = theme
        self._margins = _four(margins)
        self._gap = gap
        theme.changed.connect(self.rescale)
        self.rescale()

    def set_margins(self, margins: Margins) -> None:
        """Change the margins, in sizes of the design."""
        self._margins = _four(margins)
        self.rescale()

    def add_gap(self, size: int) -> None:
        """Add a gap of its own, in sizes of the design; it is not rescaled, so use it for small corrections only."""
        self.addSpacing(self._theme.px(size))

    def rescale(self) -> None:
        """Take the sizes of the theme in force."""
        left, top, right, bottom = (self._theme.px(side) for side in self._margins)
        self.setContentsMargins(left, top, right, bottom)
        self.setSpacing(self._theme.px(self._gap))


class Column(ScaledBox):
    """Things below each other."""

    def __init__(self, theme: Theme, *, margins: Margins = 0, gap: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(theme, QBoxLayout.Direction.TopToBottom, margins=margins, gap=gap, parent=parent)


class Row(ScaledBox):
    """Things beside each other, from where a line starts."""

    def __init__(self, theme: Theme, *, margins: Margins = 0, gap: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(theme, QBoxLayout.Direction.LeftToRight, margins=margins, gap=gap, parent=parent)


class Flow(QLayout):
    """Things beside each other that wrap to further lines, like words; so a row never asks for a wider window."""

    def __init__(self, theme: Theme, *, gap: int = 8, parent: QWidget | None = None) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._theme = theme
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self.invalidate)

    def addItem(self, item: QLayoutItem) -> None:
        """Take over `item` (Qt calls this)."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things are laid out."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the thing at `index`, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the thing at `index`, None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Never ask for more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that `width` leads to."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew: something inside has changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place everything inside `rect`."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one line, if the width allows it."""
        gap = self._theme.px(self._gap)
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + gap * max(0, len(shown) - 1)
        return self._with_margins(QSize(width, max((item.sizeHint().height() for item in shown), default=0)))

    def minimumSize(self) -> QSize:
        """Return the size of the widest single thing."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, size: QSize) -> QSize:
        margins: QMargins = self.contentsMargins()
        return size.grownBy(margins)

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        gap = self._theme.px(self._gap)
        y = inner.y()
        for line in self._lines(inner.width(), gap):
            height = max(size.height() for _, size in line)
            x = inner.x()
            for item, size in line:
                if move:
                    place = QRect(QPoint(x, y + (height - size.height()) // 2), size)
                    item.setGeometry(QStyle.visualRect(self._direction(), inner, place))
                x += size.width() + gap
            y += height + gap
        bottom = y - gap if self._shown() else y
        return bottom - rect.y() + margins.bottom()

    def _lines(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if not lines or size.width() > left:
                lines.append([])
                left = width
            lines[-1].append((item, size))
            left -= size.width() + gap
        return lines

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
