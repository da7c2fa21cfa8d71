"""A list of lines, each with a bold first line, one line of facts and at most one pill; thousands of them stay fast.

Lines hold no buttons: what can be done with the current one stands beside the list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.row_model import RowModel
from caregiver_app.ui.widgets.row_painter import RowDelegate, RowPainter
from caregiver_app.ui.widgets.row_view import RowView

_PADDING, _TOP, _GAP = 16, 9, 2


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


class LineList(RowView):
    """`picked` carries the `Line` that became the current one, `opened` one that was pressed or entered."""

    def __init__(
        self, theme: Theme, name: str, *, ring: Callable[[], bool], rows: int = 0, parent: QWidget | None = None
    ) -> None:
        """With `rows` it is as high as its lines, or as so many of them where there are more."""
        self._lines = _Lines()
        self._most = rows
        super().__init__(theme, name, self._lines, parent=parent)
        self.setUniformItemSizes(True)
        self.draw_with(_LineDelegate(theme, ring=ring))

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines.rows

    @property
    def current(self) -> str:
        """The key of the current line, empty when there is none."""
        line = self._lines.row_at(self.currentIndex())
        return "" if line is None else line.key

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the current one stays while it is among them, and so does the place in the list."""
        if tuple(lines) == self._lines.rows:
            return
        current, place = self.current, self.verticalScrollBar().value()
        self._lines.show_rows(lines)
        self.show_quietly(self._lines.index_where(lambda line: line.key == current))
        self._relayout()
        self.verticalScrollBar().setValue(place)

    def show_key(self, key: str) -> None:
        """Make the line with this key the current one without telling anybody, and scroll to it."""
        index = self._lines.index_where(lambda line: line.key == key)
        self.show_quietly(index)
        if index.isValid():
            self.scrollTo(index)

    def _relayout(self) -> None:
        super()._relayout()
        if self._most:
            rows = min(self._most, max(1, len(self.lines)))
            self.setFixedHeight(rows * line_height(self._theme) + self._theme.px(2))


class _Lines(RowModel[Line]):
    def text_of(self, row: Line) -> str:
        return row.title

    def spoken_of(self, row: Line) -> str:
        return row.spoken


class _LineDelegate(RowDelegate[Line]):
    def height_of(self, _row: Line, _option: QStyleOptionViewItem) -> int:
        return line_height(self._theme)

    def draw(self, row: Line, on: RowPainter) -> None:
        theme, bounds = self._theme, on.bounds
        padding = theme.px(_PADDING)
        on.draw_ground()
        width = bounds.width() - 2 * padding
        if row.pill is not None:
            width -= on.draw_pill_at_end(row.pill, padding)
        high = theme.line_height(TypeRole.BODY)
        title = QRect(bounds.x() + padding, bounds.y() + theme.px(_TOP), width, high)
        facts = QRect(title.x(), title.y() + high + theme.px(_GAP), width, theme.line_height(TypeRole.SMALL))
        on.draw_words(title, row.title, TypeRole.STRONG)
        on.draw_words(facts, row.facts, TypeRole.SMALL, theme.tokens.text_2)


def line_height(theme: Theme) -> int:
    """Return the height of one line at the scale in force."""
    texts = theme.line_height(TypeRole.BODY) + theme.line_height(TypeRole.SMALL)
    return texts + theme.px(2 * _TOP + _GAP)
