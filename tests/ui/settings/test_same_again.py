"""To choose what holds already changes nothing, says nothing and leaves nothing to undo."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.support.settings import Settings
from caregiver_app.ui.frame import MainWindow
from caregiver_app.ui.theme import Theme
from tests.helpers.qt_app import make_window, show
from tests.ui.settings.test_display import display, with_display


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    """The page of reading and display, where the font of the computer was chosen."""
    window = make_window(theme, settings=Settings(own_font=True))
    with_display(window, theme)
    window.open_screen("settings")
    show(window)
    return window


def test_the_chip_that_is_on_chooses_nothing(window: MainWindow) -> None:
    page = display(window)
    assert page.reading.fonts.current == "own"
    for group, key in (
        (page.reading.fonts, "own"),
        (page.reading.spacing, "normal"),
        (page.sizes, "100"),
        (page.colours, page.colours.current),
    ):
        group.chip(key).click()
        assert group.current == key
    assert window.undo_stack.next_undo is None
    assert window.remembered.settings.own_font
