"""Where writing, what others will see and what was shared stand: side by side, or one at a time under tabs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.theme import Icon, Theme
from caregiver_app.ui.widgets.layouts import Column, Row
from caregiver_app.ui.widgets.overlay import OverlayHost
from caregiver_app.ui.widgets.page import Page
from caregiver_app.ui.widgets.page_stack import PageStack
from caregiver_app.ui.widgets.tab_row import TabLook, TabRow

WRITE, SEE = "write", "see"
BESIDE_RING = (5, 0, 5, 0)
"""Margins of what stands above and below the fields, which scroll and leave as much for the ring around them."""


class SharePlaces(QWidget):
    """`past_shown` tells whether the list of what was shared is open in the place of both."""

    past_shown = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        overlay: OverlayHost,
        write: QWidget,
        see: QWidget,
        past: QWidget,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._write = write
        self._see = see
        self._stacked = False
        self.tabs = TabRow(theme, _("Share"), _tabs(), overlay)
        self.tabs.asked.connect(self.show_place)
        both = QWidget()
        self._sides = Row(theme, gap=20, parent=both)
        self._sides.addWidget(write, 54)
        self._sides.addWidget(see, 46)
        self._past = Page(theme, _("What I shared or printed"), widest=820, margins=False)
        listed = Column(theme, margins=BESIDE_RING)
        listed.addWidget(past)
        self._past.body.addLayout(listed)
        self._stack = PageStack()
        self._stack.addWidget(both)
        self._stack.addWidget(self._past)
        column = Column(theme, gap=12, parent=self)
        tabs = Column(theme, margins=BESIDE_RING)
        tabs.addWidget(self.tabs)
        column.addLayout(tabs)
        column.addWidget(self._stack, 1)
        self.show_place(WRITE)

    @property
    def shows_past(self) -> bool:
        """Whether the list of what was shared is open."""
        return self._stack.currentWidget() is self._past

    def set_stacked(self, stacked: bool) -> None:
        """Give each the whole width, under tabs, or both half of it."""
        self._stacked = stacked
        self._arrange()

    def show_place(self, place: str) -> None:
        """Show writing, or what they will see, where only one of them is shown."""
        self.show_past(False)
        self.tabs.set_current(place)
        self._arrange()

    def show_past(self, shown: bool) -> None:
        """Open the list of what was shared, or leave it."""
        if shown is not self.shows_past:
            self._stack.setCurrentIndex(1 if shown else 0)
            self._arrange()
            self.past_shown.emit(shown)

    def _arrange(self) -> None:
        self.tabs.setVisible(self._stacked and not self.shows_past)
        self._write.setVisible(not self._stacked or self.tabs.current == WRITE)
        self._see.setVisible(not self._stacked or self.tabs.current == SEE)


def _tabs() -> tuple[TabLook, ...]:
    return (
        TabLook(key=WRITE, text=_("Write"), icon=Icon.NOTES),
        TabLook(key=SEE, text=_("What they will see"), icon=Icon.EYE),
    )
