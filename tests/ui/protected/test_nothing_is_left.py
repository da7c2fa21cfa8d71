"""Locking takes the library out of the window whole: no widget, no object, no step, no message, no answer is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter
from caregiver_app.model.trust import Answer
from caregiver_app.ui.checking.check_drawer import CheckDrawer
from caregiver_app.ui.emergency.joining import EMERGENCY_KEYS
from caregiver_app.ui.library.screen import LibraryScreen
from caregiver_app.ui.palette.palette import Palette
from caregiver_app.ui.settings.pages import PRIVACY
from caregiver_app.ui.share.commands import SHARE
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.everything_shown import everything_shown
from tests.helpers.gated_door import GatedDoor, a_feed
from tests.helpers.held import all_objects, texts_held
from tests.helpers.library_files import APage, add_pages
from tests.helpers.markers import new_marker
from tests.helpers.protected import (
    FEED,
    MARKERS,
    PICTURE_SIZE,
    SOURCE,
    TITLE,
    ShutWindow,
    plain_folder,
    protected_folder,
    shut_window,
)
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import wait_until

pytestmark = pytest.mark.usefixtures("undressed")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)

SOUGHT = "curtainsXyz7"


def left(shut: ShutWindow) -> list[str]:
    """Return the words of the library that any widget, title or clipboard still holds."""
    words = everything_shown(shut.whole.window)
    return [marker for marker in (*MARKERS, SOUGHT) if marker in words]


def holders(marker: str) -> list[str]:
    """Return how texts with the marker begin that some object holds, and pictures of the size of ours."""
    found = texts_held(marker, but=marker)
    pictures = [one for one in all_objects() if isinstance(one, QImage | QPixmap)]
    ours = [one for one in pictures if (one.width(), one.height()) == PICTURE_SIZE]
    return [held[:60] for held in found] + ["a picture" for _one in ours]


def add_marked_page(shut: ShutWindow, marker: str) -> None:
    """Put one more page into the open library, in its own thread."""

    def add(library: Library) -> None:
        (source,) = (one for one in library.sources.list(enabled=True) if one.title == SOURCE)
        add_pages(library, source.id, [APage(title=marker, html=f"<p>{marker} slept.</p>", days_ago=0.1)], at=MONDAY)

    shut.whole.desk.ask(shut.whole.window, add, lambda _none: None)
    shut.quiet()


def share_something(shut: ShutWindow) -> None:
    """Put the first page into Share, write words beside it, take it out, and come back."""
    whole = shut.whole
    pane = whole.library.shelf.pane
    row = pane.model.row_at(pane.model.index(0))
    assert row is not None
    whole.window.open_screen(SHARE)
    shut.quiet()
    share = whole.gate.side.share
    share.ways.add_row(row)
    shut.quiet()
    body = share.screen.body
    assert body is not None
    QTest.keyClicks(body.edit, f"Call 07700 900 461, {SOUGHT}")
    wait_until(lambda: body.findings.rows != (), "the guard")
    body.findings.rows[0].first.click()
    body.items.cards[0].remove.click()
    shut.quiet()
    whole.window.messages.undo()
    shut.quiet()
    whole.window.open_screen("library")
    shut.quiet()


def check_something(shut: ShutWindow) -> None:
    """Begin to check the first page, say why not, leave it, and look at what is due and at all that is said of it."""
    whole = shut.whole
    shelf = whole.library.shelf
    whole.open_settings("checking")
    whole.settings.part.for_others.click()  # type: ignore[union-attr]  # the page that was opened
    whole.window.open_screen("library")
    row, reading = (shelf.pane.model.row_at(shelf.pane.model.index(place)) for place in (0, 1))
    assert row is not None
    assert reading is not None
    whole.checking.open_page(row)
    shut.quiet()
    panel = whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, CheckDrawer)
    panel.content.rows[0].answers.chip(Answer.NO).click()
    QTest.keyClicks(panel.content.rows[0].why, SOUGHT)
    whole.window.overlay.close_panel()
    shut.quiet()
    whole.checking.open_due()
    shut.quiet()
    shelf.pane.due.part.list.open_at(shelf.pane.due.part.list.model().index(0, 0))
    shut.quiet()
    shelf.reader.open_about()
    shut.quiet()
    whole.checking.open_page(row)
    shut.quiet()
    whole.window.overlay.close_panel()
    shelf.pane.filters.show_chip(ArticleFilter.ALL)
    shut.quiet()
    shelf.enter(reading)
    shut.quiet()


def use_everything(shut: ShutWindow) -> None:
    """Look at a page, search, mark, undo, and open the places in which words of the library stand."""
    whole = shut.whole
    whole.window.open_screen("library")
    shut.quiet()
    pane = whole.library.shelf.pane
    for place in (0, 1):  # the marked page, then the one with the picture
        pane.list.pick(pane.model.index(place))
        shut.quiet()
    share_something(shut)
    check_something(shut)
    whole.library.shelf.reader.toolbar.save_pressed.emit()
    shut.quiet()
    pane.filters.search.setFocus()
    QTest.keyClicks(pane.filters.search, SOUGHT)
    shut.quiet()
    whole.ways.open_sources()
    shut.quiet()
    whole.ways.open_topics()
    shut.quiet()
    whole.ways.files.ask_for_export()
    whole.open_settings(PRIVACY)
    shut.quiet()
    whole.window.open_screen("home")
    whole.find.open()
    palette = whole.window.overlay.panel.content if whole.window.overlay.panel is not None else None
    assert isinstance(palette, Palette)
    QTest.keyClicks(palette.field, "zufall")
    wait_until(lambda: not palette.is_waiting)
    shut.quiet()


@pytest.mark.usefixtures("dressed")
def test_nothing_of_the_library_is_left_after_the_lock_and_all_comes_back(shut: ShutWindow) -> None:
    marker = new_marker()
    shut.unlock()
    add_marked_page(shut, marker)
    use_everything(shut)
    assert marker in everything_shown(shut.whole.window)
    assert set(left(shut)) >= {"Zufall7Kroete", "Quitte9", "Eibe4", SOUGHT}
    assert holders(marker) != []
    assert shut.can_go_back()
    assert [one for one in QApplication.allWidgets() if isinstance(one, QDialog)] != []
    shut.whole.care.access.lock()
    assert shut.title == "Locked, Caregiver"
    assert shut.whole.window.overlay.panel is None
    assert shut.message == ""
    assert shut.whole.window.nav.counts.get("library", 0) == 0
    settle()
    assert left(shut) == []
    assert marker not in everything_shown(shut.whole.window)
    assert [one for one in QApplication.allWidgets() if isinstance(one, LibraryScreen | QDialog)] == []
    shut.wait_for_end()
    assert holders(marker) == []
    assert not shut.can_go_back()
    QTest.keySequence(shut.whole.window, "Alt+Left")
    settle()
    assert shut.title == "Locked, Caregiver"
    shut.unlock()
    shut.whole.window.open_screen("library")
    shut.quiet()
    assert shut.whole.library.shelf.pane.filters.search.text() == ""
    assert shut.whole.library.shelf.reader.row is None
    assert TITLE in everything_shown(shut.whole.window)
    row = shut.whole.library.shelf.pane.model.row_at(shut.whole.library.shelf.pane.model.index(1))
    assert row is not None
    assert row.starred


def test_answers_for_an_older_unlock_are_dropped_and_a_late_question_is_never_asked(shut: ShutWindow) -> None:
    shut.unlock()
    answers: list[int] = []
    desk, before = shut.whole.desk, shut.whole.gate.side
    desk.ask(shut.whole.window, lambda library: len(library.sources.list()), answers.append)
    shut.whole.care.access.lock()
    desk.ask(shut.whole.window, lambda library: len(library.sources.list()), answers.append)
    shut.wait_for_end()
    QTest.keySequence(shut.whole.window, EMERGENCY_KEYS)
    page = shut.whole.emergency.body
    assert page is not None
    page.sheet.click()
    assert shut.title == "Locked, Caregiver"
    shut.unlock()
    assert answers == []
    assert shut.title == "Care notes, Caregiver"
    body = shut.whole.care.screen.body
    assert body is not None
    assert body.tab_key == "emergency"  # what was wanted while all was locked
    assert shut.whole.gate.side is not before


def test_a_lock_stops_an_update_at_once_and_closes_its_library(theme: Theme, tmp_path: Path) -> None:
    door = GatedDoor({FEED: a_feed("Zufall7Kroete feed", "Late page")})
    with shut_window(theme, protected_folder(tmp_path / "data"), fetcher=door) as shut:
        shut.unlock()
        shut.clock.advance(4 * 60)
        shut.whole.care.auto_lock.look()
        assert shut.message == "Caregiver will lock in 1 minute."
        shut.whole.updates.begin()
        wait_until(lambda: door.asked != [], "the update to ask")
        shut.lock()
        assert not door.gate.is_set()
        assert left(shut) == []
        door.resume()
        door.gate.set()
        shut.unlock()
        assert not shut.whole.updates.running
        shut.whole.updates.begin()
        wait_until(lambda: not shut.whole.updates.running, "another update")
        assert shut.whole.updates.report is not None
        assert shut.whole.updates.report.new == 1


def test_without_protection_the_library_stays_when_the_notes_are_locked(theme: Theme, tmp_path: Path) -> None:
    with shut_window(theme, plain_folder(tmp_path / "data")) as shut:
        assert shut.title == "Home, Caregiver"
        shut.whole.window.open_screen("care")
        shut.unlock()
        side = shut.whole.gate.side
        shut.whole.window.open_screen("library")
        shut.quiet()
        shut.whole.care.access.lock()
        wait_until(lambda: not shut.services.care.is_unlocked)
        shut.quiet()
        assert shut.whole.gate.side is side
        assert shut.title == "Library, Caregiver"
        assert TITLE in everything_shown(shut.whole.window)
