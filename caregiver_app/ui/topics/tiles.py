"""Tiles to tick, as many as one likes; the less everyday ones wait behind "More topics"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_app.feeds.starter_topics import topic_title
from caregiver_app.model.organisation import Topic
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.button import Button, ButtonKind
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.layouts import Column

FIRST_SHOWN = 6
"""The starter content names the everyday topics first; end of life and crises come after them."""

_GAP = 12
_TWO_FROM = 560


class TopicTiles(QWidget):
    """`changed` comes with each tick."""

    changed = Signal()

    def __init__(self, theme: Theme, topics: Sequence[Topic], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = 0
        self.setAccessibleName(_("Topics"))
        self.tiles: dict[str, CheckBox] = {}
        for topic in topics:
            tile = CheckBox(theme, topic_title(topic.id, topic.title), tile=True)
            tile.setChecked(topic.chosen)
            tile.toggled.connect(self.changed)
            self.tiles[topic.id] = tile
        self.more = Button(theme, _("More topics"), kind=ButtonKind.QUIET, icon=Icon.CHEV_DOWN)
        self.more.clicked.connect(self.show_all)
        self._all_shown = any(topic.chosen for topic in topics[FIRST_SHOWN:]) or len(topics) <= FIRST_SHOWN
        self._grid = QGridLayout()
        column = Column(theme, gap=12, parent=self)
        column.addLayout(self._grid)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        theme.changed.connect(self._arrange)
        self._arrange()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the ticked topics."""
        return tuple(topic_id for topic_id, tile in self.tiles.items() if tile.isChecked())

    def show_all(self) -> None:
        """Show the other topics too, and go to the first of them."""
        self._all_shown = True
        self._arrange()
        hidden = list(self.tiles.values())[FIRST_SHOWN:]
        if hidden:
            hidden[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one column where two do not fit."""
        super().resizeEvent(event)
        if self._wanted_columns(event.size().width()) != self._columns:
            self._arrange()

    def _wanted_columns(self, width: int) -> int:
        return 2 if width >= self._theme.px(_TWO_FROM) else 1

    def _arrange(self) -> None:
        self._columns = self._wanted_columns(self.width())
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
        self._grid.setSpacing(self._theme.px(_GAP))
        for place, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, place // self._columns, place % self._columns)
            tile.setVisible(self._all_shown or place < FIRST_SHOWN)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self.more.setVisible(not self._all_shown)
        self._tab_through()

    def _tab_through(self) -> None:
        """Go through the tiles in the order in which they are read."""
        stops: list[QWidget] = [*self.tiles.values(), self.more]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
