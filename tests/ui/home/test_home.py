"""Home opens first, greets, brings what is new from the library, and leads where more is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter, MarkKind
from caregiver_app.ui.first_run.place import StepKey
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.first_run import frame_of
from tests.helpers.home_window import home, home_window, words
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.qt_app import press, settle
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

CONTROL = Qt.KeyboardModifier.ControlModifier
HOUR_S = 3600


def the_window_opens_at_home_and_the_library_is_one_key_away(opened: Opened) -> None:
    window = opened.whole.window
    assert window.windowTitle() == "Home, Caregiver"
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    settle()
    assert window.windowTitle() == "Library, Caregiver"
    QTest.keyClick(window, Qt.Key.Key_1, CONTROL)
    settle()
    assert window.windowTitle() == "Home, Caregiver"


def the_list_of_the_library_is_not_asked_for_before_somebody_goes_there(opened: Opened) -> None:
    assert opened.titles == []
    opened.whole.window.open_screen("library")
    opened.quiet()
    assert len(opened.titles) == 4


def the_head_greets_and_says_the_day_and_where_everything_is(opened: Opened) -> None:
    said = words(home(opened).header)
    assert said.startswith("Good morning\nMonday 23 November. Everything here is saved on this computer.")
    assert home(opened).header.update_button.text() == "Get updates"


def a_window_that_stays_open_takes_the_next_day_by_itself(opened: Opened) -> None:
    opened.clock.advance(12 * HOUR_S)
    home(opened).every_minute.timeout.emit()
    assert words(home(opened).header).startswith("Good evening\nMonday 23 November.")
    opened.clock.advance(12 * HOUR_S)
    home(opened).every_minute.timeout.emit()
    assert words(home(opened).header).startswith("Good morning\nTuesday 24 November.")


def new_pages_stand_there_newest_first_and_are_counted_in_the_navigation(opened: Opened) -> None:
    rows = home(opened).news.rows
    titles = [row.title for row in rows.rows]
    last = rows.visualRect(rows.model().index(len(titles) - 1, 0))
    assert rows.height() == last.bottom() + 1, "the card ends where its rows do"
    assert titles == ["Evening routines", "Eating and swallowing", "The day centre moves", "Short breaks"]
    assert opened.whole.window.nav.counts["library"] == 4


def enter_opens_a_page_in_the_library_and_home_knows_it_was_read(opened: Opened) -> None:
    rows = home(opened).news.rows
    rows.setFocus()
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert opened.whole.window.windowTitle() == "Library, Caregiver"
    reading = opened.whole.library.shelf.reader.row
    assert reading is not None
    assert reading.title == "Evening routines"
    opened.whole.library.shelf.marks.mark_read_quietly(reading)
    opened.quiet()
    opened.whole.window.open_screen("home")
    opened.quiet()
    assert rows.rows[0].title == "Eating and swallowing"


def test_six_are_shown_at_most_and_the_rest_is_behind_a_button(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    def many(library: Library) -> None:
        source = add_source(library, "Harbour Dementia Trust", topics=("dementia",), at=MONDAY)
        add_pages(library, source, [APage(title=f"Page {n}", days_ago=n) for n in range(1, 9)], at=MONDAY)

    with home_window(theme, tmp_path, starter_folder, fill=many) as opened:
        news = home(opened).news
        assert len(news.rows.rows) == 6
        assert news.all.text() == "See all 8 new items"
        opened.whole.library.shelf.pane.filters.search.put("left over")
        news.all.click()
        opened.quiet()
        query = opened.whole.library.shelf.pane.loader.query
        assert (query.filter, query.text) == (ArticleFilter.NEW, "")
        assert len(opened.titles) == 8


def trust_is_a_word_and_a_source_of_ones_own_is_never_called_trusted(opened: Opened) -> None:
    model = home(opened).news.rows.model()
    spoken = [str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(model.rowCount())]
    assert "Your source" in spoken[2]
    assert not any("Trusted" in line for line in spoken)
    assert all("Trusted" not in line for line in words(home(opened)).splitlines())


def test_nothing_new_and_nothing_at_all_are_said_apart(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    def asked(library: Library) -> None:
        library.choices.put("topics_asked", True)

    def read(library: Library) -> None:
        source = add_source(library, "Harbour Dementia Trust", topics=("dementia",), at=MONDAY)
        (page,) = add_pages(library, source, [APage(title="Only one")], at=MONDAY)
        library.marks.set([page], MarkKind.READ, True, at=MONDAY)

    with home_window(theme, tmp_path / "read", starter_folder, fill=read) as opened:
        assert home(opened).news.empty.text() == "You have read everything new."
        assert home(opened).news.topics.isHidden()
    with home_window(theme, tmp_path / "empty", starter_folder, fill=asked) as opened:
        assert home(opened).news.empty.text().startswith("Your library is empty.")
        home(opened).news.topics.click()
        opened.quiet()
        assert opened.whole.ways.topics is not None
        assert opened.whole.window.windowTitle() == "Library, Caregiver"


def test_a_first_start_asks_for_topics_and_does_not_call_back_who_went_elsewhere(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with home_window(theme, tmp_path / "one", starter_folder) as opened:
        assert opened.whole.window.windowTitle() == "Welcome, Caregiver"
        assert frame_of(opened).key == StepKey.WELCOME
    with home_window(theme, tmp_path / "two", starter_folder) as opened:
        opened.whole.window.open_screen("settings")
        home(opened).first_start.emit()
        assert opened.whole.window.windowTitle() == "Settings, Caregiver"


def keys_of_home_search_the_library_and_get_updates(opened: Opened) -> None:
    QTest.keyClick(opened.whole.window, Qt.Key.Key_F5)
    opened.quiet()
    assert opened.message
    QTest.keyClick(opened.whole.window, Qt.Key.Key_F, CONTROL)
    opened.quiet()
    assert opened.whole.window.windowTitle() == "Library, Caregiver"
    assert opened.whole.library.shelf.pane.filters.search.hasFocus()


def home_is_found_in_the_palette(opened: Opened) -> None:
    found = opened.whole.find.commands.find("go to home")
    assert [command.key for command in found] == ["open.home"]
    opened.whole.window.open_screen("settings")
    found[0].action()
    assert opened.whole.window.windowTitle() == "Home, Caregiver"


def test_home_greets_shows_what_is_new_and_leads_on(opened: Opened) -> None:
    the_list_of_the_library_is_not_asked_for_before_somebody_goes_there(opened)
    opened.whole.window.open_screen("home")
    the_head_greets_and_says_the_day_and_where_everything_is(opened)
    opened.whole.window.open_screen("home")
    trust_is_a_word_and_a_source_of_ones_own_is_never_called_trusted(opened)
    opened.whole.window.open_screen("home")
    new_pages_stand_there_newest_first_and_are_counted_in_the_navigation(opened)
    opened.whole.window.open_screen("home")
    the_window_opens_at_home_and_the_library_is_one_key_away(opened)
    opened.whole.window.open_screen("home")
    home_is_found_in_the_palette(opened)
    opened.whole.window.open_screen("home")
    keys_of_home_search_the_library_and_get_updates(opened)
    opened.whole.window.open_screen("home")
    enter_opens_a_page_in_the_library_and_home_knows_it_was_read(opened)
    opened.whole.window.open_screen("home")
    a_window_that_stays_open_takes_the_next_day_by_itself(opened)
