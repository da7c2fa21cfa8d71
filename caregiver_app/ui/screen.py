"""What a screen is to the frame: a widget with areas for F6, which is told how much room there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.breakpoints import FrameLayout


class Screen(QWidget):
    """Base of all screens. A screen says what to do and shows what happened; it never waits.

    `came_to` carries what somebody opened in it to look at, e.g. the number of a page: Alt+Left comes back to it.
    """

    came_to = Signal(int)

    def title(self) -> str:
        """Return what the window is called while the screen is open; empty: as its entry in the navigation."""
        return ""

    def stands_apart(self) -> bool:
        """Return whether it is no place of the navigation while it is open, so that no entry there is marked."""
        return False

    def help_key(self) -> str:
        """Return whose help F1 shows; empty: that of the entry in the navigation."""
        return ""

    def areas(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through, in visual order."""
        return (self,)

    def set_frame_layout(self, layout: FrameLayout) -> None:
        """Arrange for the room there is; called before the screen is first shown and whenever that changes."""

    def opened(self) -> None:
        """Do what is due whenever the screen is opened, e.g. refresh."""

    def new_day(self) -> None:
        """Speak of the day that has begun: midnight passed while the screen is shown."""

    def search(self) -> bool:
        """Put the focus into the field that searches this screen, and return whether there is one."""
        return False

    def go_back(self) -> bool:
        """Leave the inner place that Esc or Alt+Left leaves, and return whether there was one."""
        return False

    def go_forward(self) -> bool:
        """Return to the inner place that was left by Alt+Left, and return whether there was one."""
        return False

    def place(self) -> int | None:
        """Return what is open in it, as `came_to` names it; None where nothing is that one could come back to."""
        return None

    def return_to(self, place: int, *, gone: Callable[[], object]) -> None:
        """Show again what `place` names, or call `gone` where it is no longer there."""
