"""Saving, reading and archiving: each one step of undo, one announcement, and exactly undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.time import Millis
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.theme import Theme
from tests.helpers.qt_app import Listener, press, settle
from tests.helpers.walking import step, take_back
from tests.helpers.whole_window import Opened, open_whole, wait_until
from tests.ui.library.conftest import fill

pytestmark = pytest.mark.usefixtures("undressed")

Times = dict[MarkKind, dict[ItemId, Millis | None]]


def times(opened: Opened) -> Times:
    ids = [row.id for row in opened.library.articles.rows_of([ItemId(n) for n in range(1, 10)])]
    return {kind: dict(opened.library.marks.times(ids, kind)) for kind in MarkKind}


def save(screen: LibraryScreen) -> None:
    screen.shelf.reader.toolbar.save.click()


def mark(screen: LibraryScreen) -> None:
    screen.shelf.reader.toolbar.read.click()


def archive(screen: LibraryScreen) -> None:
    screen.shelf.reader.toolbar.archive.click()


def each_mark_is_one_step_and_one_announcement_and_is_undone_exactly(opened: Opened, listener: Listener) -> None:
    actions = (
        (save, "Saved “Short breaks”"),
        (mark, "Marked as read: “Short breaks”"),
        (archive, "Archived “Short breaks”"),
    )
    for act, words in actions:
        with step(words):
            assert_undone_exactly(opened, listener, act, words)
        take_back(opened)


def assert_undone_exactly(opened: Opened, listener: Listener, act: Callable[[LibraryScreen], None], words: str) -> None:
    opened.pick("Short breaks")
    before, titles = times(opened), opened.titles
    listener.heard.clear()

    act(opened.whole.library)
    opened.quiet()

    assert times(opened) != before
    assert listener.words == [words]
    done = opened.whole.undo.next_undo
    assert done is not None
    assert done.text == words
    opened.whole.window.messages.undo()
    opened.quiet()
    assert times(opened) == before
    assert opened.titles == titles
    opened.whole.window.messages.redo()
    opened.quiet()
    assert times(opened) != before


def test_taking_back_an_old_save_restores_its_time(opened: Opened) -> None:
    row = opened.pick("Short breaks")
    opened.library.marks.set([row.id], MarkKind.STARRED, True, at=Millis(12_345))
    opened.whole.library.shelf.pane.loader.reload()
    opened.quiet()
    opened.pick("Evening routines")
    opened.pick("Short breaks")
    save(opened.whole.library)
    opened.quiet()
    assert opened.marks(row.id)[1] is False
    opened.whole.window.messages.undo()
    opened.quiet()
    assert opened.library.marks.times([row.id], MarkKind.STARRED) == {row.id: Millis(12_345)}


def the_undo_of_the_message_takes_it_back(opened: Opened) -> None:
    row = opened.pick("Short breaks")
    save(opened.whole.library)
    opened.quiet()
    message = opened.whole.window.toasts.message
    assert message is not None
    assert message.action == "Undo"
    assert message.on_action is not None
    message.on_action()
    opened.quiet()
    assert opened.marks(row.id) == (False, False, False)


def the_list_and_the_toolbar_say_that_a_page_is_saved(opened: Opened) -> None:
    opened.pick("Short breaks")
    save(opened.whole.library)
    opened.quiet()
    toolbar = opened.whole.library.shelf.reader.toolbar
    assert toolbar.save.words == "Saved"
    assert toolbar.save.isChecked()
    assert next(row for row in opened.rows if row.title == "Short breaks").starred


def test_a_page_counts_as_read_after_it_was_open_for_a_while_and_m_takes_that_back(
    opened: Opened,
) -> None:
    reader = opened.whole.library.shelf.reader
    row = opened.pick("Short breaks")
    assert opened.marks(row.id)[0] is False
    reader.was_read.emit(row)
    opened.quiet()
    assert opened.marks(row.id)[0] is True
    opened.whole.library.shelf.pane.list.setFocus()
    press(Qt.Key.Key_M)
    opened.quiet()
    assert opened.marks(row.id)[0] is False


def test_time_alone_marks_an_open_page_as_read(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with open_whole(theme, tmp_path, start=starter_folder, fill=fill, read_after_ms=10) as opened:
        row = opened.pick("Short breaks")
        wait_until(lambda: opened.marks(row.id)[0], "read")
        opened.quiet()
        assert opened.message == ""


def passing_over_a_page_does_not_mark_it(opened: Opened) -> None:
    row = opened.pick("Short breaks")
    opened.pick("Evening routines")
    assert opened.marks(row.id)[0] is False


def an_archived_page_leaves_the_list_and_the_next_one_opens(opened: Opened) -> None:
    row = opened.pick("The day centre moves")
    archive(opened.whole.library)
    opened.quiet()
    assert row.title not in opened.titles
    shelf = opened.whole.library.shelf
    assert shelf.pane.list.current_row is not None
    assert shelf.pane.list.current_row.title == "Short breaks"
    assert shelf.reader.row is not None
    assert shelf.reader.row.title == "Short breaks"


def single_letters_work_in_the_list_and_in_the_page(opened: Opened) -> None:
    shelf = opened.whole.library.shelf
    for place in (shelf.pane.list, shelf.reader.page):
        with step(type(place).__name__):
            assert_letters_work_in(opened, place)
        take_back(opened)


def assert_letters_work_in(opened: Opened, place: QWidget) -> None:
    row = opened.pick("Short breaks")
    place.setFocus()
    settle()
    press(Qt.Key.Key_S)
    opened.quiet()
    assert opened.marks(row.id)[1] is True
    press(Qt.Key.Key_I)
    opened.quiet()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert panel.accessibleName() == "About this page"


def letters_typed_into_the_search_field_are_letters(opened: Opened) -> None:
    row = opened.pick("Short breaks")
    field = opened.whole.library.shelf.pane.filters.search
    field.setFocus()
    for key in (Qt.Key.Key_S, Qt.Key.Key_M, Qt.Key.Key_N):
        press(key)
    opened.quiet()
    assert field.text() == "smn"
    assert opened.marks(row.id) == (False, False, False)


def test_n_and_p_go_from_new_page_to_new_page_and_the_focus_stays(opened: Opened) -> None:
    opened.library.marks.set(
        [row.id for row in opened.rows if row.title == "Eating and swallowing"], MarkKind.READ, True, at=Millis(1)
    )
    opened.whole.library.shelf.pane.loader.reload()
    opened.quiet()
    opened.pick("Evening routines")
    shelf = opened.whole.library.shelf
    shelf.reader.page.setFocus()
    press(Qt.Key.Key_N)
    opened.quiet()
    assert shelf.reader.row is not None
    assert shelf.reader.row.title == "The day centre moves"
    assert shelf.reader.page.hasFocus()
    press(Qt.Key.Key_P)
    opened.quiet()
    assert shelf.reader.row.title == "Evening routines"


def the_number_of_new_pages_stands_in_chip_and_navigation(opened: Opened) -> None:
    filters = opened.whole.library.shelf.pane.filters
    assert filters.chips.chip("new").words == "New 4"
    assert opened.whole.window.nav.counts["library"] == 4
    opened.pick("Short breaks")
    mark(opened.whole.library)
    opened.quiet()
    assert filters.chips.chip("new").words == "New 3"
    assert opened.whole.window.nav.counts["library"] == 3


def an_archived_page_comes_back_into_a_list_that_was_asked_for_again(opened: Opened) -> None:
    opened.pick("Short breaks")
    titles = opened.titles
    archive(opened.whole.library)
    opened.quiet()
    opened.whole.library.shelf.pane.reload()
    opened.quiet()
    assert "Short breaks" not in opened.titles
    opened.whole.window.messages.undo()
    opened.quiet()
    assert opened.titles == titles


def of_pages_picked_in_one_breath_the_last_one_opens(opened: Opened) -> None:
    reader = opened.whole.library.shelf.reader
    rows = {row.title: row for row in opened.rows}
    opened.pick("Short breaks")
    reader.show_item(rows["Evening routines"].id, own=False)
    reader.show_item(rows["Short breaks"].id, own=False)
    opened.quiet()
    assert reader.row is not None
    assert reader.row.title == "Short breaks"


def test_marks_are_set_by_key_and_press_and_taken_back(opened: Opened, listener: Listener) -> None:
    passing_over_a_page_does_not_mark_it(opened)
    take_back(opened)
    each_mark_is_one_step_and_one_announcement_and_is_undone_exactly(opened, listener)
    take_back(opened)
    the_undo_of_the_message_takes_it_back(opened)
    take_back(opened)
    the_list_and_the_toolbar_say_that_a_page_is_saved(opened)
    take_back(opened)
    an_archived_page_leaves_the_list_and_the_next_one_opens(opened)
    take_back(opened)
    single_letters_work_in_the_list_and_in_the_page(opened)
    take_back(opened)
    the_number_of_new_pages_stands_in_chip_and_navigation(opened)
    take_back(opened)
    an_archived_page_comes_back_into_a_list_that_was_asked_for_again(opened)
    take_back(opened)
    of_pages_picked_in_one_breath_the_last_one_opens(opened)
    take_back(opened)
    letters_typed_into_the_search_field_are_letters(opened)
