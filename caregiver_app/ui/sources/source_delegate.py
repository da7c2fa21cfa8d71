"""Paints the rows of the sources page: a heading, or title, numbers and state of a source."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyleOptionViewItem

from caregiver_app.model.source import Source
from caregiver_app.model.time import Millis
from caregiver_app.ui.sources.source_model import SourceRow
from caregiver_app.ui.sources.source_words import numbers_line, pills_of
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.draw import IconLook, pill_size
from caregiver_app.ui.widgets.row_painter import RowDelegate, RowPainter

_HEADING = 44
_PADDING = 18
_TOP = 12
_LINE_GAP, _PILL_GAP = 2, 6
_PILL = 26
_BOX = 26


class SourceDelegate(RowDelegate[SourceRow]):
    """Draws a box to tick before each source while several are selected."""

    def __init__(self, theme: Theme, now: Callable[[], Millis], *, ring: Callable[[], bool]) -> None:
        super().__init__(theme, ring=ring)
        self._now = now
        self._boxes = False

    def set_boxes(self, boxes: bool) -> None:
        """Draw a box to tick before each source, or none."""
        self._boxes = boxes

    def height_of(self, row: SourceRow, _option: QStyleOptionViewItem) -> int:
        """Return the height of a heading or of a source."""
        if row.source is None:
            return self._theme.px(_HEADING)
        lines = self._theme.line_height(TypeRole.BODY) + self._theme.line_height(TypeRole.SMALL)
        return lines + self._theme.px(2 * _TOP + _LINE_GAP + _PILL_GAP + _PILL)

    def draw(self, row: SourceRow, on: RowPainter) -> None:
        """Draw a heading or a source."""
        padding = self._theme.px(_PADDING)
        inner = on.bounds.adjusted(padding, 0, -padding, 0)
        if row.source is None:
            inner.setTop(inner.top() + self._theme.px(8))
            on.draw_words(inner, row.heading, TypeRole.SMALL_STRONG, self._theme.tokens.text_2)
            return
        on.draw_ground()
        if self._boxes:
            inner.setLeft(inner.left() + self._draw_box(inner, on))
        self._draw_source(row.source, inner, on)

    def _draw_source(self, source: Source, inner: QRect, on: RowPainter) -> None:
        theme = self._theme
        title = QRect(inner.x(), inner.y() + theme.px(_TOP), inner.width(), theme.line_height(TypeRole.BODY))
        below = title.y() + title.height() + theme.px(_LINE_GAP)
        numbers = QRect(inner.x(), below, inner.width(), theme.line_height(TypeRole.SMALL))
        on.draw_words(title, source.title, TypeRole.STRONG)
        on.draw_words(numbers, numbers_line(source, self._now()), TypeRole.SMALL, theme.tokens.text_2)
        self._draw_pills(source, inner, numbers.y() + numbers.height() + theme.px(_PILL_GAP), on)

    def _draw_box(self, inner: QRect, on: RowPainter) -> int:
        """Draw the box to tick; return how far it pushes the words."""
        tokens, px = self._theme.tokens, self._theme.px
        side = px(_BOX)
        place = QRect(inner.x(), inner.y() + (inner.height() - side) // 2, side, side)
        fill, edge = (tokens.accent, tokens.on_selection) if on.current else (tokens.surface, tokens.line_strong)
        on.draw_box(place, radius=px(6), fill=fill, edge=edge, width=max(2, self._theme.edge))
        if on.current:
            on.draw_icon(place, IconLook(icon=Icon.CHECK, colour=tokens.on_accent, size=20))
        return side + px(12)

    def _draw_pills(self, source: Source, inner: QRect, y: int, on: RowPainter) -> None:
        x, end = inner.x(), inner.x() + inner.width()
        for look in pills_of(source):
            size = pill_size(self._theme, look)
            on.draw_pill(QRect(x, y, min(size.width(), end - x), size.height()), look)
            x += size.width() + self._theme.px(8)
