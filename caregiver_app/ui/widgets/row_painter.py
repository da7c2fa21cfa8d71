"""Painting the rows of a list: one delegate for all of them, and what each row is painted with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.draw import IconLook, PillLook, draw_box, draw_icon, draw_pill, leading, mirror
from caregiver_app.ui.widgets.row_model import ROW_ROLE, AnyIndex

R = TypeVar("R")

_BAR = 5
_RING, _RING_GAP, _RING_RADIUS = 3, 2, 6


class RowPainter:
    """One row while it is painted. Places are laid out as if lines started at the left; it turns them round."""

    def __init__(self, painter: QPainter, theme: Theme, option: QStyleOptionViewItem, *, ring: bool) -> None:
        """`ring` says whether the list shows now where the keyboard is."""
        state: QStyle.StateFlag = option.state
        self.painter = painter
        self.bounds: QRect = option.rect
        self.direction: Qt.LayoutDirection = option.direction
        self.current = bool(state & QStyle.StateFlag.State_Selected)
        self.hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self.ringed = ring and bool(state & QStyle.StateFlag.State_HasFocus)
        self._theme = theme

    def ink(self, colour: str) -> str:
        """Return the colour in which something is drawn that is `colour` where the row is not the current one."""
        return self._theme.tokens.on_selection if self.current else colour

    def within(self, rect: QRect) -> QRect:
        """Return where `rect`, laid out from the left edge of the list, is seen."""
        return mirror(self.direction, self.bounds, rect)

    def draw_ground(self) -> None:
        """Draw what lies below a row that is as wide as its list: where one is, the line under it, the ring."""
        tokens, bounds = self._theme.tokens, self.bounds
        if self.current:
            self._fill(bounds, tokens.selection)
            bar = QRect(bounds.x(), bounds.y(), self._theme.px(_BAR), bounds.height())
            self._fill(self.within(bar), tokens.selection_line)
        elif self.hovered:
            self._fill(bounds, tokens.accent_soft)
        # A filled line stays one sharp pixel at 125 and 150 per cent, where a pen blurs.
        edge = self._theme.edge
        self._fill(QRect(bounds.x(), bounds.y() + bounds.height() - edge, bounds.width(), edge), tokens.line)
        if self.ringed:
            gap = self._theme.px(_RING_GAP)
            self.draw_ring(bounds.adjusted(gap, gap, -gap, -gap - edge), radius=self._theme.px(_RING_RADIUS))

    def draw_words(self, place: QRect, words: str, role: TypeRole, colour: str = "") -> None:
        """Draw one line of words; what does not fit ends in an ellipsis. Without `colour` it is that of text."""
        painter, place = self.painter, self.within(place)
        painter.setFont(self._theme.font(role))
        painter.setPen(QColor(self.ink(colour or self._theme.tokens.text)))
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, leading(self.direction) | Qt.TextFlag.TextSingleLine, fitting)

    def draw_lines(self, place: QRect, lines: Sequence[str], role: TypeRole) -> None:
        """Draw lines below each other, each as high as `place`, the first one there."""
        for number, words in enumerate(lines):
            self.draw_words(place.translated(0, number * place.height()), words, role)

    def draw_pill(self, place: QRect, look: PillLook) -> None:
        """Draw a pill over the whole of `place`."""
        draw_pill(self.painter, self._theme, self.within(place), look, self.direction)

    def draw_icon(self, place: QRect, look: IconLook) -> None:
        """Draw an icon in the middle of `place`."""
        draw_icon(self.painter, self._theme, self.within(place), look, self.direction)

    def draw_box(self, place: QRect, *, radius: float, fill: str, edge: str = "", width: int = 0) -> None:
        """Draw a rounded box; an empty colour leaves that part out."""
        draw_box(self.painter, self.within(place), radius=radius, fill=fill, edge=edge, width=width)

    def draw_ring(self, place: QRect, *, radius: float) -> None:
        """Draw the ring of the keyboard along the inside of `place`, with the gap that tells it from what is there."""
        tokens, width = self._theme.tokens, self._theme.px(_RING)
        inner = place.adjusted(width, width, -width, -width)
        self.draw_box(inner, radius=radius, fill="", edge=tokens.focus_gap, width=self._theme.px(_RING_GAP))
        self.draw_box(place, radius=radius, fill="", edge=tokens.focus, width=width)

    def _fill(self, rect: QRect, colour: str) -> None:
        self.painter.fillRect(rect, QColor(colour))


class RowDelegate(QStyledItemDelegate, Generic[R]):
    """Paints the records of a `RowModel`; how high one is and what is drawn of it is for those who make one of it."""

    def __init__(self, theme: Theme, *, ring: Callable[[], bool], role: int = ROW_ROLE) -> None:
        """`ring` tells whether the list shows now where the keyboard is; `role` is under which a record is found."""
        super().__init__()
        self._theme = theme
        self._ring = ring
        self._role = role

    def height_of(self, row: R, option: QStyleOptionViewItem) -> int:
        """Return how high a row is.

        Raises:
            NotImplementedError: who makes a delegate says it.
        """
        raise NotImplementedError

    def draw(self, row: R, on: RowPainter) -> None:
        """Draw a row.

        Raises:
            NotImplementedError: who makes a delegate does it.
        """
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of a row; it is as wide as the list."""
        row: Any = index.data(self._role)
        return QSize() if row is None else QSize(0, self.height_of(row, option))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row."""
        row: Any = index.data(self._role)
        if row is None:
            return
        painter.save()
        painter.setLayoutDirection(option.direction)
        self.draw(row, RowPainter(painter, self._theme, option, ring=self._ring()))
        painter.restore()
