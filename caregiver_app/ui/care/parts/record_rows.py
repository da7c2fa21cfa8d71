"""Records below each other, parted by lines, made anew after each step without the keyboard losing its place.

`RecordRows.show_rows` takes pairs of a key (the number of a record) and a value (what the row shows): a row whose value
is equal stays as it is, another is made anew. Where a row goes, the keyboard goes to the one that comes after it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from caregiver_app.ui.theme import Theme, TypeRole
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import Hairline
from caregiver_app.ui.widgets.focus import stop_named, tab_stops
from caregiver_app.ui.widgets.layouts import Column, Flow
from caregiver_app.ui.widgets.pill import Pill
from caregiver_app.ui.widgets.plain import PlainLabel
from caregiver_app.ui.widgets.tab_order import put_in_order

_BODY = 1
"""The column of the body, between what leads and what stands at the end."""


class RecordRow(QWidget):
    """A title with pills at its end, lines below it in `body`, and a row of buttons. `lead` stands at the start.

    The buttons have the width of the row, so that what stands at its upper end takes none of it from them.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        pills: Sequence[Pill] = (),
        lead: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(title)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        if lead is not None:
            self._grid.addWidget(lead, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        self.body = Column(theme, gap=4)
        self._grid.addLayout(self.body, 0, _BODY)
        self._grid.setColumnStretch(_BODY, 1)
        self._add_top(title, pills)
        self._buttons: Flow | None = None
        theme.changed.connect(self._space)
        self._space()

    def add_line(self, text: str, *, ink: str = "text-2", role: TypeRole = TypeRole.BODY) -> None:
        """Add a line of words; an empty one is left out."""
        if text:
            self.body.addWidget(PlainLabel(text, role=role, ink=ink, wrap=True))

    def add_button(self, button: Button) -> Button:
        """Add a button below the lines; its name must tell of which record it is."""
        if self._buttons is None:
            holder = QWidget()
            self._buttons = Flow(self._theme, gap=8, parent=holder)
            self._grid.addWidget(holder, 1, _BODY, 1, 2)
        self._buttons.addWidget(button)
        return button

    def add_at_end(self, widget: QWidget) -> None:
        """Add something at the upper end of the row, such as the button for more; Tab comes to it after the buttons."""
        self._grid.addWidget(widget, 0, _BODY + 1, Qt.AlignmentFlag.AlignTop)

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(self._theme.px(16))
        self._grid.setVerticalSpacing(self._theme.px(4))

    def _add_top(self, title: str, pills: Sequence[Pill]) -> None:
        self.body.addWidget(PlainLabel(title, role=TypeRole.STRONG, wrap=True))
        if pills:
            holder = QWidget()
            flow = Flow(self._theme, gap=6, parent=holder)
            for pill in pills:
                flow.addWidget(pill)
            self.body.addWidget(holder)


@dataclass(slots=True, kw_only=True)
class _Shown:
    value: Any
    widget: QWidget


class RecordRows(QWidget):
    """The rows. `fallback` gets the keyboard where the last row goes."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        make: Callable[[Any], QWidget],
        *,
        fallback: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`make` turns a value into its row."""
        super().__init__(parent)
        self._theme = theme
        self._make = make
        self._fallback = fallback
        self._shown: dict[Hashable, _Shown] = {}
        self._lines: list[Hairline] = []
        self.setAccessibleName(name)
        self._column = Column(theme, gap=12, parent=self)

    @property
    def keys(self) -> tuple[Hashable, ...]:
        """The keys of the rows, in their order."""
        return tuple(self._shown)

    def row(self, key: Hashable) -> QWidget | None:
        """Return a row, None where there is none with this key."""
        shown = self._shown.get(key)
        return None if shown is None else shown.widget

    def focus_row(self, key: Hashable) -> bool:
        """Put the keyboard at the first control of a row, and return whether there is one."""
        widget = self.row(key)
        stops = [] if widget is None else tab_stops(widget)
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(stops)

    def show_rows(self, rows: Sequence[tuple[Hashable, Any]]) -> None:
        """Show these records; where the same ones stand already, nothing is laid out again."""
        if [(key, one.value) for key, one in self._shown.items()] == list(rows):
            put_in_order(self)  # what stands around them may be new
            return
        place = self._keyboard()
        before, self._shown = self._shown, {}
        self._clear_layout()
        self._column.setEnabled(False)  # else each row that is shown has all rows laid out once more
        for number, (key, value) in enumerate(rows):
            if number:
                self._add_line()
            old = before.pop(key, None)
            if old is None or old.value != value:
                if old is not None:
                    _drop(old.widget)
                old = _Shown(value=value, widget=self._make(value))
            self._shown[key] = old
            self._column.addWidget(old.widget)
            old.widget.show()
        for gone in before.values():
            _drop(gone.widget)
        self._column.setEnabled(True)
        self._column.activate()
        put_in_order(self)
        if place is not None:
            place.give_back(self)

    def _keyboard(self) -> _Keyboard | None:
        focused = QApplication.focusWidget()
        for index, (key, shown) in enumerate(self._shown.items()):
            if focused is not None and (focused is shown.widget or shown.widget.isAncestorOf(focused)):
                stops = tab_stops(shown.widget)
                stop = stops.index(focused) if focused in stops else 0
                return _Keyboard(key=key, index=index, name=focused.accessibleName(), stop=stop)
        return None

    def fall_back(self) -> None:
        """Put the keyboard where it goes when no row is left."""
        if self._fallback is not None:
            self._fallback()

    def _add_line(self) -> None:
        line = Hairline(self._theme)
        self._lines.append(line)
        self._column.addWidget(line)
        line.show()

    def _clear_layout(self) -> None:
        while self._column.takeAt(0) is not None:
            pass
        for line in self._lines:
            _drop(line)
        self._lines.clear()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keyboard:
    """Where the keyboard was: in which row, and at what in it."""

    key: Hashable
    index: int
    name: str
    stop: int

    def give_back(self, rows: RecordRows) -> None:
        keys = rows.keys
        if not keys:
            rows.fall_back()
            return
        widget = rows.row(self.key)
        if widget is None:
            rows.focus_row(keys[min(self.index, len(keys) - 1)])
            return
        stops = tab_stops(widget)
        same = stop_named(widget, self.name) or (stops[min(self.stop, len(stops) - 1)] if stops else None)
        if same is not None and not same.hasFocus():
            same.setFocus(Qt.FocusReason.OtherFocusReason)


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
