"""A list of lines, each with a bold first line, one line of facts and at most one pill; thousands of them stay fast.

Lines hold no buttons: what can be done with the current one stands beside the list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.draw import PillLook, draw_box, draw_pill, leading, mirror, pill_size

AnyIndex = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_PADDING, _TOP, _BAR, _GAP = 16, 9, 5, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: `key` for the program, the words for people. What is spoken are all words, each a sentence."""

    key: str
    title: str
    facts: str = ""
    pill: PillLook | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        parts = (self.title, self.facts.replace("  ·  ", ". "), self.pill.text if self.pill is not None else "")
        return " ".join(f"{part.rstrip('.')}." for part in parts if part)


class LineList(QListView):
    """`picked` carries the key of the line that became the current one, empty when there is none."""

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str, *, ring: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self._lines = _Lines(self)
        self.setAccessibleName(name)
        self.setModel(self._lines)
        self.setItemDelegate(_LineDelegate(theme, ring, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self._relayout)
        self._relayout()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines.lines

    @property
    def current(self) -> str:
        """The key of the current line, empty when there is none."""
        line = self._lines.line_at(self.currentIndex())
        return "" if line is None else line.key

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the current one stays while it is among them, and so does the place in the list."""
        if tuple(lines) == self._lines.lines:
            return
        current, place = self.current, self.verticalScrollBar().value()
        self._quiet = True
        self._lines.show(tuple(lines))
        row = self._lines.row_of(current)
        if row is not None:
            index = self._lines.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        self.verticalScrollBar().setValue(place)
        if row is None and current:
            self.picked.emit("")

    def line_height(self) -> int:
        """Return the height of one line at the scale in force."""
        texts = self._theme.line_height(TypeRole.BODY) + self._theme.line_height(TypeRole.SMALL)
        return texts + self._theme.px(2 * _TOP + _GAP)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which line is now current."""
        super().currentChanged(current, previous)
        if not self._quiet:
            line = self._lines.line_at(current)
            self.picked.emit("" if line is None else line.key)

    def _relayout(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(44))
        self.scheduleDelayedItemsLayout()


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: tuple[Line, ...]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def line_at(self, index: AnyIndex) -> Line | None:
        return self.lines[index.row()] if index.isValid() and index.row() < len(self.lines) else None

    def row_of(self, key: str) -> int | None:
        return next((row for row, line in enumerate(self.lines) if line.key == key), None)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line_at(index)
        if line is None:
            return None
        if role == _LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, ring: Callable[[], bool], parent: LineList) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring = ring
        self._list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(0, self._list.line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = index.data(_LINE_ROLE)
        if not isinstance(line, Line):
            return
        painter.save()
        painter.setLayoutDirection(option.direction)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        self._draw_ground(painter, option, current=current)
        self._draw_words(painter, option.rect, line, current=current)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, current: bool) -> None:
        tokens, px, bounds = self._theme.tokens, self._theme.px, QRect(option.rect)
        if current:
            painter.fillRect(bounds, QColor(tokens.selection))
            bar = QRect(bounds.x(), bounds.y(), px(_BAR), bounds.height())
            painter.fillRect(mirror(option.direction, bounds, bar), QColor(tokens.selection_line))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(bounds, QColor(tokens.accent_soft))
        edge = self._theme.edge
        line = QRect(bounds.x(), bounds.y() + bounds.height() - edge, bounds.width(), edge)
        painter.fillRect(line, QColor(tokens.line))
        if self._ring() and option.state & QStyle.StateFlag.State_HasFocus:
            inner = bounds.adjusted(px(2), px(2), -px(2), -px(2))
            draw_box(painter, inner, radius=px(6), fill="", edge=tokens.focus, width=px(3))

    def _draw_words(self, painter: QPainter, bounds: QRect, line: Line, *, current: bool) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        left, width = bounds.x() + px(_PADDING), bounds.width() - px(2 * _PADDING)
        if line.pill is not None:
            width -= self._draw_pill(painter, bounds, line.pill)
        high = self._theme.line_height(TypeRole.BODY)
        title = QRect(left, bounds.y() + px(_TOP), width, high)
        self._draw_line(
            painter,
            _within(painter, bounds, title),
            line.title,
            TypeRole.STRONG,
            tokens.on_selection if current else "",
        )
        facts = QRect(left, title.y() + high + px(_GAP), width, self._theme.line_height(TypeRole.SMALL))
        ink = tokens.on_selection if current else tokens.text_2
        self._draw_line(painter, _within(painter, bounds, facts), line.facts, TypeRole.SMALL, ink)

    def _draw_pill(self, painter: QPainter, bounds: QRect, look: PillLook) -> int:
        """Draw the pill at the end of the line; return the room it takes."""
        size = pill_size(self._theme, look)
        size.setWidth(min(size.width(), bounds.width() // 2))
        end = bounds.x() + bounds.width() - self._theme.px(_PADDING)
        place = QRect(end - size.width(), bounds.y() + (bounds.height() - size.height()) // 2, *size.toTuple())
        direction = painter.layoutDirection()
        draw_pill(painter, self._theme, mirror(direction, bounds, place), look, direction)
        return size.width() + self._theme.px(8)

    def _draw_line(self, painter: QPainter, place: QRect, words: str, role: TypeRole, ink: str) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(QColor(ink or self._theme.tokens.text))
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, leading(painter.layoutDirection()) | Qt.TextFlag.TextSingleLine, fitting)


def _within(painter: QPainter, bounds: QRect, rect: QRect) -> QRect:
    return mirror(painter.layoutDirection(), bounds, rect)
