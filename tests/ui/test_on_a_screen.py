"""On a real X server: the frame opens, takes keys from a keyboard, and leaves in order."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.helpers.x_server import Screen, x_screen

PROGRAM = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from caregiver_app.ui.theme import Theme, ThemeChoice, dress, follow_system, system_look, system_step
from tests.helpers.parts_screen import PartsScreen
from tests.helpers.qt_app import make_window

app = QApplication(sys.argv)
step = system_step()
theme = Theme(ThemeChoice.FOLLOW, step, system_look(app))
dress(app, theme)
follow_system(theme, app)
window = make_window(theme)
for key in ("library", "sources"):
    window.add_screen(key, PartsScreen(theme))
window.open_screen("library")
window.add_shortcut("Ctrl+Q", window.close)
window.show()
window.focus_navigation()
code = app.exec()
print(app.platformName(), theme.percent, window.frame_layout.name, window.ring.by_keyboard, window.windowTitle())
sys.exit(code)
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with x_screen() as screen:
        yield screen


def test_a_window_opens_takes_keys_and_closes(screen: Screen) -> None:
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        env=screen.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        screen.focus(screen.window("^Library, Caregiver$"))
        screen.press("ctrl+plus", "ctrl+2")
        screen.window("^Sources, Caregiver$")
        screen.press("Tab", "ctrl+q")
        said, complaints = program.communicate(timeout=60)
    assert program.returncode == 0, complaints
    assert complaints == ""
    assert said.split() == ["xcb", "115", "WIDE", "True", "Sources,", "Caregiver"]


def test_two_screens_do_not_meet() -> None:
    with x_screen(640, 480) as one, x_screen(640, 480) as other:
        assert one.display != other.display
