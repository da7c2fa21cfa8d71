"""The way back and forward: what Esc, Alt+Left and Alt+Right leave, and where they lead."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from caregiver_app.ui.screens import Screens
from caregiver_app.ui.trail import Stop, Trail
from caregiver_app.ui.widgets.nav_state import NavState
from caregiver_app.ui.widgets.overlay import OverlayHost


class WayBack:
    """Leaves what lies on top, else an inner place, else the screen: one of these at a time (UX 5.1)."""

    def __init__(
        self, overlay: OverlayHost, stack: Screens, nav: NavState, open_screen: Callable[[str], object]
    ) -> None:
        self._overlay = overlay
        self._stack = stack
        self._nav = nav
        self._open_screen = open_screen
        self._trail = Trail()

    def note(self, key: str) -> None:
        """Note that the screen of the entry `key` was opened, with what stands open in it."""
        here = self._trail.here
        if here is None or here.screen != key:
            self._trail.go(Stop(key, self._stack.of(key).place()))

    def note_place(self, place: int) -> None:
        """Note that something was opened in the screen that is shown (`Screen.came_to`)."""
        here = self._trail.here
        if here is not None:
            self._trail.go(Stop(here.screen, place))

    def forget(self) -> None:
        """Forget the way through screens and pages."""
        self._trail = Trail()

    def leave(self) -> None:
        """Do what Esc does. Out of a field with words in it, it leads to no other screen: one may only want to stop."""
        if not self._leave() and not _holds_words():
            self._go_back()

    def back(self) -> None:
        """Do what Alt+Left does."""
        if not self._leave():
            self._go_back()

    def leave_screen(self) -> None:
        """Do what a button "Back" of the window does."""
        self._overlay.close_panel()
        left = self._trail.here
        while left is not None and (stop := self._trail.back()) is not None:
            if stop.screen != left.screen:
                self._show(stop, self._trail.back)
                return
        self._leave_urgent()

    def forward(self) -> None:
        """Do what Alt+Right does."""
        shown = self._stack.shown
        if shown is None or not shown.go_forward():
            self._step(self._trail.forward)

    def _leave(self) -> bool:
        """Close what lies over the screen, else leave its inner place; return whether there was either."""
        if self._overlay.panel is not None:
            self._overlay.close_panel()
            return True
        shown = self._stack.shown
        return shown is not None and shown.go_back()

    def _go_back(self) -> None:
        if not self._step(self._trail.back):
            self._leave_urgent()

    def _leave_urgent(self) -> None:
        """Leave an emergency page to which nobody came from elsewhere."""
        if self._nav.is_urgent:
            self.forget()
            self._open_screen(self._nav.entries[0].key)

    def _step(self, move: Callable[[], Stop | None]) -> bool:
        stop = move()
        if stop is not None:
            self._show(stop, move)
        return stop is not None

    def _show(self, stop: Stop, move: Callable[[], Stop | None]) -> None:
        """Show a stop; where what was open there is gone, the next one in the same direction."""
        if not self._stack.has(stop.screen):
            return
        arrives = stop.screen != self._nav.current
        if arrives:
            self._open_screen(stop.screen)
        screen = self._stack.of(stop.screen)
        if stop.place is not None and not (arrives and stop.place == screen.place()):
            screen.return_to(stop.place, gone=partial(self._pass_by, stop, move))

    def _pass_by(self, stop: Stop, move: Callable[[], Stop | None]) -> None:
        if self._trail.here == stop:  # else somebody went elsewhere meanwhile
            self._step(move)


def _holds_words() -> bool:
    """Return whether the keyboard is in a field with words that somebody typed."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        return not field.isReadOnly() and bool(field.text())
    return isinstance(field, QTextEdit | QPlainTextEdit) and not field.isReadOnly() and bool(field.toPlainText())
