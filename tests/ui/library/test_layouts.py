"""The Library at every size, scale and direction: named, reachable, large enough, and nothing cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.ui.breakpoints import FrameLayout
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.library.list_heading import ListHeading
from caregiver_app.ui.theme import Icon, Theme, ThemeChoice, Tone
from caregiver_app.ui.widgets.draw import PillLook
from tests.helpers.accessible import assert_accessible, speak
from tests.helpers.all_screens import leave
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_fits_smallest, assert_targets, cut_labels
from tests.helpers.qt_app import Stage, press, settle, show
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

SCALES = (100, 150, 200)


def the_list(opened: Opened) -> None:
    """The list as it opens."""


def a_page(opened: Opened) -> None:
    """A page that is open."""
    row = opened.rows[2]
    opened.whole.library.shelf.pane.list.opened.emit(row)


def a_search(opened: Opened) -> None:
    """A search with an answer."""
    opened.whole.library.shelf.pane.filters.search.search("swallow")


def no_hits(opened: Opened) -> None:
    """A search without one."""
    opened.whole.library.shelf.pane.filters.search.search("xyzzy")


def a_message(opened: Opened) -> None:
    """A message with undo."""
    opened.whole.library.shelf.pane.list.pick(opened.model.index(1))
    opened.quiet()
    opened.whole.library.shelf.reader.toolbar.save.click()


def the_sources(opened: Opened) -> None:
    """All sources, one of them in full."""
    opened.whole.ways.open_sources()
    opened.quiet()
    sources = opened.whole.ways.sources
    assert sources is not None
    sources.list.setCurrentIndex(sources.model.index(1))


def the_topics(opened: Opened) -> None:
    """The choice of topics."""
    opened.whole.ways.open_topics()


VIEWS = (the_list, a_page, a_search, no_hits, a_message, the_sources, the_topics)


@pytest.mark.usefixtures("dressed")
def test_everything_is_named_and_reached_and_the_smallest_window_holds_every_scale(
    opened: Opened, theme: Theme
) -> None:
    for percent, size in ((100, (1280, 860)), *((percent, SMALLEST) for percent in SCALES)):
        theme.set_percent(percent)
        show(opened.whole.window, *size)
        for view in VIEWS:
            with step((percent, size, view.__name__)):
                back_to_the_list(opened)
                view(opened)
                opened.quiet()
                settle()
                assert_accessible(opened.whole.window)
                if size == SMALLEST:
                    assert_fits_smallest(opened.whole.window)
                    assert_targets(opened.whole.window, theme)


def back_to_the_list(opened: Opened) -> None:
    """Show all pages again, and no message."""
    leave(opened)
    opened.whole.window.open_screen(LIBRARY)
    opened.whole.library.shelf.pane.filters.search.search("")
    opened.quiet()


@pytest.mark.usefixtures("dressed")
def test_popovers_fit_the_smallest_window(opened: Opened, theme: Theme) -> None:
    show(opened.whole.window, *SMALLEST)
    for percent in SCALES:
        theme.set_percent(percent)
        for open_panel in (opened.whole.library.panels.open_picker, opened.whole.library.panels.open_tips):
            with step((percent, open_panel.__name__)):
                open_panel()
                settle()
                panel = opened.whole.window.overlay.panel
                assert panel is not None
                assert opened.whole.window.rect().contains(panel.geometry())
                assert_targets(panel, theme)
                opened.whole.window.overlay.close_panel()
                settle()


@pytest.mark.usefixtures("dressed")
def test_there_is_room_for_a_row_in_the_smallest_window_with_the_largest_text(opened: Opened, theme: Theme) -> None:
    theme.set_percent(200)
    show(opened.whole.window, *SMALLEST)
    opened.quiet()
    assert opened.whole.library.shelf.pane.list.viewport().height() >= theme.px(110)


@pytest.mark.usefixtures("dressed")
def test_list_and_reader_stand_side_by_side_where_there_is_room(opened: Opened, theme: Theme) -> None:
    shelf = opened.whole.library.shelf
    room = ((1280, FrameLayout.WIDE, 408), (1000, FrameLayout.MID, 360), (960, FrameLayout.MID, 360))
    for width, layout, list_width in room:
        with step(width):
            show(opened.whole.window, width, 860)
            assert opened.whole.window.frame_layout is layout
            assert shelf.pane.isVisible()
            assert shelf.reader.isVisible()
            assert shelf.pane.width() == theme.px(list_width)


@pytest.mark.usefixtures("dressed")
def test_how_current_the_library_is_stands_below_its_title_before_words_are_cut(theme: Theme, stage: Stage) -> None:
    heading = ListHeading(theme)
    stage.hold(heading, 426, 200)
    for words in ("Al día, 8:05", "Copia sin conexión, 3 de noviembre"):
        for percent in (100, 130):
            with step((words, percent)):
                heading.pill.set_look(PillLook(text=words, tone=Tone.INFO, icon=Icon.OFFLINE))
                theme.set_percent(percent)
                settle()
                assert cut_labels(heading) == []
                is_below = heading.pill.y() > theme.px(26)
                assert is_below is (len(words) > 20 and percent > 100)
                assert (heading.pill.x() == 0) is is_below


@pytest.fixture
def narrow(opened: Opened, theme: Theme) -> Opened:
    """The window with room for one pane."""
    theme.set_percent(150)
    show(opened.whole.window, 1280, 900)
    assert opened.whole.window.frame_layout is FrameLayout.NARROW
    return opened


@pytest.mark.usefixtures("dressed")
def test_in_a_narrow_window_one_pane_is_shown_with_a_way_back(narrow: Opened) -> None:
    shelf = narrow.whole.library.shelf
    assert not shelf.reader.isVisible()
    shelf.pane.list.setFocus()
    shelf.pane.list.show_current(narrow.rows[1].id)
    press(Qt.Key.Key_Return)
    narrow.quiet()
    assert shelf.reader.isVisible()
    assert not shelf.pane.isVisible()
    assert shelf.reader.page.hasFocus()
    assert shelf.reader.toolbar.back.isVisible()
    shelf.reader.toolbar.back.click()
    settle()
    assert shelf.pane.isVisible()
    assert not shelf.reader.isVisible()
    assert shelf.pane.list.hasFocus()
    assert shelf.pane.list.current_row == narrow.rows[1]


@pytest.mark.usefixtures("dressed")
def test_esc_and_alt_left_lead_back_to_the_list(narrow: Opened) -> None:
    shelf = narrow.whole.library.shelf
    for key, modifier in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ):
        with step(key):
            shelf.pane.list.opened.emit(narrow.rows[0])
            narrow.quiet()
            assert not shelf.pane.isVisible()
            press(key, modifier)
            assert shelf.pane.isVisible()

    first, second, removed, passed = narrow.rows[0], narrow.rows[3], narrow.rows[2], narrow.rows[1]
    assert removed.source_title == "Village news"
    alt = Qt.KeyboardModifier.AltModifier
    press(Qt.Key.Key_Right, alt)
    assert shelf.reading, "forward again to the page that was left for the list"
    press(Qt.Key.Key_Left, alt)
    narrow.whole.window.resize(1800, 1000)
    settle()
    for row in (removed, second):
        shelf.pane.list.opened.emit(row)
        narrow.quiet()
    narrow.pick(passed.title)
    shelf.pane.list.opened.emit(first)
    narrow.quiet()
    narrow.library.sources.remove(removed.source_id, at=MONDAY)
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Left, alt)  # closes the help
    been = []
    for key in (*(Qt.Key.Key_Left,) * 3, *(Qt.Key.Key_Right,) * 4):
        press(key, alt)
        narrow.quiet()
        been.append(shelf.reader.row if narrow.whole.window.nav.current == LIBRARY else None)
    assert been == [second, first, None, first, second, first, first], "what was passed over or is gone is no stop"
    assert shelf.pane.list.current_row == first


@pytest.mark.usefixtures("dressed")
def test_arrows_open_nothing_in_a_narrow_window(narrow: Opened) -> None:
    shelf = narrow.whole.library.shelf
    shelf.pane.list.setFocus()
    press(Qt.Key.Key_Down)
    narrow.quiet()
    assert shelf.reader.row is None


@pytest.mark.usefixtures("dressed")
def test_a_page_stays_open_when_the_window_grows_and_shrinks(narrow: Opened) -> None:
    shelf = narrow.whole.library.shelf
    shelf.pane.list.opened.emit(narrow.rows[0])
    narrow.quiet()
    narrow.whole.window.resize(1800, 1000)
    settle()
    assert shelf.pane.isVisible()
    assert shelf.reader.row == narrow.rows[0]
    narrow.whole.window.resize(1280, 900)
    settle()
    assert shelf.reader.isVisible()
    assert not shelf.pane.isVisible()


def test_f6_goes_through_the_areas(opened: Opened) -> None:
    opened.pick("Short breaks")
    opened.whole.window.focus_navigation()
    shelf = opened.whole.library.shelf
    areas: list[QWidget] = []
    for _ in range(6):
        press(Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        areas += [area for area in opened.whole.library.areas() if area is focused or area.isAncestorOf(focused)]
    pane, reader = shelf.pane, shelf.reader
    assert areas == [pane.filters, pane.list, pane.strip, reader.toolbar, reader.page]


@pytest.mark.usefixtures("dressed")
def test_the_toolbar_keeps_what_matters_most(opened: Opened, theme: Theme) -> None:
    """Back, Share and More stay; what is hidden is in More, which always holds everything."""
    opened.pick("Short breaks")
    toolbar = opened.whole.library.shelf.reader.toolbar
    for width in (1000, 560, 420, 300, 200):
        toolbar.resize(theme.px(width), toolbar.height())
        settle()
        by_weight = [toolbar.share, toolbar.save, toolbar.print, toolbar.read, toolbar.archive]
        shown = [button for button in by_weight if button.isVisible()]
        assert shown == by_weight[: len(shown)]
        assert toolbar.more.isVisible()
    words = [action.text() for action in toolbar.menu().actions() if action.text()]
    assert words == [
        "Check it first",
        "Save",
        "Print",
        "Mark as read",
        "Archive",
        "Save to collection",
        "About this page",
        "About this source",
        "Find in this page",
        "Mute a word",
        "Open in my web browser",
        "Copy the web address",
    ]


@pytest.mark.usefixtures("dressed")
def test_right_to_left_the_list_stands_at_the_right(opened: Opened, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    opened.pick("Short breaks")
    shelf = opened.whole.library.shelf
    assert shelf.pane.x() > shelf.reader.x()
    row = shelf.pane.list.visualRect(shelf.pane.list.currentIndex())
    image = shelf.pane.list.viewport().grab(row).toImage()
    bar = opened.whole.desk.theme.tokens.selection_line
    assert image.pixelColor(image.width() - 2, image.height() // 2).name().upper() == bar
    assert image.pixelColor(1, image.height() // 2).name().upper() != bar


@pytest.mark.usefixtures("dressed")
def test_in_high_contrast_the_current_row_is_an_inverse_bar(opened: Opened, theme: Theme) -> None:
    opened.pick("Short breaks")
    shown = opened.whole.library.shelf.pane.list
    for choice in (ThemeChoice.HIGH_CONTRAST_LIGHT, ThemeChoice.HIGH_CONTRAST_DARK):
        with step(choice):
            theme.set_choice(choice)
            settle()
            image = shown.viewport().grab(shown.visualRect(shown.currentIndex())).toImage()
            assert image.pixelColor(image.width() - 4, image.height() // 2).name().upper() == theme.tokens.selection


def test_rows_are_heard(opened: Opened) -> None:
    names = {thing.name for thing in speak(opened.whole.library.shelf.pane.list)}
    assert "Unread. Short breaks. Harbour Dementia Trust. 20 November. Not checked." in names
    assert "Unread. The day centre moves. Village news. 21 November. Your source." in names
