"""Paints the rows of the list. One painter for the whole row, so that long lists scroll smoothly."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caregiver_app.ui.library.list_model import WORDS_ROLE
from caregiver_app.ui.library.row_layout import RowLayout, RowLayouts, TextBlock
from caregiver_app.ui.library.row_words import RowWords
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.draw import draw_box, draw_pill, mirror

_DOT = 10
_DOT_X = 15
_BAR = 5
_RING = 3
_RING_GAP = 2

AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws title, publisher and day, snippet, pills, unread dot, current-row bar and focus ring."""

    def __init__(self, theme: Theme, *, ring: Callable[[], bool], parent: QObject | None = None) -> None:
        """`ring` tells whether the list shows where the keyboard is."""
        super().__init__(parent)
        self._theme = theme
        self._ring = ring
        self._layouts = RowLayouts(theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the size of a row in the width of the view."""
        words = index.data(WORDS_ROLE)
        if not isinstance(words, RowWords):
            return QSize()
        return self._layout(option, words).size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row."""
        words = index.data(WORDS_ROLE)
        if not isinstance(words, RowWords):
            return
        row = _Row(painter=painter, theme=self._theme, option=option, layout=self._layout(option, words))
        painter.save()
        row.draw(unread=words.unread, ring=self._ring())
        painter.restore()

    def _layout(self, option: QStyleOptionViewItem, words: RowWords) -> RowLayout:
        bounds: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        return self._layouts.of(words, bounds.width(), direction)


class _Row:
    """One row being painted."""

    def __init__(self, *, painter: QPainter, theme: Theme, option: QStyleOptionViewItem, layout: RowLayout) -> None:
        self._painter = painter
        self._theme = theme
        self._tokens = theme.tokens
        self._layout = layout
        self._bounds: QRect = option.rect
        self._direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        self._current = bool(state & QStyle.StateFlag.State_Selected)
        self._hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self._focused = bool(state & QStyle.StateFlag.State_HasFocus)

    def draw(self, *, unread: bool, ring: bool) -> None:
        self._draw_ground()
        if unread:
            self._draw_dot()
        self._draw_text(self._layout.title, self._ink(self._tokens.text))
        self._draw_text(self._layout.meta, self._ink(self._tokens.text_2))
        if self._layout.snippet is not None:
            self._draw_text(self._layout.snippet, self._ink(self._tokens.text))
        for pill in self._layout.pills:
            draw_pill(self._painter, self._theme, self._place(pill.rect), pill.look, self._direction)
        if ring and self._focused:
            self._draw_ring()

    def _ink(self, colour: str) -> str:
        return self._tokens.on_selection if self._current else colour

    def _place(self, rect: QRect) -> QRect:
        return mirror(self._direction, self._bounds, rect.translated(self._bounds.topLeft()))

    def _fill(self, rect: QRect, colour: str) -> None:
        self._painter.fillRect(rect, QColor(colour))

    def _draw_ground(self) -> None:
        bounds = self._bounds
        if self._current:
            self._fill(bounds, self._tokens.selection)
            bar = QRect(0, 0, self._theme.px(_BAR), bounds.height())
            self._fill(self._place(bar), self._tokens.selection_line)
        elif self._hovered:
            self._fill(bounds, self._tokens.accent_soft)
        # A filled line stays one sharp pixel at 125 and 150 per cent, where a pen blurs.
        edge = self._theme.edge
        self._fill(QRect(bounds.x(), bounds.y() + bounds.height() - edge, bounds.width(), edge), self._tokens.line)

    def _draw_dot(self) -> None:
        side = self._theme.px(_DOT)
        line = self._layout.first_line
        rect = QRect(self._theme.px(_DOT_X), line.y() + (line.height() - side) // 2, side, side)
        colour = self._ink(self._tokens.accent)
        draw_box(self._painter, self._place(rect), radius=side / 2, fill=colour, edge="", width=0)

    def _draw_text(self, block: TextBlock, ink: str) -> None:
        self._painter.setPen(QColor(ink))
        place = self._place(block.rect)
        block.layout.draw(
            self._painter, QPointF(place.topLeft()), [self._marked(hit.start, hit.length) for hit in block.hits]
        )

    def _marked(self, start: int, length: int) -> QTextLayout.FormatRange:
        marked = QTextLayout.FormatRange()
        marked.start, marked.length = start, length
        look = QTextCharFormat()
        look.setBackground(QBrush(QColor(self._tokens.mark)))
        look.setForeground(QBrush(QColor(self._tokens.on_mark)))
        marked.format = look
        return marked

    def _draw_ring(self) -> None:
        width, gap = self._theme.px(_RING), self._theme.px(_RING_GAP)
        outer = self._bounds.adjusted(gap, gap, -gap, -gap - self._theme.edge)
        inner = outer.adjusted(width, width, -width, -width)
        radius = self._theme.px(6)
        draw_box(self._painter, inner, radius=radius, fill="", edge=self._tokens.focus_gap, width=gap)
        draw_box(self._painter, outer, radius=radius, fill="", edge=self._tokens.focus, width=width)
