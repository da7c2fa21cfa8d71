"""Settings apply at once, show what holds, are remembered and can be undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caregiver_app.support.settings import Settings
from caregiver_app.ui.frame import SMALLEST, MainWindow
from caregiver_app.ui.settings.display import DisplayPart
from caregiver_app.ui.settings.part import SettingsEntry
from caregiver_app.ui.settings.screen import SettingsScreen
from caregiver_app.ui.theme import Icon, Theme, ThemeChoice, TypeRole
from tests.helpers.accessible import assert_accessible
from tests.helpers.qt_app import make_window, press, settle, show


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    window = make_window(theme)
    with_display(window, theme)
    window.open_screen("settings")
    show(window)
    return window


def with_display(window: MainWindow, theme: Theme) -> None:
    entry = SettingsEntry(
        key="display",
        title="Reading and display",
        icon=Icon.TEXT_SIZE,
        make=lambda: DisplayPart(theme, window.remembered, window.messages),
    )
    window.add_screen("settings", SettingsScreen(theme, window.remembered, lambda: [entry]))


def display(window: MainWindow) -> DisplayPart:
    screen = window.stack.currentWidget()
    assert isinstance(screen, SettingsScreen)
    assert isinstance(screen.part, DisplayPart)
    return screen.part


def test_text_size_is_seen_while_it_is_chosen_and_can_be_undone(window: MainWindow, theme: Theme) -> None:
    screen = display(window)
    screen.sizes.chip("100").setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    sizes = [theme.percent]
    window.messages.undo()
    sizes.append(theme.percent)
    window.messages.undo()
    sizes.append(theme.percent)
    assert sizes == [130, 115, 100]
    assert screen.sizes.current == "100"


def test_colours_change_at_once_and_are_remembered(window: MainWindow, theme: Theme) -> None:
    display(window).colours.chip("dark").click()
    chosen = [theme.choice]
    assert window.remembered.settings.theme == "dark"
    window.messages.undo()
    assert [*chosen, theme.choice] == [ThemeChoice.DARK, ThemeChoice.LIGHT]
    assert display(window).colours.current == "light"


def test_keys_and_settings_agree(window: MainWindow, theme: Theme) -> None:
    theme.step_scale(1)
    assert display(window).sizes.current == "115"


def test_habits_reach_the_window_and_can_be_undone(window: MainWindow, theme: Theme) -> None:
    window.remembered.change(lambda settings: replace(settings, animation=True))
    screen = display(window)
    for box in (screen.still, screen.keep, screen.ring):
        box.click()
    kept = window.remembered.settings
    assert (kept.animation, kept.keep_messages, kept.ring_always) == (False, True, True)
    assert theme.motion(120) == 0
    for _ in range(3):
        window.messages.undo()
    kept = window.remembered.settings
    assert (kept.animation, kept.keep_messages, kept.ring_always) == (True, False, False)
    assert not screen.keep.isChecked()


def test_text_that_is_read_takes_the_letters_and_the_room_that_were_chosen(window: MainWindow, theme: Theme) -> None:
    card = display(window).reading
    plain, lowest = theme.font(TypeRole.READING_BODY), card.sample.heightForWidth(400)
    interface = theme.font(TypeRole.BODY)
    card.fonts.chip("own").click()
    card.spacing.chip("widest").click()
    font = theme.font(TypeRole.READING_BODY)
    assert font.families()[1:] == plain.families()
    assert (font.letterSpacing(), font.wordSpacing()) == pytest.approx((0.12 * 19, 0.16 * 19), abs=0.02)
    assert card.sample.heightForWidth(400) > lowest
    assert theme.font(TypeRole.BODY) == interface
    kept = window.remembered.settings
    assert (kept.own_font, kept.text_spacing) == (True, "widest")
    window.messages.undo()
    window.messages.undo()
    assert theme.font(TypeRole.READING_BODY) == plain
    assert (card.fonts.current, card.spacing.current) == ("ours", "normal")


def test_each_message_names_what_was_set_and_takes_back_that_alone(window: MainWindow) -> None:
    screen = display(window)
    screen.keep.click()
    first = window.undo_stack.next_undo
    screen.ring.click()
    second = window.undo_stack.next_undo
    assert first is not None
    assert second is not None
    assert [first.text, second.text] == [
        "Messages stay until you close them.",
        "It is always shown which part has the keyboard.",
    ]
    window.undo_stack.undo_step(first)
    kept = window.remembered.settings
    assert (kept.keep_messages, kept.ring_always) == (False, True)


def test_what_was_remembered_holds_from_the_start(qtbot: QtBot, theme: Theme) -> None:
    window = make_window(theme, settings=Settings(keep_messages=True, ring_always=True, animation=True))
    with_display(window, theme)
    window.open_screen("settings")
    show(window)
    screen = display(window)
    window.focus_navigation()
    settle()
    assert (screen.keep.isChecked(), screen.ring.isChecked(), screen.still.isChecked()) == (True, True, False)
    assert window.ring.target is not None


@pytest.mark.parametrize("percent", [100, 200])
def test_the_screen_fits_and_speaks_at_every_size(window: MainWindow, theme: Theme, percent: int) -> None:
    theme.set_percent(percent)
    show(window, *SMALLEST)
    assert window.minimumSizeHint().width() <= SMALLEST[0]
    assert not display(window).horizontalScrollBar().isVisible()
    assert_accessible(window)
