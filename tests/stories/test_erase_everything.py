"""Everything is erased by keyboard alone: the window goes, a small one says what is gone and what is still there."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.by_keyboard import find, press_at
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen
from tests.stories.test_ended_by_itself import prepared

MINE = "letter.txt"


def left_at_the_news(window: RunningWindow) -> tuple[int, str]:
    """See that it says the end, and close it; before it there is a window of the same title that says the beginning."""

    def told() -> bool:
        window.focus("^Caregiver$")
        said = window.words()
        return "Everything is erased" in said and MINE in said

    window.wait_until(told, "the end")
    return window.leave("Escape")


def test_everything_goes_but_what_is_not_ours(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    prepared(folder)
    (folder / MINE).write_text("of the family")
    with window_process(screen, folder) as window:
        window.focus("^Home, Caregiver$")
        find(window, "privacy")
        window.focus("^Settings, Caregiver$")
        press_at(window, "Erase everything")
        press_at(window, "Keep everything", "Tab")
        press_at(window, "Erase everything")
        assert left_at_the_news(window) == (0, "")
    assert [path.name for path in folder.iterdir()] == [MINE]
