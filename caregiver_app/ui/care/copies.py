"""Which copies are private: those from open notes, from sheets of them, and from what opens them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmapCache

from caregiver_app.ui.care.clipboard import ClipboardGuard, has_keyboard
from caregiver_app.ui.care.desk import CareDesk
from caregiver_app.ui.care.private_fields import are_copies_private
from caregiver_app.ui.care.screen import CareScreen
from caregiver_app.ui.theme import Icon


class PrivateCopies(QObject):
    """Has copies marked and cleared: after a while, and by `clear` once the notes are shut."""

    def __init__(self, desk: CareDesk, screen: CareScreen, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._screen = screen
        self.also_private: Callable[[], bool] = lambda: False
        """Whether the keyboard is among words of the notes that stand elsewhere, e.g. on a sheet."""
        self.guard = ClipboardGuard(self.is_private, self._say_cleared, self)

    def is_private(self) -> bool:
        """Return whether what is copied now is copied from a private place."""
        here = has_keyboard(self._screen.body, self._desk.overlay.panel)
        return are_copies_private() or (self._desk.access.is_open and (here or self.also_private()))

    def clear(self) -> None:
        """Clear, once the notes are shut, what the desktop and the toolkit keep for us: the toolkit, drawn pictures."""
        if not self._desk.access.is_open:
            self.guard.clear()
            QPixmapCache.clear()

    def _say_cleared(self, words: str) -> None:
        self._desk.say_openly(words, icon=Icon.COPY, kind="clipboard")
