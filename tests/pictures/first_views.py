"""What is there before anything is added, for the eye: the packs of a first start, Help, awareness days."""

from __future__ import annotations

from PySide6.QtCore import Qt

from caregiver_app.ui.awareness.joining import AWARENESS
from caregiver_app.ui.help_lines.joining import HELP
from caregiver_app.ui.help_lines.screen import HelpScreen
from tests.helpers.first_run import go_on, tile
from tests.helpers.whole_window import Opened


def starter_packs(opened: Opened) -> None:
    """The packs that ship, ticked for somebody who chose dementia; the library must be as a first start leaves it."""
    tile(opened, "dementia").click()
    go_on(opened)
    _take_keyboard_away(opened)


def help_lines(opened: Opened) -> None:
    """Help in one country."""
    opened.whole.window.overlay.close_panel()
    opened.whole.window.open_screen(HELP)
    opened.quiet()
    screen = opened.whole.window.stack.of(HELP)
    assert isinstance(screen, HelpScreen)
    assert screen.body is not None
    screen.body.country.chosen.emit("GB")
    _take_keyboard_away(opened)


def awareness_days(opened: Opened) -> None:
    """The days of the months to come."""
    opened.whole.window.overlay.close_panel()
    opened.whole.window.open_screen(AWARENESS)
    _take_keyboard_away(opened)


VIEWS = (help_lines, awareness_days)
VIEWS_OF_A_FIRST_START = (starter_packs,)
"""Before these nothing is put into the library."""


def _take_keyboard_away(opened: Opened) -> None:
    """Leave it as a click does: a ring around one thing would say something in a picture."""
    opened.quiet()
    opened.whole.window.setFocus(Qt.FocusReason.MouseFocusReason)
