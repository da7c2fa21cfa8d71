"""Before anything is shown: no screen is told in a sentence, and no theme of a desktop puts its fonts upon ours."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from caregiver_app.ui.application import words_for_qt
from tests.helpers.x_server import x_screen

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_MAKE = """
import os
from caregiver_app.support.settings import Settings
from caregiver_app.ui.application import make_application
app = make_application(Settings())
print(app.platformName(), app.arguments()[1:], os.environ.get("QT_QPA_PLATFORMTHEME"))
"""
_ASK = """
from PySide6.QtCore import QLoggingCategory
print(QLoggingCategory("qt.qpa.theme.gnome").isWarningEnabled())
"""


def _made(more: str = "", **surroundings: str) -> subprocess.CompletedProcess[str]:
    without = {name: value for name, value in os.environ.items() if name not in _SCREENS}
    return subprocess.run(
        [sys.executable, "-c", _MAKE + more], env=without | surroundings, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("wrong", [{}, {"DISPLAY": "nowhere:1"}], ids=["none", "not there"])
def test_without_a_screen_a_sentence_is_said_and_qt_does_not_abort(wrong: dict[str, str]) -> None:
    done = _made(LC_ALL="C.UTF-8", **wrong)
    said = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (1, "")
    assert said[-1].startswith("The window cannot be opened: no screen can be reached.")
    assert [line for line in said[:-1] if "nowhere:1" in line] != [] if wrong else len(said) == 1


@pytest.mark.parametrize("named", [{}, {"QT_QPA_PLATFORMTHEME": "gtk3"}], ids=["by the desktop", "by a variable"])
def test_where_gtk_is_named_its_theme_is_not_asked_and_programs_we_start_are_told_nothing(
    named: dict[str, str],
) -> None:
    with x_screen(640, 480) as screen:
        done = _made(
            **{**screen.environment, "XDG_CURRENT_DESKTOP": "GNOME", "QT_DEBUG_PLUGINS": "1", "LC_ALL": "C.UTF-8"}
            | named
        )
    assert (done.returncode, done.stdout) == (0, f"xcb [] {named.get('QT_QPA_PLATFORMTHEME')}\n")
    loaded = [line for line in done.stderr.splitlines() if line.startswith("qt.core.library:")]
    assert [line for line in loaded if "qxcb" in line] != []
    assert [line for line in loaded if "gtk" in line] == []


def test_a_desktop_without_a_portal_is_no_reason_to_complain() -> None:
    with x_screen(640, 480) as screen:
        done = _made(_ASK, **screen.environment, DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("False\n")


@pytest.mark.parametrize(
    ("platform", "surroundings"),
    [
        ("linux", {"QT_QPA_PLATFORMTHEME": "kde"}),
        ("linux", {"FLATPAK_ID": "x"}),
        ("linux", {"SNAP": "x"}),
        ("win32", {}),
        ("darwin", {}),
    ],
)
def test_a_theme_that_is_somebody_elses_to_choose_is_left(platform: str, surroundings: dict[str, str]) -> None:
    assert words_for_qt(platform, surroundings) == ()
