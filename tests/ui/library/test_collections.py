"""Collections and saved searches: made, filled, renamed, removed; each one step that is taken back exactly."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.model.article import ArticleFilter, CollectionId
from caregiver_app.ui.library.collect_drawer import CollectDrawer
from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.search_steps import whole_query
from caregiver_app.ui.library.shelves_drawer import ShelvesDrawer
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.name_edit import NamePopover
from caregiver_app.ui.widgets.named_row import NamedRow
from tests.helpers.accessible import assert_accessible
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_targets
from tests.helpers.library_files import item_titled
from tests.helpers.qt_app import Listener, press, settle, show
from tests.helpers.walking import step, take_back
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

PAGE = "Short breaks"

Shelves = tuple[list[tuple[str, list[str]]], list[tuple[str, str]]]


def shelves(opened: Opened) -> Shelves:
    """Return all collections with their pages and since when, and all saved searches."""
    library = opened.library
    ids = [item_titled(library, title) for title in (PAGE, "Evening routines")]
    collections = [
        (one.name, [f"{item}: {at}" for item, at in library.collections.times(one.id, ids).items()])
        for one in library.collections.list()
    ]
    return collections, [(one.name, one.query) for one in library.saved_searches.list()]


def make(opened: Opened, name: str = "For the nurse") -> CollectionId:
    """Make a collection that holds the page, since long ago."""
    library = opened.library
    made = library.collections.make(name, at=MONDAY)
    library.collections.add(made, [item_titled(library, PAGE)], at=MONDAY)
    opened.whole.library.refresh_standing()
    opened.quiet()
    return made


def collect(opened: Opened) -> CollectDrawer:
    """Open the drawer for the page."""
    opened.pick(PAGE)
    opened.whole.library.shelf.reader.toolbar.collect_pressed.emit()
    opened.quiet()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, CollectDrawer)
    return panel.content


def all_shelves(opened: Opened) -> ShelvesDrawer:
    opened.whole.library.lists.open_shelves()
    settle()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, ShelvesDrawer)
    return panel.content


def put_on(opened: Opened) -> None:
    opened.library.collections.make("Evenings", at=MONDAY)
    next(box for box in collect(opened).boxes if box.text() == "Evenings").click()


def take_off(opened: Opened) -> None:
    collect(opened).boxes[0].click()


def make_new(opened: Opened) -> None:
    drawer = collect(opened)
    drawer.new.line.setFocus()
    QTest.keyClicks(drawer.new.line, "Evenings and sleep")
    press(Qt.Key.Key_Return)


def make_empty(opened: Opened) -> None:
    drawer = all_shelves(opened)
    drawer.new.line.setText("Empty")
    drawer.new.take.click()


def rename(opened: Opened) -> None:
    row = all_shelves(opened).findChildren(NamedRow)[0]
    row.rename.click()
    settle()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "The nurse")
    press(Qt.Key.Key_Return)


def remove(opened: Opened) -> None:
    all_shelves(opened).findChildren(NamedRow)[0].removed.emit()


def save_search(opened: Opened) -> None:
    opened.whole.library.shelf.pane.filters.search.search("swallow")
    opened.quiet()
    opened.whole.library.lists.name_search()
    settle()
    press(Qt.Key.Key_Return)


STEPS: tuple[tuple[Callable[[Opened], None], str], ...] = (
    (take_off, "Taken out of “For the nurse”"),
    (make_new, "Saved to “Evenings and sleep”"),
    (make_empty, "Made the collection “Empty”"),
    (rename, "Renamed “For the nurse”"),
    (remove, "Removed the collection “For the nurse”"),
    (put_on, "Saved to “Evenings”"),
    (save_search, "Saved the search “swallow”"),
)


def test_each_step_is_said_once_and_taken_back_exactly(opened: Opened, listener: Listener) -> None:
    make(opened)
    for act, words in STEPS:
        with step(words):
            assert_taken_back_exactly(opened, listener, act, words)
        take_back(opened)


def assert_taken_back_exactly(opened: Opened, listener: Listener, act: Callable[[Opened], None], words: str) -> None:
    before = shelves(opened)
    if act is put_on:
        before[0].append(("Evenings", []))
    act(opened)
    opened.quiet()
    after = shelves(opened)
    assert after != before
    assert listener.words.count(words) == 1
    opened.whole.window.messages.undo()
    opened.quiet()
    assert shelves(opened) == before
    opened.whole.window.messages.redo()
    opened.quiet()
    assert shelves(opened) == after
    opened.whole.window.messages.undo()
    opened.quiet()
    assert shelves(opened) == before


def test_the_drawer_follows_undo(opened: Opened) -> None:
    make(opened)
    drawer = collect(opened)
    assert drawer.boxes[0].isChecked()
    assert drawer.boxes[0].hasFocus()
    drawer.boxes[0].click()
    opened.quiet()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert drawer.boxes[0].isChecked()


def test_a_collection_that_goes_while_it_is_shown_gives_way_to_everything(opened: Opened) -> None:
    made = make(opened)
    screen = opened.whole.library
    screen.show_pick(Pick(collection=made, title="For the nurse"))
    opened.quiet()
    assert opened.titles == [PAGE]
    screen.lists.remove_pick()
    opened.quiet()
    assert len(opened.titles) == 4
    assert screen.shelf.pane.filters.pick == Pick()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert opened.library.collections.list()[0].items == 1


def test_a_renamed_collection_stays_shown_by_its_new_name(opened: Opened) -> None:
    made = make(opened)
    screen = opened.whole.library
    screen.show_pick(Pick(collection=made, title="For the nurse"))
    opened.quiet()
    screen.lists.rename_pick()
    settle()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, NamePopover)
    assert panel.content.edit.line.hasFocus()
    QTest.keyClicks(panel.content.edit.line, "The nurse")
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert screen.shelf.pane.filters.picker.accessibleName().startswith("The nurse, ")
    assert opened.titles == [PAGE]


def test_a_name_is_needed_and_that_is_said_at_the_field(opened: Opened, listener: Listener) -> None:
    drawer = all_shelves(opened)
    drawer.new.take.click()
    assert drawer.new.field.error == "Type a name."
    assert drawer.new.line.hasFocus()
    assert listener.heard[-1] == ("Type a name.", True)
    QTest.keyClicks(drawer.new.line, "x")
    assert drawer.new.field.error == ""


def test_the_keyboard_stays_among_the_rows_when_one_is_removed(opened: Opened) -> None:
    make(opened)
    make(opened, "Second")
    drawer = all_shelves(opened)
    first = drawer.findChildren(NamedRow)[0]
    first.rename.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    opened.quiet()
    assert [one.name for one in opened.library.collections.list()] == ["Second"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Rename Second"


def test_esc_leaves_the_name_as_it_was(opened: Opened) -> None:
    make(opened)
    row = all_shelves(opened).findChildren(NamedRow)[0]
    row.rename.click()
    settle()
    press(Qt.Key.Key_Escape)
    assert row.rename.hasFocus()
    assert opened.whole.window.overlay.panel is not None
    assert [one.name for one in opened.library.collections.list()] == ["For the nurse"]


def test_an_empty_collection_says_how_to_fill_it(opened: Opened) -> None:
    made = opened.library.collections.make("Empty", at=MONDAY)
    opened.whole.library.show_pick(Pick(collection=made, title="Empty"))
    opened.quiet()
    shown = opened.whole.library.shelf.pane.empty.emptiness
    assert shown is not None
    assert shown.heading == "Nothing in “Empty” yet."


@pytest.mark.parametrize(
    ("words", "chip", "pick", "query"),
    [
        ("sleep", ArticleFilter.ALL, Pick(), "sleep"),
        ("sleep", ArticleFilter.NEW, Pick(topic="dementia", title="Dementia"), "sleep is:unread topic:dementia"),
        ("", ArticleFilter.SAVED, Pick(collection=CollectionId(1), title="The nurse"), 'is:starred in:"The nurse"'),
        ("", ArticleFilter.ALL, Pick(title=""), ""),
    ],
    ids=["words", "topic", "collection", "nothing"],
)
def test_all_that_narrows_the_list_is_saved(words: str, chip: ArticleFilter, pick: Pick, query: str) -> None:
    assert whole_query(words, chip, pick) == query


@pytest.mark.usefixtures("dressed")
def test_drawers_are_named_reachable_and_give_the_focus_back(opened: Opened, theme: Theme) -> None:
    make(opened)
    opened.library.saved_searches.save("Eating", "swallow", at=MONDAY)
    opened.whole.library.refresh_standing()
    opened.quiet()
    for percent in (100, 200):
        for opens in (collect, all_shelves):
            with step((percent, opens.__name__)):
                theme.set_percent(100)
                show(opened.whole.window)
                assert_drawer_is_reachable(opened, theme, opens, percent)


def assert_drawer_is_reachable(opened: Opened, theme: Theme, opens: Callable[[Opened], object], percent: int) -> None:
    opener = opened.whole.library.shelf.pane.filters.search
    opener.setFocus()
    opens(opened)
    theme.set_percent(percent)
    show(opened.whole.window, 960, 640)
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert_accessible(panel)
    assert_targets(panel, theme)
    press(Qt.Key.Key_Escape)
    assert opened.whole.window.overlay.panel is None
    assert opener.hasFocus()
