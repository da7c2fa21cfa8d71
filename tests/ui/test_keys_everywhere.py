"""The map of keys holds on every screen: what is named is bound, what is bound is named, and F1 tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.ui.key_map import key_groups
from caregiver_app.ui.screen_help.drawer import HelpDrawer
from caregiver_app.ui.screen_help.texts import help_for
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.care_window import care_window, unlock
from tests.helpers.qt_app import Listener, press, settle
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
ON_PAGES = {"Space", "Shift+Space", "Home", "End"}
"""Keys of the page itself, which tests/ui/library/test_reader.py presses."""

TWINS = {"Ctrl+=", "Ctrl+Enter"}
"""The same keys as keyboards without a number pad, or with one, send them."""


def screens(opened: Opened) -> list[str]:
    stack = opened.whole.window.stack
    return [entry.key for entry in opened.whole.window.nav.entries if stack.has(entry.key)]


def come_to(opened: Opened, key: str) -> None:
    opened.whole.window.open_screen(key)
    opened.quiet()
    opened.whole.window.focus_navigation()
    settle()


def shown_help(opened: Opened) -> HelpDrawer | None:
    panel = opened.whole.window.overlay.panel
    return panel.content if panel is not None and isinstance(panel.content, HelpDrawer) else None


def help_is_one_key_away(opened: Opened, listener: Listener) -> None:
    before = QApplication.focusWidget()
    press(Qt.Key.Key_F1)
    drawer = shown_help(opened)
    assert drawer is not None
    told = help_for(opened.whole.window.nav.current)
    assert " ".join(told.sentences) in listener.words
    assert_accessible(drawer)
    press(Qt.Key.Key_F1)
    assert shown_help(opened) is None
    assert QApplication.focusWidget() is before


def updates_begin(opened: Opened) -> None:
    begun: list[bool] = []
    updates = opened.whole.updates
    connection = updates.begun.connect(lambda: begun.append(True))
    press(Qt.Key.Key_F5)
    opened.quiet()
    updates.begun.disconnect(connection)
    assert begun == [True]


def all_is_saved(opened: Opened) -> None:
    press(Qt.Key.Key_S, CONTROL)
    assert opened.message == "Already saved."
    opened.whole.window.messages.forget_all()


def the_library_is_searched_and_back_again(opened: Opened, key: str) -> None:
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    opened.quiet()
    assert opened.whole.window.nav.current == "library"
    assert opened.whole.library.shelf.pane.filters.search.hasFocus()
    if key != "library":
        press(Qt.Key.Key_Left, ALT)
        assert opened.whole.window.nav.current == key
        press(Qt.Key.Key_Right, ALT)
        assert opened.whole.window.nav.current == "library"


def what_is_named_is_bound_and_the_other_way_round(opened: Opened) -> None:
    bound = {shortcut.key().toString() for shortcut in opened.whole.window.findChildren(QShortcut)}
    named = {QKeySequence(key).toString() for _heading, group in key_groups() for words in group for key in words.keys}
    assert named - bound == {QKeySequence(key).toString() for key in ON_PAGES}
    assert bound - named == {QKeySequence(key).toString() for key in TWINS}


def paper_comes_of_days_and_packs(opened: Opened) -> None:
    wanted = {"awareness": SheetKind.AWARENESS_FLYER, "packs": SheetKind.PACK_CONTENTS}
    for key, sheet in wanted.items():
        with step(key):
            come_to(opened, key)
            press(Qt.Key.Key_P, CONTROL)
            opened.quiet()
            assert opened.whole.window.nav.current == "print"
            assert opened.whole.gate.side.printing.screen.body.wanted.what is sheet


def where_nothing_can_be_printed_that_is_said(opened: Opened) -> None:
    nothing = "There is nothing to print on this screen. Ctrl+6 shows all that can be printed."
    flyer = "Choose the flyer here and save it: that file can be printed."
    for key, words in (
        ("library", "Open a page first, then Ctrl+P prints it."),
        ("share", flyer),
        ("settings", nothing),
    ):
        with step(key):
            come_to(opened, key)
            press(Qt.Key.Key_P, CONTROL)
            assert opened.message == words
            assert opened.whole.window.nav.current == key
    opened.whole.window.open_screen("library")
    opened.whole.ways.open_check_link()
    press(Qt.Key.Key_P, CONTROL)
    assert opened.message == nothing
    opened.whole.care.access.lock()
    opened.quiet()
    come_to(opened, "care")
    press(Qt.Key.Key_P, CONTROL)
    assert opened.message == "Your notes are locked. Unlock them to print from them."


def what_can_be_searched_is(opened: Opened) -> None:
    come_to(opened, "help")
    press(Qt.Key.Key_F, CONTROL)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert "earch" in focused.accessibleName()
    come_to(opened, "awareness")
    press(Qt.Key.Key_F, CONTROL)
    assert opened.message == "There is nothing to search on this screen. Ctrl+K finds anything."


def test_the_map_of_keys_holds_on_every_screen(
    theme: Theme, tmp_path: Path, starter_folder: Path, listener: Listener
) -> None:
    with care_window(theme, tmp_path / "data", starter_folder) as opened:
        unlock(opened)
        keys = screens(opened)
        assert len(keys) >= 9
        for key in keys:
            with step(key):
                come_to(opened, key)
                help_is_one_key_away(opened, listener)
                updates_begin(opened)
                all_is_saved(opened)
                the_library_is_searched_and_back_again(opened, key)
        paper_comes_of_days_and_packs(opened)
        what_can_be_searched_is(opened)
        where_nothing_can_be_printed_that_is_said(opened)
        what_is_named_is_bound_and_the_other_way_round(opened)
