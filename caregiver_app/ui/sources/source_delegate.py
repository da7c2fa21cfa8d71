"""Paints the rows of the sources page: a heading, or title, numbers and state of a source."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caregiver_app.model.source import Source
from caregiver_app.model.time import Millis
from caregiver_app.ui.sources.source_model import SOURCE_ROLE, SourceRow
from caregiver_app.ui.sources.source_words import numbers_line, pills_of
from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.draw import IconLook, draw_box, draw_icon, draw_pill, leading, mirror, pill_size

AnyIndex = QModelIndex | QPersistentModelIndex

_HEADING = 44
_PADDING = 18
_TOP = 12
_BAR = 5
_BOX = 26


class SourceDelegate(QStyledItemDelegate):
    """`ring` tells whether the place of the keyboard is shown."""

    def __init__(
        self, theme: Theme, now: Callable[[], Millis], *, ring: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self._ring = ring
        self._boxes = False

    def set_boxes(self, boxes: bool) -> None:
        """Draw a box to tick before each source, or none."""
        self._boxes = boxes

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of a heading or of a source."""
        row = index.data(SOURCE_ROLE)
        if not isinstance(row, SourceRow) or row.source is None:
            return QSize(0, self._theme.px(_HEADING))
        lines = self._theme.line_height(TypeRole.BODY) + self._theme.line_height(TypeRole.SMALL)
        return QSize(0, lines + self._theme.px(2 * _TOP + 2 + 6 + 26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row."""
        row = index.data(SOURCE_ROLE)
        if not isinstance(row, SourceRow):
            return
        painter.save()
        painter.setLayoutDirection(option.direction)
        if row.source is None:
            self._draw_heading(painter, option.rect, row.heading)
        else:
            self._draw_ground(painter, option)
            current = bool(option.state & QStyle.StateFlag.State_Selected)
            self._draw_source(painter, option.rect, row.source, current=current)
        painter.restore()

    def _draw_heading(self, painter: QPainter, bounds: QRect, words: str) -> None:
        px = self._theme.px
        place = QRect(
            bounds.x() + px(_PADDING), bounds.y() + px(8), bounds.width() - px(2 * _PADDING), px(_HEADING - 8)
        )
        self._draw_line(
            painter, _within(painter, bounds, place), words, TypeRole.SMALL_STRONG, self._theme.tokens.text_2
        )

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        bounds: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
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

    def _draw_source(self, painter: QPainter, bounds: QRect, source: Source, *, current: bool) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        indent = self._draw_box(painter, bounds, ticked=current) if self._boxes else 0
        left, width = bounds.x() + px(_PADDING) + indent, bounds.width() - px(2 * _PADDING) - indent
        y = bounds.y() + px(_TOP)
        title_height = self._theme.line_height(TypeRole.BODY)
        ink = tokens.on_selection if current else tokens.text
        self._draw_line(
            painter, _within(painter, bounds, QRect(left, y, width, title_height)), source.title, TypeRole.STRONG, ink
        )
        y += title_height + px(2)
        meta_height = self._theme.line_height(TypeRole.SMALL)
        words = numbers_line(source, self._now())
        ink = tokens.on_selection if current else tokens.text_2
        self._draw_line(
            painter, _within(painter, bounds, QRect(left, y, width, meta_height)), words, TypeRole.SMALL, ink
        )
        self._draw_pills(painter, bounds, QRect(left, y + meta_height + px(6), width, 0), source)

    def _draw_box(self, painter: QPainter, bounds: QRect, *, ticked: bool) -> int:
        """Draw the box to tick; return how far it pushes the words."""
        tokens, px = self._theme.tokens, self._theme.px
        place = QRect(bounds.x() + px(_PADDING), bounds.y() + (bounds.height() - px(_BOX)) // 2, px(_BOX), px(_BOX))
        place = _within(painter, bounds, place)
        fill, edge = (tokens.accent, tokens.on_selection) if ticked else (tokens.surface, tokens.line_strong)
        draw_box(painter, place, radius=px(6), fill=fill, edge=edge, width=max(2, self._theme.edge))
        if ticked:
            look = IconLook(icon=Icon.CHECK, colour=tokens.on_accent, size=20)
            draw_icon(painter, self._theme, place, look, painter.layoutDirection())
        return px(_BOX + 12)

    def _draw_pills(self, painter: QPainter, bounds: QRect, place: QRect, source: Source) -> None:
        looks = pills_of(source)
        x = place.x()
        for look in looks:
            size = pill_size(self._theme, look)
            rect = QRect(x, place.y(), min(size.width(), place.x() + place.width() - x), size.height())
            direction = painter.layoutDirection()
            draw_pill(painter, self._theme, mirror(direction, bounds, rect), look, direction)
            x += size.width() + self._theme.px(8)

    def _draw_line(self, painter: QPainter, place: QRect, words: str, role: TypeRole, ink: str) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(QColor(ink))
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, leading(painter.layoutDirection()) | Qt.TextFlag.TextSingleLine, fitting)


def _within(painter: QPainter, bounds: QRect, rect: QRect) -> QRect:
    return mirror(painter.layoutDirection(), bounds, rect)
