"""What of Home is pictured: without care notes, with locked ones, and with open ones."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.ui.home.joining import HOME
from tests.helpers.a_week import a_week
from tests.helpers.home_window import unlock_from_home
from tests.helpers.vaults import new_care
from tests.helpers.whole_window import Opened


def keep_a_week(folder: Path) -> None:
    """Make care notes of a week in a data folder, locked."""
    care = new_care(folder)
    vault = care.open()
    a_week(vault)
    vault.close()
    care.lock()


def home_without_notes(opened: Opened) -> None:
    """Home of somebody who keeps no notes."""
    opened.whole.window.open_screen(HOME)


def home_locked(opened: Opened) -> None:
    """Home with locked notes."""
    opened.whole.window.open_screen(HOME)


def home_unlocked(opened: Opened) -> None:
    """Home with open notes."""
    opened.whole.window.open_screen(HOME)
    unlock_from_home(opened)
    opened.whole.home.screen.private.holder.window().setFocus()


VIEWS = (home_without_notes,)
VIEWS_OF_NOTES = (home_locked, home_unlocked)
"""Before these, `keep_a_week` makes the notes."""
