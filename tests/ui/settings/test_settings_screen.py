"""The settings have a list and a page, beside each other or one at a time, and come back where they were left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest

from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.letter_keys import is_letter
from caregiver_app.ui.settings.keyboard import KeyboardPart
from caregiver_app.ui.settings.pages import settings_commands
from caregiver_app.ui.settings.screen import SettingsScreen
from caregiver_app.ui.settings.works_drawer import WorksDrawer
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.button import Button
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.fitting import assert_fits_smallest, assert_targets, cut_labels
from tests.helpers.qt_app import Listener, press, settle, show
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES = ("display", "updates", "checking", "privacy", "backup", "keyboard", "advanced", "about")


def screen(opened: Opened) -> SettingsScreen:
    return opened.whole.settings


def button(opened: Opened, key: str) -> None:
    pages = screen(opened).list
    assert pages is not None
    pages.buttons[key].click()
    opened.quiet()


def shown(opened: Opened) -> str:
    part = screen(opened).part
    return part.title if part is not None else ""


def the_keys_of_the_settings_open_them(opened: Opened) -> None:
    opened.whole.window.open_screen("library")
    QTest.keyClick(opened.whole.window, Qt.Key.Key_Comma, CONTROL)
    settle()
    assert opened.whole.window.windowTitle() == "Settings, Caregiver"
    assert shown(opened) == "Reading and display"


def the_list_is_one_stop_with_arrows_inside(opened: Opened, listener: Listener) -> None:
    pages = screen(opened).list
    assert pages is not None
    pages.buttons["display"].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    assert shown(opened) == "About"
    assert "About" in listener.words


def the_page_that_was_open_last_comes_back(opened: Opened) -> None:
    button(opened, "about")
    opened.whole.window.open_screen("library")
    opened.whole.window.open_screen("settings")
    assert shown(opened) == "About"
    opened.quiet()
    assert opened.saved[-1].settings_page == "about"


def a_page_is_one_call_away(opened: Opened) -> None:
    opened.whole.window.open_screen("library")
    opened.whole.open_settings("keyboard")
    assert shown(opened) == "Keyboard"
    with pytest.raises(KeyError):
        opened.whole.open_settings("nothing")


@pytest.mark.usefixtures("dressed")
def test_in_a_narrow_window_the_page_takes_the_place_of_the_list_and_esc_leads_back(
    opened: Opened, theme: Theme
) -> None:
    theme.set_percent(200)
    show(opened.whole.window, 1366, 768)
    settings = screen(opened)
    assert settings.list is not None
    assert settings.list.isVisible()
    settings.list.buttons["about"].click()
    settle()
    assert not settings.list.isVisible()
    assert settings.back.hasFocus()
    press(Qt.Key.Key_Escape)
    assert settings.list.isVisible()
    assert settings.list.buttons["about"].hasFocus()
    press(Qt.Key.Key_Return)
    theme.set_percent(100)
    settle()
    assert settings.list.isVisible()
    assert shown(opened) == "About"


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_every_page_fits_and_speaks_at_every_size(opened: Opened, theme: Theme, percent: int) -> None:
    theme.set_percent(percent)
    show(opened.whole.window, *SMALLEST)
    for page in PAGES:
        with step(page):
            opened.whole.open_settings(page)
            opened.quiet()
            # What a page was told last is laid out in a turn of its own.
            wait_until(lambda: not cut_labels(opened.whole.window), "words that are not cut")
            assert_fits_smallest(opened.whole.window)
            assert_targets(opened.whole.settings, theme)
            assert_accessible(opened.whole.window)


def single_letters_can_be_switched_off_and_on_again(opened: Opened) -> None:
    opened.whole.open_settings("keyboard")
    part = screen(opened).part
    assert isinstance(part, KeyboardPart)
    letters = [one for one in opened.whole.window.findChildren(QShortcut) if is_letter(one)]
    part.letters.click()
    off = [one.isEnabled() for one in letters]
    opened.whole.window.messages.undo()
    assert letters
    assert (any(off), all(one.isEnabled() for one in letters)) == (False, True)
    assert part.letters.isChecked()


def keys_are_found_by_what_they_do_and_by_their_name(opened: Opened) -> None:
    opened.whole.open_settings("keyboard")
    part = screen(opened).part
    assert isinstance(part, KeyboardPart)
    everything = part.seen
    QTest.keyClick(opened.whole.window, Qt.Key.Key_F, CONTROL)
    assert part.words.hasFocus()
    QTest.keyClicks(part.words, "prin")
    assert [words.keys for words in part.seen] == [("Ctrl+6",), ("Ctrl+P",)]
    part.words.setText("f12")
    assert [words.keys for words in part.seen] == [("F12",)]
    part.words.setText("dance")
    assert part.seen == ()
    part.words.clear()
    assert part.seen == everything


def about_says_the_version_and_that_it_gives_no_advice(opened: Opened) -> None:
    opened.whole.open_settings("about")
    said = {one.name for one in speak(opened.whole.settings)}
    assert "0.1.0, from source" in said
    assert "Caregiver gives no medical advice" in said


def the_works_of_others_are_read_with_their_licences(opened: Opened) -> None:
    opened.whole.open_settings("about")
    next(one for one in opened.whole.settings.findChildren(Button) if one.text() == "Works of others").click()
    opened.quiet()
    drawer = opened.whole.window.findChild(WorksDrawer)
    assert drawer is not None
    titles = [line.title for line in drawer.list.lines]
    assert {"Qt", "What Qt is made of", "Words of common licences"} <= set(titles)
    assert "Public domain, in sqlcipher3" in [line.facts for line in drawer.list.lines]
    alone = drawer.list.height()
    drawer.list.setCurrentIndex(drawer.list.model().index(titles.index("Qt"), 0))
    opened.quiet()
    assert drawer.list.height() < alone / 2, "the words have the room that the list had alone"
    seen = drawer.list.visualRect(drawer.list.currentIndex())
    assert drawer.list.viewport().rect().contains(seen), "and what was chosen is in sight"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in drawer.text.toPlainText()
    assert drawer.text.accessibleName() == "Licence of Qt"
    press(Qt.Key.Key_Escape)


def every_page_is_found_by_its_name_from_anywhere(opened: Opened) -> None:
    entries = screen(opened).list
    assert entries is not None
    commands = {command.name: command for command in settings_commands(opened.whole.open_settings)}
    assert [f"Settings: {button.accessibleName()}" for button in entries.buttons.values()] == list(commands)
    opened.whole.window.open_screen("library")
    commands["Settings: Backup"].action()
    assert shown(opened) == "Backup"


def test_pages_are_opened_and_come_back(opened: Opened, listener: Listener) -> None:
    the_keys_of_the_settings_open_them(opened)
    opened.whole.open_settings("display")
    the_list_is_one_stop_with_arrows_inside(opened, listener)
    opened.whole.open_settings("display")
    the_page_that_was_open_last_comes_back(opened)
    opened.whole.open_settings("display")
    a_page_is_one_call_away(opened)
    opened.whole.open_settings("display")
    single_letters_can_be_switched_off_and_on_again(opened)
    opened.whole.open_settings("display")
    keys_are_found_by_what_they_do_and_by_their_name(opened)
    opened.whole.open_settings("display")
    about_says_the_version_and_that_it_gives_no_advice(opened)
    the_works_of_others_are_read_with_their_licences(opened)
    opened.whole.open_settings("display")
    every_page_is_found_by_its_name_from_anywhere(opened)
