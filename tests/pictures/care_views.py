"""What of the care notes is pictured in documents: shut, and open with a day that is being written down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.care.opening import SHEET, SheetState
from caregiver_app.ui.home.joining import HOME
from tests.helpers.care_visits import fill_visits
from tests.helpers.care_window import journal, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.vaults import open_made_care
from tests.helpers.whole_window import Opened

_TODAY = (
    "Slept until seven. Ate most of her breakfast. A bit unsteady after the new tablet, so we sat down for an hour."
)


def keep_visits(folder: Path) -> None:
    """Make care notes of a family in a data folder, locked, with their recovery sheet in a safe place."""
    care = open_made_care(folder)
    vault = care.open()
    fill_visits(vault, MONDAY)
    vault.settings.set(SHEET, SheetState.CHECKED.value)
    vault.close()
    care.lock()


def care_locked(opened: Opened) -> None:
    """The care notes, shut."""
    opened.whole.window.open_screen(CARE)


def care_open(opened: Opened) -> None:
    """The care notes with the journal; before them `care_locked` was shown."""
    unlock(opened)
    tab = journal(opened)
    tab.write.writer.edit.setPlainText(_TODAY)
    _take_keyboard_away(opened)


def home_with_notes(opened: Opened) -> None:
    """Home beside open notes; before it `care_open` was shown."""
    opened.whole.window.open_screen(HOME)
    _take_keyboard_away(opened)


def _take_keyboard_away(opened: Opened) -> None:
    """Leave the keyboard nowhere: a ring around one thing would say something in a picture."""
    opened.quiet()
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
