"""The two sides of the sources page: the list, and what is said of one or of several; one at a time where
it is narrow.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from caregiver_app.support.i18n import format_number, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button
from caregiver_app.ui.widgets.card import VerticalHairline
from caregiver_app.ui.widgets.empty import EmptyState
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.scrolled import Scrolled

_LIST = 408
_UNBOUNDED = (1 << 24) - 1


class Panes(QWidget):
    """`turned` comes when the side that has the only pane may have changed, `several_pressed` from the bar below."""

    turned = Signal()
    several_pressed = Signal()

    def __init__(self, theme: Theme, listed: QWidget, nothing: QWidget, *, parent: QWidget | None = None) -> None:
        """`nothing` stands in the place of the list while there is no row."""
        super().__init__(parent)
        self._theme = theme
        self._one = False
        self._listed = listed
        self._no_rows = Scrolled(nothing)
        self._choose = Scrolled(EmptyState(theme, Icon.SOURCES, _("Choose a source to see how it is doing.")))
        self._line = VerticalHairline(theme)
        self.to_do = Button(theme, "", icon=Icon.CHEV_RIGHT)
        self.to_do.clicked.connect(self.several_pressed)
        self.right = QStackedWidget()
        self.right.addWidget(self._choose)
        self.left = self._left_side()
        row = Row(theme, parent=self)
        row.addWidget(self.left)
        row.addWidget(self._line)
        row.addWidget(self.right, 1)
        theme.changed.connect(self._fit)

    @property
    def one(self) -> bool:
        """Whether there is room for one side only."""
        return self._one

    @property
    def reading(self) -> bool:
        """Whether the right side has the only pane."""
        return self._one and self.left.isHidden()

    def set_one(self, one: bool) -> None:
        """Show both sides, or one at a time."""
        self._one = one
        self._fit()

    def show_rows(self, some: bool) -> None:
        """Show the list, or why it is empty."""
        self._body.setCurrentWidget(self._listed if some else self._no_rows)

    def show_right(self, part: QWidget | None) -> None:
        """Show `part` at the right, or that there is something to choose."""
        if part is not None and self.right.indexOf(part) < 0:
            self.right.addWidget(part)
        self.right.setCurrentWidget(part or self._choose)

    def drop(self, part: QWidget) -> None:
        """Take a part of the right side away for good."""
        self.right.removeWidget(part)
        part.deleteLater()

    def turn(self, *, right: bool) -> None:
        """Where there is one pane, give it to the right side or to the list."""
        self.left.setVisible(not self._one or not right)
        self.right.setVisible(not self._one or right)
        self._line.setVisible(not self._one)
        self.turned.emit()

    def show_bar(self, count: int, *, several: bool) -> None:
        """Where the list has the pane to itself, a bar below it leads to what can be done with several."""
        self._bar.setVisible(self._one and several and not self.left.isHidden())
        words = ngettext("{count} selected: what to do", "{count} selected: what to do", count)
        self.to_do.set_words(words.format(count=format_number(count)))

    def _left_side(self) -> QWidget:
        self._body = QStackedWidget()
        self._body.addWidget(self._listed)
        self._body.addWidget(self._no_rows)
        self._bar = QWidget()
        bar = Row(self._theme, margins=(12, 8, 12, 8), parent=self._bar)
        bar.addWidget(self.to_do)
        bar.addStretch(1)
        side = QWidget()
        column = Column(self._theme, parent=side)
        column.addWidget(self._body, 1)
        column.addWidget(self._bar)
        return side

    def _fit(self) -> None:
        reading = self.reading and not self.right.isHidden()
        width = self._theme.px(_LIST)
        self.left.setMinimumWidth(0 if self._one else width)
        self.left.setMaximumWidth(_UNBOUNDED if self._one else width)
        self.turn(right=reading)
