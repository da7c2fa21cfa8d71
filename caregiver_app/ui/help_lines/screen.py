"""Help and helplines as a screen: its inside is made when somebody opens it, and goes when they leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.help_lines.desk import HelpDesk
from caregiver_app.ui.screen import Screen
from caregiver_app.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from caregiver_app.ui.help_lines.body import HelpBody


class HelpScreen(Screen):
    """`left` comes when somebody wants it out of sight at once."""

    left = Signal()
    print_asked = Signal(str)

    def __init__(self, desk: HelpDesk, *, can_print: bool = False, parent: QWidget | None = None) -> None:
        """With `can_print` the lines can be printed, by their country, which `print_asked` carries."""
        super().__init__(parent)
        self._can_print = can_print
        self._desk = desk
        self._layout = FrameLayout.WIDE
        self._column = Column(desk.theme, parent=self)
        self.body: HelpBody | None = None

    def opened(self) -> None:
        """Show what is known now."""
        if self.body is None:
            self._make()
        if self.body is not None:
            self.body.look()

    def new_day(self) -> None:
        """Say anew when somebody answers."""
        if self.body is not None:
            self.body.new_day()

    def areas(self) -> Sequence[QWidget]:
        """Return the page."""
        return (self,) if self.body is None else (self.body.page,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Use the room there is."""
        self._layout = layout
        if self.body is not None:
            self.body.page.set_narrow(layout <= FrameLayout.NARROW)

    def search(self) -> bool:
        """Put the keyboard into the search field."""
        if self.body is None:
            return False
        self.body.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def look_for(self, words: str, *, groups: bool = False) -> None:
        """Show what there is for some words, among groups or among phone lines; the screen must be open."""
        if self.body is not None:
            self.body.look_for(words, groups=groups)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was looked for as soon as another screen is opened: who comes next sees none of it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def forget(self) -> None:
        """Hold no word and no choice any more; the inside comes anew when somebody opens the screen."""
        body, self.body = self.body, None
        if body is not None:
            self._column.removeWidget(body)
            body.hide()
            body.deleteLater()

    def _make(self) -> None:
        from caregiver_app.ui.help_lines.body import HelpBody

        body = self.body = HelpBody(self._desk, can_print=self._can_print)
        body.left.connect(self.left)
        body.print.clicked.connect(lambda: self.print_asked.emit(body.wanted.country))
        self._column.addWidget(body)
        body.setVisible(True)
        self.set_frame_layout(self._layout)
