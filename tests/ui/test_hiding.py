"""The hide key: notes locked, Home before the eyes, and not a word about it, wherever one was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from caregiver_app.model.card import Draft
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.care.passphrase_field import PassphraseField
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.hide_key import HIDE_KEY
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.palette.palette import Palette
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.theme import Theme
from tests.helpers.care_window import care_of, care_window, journal, unlock
from tests.helpers.everything_shown import everything_shown
from tests.helpers.protected import MARKERS, protected_folder, shut_window
from tests.helpers.qt_app import Listener, settle
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

MARKER = "Zufall7Kroete"


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    with care_window(theme, tmp_path / "data", starter_folder) as opened:
        yield opened


def hide() -> None:
    """Press the key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    assert HIDE_KEY == "F12"
    QTest.keyClick(focused, Qt.Key.Key_F12)


def test_it_locks_shows_home_and_says_nothing_and_what_was_written_comes_back(
    opened: Opened, listener: Listener
) -> None:
    unlock(opened)
    tab = journal(opened)
    tab.edit.setFocus()
    QTest.keyClicks(tab.edit, f"{MARKER} did not sleep")
    opened.whole.window.messages.say("Copied.")
    opened.whole.find.open()
    listener.heard.clear()

    hide()
    window = opened.whole.window
    assert care_of(opened).access.state is LockState.LOCKED, "in the same moment"
    assert window.nav.current == HOME
    wait_until(lambda: not opened.services.care.is_unlocked, "the key to go")
    opened.quiet()
    assert window.windowTitle() == "Home, Caregiver"
    assert (listener.heard, opened.message) == ([], "")
    assert window.overlay.panel is None
    assert MARKER not in everything_shown(window)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.nav.current == HOME

    hide()
    assert (listener.heard, opened.message, window.nav.current) == ([], "", HOME), "once more is as once"
    window.open_screen("care")
    unlock(opened)
    assert journal(opened).edit.toPlainText() == f"{MARKER} did not sleep"


def test_what_was_typed_to_open_notes_or_to_make_them_is_forgotten(opened: Opened, theme: Theme) -> None:
    """Whoever comes in goes to the care notes and presses Show."""
    shut = care_of(opened).screen.shut
    shut.locked.passphrase.line.setText(MARKER)
    shut.locked.passphrase.show_button.click()
    shut.set_up.name.setText(MARKER)
    shut.set_up.choice.field.line.setText(MARKER)
    shut.ask_for_sheet()
    shut.recover.groups.setPlainText(MARKER)
    shut.recover.choice.field.line.setText(MARKER)
    elsewhere = PassphraseField(theme, "Passphrase of your keys", parent=opened.whole.window.stack)
    elsewhere.line.setText(MARKER)
    assert MARKER in everything_shown(opened.whole.window)

    hide()
    opened.whole.window.open_screen("care")
    opened.quiet()
    assert MARKER not in everything_shown(opened.whole.window)
    assert {line.text() for line in (*shut.findChildren(QLineEdit), elsewhere.line)} == {""}
    assert shut.locked.passphrase.line.echoMode() is QLineEdit.EchoMode.Password
    assert shut.currentWidget() is shut.locked


def test_what_was_to_be_shared_and_what_was_pasted_are_forgotten(opened: Opened) -> None:
    window = opened.whole.window
    window.open_screen(SHARE)
    opened.quiet()
    body = opened.whole.gate.side.share.screen.body
    assert body is not None
    body.edit.setFocus()
    QTest.keyClicks(body.edit, f"For you, {MARKER}")
    opened.whole.library.show_shelf()
    window.open_screen(LIBRARY)
    opened.whole.ways.open_check_link()
    page = opened.whole.ways.check_link
    assert page is not None
    page.text.setFocus()
    QTest.keyClicks(page.text, f"Is this true, {MARKER}?")
    opened.quiet()
    assert MARKER in everything_shown(window)

    hide()
    opened.quiet()
    assert MARKER not in everything_shown(window)
    window.open_screen(SHARE)
    opened.quiet()
    assert opened.whole.gate.side.share.screen.basket.draft == Draft()
    assert MARKER not in everything_shown(window)


def test_no_menu_is_made_that_does_not_hear_it() -> None:
    for file in (Path(__file__).resolve().parents[2] / "caregiver_app" / "ui").rglob("*.py"):
        if file.name != "hide_key.py":
            text = file.read_text(encoding="utf-8")
            made = re.findall(r"\bQMenu\(|\.addMenu\(", text)
            assert text.count("hear_hide_key(") == len(made), file.name


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_open_menu_hears_it_too(opened: Opened) -> None:
    window = opened.whole.window
    window.open_screen("library")
    opened.quiet()
    opened.whole.library.shelf.pane.filters.more.click()
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_F12)
    settle()
    assert QApplication.activePopupWidget() is None
    assert window.nav.current == HOME


def test_it_is_found_by_name_too(opened: Opened) -> None:
    opened.whole.find.open()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    palette = panel.content
    assert isinstance(palette, Palette)
    QTest.keyClicks(palette.field, "hide")
    wait_until(lambda: not palette.is_waiting, "what is found")
    palette.list.enter()
    settle()
    assert opened.whole.window.nav.current == HOME


def test_a_protected_library_is_locked_with_the_notes(theme: Theme, tmp_path: Path, listener: Listener) -> None:
    with shut_window(theme, protected_folder(tmp_path / "data")) as shut:
        shut.unlock()
        shut.whole.window.open_screen("library")
        shut.quiet()
        listener.heard.clear()
        hide()
        shut.wait_for_end()
        assert shut.whole.window.nav.current == HOME
        assert (listener.heard, shut.message) == ([], "")
        assert shut.title == "Locked, Caregiver"
        assert not [marker for marker in MARKERS if marker in everything_shown(shut.whole.window)]
