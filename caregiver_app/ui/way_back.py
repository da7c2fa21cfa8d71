"""The way back and forward: what Esc, Alt+Left and Alt+Right leave, and where they lead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from caregiver_app.ui.screens import Screens
from caregiver_app.ui.trail import Trail
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
        """Note that the screen of the entry `key` was opened."""
        self._trail.go(key)

    def forget(self) -> None:
        """Forget the way through the screens."""
        self._trail = Trail()

    def leave(self) -> None:
        """Do what Esc does. Out of a field with words in it, it leads to no other screen: one may only want to stop."""
        if not self._leave() and not _holds_words():
            self._leave_screen()

    def back(self) -> None:
        """Do what Alt+Left does."""
        if not self._leave():
            self._leave_screen()

    def leave_screen(self) -> None:
        """Do what a button "Back" of the window does."""
        self._overlay.close_panel()
        self._leave_screen()

    def forward(self) -> None:
        """Do what Alt+Right does."""
        shown = self._stack.shown
        key = None if shown is not None and shown.go_forward() else self._trail.forward()
        if key is not None:
            self._open_screen(key)

    def _leave(self) -> bool:
        """Close what lies over the screen, else leave its inner place; return whether there was either."""
        if self._overlay.panel is not None:
            self._overlay.close_panel()
            return True
        shown = self._stack.shown
        return shown is not None and shown.go_back()

    def _leave_screen(self) -> None:
        key = self._trail.back()
        if key is None and self._nav.is_urgent:  # an emergency page nobody came to from elsewhere
            self.forget()
            key = self._nav.entries[0].key
        if key is not None and self._stack.has(key):
            self._open_screen(key)


def _holds_words() -> bool:
    """Return whether the keyboard is in a field with words that somebody typed."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        return not field.isReadOnly() and bool(field.text())
    return isinstance(field, QTextEdit | QPlainTextEdit) and not field.isReadOnly() and bool(field.toPlainText())
