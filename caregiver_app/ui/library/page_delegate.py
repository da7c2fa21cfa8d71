"""Paints the rows of the list. One painter for the whole row, so that long lists scroll smoothly."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from caregiver_app.ui.library.list_model import WORDS_ROLE
from caregiver_app.ui.library.row_layout import RowLayout, RowLayouts, TextBlock
from caregiver_app.ui.library.row_words import RowWords
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.row_painter import RowDelegate, RowPainter

_DOT = 10
_DOT_X = 15


class PageDelegate(RowDelegate[RowWords]):
    """Draws title, publisher and day, snippet, pills and unread dot of a page."""

    def __init__(self, theme: Theme, *, ring: Callable[[], bool]) -> None:
        super().__init__(theme, ring=ring, role=WORDS_ROLE)
        self._layouts = RowLayouts(theme)

    def height_of(self, row: RowWords, option: QStyleOptionViewItem) -> int:
        """Return the height of a row in the width of the view."""
        bounds: QRect = option.rect
        return self._layouts.of(row, bounds.width(), option.direction).size.height()

    def draw(self, row: RowWords, on: RowPainter) -> None:
        """Draw a row."""
        layout, tokens = self._layouts.of(row, on.bounds.width(), on.direction), self._theme.tokens
        on.draw_ground()
        if row.unread:
            self._draw_dot(layout, on)
        self._draw_text(layout.title, tokens.text, on)
        self._draw_text(layout.meta, tokens.text_2, on)
        if layout.snippet is not None:
            self._draw_text(layout.snippet, tokens.text, on)
        for pill in layout.pills:
            on.draw_pill(pill.rect.translated(on.bounds.topLeft()), pill.look)

    def _draw_dot(self, layout: RowLayout, on: RowPainter) -> None:
        side, line = self._theme.px(_DOT), layout.first_line
        dot = QRect(self._theme.px(_DOT_X), line.y() + (line.height() - side) // 2, side, side)
        fill = on.ink(self._theme.tokens.accent)
        on.draw_box(dot.translated(on.bounds.topLeft()), radius=side / 2, fill=fill)

    def _draw_text(self, block: TextBlock, colour: str, on: RowPainter) -> None:
        on.painter.setPen(QColor(on.ink(colour)))
        place = on.within(block.rect.translated(on.bounds.topLeft()))
        hits = [self._marked(hit.start, hit.length) for hit in block.hits]
        block.layout.draw(on.painter, QPointF(place.topLeft()), hits)

    def _marked(self, start: int, length: int) -> QTextLayout.FormatRange:
        marked = QTextLayout.FormatRange()
        marked.start, marked.length = start, length
        look = QTextCharFormat()
        look.setBackground(QBrush(QColor(self._theme.tokens.mark)))
        look.setForeground(QBrush(QColor(self._theme.tokens.on_mark)))
        marked.format = look
        return marked
