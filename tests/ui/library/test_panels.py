"""Whatever opens over the window is named, can be walked by Tab, and gives the focus back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtWidgets import QApplication, QMenu

from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.fitting import assert_targets
from tests.helpers.qt_app import press, settle, show
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened


def about(opened: Opened) -> None:
    opened.whole.library.shelf.reader.top.about_pressed.emit()


def a_link(opened: Opened) -> None:
    opened.whole.library.shelf.reader.page.anchorClicked.emit(QUrl("https://harbour.example/"))


def adding(opened: Opened) -> None:
    opened.whole.ways.open_add()


def picking(opened: Opened) -> None:
    opened.whole.library.panels.open_picker()


def tips(opened: Opened) -> None:
    opened.whole.library.panels.open_tips()


@pytest.mark.parametrize("percent", [100, 200])
def test_panels_are_named_reachable_and_give_the_focus_back(opened: Opened, theme: Theme, percent: int) -> None:
    opened.pick("Short breaks")
    theme.set_percent(percent)
    show(opened.whole.window, 960, 640)
    for panel in (about, a_link, adding, picking, tips):
        with step(panel.__name__):
            assert_panel_is_reachable(opened, theme, panel)


def assert_panel_is_reachable(opened: Opened, theme: Theme, panel: Callable[[Opened], None]) -> None:
    search = opened.whole.library.shelf.pane.filters.search
    opener = search if search.isVisible() else opened.whole.library.shelf.reader.page
    opener.setFocus(Qt.FocusReason.TabFocusReason)
    panel(opened)
    opened.quiet()
    shown = opened.whole.window.overlay.panel
    assert shown is not None
    assert shown.accessibleName()
    assert_accessible(shown)
    assert_targets(shown, theme)
    assert opened.whole.window.rect().contains(shown.geometry())
    press(Qt.Key.Key_Escape)
    assert opened.whole.window.overlay.panel is None
    assert QApplication.focusWidget() is opener


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_context_menu_of_a_row_offers_what_more_offers(opened: Opened) -> None:
    shelf = opened.whole.library.shelf
    row = opened.rows[2]
    place = shelf.pane.list.visualRect(opened.model.index(2)).center()
    shelf.pane.list.customContextMenuRequested.emit(place)
    opened.quiet()
    menu = next(menu for menu in shelf.reader.toolbar.findChildren(QMenu) if menu.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:5] == ["Check it first", "Save", "Print", "Mark as read", "Archive"]
    menu.actions()[1].trigger()
    menu.close()
    opened.quiet()
    assert opened.marks(row.id)[1] is True


def test_beside_the_rows_there_is_no_menu(opened: Opened) -> None:
    shelf = opened.whole.library.shelf
    shelf.pane.list.customContextMenuRequested.emit(QPoint(5, 100_000))
    settle()
    assert not [menu for menu in shelf.reader.toolbar.findChildren(QMenu) if menu.isVisible()]
