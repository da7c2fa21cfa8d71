"""What can be done with the whole list: its order, compact rows, marking as read; each taken back exactly."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from caregiver_app.model.article import ArticleFilter, ItemId, MarkKind, Sort
from caregiver_app.model.time import Millis
from caregiver_app.support.settings import Settings
from caregiver_app.ui.library.list_menu import DAY_MS, ages, list_menu, sort_names
from caregiver_app.ui.library.mutes_drawer import MutesDrawer
from caregiver_app.ui.library.row_words import row_words
from caregiver_app.ui.library.search_tips import SearchTips
from caregiver_app.ui.library.shelves_drawer import ShelvesDrawer
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.qt_app import Listener, press, settle, show
from tests.helpers.rows import a_row
from tests.helpers.walking import step, take_back
from tests.helpers.whole_window import Opened, open_whole
from tests.ui.library.conftest import fill

pytestmark = pytest.mark.usefixtures("undressed")


OPENED: tuple[tuple[str, type[QWidget]], ...] = (
    ("Muted words", MutesDrawer),
    ("Collections and searches", ShelvesDrawer),
    ("Search tips", SearchTips),
)


def times(opened: Opened) -> Mapping[ItemId, Millis | None]:
    return dict(opened.library.marks.times([row.id for row in opened.rows], MarkKind.READ))


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


@pytest.mark.usefixtures("dressed")
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_more_offers_what_fits_the_list(opened: Opened) -> None:
    filters = opened.whole.library.shelf.pane.filters
    filters.more.click()
    settle()
    (menu,) = filters.more.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert menu.isVisible()
    assert words(menu) == [
        "Sort by",
        "Compact rows",
        "Mark all as read",
        "Mark older as read",
        "Collections and searches",
        "Muted words",
        "Search tips",
        "Check a link or message",
    ]
    menu.close()
    settle()
    filters.search.search("swallow")
    opened.quiet()
    filters.more.click()
    settle()
    menu = filters.more.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    assert "Save this search" in words(menu)
    menu.close()


def test_the_menu_is_reached_and_the_list_stands_in_each_order_which_is_remembered(opened: Opened) -> None:
    the_menu_is_reached_by_tab(opened)
    newest = opened.titles
    doings = opened.whole.library.lists.doings
    doings.sort(Sort.OLDEST)
    opened.quiet()
    assert opened.titles == newest[::-1]
    doings.sort(Sort.TITLE)
    opened.quiet()
    assert opened.titles == sorted(newest)
    assert opened.saved[-1].list_order == "title"
    doings.sort(Sort.NEWEST)
    opened.quiet()
    assert opened.titles == newest
    doings.sort(Sort.DUE)
    opened.quiet()
    assert opened.titles == newest  # nothing is due
    assert [name for _sort, name in sort_names()] == ["Newest first", "Oldest first", "A to Z", "Check due first"]


def test_much_is_marked_as_read_at_once_and_taken_back_exactly(opened: Opened, listener: Listener) -> None:
    ages_left_said = (
        (None, 0, "Marked 4 pages as read"),
        (DAY_MS, 2, "Marked 2 pages as read"),
        (7 * DAY_MS, 4, "There is nothing unread here."),
        (30 * DAY_MS, 4, "There is nothing unread here."),
    )
    for age, left, said in ages_left_said:
        with step(age):
            listener.heard.clear()
            assert_marked_exactly(opened, listener, age, left, said)
        take_back(opened)


def assert_marked_exactly(opened: Opened, listener: Listener, age: int | None, left: int, said: str) -> None:
    assert age in (None, *(each for each, _name in ages()))
    before = times(opened)
    opened.whole.library.lists.mark_read(age)
    opened.quiet()
    assert sum(at is None for at in times(opened).values()) == left
    assert listener.words.count(said) == 1
    if left == len(before):
        return
    opened.whole.window.messages.undo()
    opened.quiet()
    assert times(opened) == before
    assert not any(row.read for row in opened.rows)
    opened.whole.window.messages.redo()
    opened.quiet()
    assert sum(at is None for at in times(opened).values()) == left
    opened.whole.window.messages.undo()
    opened.quiet()


def test_where_words_are_searched_only_what_was_found_is_marked(opened: Opened) -> None:
    opened.whole.library.shelf.pane.filters.search.search("swallow")
    opened.quiet()
    opened.whole.library.lists.mark_read()
    opened.quiet()
    opened.whole.library.shelf.pane.filters.search.clear_search()
    opened.quiet()
    assert [row.title for row in opened.rows if row.read] == ["Eating and swallowing"]


def test_the_open_page_follows_and_the_list_of_new_ones_empties(opened: Opened) -> None:
    opened.pick("Short breaks")
    toolbar = opened.whole.library.shelf.reader.toolbar
    opened.whole.library.shelf.pane.filters.show_chip(ArticleFilter.NEW)
    opened.quiet()
    opened.whole.library.lists.mark_read()
    opened.quiet()
    assert toolbar.read.text() == "Mark as unread"
    shown = opened.whole.library.shelf.pane.empty.emptiness
    assert shown is not None
    assert shown.heading == "You have read everything new."


@pytest.mark.usefixtures("dressed")
def test_rows_become_compact_that_is_remembered_and_taken_back(opened: Opened) -> None:
    rows = opened.whole.library.shelf.pane.list
    large = rows.visualRect(opened.model.index(0)).height()
    opened.whole.library.lists.compact_asked.emit(True)
    opened.quiet()
    settle()
    assert rows.visualRect(opened.model.index(0)).height() < large
    assert opened.whole.window.remembered.settings.compact_rows is True
    assert opened.saved[-1].compact_rows is True
    opened.whole.window.messages.undo()
    opened.quiet()
    settle()
    assert rows.visualRect(opened.model.index(0)).height() == large
    assert opened.whole.window.remembered.settings.compact_rows is False


@pytest.mark.parametrize("order", ["title", "of-a-newer-version"])
def test_a_list_comes_in_the_order_that_was_remembered(
    theme: Theme, tmp_path: Path, starter_folder: Path, order: str
) -> None:
    settings = Settings(list_order=order)
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill, settings=settings) as opened:
        by_title = opened.titles == sorted(opened.titles)
        assert by_title is (order == "title")
        assert opened.whole.library.lists.state.sort is (Sort.TITLE if by_title else Sort.NEWEST)


@pytest.mark.usefixtures("dressed")
def test_compact_rows_are_large_enough_and_fit(opened: Opened, theme: Theme) -> None:
    opened.whole.library.lists.compact_asked.emit(True)
    for percent in (100, 200):
        with step(percent):
            theme.set_percent(percent)
            assert_compact_fit(opened, theme)


def assert_compact_fit(opened: Opened, theme: Theme) -> None:
    show(opened.whole.window, 960, 640)
    opened.quiet()
    settle()
    rows = opened.whole.library.shelf.pane.list
    assert rows.visualRect(opened.model.index(0)).height() >= theme.px(44)
    opened.whole.window.toasts.clear()
    settle()
    assert_fits_smallest(opened.whole.window)
    assert_targets(opened.whole.window, theme)


@pytest.mark.usefixtures("dressed")
def test_a_compact_row_says_its_states_in_words() -> None:
    said = row_words(a_row(starred=True, changed=True), now=MONDAY, compact=True)
    assert said.meta == "Not checked  ·  Today  ·  Page changed  ·  Saved  ·  Harbour Dementia Trust"
    assert said.pills == ()
    assert said.spoken == row_words(a_row(starred=True, changed=True), now=MONDAY).spoken


def the_menu_is_reached_by_tab(opened: Opened) -> None:
    filters = opened.whole.library.shelf.pane.filters
    filters.picker.setFocus()
    press(Qt.Key.Key_Tab)
    assert filters.more.hasFocus()
    assert filters.more.accessibleName() == "More for this list"


def test_each_entry_opens_or_does_what_it_says(opened: Opened) -> None:
    for words_of_entry, drawer in OPENED:
        with step(words_of_entry):
            trigger(opened, words_of_entry)
            panel = opened.whole.window.overlay.panel
            assert panel is not None
            assert isinstance(panel.content, drawer)
        take_back(opened)
        assert opened.whole.window.overlay.panel is None
    for words_of_entry in ("Mark all as read", "Compact rows"):
        with step(words_of_entry):
            before = opened.whole.undo.next_undo
            assert before is None
            trigger(opened, words_of_entry)
            assert opened.whole.undo.next_undo is not None
        take_back(opened)


def trigger(opened: Opened, words_of_entry: str) -> None:
    """Choose this entry of the menu."""
    lists = opened.whole.library.lists
    menu = list_menu(opened.whole.window, lists.state, lists.doings)
    next(action for action in menu.actions() if action.text() == words_of_entry).trigger()
    opened.quiet()
