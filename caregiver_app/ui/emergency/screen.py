"""The emergency page as a screen. It is shown at once; of which country somebody is, it may learn a moment later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.emergency.desk import EmergencyDesk
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.ui.emergency.body import EmergencyBody


class EmergencyScreen(Screen):
    """One for the whole window: a lock, an unlock or a broken library changes nothing of it.

    A country that was chosen here is held until the window closes or `forget`, and kept nowhere.
    """

    def __init__(self, desk: EmergencyDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._layout = FrameLayout.WIDE
        self._chosen: str | None = None
        self._forgets = False
        self._column = Column(desk.theme, parent=self)
        self.body: EmergencyBody | None = None
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._print)

    def opened(self) -> None:
        """Show what is known, and ask for the country."""
        body = self.body or self._made()
        body.show_ways()
        if self._chosen is None:
            self._desk.ask_country(self, self._take)

    def areas(self) -> Sequence[QWidget]:
        """Return the page."""
        return (self,) if self.body is None else (self.body.page,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is."""
        self._layout = layout
        if self.body is not None:
            self.body.set_frame_layout(layout)

    def forget(self) -> None:
        """Hold no country any more, chosen or asked for: it is the library's to tell.

        While the page is on the screen the number stays, as somebody may be calling; it goes when the page is left.
        """
        self._forgets = self.isVisible()
        if not self._forgets:
            self._forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what should have been forgotten, unless the window was only put away."""
        super().hideEvent(event)
        if self._forgets and not event.spontaneous():
            self._forgets = False
            self._forget()

    def _forget(self) -> None:
        self._chosen = None
        if self.body is not None and self.body.country:
            self.body.show_country("")

    def _made(self) -> EmergencyBody:
        from caregiver_app.ui.emergency.body import EmergencyBody

        body = self.body = EmergencyBody(self._desk)
        body.show_country("")
        body.chosen.connect(self._choose)
        self._column.addWidget(body)
        self.set_frame_layout(self._layout)
        return body

    def _choose(self, country: str) -> None:
        self._chosen = country

    def _take(self, country: str) -> None:
        if self.body is not None and self._chosen is None and country != self.body.country:
            self.body.show_country(country)

    def _print(self) -> None:
        if self.body is not None and self._desk.can_print():
            self._desk.print_card(self.body.country)
