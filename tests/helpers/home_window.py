"""The whole window with Home before the eyes, over a library and care notes filled by a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from caregiver_app.library.store import Library
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.home.private_part import PrivatePart
from caregiver_app.ui.home.screen import HomeScreen
from caregiver_app.ui.theme import Theme
from caregiver_app.vault.store import Vault
from tests.helpers.care_window import unlock
from tests.helpers.qt_app import settle
from tests.helpers.vaults import filled_care
from tests.helpers.whole_window import Opened, open_whole


@contextmanager
def home_window(
    theme: Theme,
    folder: Path,
    starter: Path,
    *,
    fill: Callable[[Library], object] | None = None,
    notes: Callable[[Vault], object] | None = None,
    size: tuple[int, int] = (1280, 860),
) -> Iterator[Opened]:
    """Open the window at Home; with `notes` there are locked care notes, filled by it."""
    if notes is not None:
        filled_care(folder, notes)
    with open_whole(theme, folder, start=starter, fill=fill, size=size, screen=HOME) as opened:
        yield opened


def home(opened: Opened) -> HomeScreen:
    """Return Home."""
    return opened.whole.home.screen


def unlock_from_home(opened: Opened) -> PrivatePart:
    """Press Unlock on Home, type the passphrase, and come back to the cards."""
    home(opened).private.shut.unlock.click()
    settle()
    unlock(opened)
    return cards(opened)


def cards(opened: Opened) -> PrivatePart:
    """Return the private cards."""
    opened.quiet()
    shown = home(opened).private.cards
    assert shown is not None
    return shown


def words(part: QWidget) -> str:
    """Return all words of labels that can be seen in a part."""
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())
