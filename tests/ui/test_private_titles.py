"""A title may be an address that opens somebody's own feed: what is private in it is shown and spoken nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter
from caregiver_app.model.source import SourceId, SourceState
from caregiver_app.model.sync import SyncProgress
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.search_steps import whole_query
from caregiver_app.ui.library.update_strip import progress_words
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import speak
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, add_source, set_state
from tests.helpers.qt_app import press
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")

SECRET = "s3cr3tT0kenXyz98765"
TITLE = f"https://clinic.example/feed?token={SECRET}"
MASKED = "https://clinic.example/feed?token=***"
LIST = f"""<?xml version="1.0"?><opml version="2.0"><body>
<outline type="rss" text="{TITLE}" xmlUrl="https://new.example/feed"/>
<outline type="rss" text="{TITLE}" xmlUrl="http://192.168.1.2/feed"/>
</body></opml>"""


def fill(library: Library) -> None:
    """Add a source that is called by its own address, with a page, and one that moved onto it."""
    source = add_source(library, TITLE, host="clinic.example", author="user", at=MONDAY)
    add_pages(library, source, [APage(title="Opening times")], at=MONDAY)
    set_state(library, source, SourceState.FINE, at=MONDAY, good_at=MONDAY)


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill) as opened:
        yield opened


def everything_said(opened: Opened) -> str:
    """Return all that the window says to eye and ear, rows that are out of sight included."""
    window = opened.whole.window
    said = [f"{one.name}\n{one.description}" for one in speak(window)]
    said += [label.text() for label in window.findChildren(QLabel)]
    said += [action.text() for action in window.findChildren(QAction)]
    said += [f"{part.toolTip()}\n{part.accessibleName()}" for part in window.findChildren(QWidget)]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                said.append(str(model.index(row, 0).data(role)))
    return "\n".join([*said, window.windowTitle(), opened.message])


def assert_masked(opened: Opened) -> None:
    said = everything_said(opened)
    assert MASKED in said
    assert SECRET not in said


def test_the_list_and_the_page_name_it_masked(opened: Opened) -> None:
    opened.pick("Opening times")
    assert_masked(opened)
    opened.whole.library.shelf.reader.open_about()
    opened.quiet()
    assert_masked(opened)


def test_the_choice_of_sources_and_an_empty_list_name_it_masked(opened: Opened) -> None:
    opened.whole.library.panels.open_picker()
    opened.quiet()
    assert_masked(opened)
    opened.whole.window.overlay.close_panel()
    opened.whole.library.show_pick(Pick.of_source(opened.rows[0].source_id, opened.rows[0].source_title))
    opened.quiet()
    assert_masked(opened)


def test_the_palette_names_it_masked(opened: Opened) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_C, Qt.Key.Key_L, Qt.Key.Key_I, Qt.Key.Key_N):
        press(key)
    opened.quiet()
    assert_masked(opened)


def test_the_sources_page_and_what_is_done_there_name_it_masked(opened: Opened) -> None:
    opened.whole.ways.open_sources()
    opened.quiet()
    page = opened.whole.ways.sources
    assert page is not None
    page.list.setCurrentIndex(page.model.index(1))
    opened.quiet()
    assert page.details is not None
    assert_masked(opened)
    page.details.on.click()
    opened.quiet()
    assert MASKED[:20] in opened.message
    assert_masked(opened)


def test_about_this_source_names_it_masked(opened: Opened) -> None:
    row = opened.pick("Opening times")
    opened.whole.about_source.open(row)
    opened.quiet()
    assert_masked(opened)


def test_a_list_of_sources_in_a_file_names_it_masked(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "list.opml"
    path.write_text(LIST, encoding="utf-8")
    opened.whole.ways.files.import_from(path)
    opened.quiet()
    drawer = opened.whole.ways.files.drawer
    assert drawer is not None
    assert [line.title for line in drawer.list.lines] == [MASKED, MASKED]
    drawer.take.click()
    opened.quiet()
    assert SECRET not in everything_said(opened)


def test_an_update_under_way_names_it_masked() -> None:
    progress = SyncProgress(done=1, total=2, current=TITLE, new=0, failed=0)
    assert SECRET not in progress_words(progress)


def test_a_search_that_is_kept_asks_for_the_source_by_its_number() -> None:
    pick = Pick.of_source(SourceId(7), TITLE)
    assert whole_query("rest", ArticleFilter.ALL, pick) == "rest source:7"
