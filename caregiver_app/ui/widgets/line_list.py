"""A list of lines, each with a bold first line, one line of facts and at most one pill; thousands of them stay fast.

Lines hold no buttons: what can be done with the current one stands beside the list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.draw import PillLook
from caregiver_app.ui.widgets.line_places import LinePlaces, place_alike, place_line, plain_height
from caregiver_app.ui.widgets.row_model import RowModel
from caregiver_app.ui.widgets.row_painter import RowDelegate, RowPainter
from caregiver_app.ui.widgets.row_view import RowView

MOST_MEASURED = 300
"""Of more lines all are equally high, so that thousands stay fast."""


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
        self.draw_with(_LineDelegate(self, theme, ring=ring))

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

    def set_rows(self, rows: int) -> None:
        """Be as high as so many lines from now on, with the current one in sight."""
        self._most = rows
        self._relayout()
        self.scrollTo(self.currentIndex())

    def places_of(self, line: Line) -> LinePlaces:
        """Return where the parts of a line stand; of very many lines none is measured."""
        width = self.viewport().width()
        if self.uniformItemSizes():
            return place_alike(self._theme, line.title, line.pill, width)
        return place_line(self._theme, line.title, line.facts, line.pill, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have lines take the room that they need in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._relayout()

    def _relayout(self) -> None:
        super()._relayout()
        self.setUniformItemSizes(len(self.lines) > MOST_MEASURED)
        if self._most:
            self.setFixedHeight(self._height_of_most() + self._theme.px(2))

    def _height_of_most(self) -> int:
        shown = self.lines[: self._most]
        if not shown:
            return plain_height(self._theme)
        return sum(self.places_of(line).height for line in shown)


class _Lines(RowModel[Line]):
    def text_of(self, row: Line) -> str:
        return row.title

    def spoken_of(self, row: Line) -> str:
        return row.spoken


class _LineDelegate(RowDelegate[Line]):
    def __init__(self, view: LineList, theme: Theme, *, ring: Callable[[], bool]) -> None:
        super().__init__(theme, ring=ring)
        self._view = view

    def height_of(self, row: Line, _option: QStyleOptionViewItem) -> int:
        return self._view.places_of(row).height

    def draw(self, row: Line, on: RowPainter) -> None:
        places, corner = self._view.places_of(row), on.bounds.topLeft()
        on.draw_ground()
        if row.pill is not None:
            on.draw_pill(places.pill.translated(corner), row.pill)
        on.draw_lines(places.title.translated(corner), places.title_lines, TypeRole.STRONG)
        on.draw_words(places.facts.translated(corner), row.facts, TypeRole.SMALL, self._theme.tokens.text_2)
