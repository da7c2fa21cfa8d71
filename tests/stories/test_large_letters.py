"""Grandmother reads: at 200 % on a small screen she finds a guide, reads it and goes back, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.support.settings import SettingsFile
from tests.helpers.by_keyboard import find_until, is_at
from tests.helpers.hartleys import HOME, MORNING, take_hartleys
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

GUIDE = "Talking when words get hard"


def test_she_finds_reads_and_comes_back(screen: Screen, hartleys: Path, tmp_path: Path) -> None:
    folder = take_hartleys(hartleys, tmp_path / "data")
    settings = SettingsFile(folder / "settings.json")
    with window_process(screen, folder, at=MORNING) as window:
        window.focus(HOME)
        make_large(window, settings)
        read(window)
        assert window.quit() == (0, "")
    assert settings.load().text_scale == 200, "the next start is as large"


def make_large(window: RunningWindow, settings: SettingsFile) -> None:
    """Make letters larger until they are large enough: six sizes, five presses."""
    for _step in range(5):
        window.press("ctrl+plus")
    window.wait_until(lambda: settings.load().text_scale == 200, "the size to be kept")
    window.picture("large-1-home", shows="Good morning")


def read(window: RunningWindow) -> None:
    """Find a guide by its name, read on page by page, and go back to where she was."""
    find_until(window, "talking when words", lambda: is_at(window, "Library, Caregiver"))
    window.picture("large-2-guide", shows=GUIDE)
    window.press("Page_Down")
    window.picture("large-3-further", shows=GUIDE)
