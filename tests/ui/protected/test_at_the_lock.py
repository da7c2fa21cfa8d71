"""The window begins at the lock: every way to the library leads there, and help is offered to everybody alike."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.support.helplines import HelpKind, helplines_of
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.helplines.drawer import HelplinesDrawer
from caregiver_app.ui.palette.palette import Palette
from caregiver_app.ui.settings.pages import WITHOUT_LIBRARY
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.everything_shown import everything_shown
from tests.helpers.protected import MARKERS, ShutWindow, protected_folder
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import wait_until

pytestmark = pytest.mark.usefixtures("undressed")

_START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.support.settings import Settings
from caregiver_app.ui.assembly import WholeWindow
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Theme, ThemeChoice
services = build_services(Paths(data_dir=Path(sys.argv[1])))
whole = WholeWindow(
    services, Theme(ThemeChoice.LIGHT), Remembered(Settings()), restore=lambda _wish: None, save=lambda _settings: None
)
whole.window.show()
whole.begin()
app.processEvents()
print(whole.window.windowTitle())
print(*sys.modules)
whole.window.hide()
whole.close()
"""
_SLOW = ("argon2", "cryptography", "sqlcipher3", "zxcvbn", "typst", "PIL", "lxml", "feedparser", "trafilatura")


def said(shut: ShutWindow) -> str:
    return "\n".join(one.name for one in speak(shut.whole.window))


def test_every_way_leads_to_the_lock_and_help_is_there_for_everybody(shut: ShutWindow) -> None:
    window, locked = shut.whole.window, shut.whole.care.screen.shut.locked
    assert shut.title == "Locked, Caregiver"
    assert QApplication.focusWidget() is locked.passphrase.line
    led_elsewhere = {"find", "help", "settings", "emergency"}
    for key in (entry.key for entry in window.nav.entries if entry.key not in led_elsewhere):
        window.nav.asked.emit(key)
        assert shut.title == "Locked, Caregiver", key
        assert window.stack.currentWidget() is shut.whole.care.screen
    words = said(shut)
    assert "Caregiver is locked" in words
    assert {"Home, locked", "Library, locked", "Care notes, locked"} <= set(words.splitlines())
    for number in ("United Kingdom, 999", "United States, 911", "Australia, 000"):
        assert number in words
    assert "Safety notices are not checked while Caregiver is locked." in words
    assert "Not checked since: " in words
    assert not [marker for marker in MARKERS if marker in everything_shown(window)]
    assert_accessible(shut.whole.care.screen)


def test_helplines_are_shown_for_a_country_and_nothing_is_kept(shut: ShutWindow) -> None:
    before = {path: path.read_bytes() for path in shut.services.paths.data_dir.rglob("*") if path.is_file()}
    shut.whole.find.open()
    panel = shut.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, Palette)
    QTest.keyClicks(panel.content.field, "helplines")
    panel.content.list.enter()
    settle()
    panel = shut.whole.window.overlay.panel
    assert panel is not None
    drawer = panel.content
    assert isinstance(drawer, HelplinesDrawer)
    assert said(shut).count("In an emergency") >= 1
    drawer.countries.chip("GB").click()
    settle()
    words = said(shut)
    assert {"Samaritans", "116 123", "Carers UK Helpline"} <= set(words.splitlines())
    assert "If someone checks this computer, use another phone." in words
    assert "Read on their own page on 1 October 2026." in words
    order = [words.index(kind) for kind in ("In an emergency\n", "When it is too much", "For carers, and about")]
    assert order == sorted(order)
    assert next(line.kind for line in helplines_of("GB")) is HelpKind.EMERGENCY
    assert_accessible(drawer)
    assert before == {path: path.read_bytes() for path in shut.services.paths.data_dir.rglob("*") if path.is_file()}
    assert shut.saved == []


def test_settings_and_palette_offer_what_needs_no_library(shut: ShutWindow) -> None:
    shut.whole.window.nav.asked.emit("settings")
    for page in WITHOUT_LIBRARY:
        shut.whole.open_settings(page)
        settle()
    pages = shut.whole.settings.list
    assert pages is not None
    assert len(pages.buttons) == len(WITHOUT_LIBRARY)
    shut.whole.find.open()
    panel = shut.whole.window.overlay.panel
    assert panel is not None
    palette = panel.content
    assert isinstance(palette, Palette)
    QTest.keyClicks(palette.field, "Zufall7")
    wait_until(lambda: not palette.is_waiting)
    assert "Nothing found. Try a shorter word." in said(shut)
    palette.field.setText("unlock")
    palette.list.enter()
    settle()
    assert shut.title == "Locked, Caregiver"
    assert QApplication.focusWidget() is shut.whole.care.screen.shut.locked.passphrase.line


def test_a_wrong_passphrase_opens_nothing_and_the_right_one_opens_what_was_wanted(shut: ShutWindow) -> None:
    shut.whole.window.nav.asked.emit("library")
    locked = shut.whole.care.screen.shut.locked
    locked.passphrase.line.setText("wrong")
    locked.unlock.click()
    wait_until(lambda: shut.whole.care.access.state is LockState.LOCKED)
    settle()
    assert not shut.whole.gate.is_open
    assert locked.passphrase.error.startswith("That passphrase did not open your notes.")
    locked.passphrase.line.clear()
    shut.unlock()
    assert shut.title == "Library, Caregiver"
    assert {"Home", "Care notes, unlocked"} <= set(said(shut).splitlines())
    assert "Zufall7Kroete" in everything_shown(shut.whole.window)


def test_a_lock_while_it_opens_leaves_all_of_it_shut(shut: ShutWindow) -> None:
    locked = shut.whole.care.screen.shut.locked
    locked.passphrase.line.setText("slate otter window candle river")
    locked.unlock.click()
    settle()
    shut.whole.care.access.lock()
    shut.wait_for_end()
    assert not shut.whole.gate.is_open
    assert shut.title == "Locked, Caregiver"


@pytest.mark.usefixtures("dressed")
def test_the_lock_is_shown_before_anything_slow_is_loaded(tmp_path: Path) -> None:
    folder = protected_folder(tmp_path / "data")
    done = subprocess.run(
        [sys.executable, "-c", _START, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    title, loaded = done.stdout.splitlines()
    assert title == "Locked, Caregiver"
    assert [name for name in _SLOW if name in loaded.split()] == []
