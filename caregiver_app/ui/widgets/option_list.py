"""A list of things to choose one from, under headings, with a few words at the end of each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from caregiver_app.ui.theme import Icon, Theme, TypeRole
from caregiver_app.ui.widgets.draw import IconLook
from caregiver_app.ui.widgets.look import set_look
from caregiver_app.ui.widgets.option_places import OPTION_ICON, OPTION_PADDING, OPTION_ROW, place_option
from caregiver_app.ui.widgets.row_model import RowModel
from caregiver_app.ui.widgets.row_painter import RowDelegate, RowPainter
from caregiver_app.ui.widgets.row_view import RowView

V = TypeVar("V")

_HEADING = 40
_RADIUS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Generic[V]):
    """A row to choose; without a `value` it is a heading. `end` stands at its end: a number, a shortcut, a publisher.

    `spoken` is what a screen reader says of it, `text` when empty.
    """

    value: V | None
    text: str
    end: str = ""
    icon: Icon | None = None
    spoken: str = ""


class OptionList(RowView):
    """`chosen` carries the value of the row that was pressed or entered."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option[V]],
        current: V | None = None,
        *,
        ring: Callable[[], bool],
        led: bool = False,
        tall: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Mark the option whose value is `current`. With `led` the keyboard is in a field that leads this list.

        `tall` is the most height it asks for, in the design's size, less where fewer of `options` are there from the
        start; with 0 it asks for as much as shows every row. What is shown later does not change it.
        """
        self._options = RowOptions(options)
        super().__init__(theme, name, self._options, parent=parent)
        self._current = current
        self._tall = tall
        self._fits = False
        self._first = tuple(options)
        self._delegate = _OptionDelegate(self, theme, current, ring)
        self.draw_with(self._delegate)
        self.opened.connect(lambda option: self.chosen.emit(option.value))
        set_look(self, kind="inside")
        if led:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._find_current()

    @property
    def current_option(self) -> Option[Any] | None:
        """The row that is reached, None when there is none."""
        return self._options.row_at(self.currentIndex())

    @property
    def options(self) -> tuple[Option[Any], ...]:
        """All rows, headings included."""
        return self._options.rows

    def show_options(self, options: Iterable[Option[Any]], *, keep: bool = False, fit: bool = False) -> None:
        """Show other options; with `keep` the row that was reached stays so where it is still there.

        With `fit` it asks for the height that these options need.
        """
        reached = self.current_option if keep else None
        self._options.show_rows(options)
        self._fits = fit
        if fit:
            self._first = self._options.rows
            self._fit()
        index = self._options.index_of(reached.value if reached is not None else None)
        if index.isValid():
            self.show_quietly(index)
            self.scrollTo(index)
        else:
            self._find_current()

    def sizeHint(self) -> QSize:
        """Return the height that was asked for."""
        heights = [height for height in (self._theme.px(self._tall), self._full_height()) if height]
        return QSize(0, min(heights, default=0))

    def minimumSizeHint(self) -> QSize:
        """Return a height at which two rows are seen."""
        return QSize(0, self._theme.px(2 * OPTION_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have rows take the room that they need in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._relayout()

    def enter(self) -> None:
        """Choose the row that is reached."""
        self.open_at(self.currentIndex())

    def _relayout(self) -> None:
        super()._relayout()
        if self._fits:
            self._fit()

    def _fit(self) -> None:
        rows = sum(self._delegate.height_in(option, self.viewport().width()) for option in self._first)
        least = [height for height in (self._theme.px(self._tall), rows + self._theme.px(4)) if height]
        self.setMinimumHeight(min(least))
        self.updateGeometry()

    def _full_height(self) -> int:
        px = self._theme.px
        rows = sum(px(_HEADING if option.value is None else OPTION_ROW) for option in self._first)
        return rows + px(4) if rows else 0

    def _find_current(self) -> None:
        index = self._options.index_of(self._current)
        if not index.isValid():
            index = self._options.index_where(lambda option: option.value is not None)
        self.show_quietly(index)
        if index.isValid():
            self.scrollTo(index if index.row() > 1 else self._options.index(0))


class RowOptions(RowModel[Option[Any]]):
    """Options and headings."""

    def index_of(self, value: object) -> QModelIndex:
        """Return where the option with this value stands, an invalid index when there is none."""
        return self.index_where(lambda option: option.value is not None and option.value == value)

    def text_of(self, row: Option[Any]) -> str:
        """Return the words of an option."""
        return row.text

    def spoken_of(self, row: Option[Any]) -> str:
        """Return what a screen reader says of an option."""
        return row.spoken or row.text

    def is_heading(self, row: Option[Any]) -> bool:
        """Return whether there is nothing to choose."""
        return row.value is None


class _OptionDelegate(RowDelegate[Option[Any]]):
    def __init__(self, view: OptionList, theme: Theme, current: object, ring: Callable[[], bool]) -> None:
        super().__init__(theme, ring=ring)
        self._view = view
        self._current = current

    def height_of(self, row: Option[Any], _option: QStyleOptionViewItem) -> int:
        return self.height_in(row, self._view.viewport().width())

    def height_in(self, row: Option[Any], width: int) -> int:
        """Return how high a row is in a list of this width."""
        if row.value is None:
            return self._theme.px(_HEADING)
        return place_option(self._theme, row.text, row.end, width, role=self._role_of(row)).height

    def draw(self, row: Option[Any], on: RowPainter) -> None:
        if row.value is None:
            padding = self._theme.px(OPTION_PADDING)
            inner = on.bounds.adjusted(padding, 0, -padding, 0)
            on.draw_words(inner, row.text, TypeRole.SMALL_STRONG, self._theme.tokens.text_2)
        else:
            self._draw_ground(on)
            self._draw_option(row, on)

    def _draw_ground(self, on: RowPainter) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        if on.current or on.hovered:
            on.draw_box(on.bounds, radius=px(_RADIUS), fill=tokens.selection if on.current else tokens.accent_soft)
        if on.current and on.ringed:
            on.draw_ring(on.bounds, radius=px(_RADIUS))

    def _draw_option(self, row: Option[Any], on: RowPainter) -> None:
        role, corner = self._role_of(row), on.bounds.topLeft()
        places = place_option(self._theme, row.text, row.end, on.bounds.width(), role=role)
        icon = Icon.CHECK if row.value == self._current else row.icon
        if icon is not None:
            look = IconLook(icon=icon, colour=on.ink(self._theme.tokens.accent), size=OPTION_ICON)
            on.draw_icon(places.icon.translated(corner), look)
        on.draw_lines(places.text.translated(corner), places.lines, role)
        if row.end:
            on.draw_words(places.end.translated(corner), row.end, TypeRole.SMALL)

    def _role_of(self, row: Option[Any]) -> TypeRole:
        return TypeRole.STRONG if row.value == self._current else TypeRole.BODY
