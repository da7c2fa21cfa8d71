"""Pages that somebody else must not see: they say so first, leave no sign of being read, and one press leaves them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.library.store import Library
from caregiver_app.model.article import MarkKind
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.leaving_callout import leaving_words
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.qt_app import Listener, settle
from tests.helpers.whole_window import Opened, open_whole, wait_until
from tests.ui.library import conftest

pytestmark = pytest.mark.usefixtures("undressed")

TITLE = "Somebody shouts at me"
READ_AFTER_MS = 10


def fill(library: Library) -> None:
    """Four pages of before, and one that nobody else may see."""
    conftest.fill(library)
    source = add_source(library, "Quiet Line", topics=("crisis",), at=MONDAY)
    add_pages(library, source, [APage(title=TITLE, html="<p>You are not to blame.</p>", days_ago=0.5)], at=MONDAY)
    library.topics.choose(["dementia", "crisis"], at=MONDAY)


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill, read_after_ms=READ_AFTER_MS) as opened:
        yield opened


def pick_topic(opened: Opened, topic: str) -> None:
    opened.whole.library.show_pick(Pick(topic=topic, title=topic))
    opened.quiet()


@pytest.mark.usefixtures("dressed")
def test_the_words_stand_first_on_the_page_and_over_lists_of_nothing_else(opened: Opened) -> None:
    shelf = opened.whole.library.shelf
    assert not shelf.pane.leaving.isVisible(), "all pages are no sign of anything"
    row = opened.pick(TITLE)
    top = shelf.reader.top
    assert top.leaving.isVisible()
    assert top.leaving.accessibleName() == leaving_words()
    assert top.leaving.mapTo(top, QPoint(0, 0)).y() < top.about.mapTo(top, QPoint(0, 0)).y()
    assert shelf.reader.toolbar.read.isHidden(), "what leaves no mark offers none"
    assert not [action for action in shelf.reader.toolbar.menu().actions() if "unread" in action.text()]
    assert_accessible(shelf)
    plain = opened.pick("Short breaks")
    assert not top.leaving.isVisible()
    wait_until(lambda: opened.marks(plain.id)[0], "the ordinary page to be read")
    opened.quiet()
    assert [action for action in shelf.reader.toolbar.menu().actions() if "unread" in action.text()]

    pick_topic(opened, "crisis")
    assert opened.titles == [row.title]
    assert shelf.pane.leaving.isVisible()
    pick_topic(opened, "dementia")
    assert not shelf.pane.leaving.isVisible()
    shelf.pane.filters.set_pick(Pick())
    shelf.pane.filters.search.search("shouts")
    opened.quiet()
    assert opened.titles == [TITLE]
    assert shelf.pane.leaving.isVisible(), "a search that finds nothing else counts too"
    for page in (row, plain):
        shelf.pane.list.opened.emit(page)
        opened.quiet()
    opened.whole.window.way.back()
    opened.quiet()
    assert shelf.reader.row is not None
    assert shelf.reader.row.id == plain.id, "it is no stop on the way back"


def test_reading_leaves_no_sign_and_leaving_takes_the_rest_away(opened: Opened, listener: Listener) -> None:
    QApplication.clipboard().setText("")  # of whichever test came before
    screen, window = opened.whole.library, opened.whole.window
    plain = opened.pick("Short breaks")
    wait_until(lambda: opened.marks(plain.id)[0], "the ordinary page to be read")
    opened.quiet()
    new = screen.shelf.pane.filters.chips.chip("new").text()
    window.open_screen("settings")
    window.open_screen("library")
    screen.shelf.pane.filters.search.search("shouts")
    opened.quiet()
    row = opened.pick(TITLE)
    QTest.qWait(0)
    settle()
    opened.quiet()
    QTest.keyClick(screen.shelf.reader.page, Qt.Key.Key_M)
    opened.quiet()
    assert opened.library.marks.times([row.id], MarkKind.READ) == {row.id: None}
    assert screen.shelf.pane.filters.chips.chip("new").text() == new
    screen.shelf.reader.open_find()
    screen.shelf.reader.find_bar.field.setText("blame")
    listener.heard.clear()

    screen.shelf.reader.top.leaving.leave.click()
    settle()
    opened.quiet()
    assert window.nav.current == HOME
    assert window.windowTitle() == "Home, Caregiver"
    assert (listener.heard, opened.message) == ([], "")
    assert opened.whole.undo.next_undo is None
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    opened.quiet()
    assert window.nav.current == HOME, "no way leads back to it"
    assert TITLE not in window.windowTitle()

    window.open_screen("library")
    opened.quiet()
    shelf = screen.shelf
    assert shelf.reader.row is None
    assert shelf.reader.page.toPlainText() == ""
    assert shelf.reader.find_bar.field.text() == shelf.pane.filters.search.text() == ""
    assert not shelf.pane.filters.search.isUndoAvailable()
    assert shelf.pane.filters.pick == Pick()
    assert set(opened.titles) > {TITLE, "Short breaks"}
    assert QApplication.clipboard().text() == ""
