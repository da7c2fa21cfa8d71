"""Muted words: what is left out of the list and why, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from caregiver_app.ui.library.mutes_drawer import MutesDrawer, title_words
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_targets
from tests.helpers.qt_app import Listener, press, show
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")


def mutes(opened: Opened) -> MutesDrawer:
    """Open the drawer from the menu of a row."""
    opened.pick("Eating and swallowing")
    opened.whole.library.shelf.reader.toolbar.mute_pressed.emit()
    opened.quiet()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, MutesDrawer)
    return panel.content


def button(drawer: MutesDrawer, name: str) -> QPushButton:
    return next(one for one in drawer.findChildren(QPushButton) if one.accessibleName() == name and one.isVisible())


def words(opened: Opened) -> list[str]:
    return [muted.word for muted in opened.library.mutes.list()]


def test_a_word_of_the_title_is_muted_and_that_taken_back(opened: Opened, listener: Listener) -> None:
    drawer = mutes(opened)
    listener.heard.clear()
    button(drawer, "swallowing: mute this word").click()
    opened.quiet()
    assert words(opened) == ["swallowing"]
    assert "Eating and swallowing" not in opened.titles
    assert listener.words == ["Muted “swallowing”: 1 page left out"]
    opened.whole.window.messages.undo()
    opened.quiet()
    assert words(opened) == []
    assert "Eating and swallowing" in opened.titles
    opened.whole.window.messages.redo()
    opened.quiet()
    assert words(opened) == ["swallowing"]


def test_a_typed_word_is_muted_and_shown_again(opened: Opened) -> None:
    drawer = mutes(opened)
    assert drawer.new.line.hasFocus()
    QTest.keyClicks(drawer.new.line, "Breaks")
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert "Short breaks" not in opened.titles
    assert drawer.new.line.text() == ""
    button(drawer, "Show again: pages with breaks").click()
    opened.quiet()
    assert "Short breaks" in opened.titles
    assert QApplication.focusWidget() is not None
    opened.whole.window.messages.undo()
    opened.quiet()
    assert words(opened) == ["breaks"]


def test_what_is_looked_for_is_found_although_it_is_muted(opened: Opened) -> None:
    opened.library.mutes.add("swallowing", at=MONDAY)
    opened.whole.library.shelf.pane.reload()
    opened.quiet()
    assert "Eating and swallowing" not in opened.titles
    opened.whole.library.shelf.pane.filters.search.search("swallow")
    opened.quiet()
    assert opened.titles == ["Eating and swallowing"]


def test_what_is_muted_already_is_said(opened: Opened) -> None:
    opened.library.mutes.add("breaks", at=MONDAY)
    drawer = mutes(opened)
    drawer.new.line.setText("BREAKS")
    drawer.new.take.click()
    opened.quiet()
    assert opened.message == "This word is muted already."


@pytest.mark.parametrize(
    ("title", "offered"),
    [
        ("“Miracle” memory supplements: what the studies really say",
         ("Miracle", "memory", "supplements", "what", "studies", "really")),
        ("A day out", ()),
        ("", ()),
        ("Sleep, sleep and Sleep", ("Sleep",)),
    ],
    ids=["long", "short", "none", "doubled"],
)  # fmt: skip
def test_the_longer_words_of_a_title_are_offered(title: str, offered: tuple[str, ...]) -> None:
    assert title_words(title) == offered


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 200])
def test_the_drawer_is_named_reachable_and_gives_the_focus_back(opened: Opened, theme: Theme, percent: int) -> None:
    opened.library.mutes.add("breaks", at=MONDAY)
    mutes(opened)
    theme.set_percent(percent)
    show(opened.whole.window, 960, 640)
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert_accessible(panel)
    assert_targets(panel, theme)
    press(Qt.Key.Key_Escape)
    assert opened.whole.window.overlay.panel is None
