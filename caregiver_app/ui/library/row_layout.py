"""How the parts of a row stand: made once for a row, a width and a theme, then only painted.

Places are laid out as if lines started at the left; the delegate turns them round.
"""

from __future__ import annotations

import re
import unicodedata
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from caregiver_app.model.article import HIT_END, HIT_START
from caregiver_app.ui.library.row_words import RowWords
from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.draw import PillLook, pill_size

TEXT_START = 32
TITLE_LINES = 3
SNIPPET_LINES = 3
_PADDING_END = 18
_PADDING_TOP = 14
_PADDING_COMPACT = 8
_META_GAP = 3
_SNIPPET_GAP = 4
_PILLS_GAP = 6
_BETWEEN_PILLS = 8
_KEPT = 3_000
_LINE_BREAK = "\u2028"  # what a QTextLayout takes for one
_MARKS = re.compile(f"([{HIT_START}{HIT_END}])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of painted text, in UTF-16 units as Qt counts them."""

    start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Lines of text that are ready to be painted into `rect`; `hits` are to be marked."""

    layout: QTextLayout
    rect: QRect
    hits: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPill:
    """A pill and where it stands."""

    look: PillLook
    rect: QRect


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLayout:
    """The whole row; all places are relative to its upper left corner."""

    size: QSize
    title: TextBlock
    meta: TextBlock
    snippet: TextBlock | None
    pills: tuple[PlacedPill, ...]
    first_line: QRect


class RowLayouts:
    """Layouts of rows, the least recently used dropped first."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._layouts: OrderedDict[tuple[RowWords, int, bool], RowLayout] = OrderedDict()
        theme.changed.connect(self.clear)

    def of(self, words: RowWords, width: int, direction: Qt.LayoutDirection) -> RowLayout:
        """Return how a row with these words stands in `width` device-independent pixels."""
        from_right = direction == Qt.LayoutDirection.RightToLeft
        key = (words, width, from_right)
        found = self._layouts.get(key)
        if found is None:
            found = self._layouts[key] = _lay_out(self._theme, words, width, from_right)
            if len(self._layouts) > _KEPT:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(key)
        return found

    def clear(self) -> None:
        """Forget all layouts."""
        self._layouts.clear()


def _lay_out(theme: Theme, words: RowWords, width: int, from_right: bool) -> RowLayout:
    px = theme.px
    left, room = px(TEXT_START), max(px(80), width - px(TEXT_START) - px(_PADDING_END))
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    builder = _Builder(theme=theme, left=left, room=room, side=side)
    padding = px(_PADDING_COMPACT if words.compact else _PADDING_TOP)
    top = padding
    lines = 1 if words.compact else TITLE_LINES
    title = builder.block(words.title, TypeRole.BODY, top, lines=lines, bold=words.unread)
    meta = builder.meta(words, _below(title.rect) + px(_META_GAP))
    snippet = None
    bottom = _below(meta.rect)
    if words.snippet:
        snippet = builder.marked(words.snippet, bottom + px(_SNIPPET_GAP))
        bottom = _below(snippet.rect)
    pills = _place_pills(theme, words.pills, QRect(left, bottom + px(_PILLS_GAP), room, 0))
    if pills:
        bottom = _below(pills[-1].rect)
    return RowLayout(
        size=QSize(width, bottom + padding),
        title=title,
        meta=meta,
        snippet=snippet,
        pills=pills,
        first_line=QRect(0, top, left, theme.line_height(TypeRole.BODY)),
    )


def _below(rect: QRect) -> int:
    return rect.y() + rect.height()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Builder:
    theme: Theme
    left: int
    room: int
    side: Qt.AlignmentFlag

    def block(self, text: str, role: TypeRole, top: int, *, lines: int, bold: bool | None = None) -> TextBlock:
        font = self.theme.font(role, bold=bold)
        line_px = self.theme.line_height(role)
        text, count = _fit(text, font, self.room, lines)
        layout = self._layout(text, font, line_px)
        return TextBlock(layout=layout, rect=QRect(self.left, top, self.room, count * line_px))

    def meta(self, words: RowWords, top: int) -> TextBlock:
        metrics = QFontMetrics(self.theme.font(TypeRole.SMALL))
        if not words.meta_lines or metrics.horizontalAdvance(words.meta) <= self.room:
            return self.block(words.meta, TypeRole.SMALL, top, lines=1)
        lines = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, self.room) for line in words.meta_lines]
        return self.block(_LINE_BREAK.join(lines), TypeRole.SMALL, top, lines=len(lines))

    def marked(self, snippet: str, top: int) -> TextBlock:
        text, hits = read_marks(snippet)
        font = self.theme.font(TypeRole.SMALL)
        line_px = self.theme.line_height(TypeRole.SMALL)
        fitted, count = _fit(text, font, self.room, SNIPPET_LINES)
        shown = tuple(hit for hit in hits if hit.start + hit.length <= len(fitted) - (fitted != text))
        layout = self._layout(fitted, font, line_px)
        return TextBlock(layout=layout, rect=QRect(self.left, top, self.room, count * line_px), hits=shown)

    def _layout(self, text: str, font: QFont, line_px: int) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption(self.side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(_direction_of(text))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        _break_lines(layout, self.room, line_px)
        return layout


def _break_lines(layout: QTextLayout, room: int, line_px: int) -> int:
    """Break the text into lines of `line_px` each; return how many."""
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, count * line_px + (line_px - line.height()) / 2))
        count += 1
    layout.endLayout()
    return count


def _fit(text: str, font: QFont, room: int, lines: int) -> tuple[str, int]:
    """Return `text`, cut with an ellipsis where it needs more than `lines` lines, and how many lines it takes."""
    trial = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    trial.setTextOption(option)
    count = _break_lines(trial, room, 1)
    if count <= lines:
        return text, max(1, count)
    start = trial.lineAt(lines - 1).textStart()
    units = text.encode("utf-16-le")
    head, rest = units[: 2 * start].decode("utf-16-le"), units[2 * start :].decode("utf-16-le")
    return head + QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, room), lines


def _direction_of(text: str) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if _starts_right_to_left(text) else Qt.LayoutDirection.LeftToRight


def _starts_right_to_left(text: str) -> bool:
    """Return True when the first letter with a direction runs from right to left (UAX #9, rules P2 and P3)."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False


def read_marks(snippet: str) -> tuple[str, tuple[Span, ...]]:
    """Return a snippet without the marks around its hits, and where the hits are."""
    text, hits, start = "", [], None
    for piece in _MARKS.split(snippet):
        if piece == HIT_START:
            start = _units(text)
        elif piece == HIT_END:
            if start is not None:
                hits.append(Span(start=start, length=_units(text) - start))
            start = None
        else:
            text += piece
    return text, tuple(hits)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _place_pills(theme: Theme, looks: tuple[PillLook, ...], place: QRect) -> tuple[PlacedPill, ...]:
    """Set pills beside each other, on a further line where the row is too narrow."""
    gap = theme.px(_BETWEEN_PILLS)
    placed: list[PlacedPill] = []
    x, y = place.x(), place.y()
    for look in looks:
        size = pill_size(theme, look).boundedTo(QSize(place.width(), 1 << 20))
        if x > place.x() and x + size.width() > place.x() + place.width():
            x, y = place.x(), y + size.height() + gap // 2
        placed.append(PlacedPill(look=look, rect=QRect(x, y, size.width(), size.height())))
        x += size.width() + gap
    return tuple(placed)
