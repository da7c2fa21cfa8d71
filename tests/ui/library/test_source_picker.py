"""The picker narrows the list to a topic or a source and leads to all of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from caregiver_app.ui.library.pick import Pick
from caregiver_app.ui.library.pick_options import count_words
from caregiver_app.ui.library.source_picker import SourcePicker
from caregiver_app.ui.sources.add_source import AddSource
from caregiver_app.ui.sources.screen import SourcesScreen
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import add_source, item_titled
from tests.helpers.qt_app import Listener, press, settle
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")


def picker(opened: Opened) -> SourcePicker:
    opened.whole.library.shelf.pane.filters.picker.click()
    settle()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, SourcePicker)
    return panel.content


def spoken(shown: SourcePicker) -> list[str]:
    model = shown.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(place, 0).data(role)) for place in range(model.rowCount())]


def begin(opened: Opened) -> None:
    """Begin a step of a walk: the list shows everything, and nothing is open over it."""
    opened.whole.window.overlay.close_panel()
    opened.whole.library.shelf.pane.filters.search.clear_search()
    opened.whole.library.shelf.pane.filters.set_pick(Pick())
    opened.quiet()


def it_lists_topics_and_sources_with_their_numbers(opened: Opened) -> None:
    said = spoken(picker(opened))
    assert said[0] == "All sources"
    assert "Dementia, pages: 3" in said
    assert "Harbour Dementia Trust, pages: 3" in said
    assert "Village news, pages: 1" in said
    assert said.index("Topics") < said.index("Dementia, pages: 3") < said.index("Sources")


def the_keyboard_chooses_a_source(opened: Opened) -> None:
    shown = picker(opened)
    assert shown.field.hasFocus()
    place = spoken(shown).index("Village news, pages: 1")
    shown.list.setCurrentIndex(shown.list.model().index(place, 0))
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert opened.titles == ["The day centre moves"]
    assert opened.whole.window.overlay.panel is None
    assert opened.whole.library.shelf.pane.filters.picker.accessibleName().startswith("Village news")


def letters_find_by_the_beginning_of_words(opened: Opened, listener: Listener) -> None:
    shown = picker(opened)
    shown.field.setText("trust")
    assert spoken(shown) == ["Sources", "Harbour Dementia Trust, pages: 3"]
    assert listener.words[-1] == "1 result"
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert len(opened.titles) == 3


def what_is_not_there_is_said(opened: Opened, listener: Listener) -> None:
    shown = picker(opened)
    shown.field.setText("xyzzy")
    assert spoken(shown) == []
    assert listener.words[-1] == "0 results"
    press(Qt.Key.Key_Return)
    assert opened.whole.window.overlay.panel is not None


def collections_and_saved_searches_are_listed_and_shown(opened: Opened) -> None:
    library = opened.library
    shelf = library.collections.make("Evenings and sleep", at=MONDAY)
    library.collections.add(shelf, [item_titled(library, "Short breaks")], at=MONDAY)
    library.saved_searches.save("Eating", "swallow", at=MONDAY)
    opened.whole.library.refresh_standing()
    opened.quiet()
    shown = picker(opened)
    assert spoken(shown)[-4:] == ["Collections", "Evenings and sleep, pages: 1", "Saved searches", "Eating, pages: 1"]
    shown.field.setText("even")
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert opened.titles == ["Short breaks"]
    shown = picker(opened)
    shown.field.setText("eating")
    press(Qt.Key.Key_Return)
    opened.quiet()
    assert opened.titles == ["Eating and swallowing"]
    filters = opened.whole.library.shelf.pane.filters
    assert filters.search.text() == "swallow"
    assert filters.picker.accessibleName().startswith("Eating, ")
    filters.search.search("breaks")
    opened.quiet()
    assert filters.picker.accessibleName().startswith("All sources, ")


def many_sources_are_found_at_once(opened: Opened) -> None:
    for number in range(300):
        add_source(opened.library, f"Source {number}", author="user", at=MONDAY)
    opened.whole.library.refresh_standing()
    opened.quiet()
    shown = picker(opened)
    shown.field.setText("source 299")
    assert [option.text for option in shown.list.options if option.value is not None] == ["Source 299"]


def a_topic_narrows_the_list_and_all_widens_it_again(opened: Opened) -> None:
    picker(opened).picked.emit(Pick(topic="dementia", title="Dementia"))
    opened.quiet()
    assert len(opened.titles) == 3
    picker(opened).picked.emit(Pick())
    opened.quiet()
    assert len(opened.titles) == 4


def headings_cannot_be_chosen(opened: Opened) -> None:
    shown = picker(opened)
    model = shown.list.model()
    headings = [n for n in range(model.rowCount()) if spoken(shown)[n] in ("Topics", "Sources")]
    assert len(headings) == 2
    assert all(model.flags(model.index(n, 0)) == Qt.ItemFlag.NoItemFlags for n in headings)


def it_leads_to_adding_and_to_all_sources(opened: Opened) -> None:
    picker(opened).add_pressed.emit()
    settle()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, AddSource)
    opened.whole.window.overlay.close_panel()
    picker(opened).manage_pressed.emit()
    opened.quiet()
    assert isinstance(opened.whole.library.behind, SourcesScreen)


def the_focus_comes_back_to_the_button(opened: Opened) -> None:
    button = opened.whole.library.shelf.pane.filters.picker
    button.setFocus()
    picker(opened)
    press(Qt.Key.Key_Escape)
    assert button.hasFocus()


def test_what_the_list_shows_is_chosen_by_keyboard_and_words(opened: Opened, listener: Listener) -> None:
    it_lists_topics_and_sources_with_their_numbers(opened)
    begin(opened)
    headings_cannot_be_chosen(opened)
    begin(opened)
    the_focus_comes_back_to_the_button(opened)
    begin(opened)
    the_keyboard_chooses_a_source(opened)
    begin(opened)
    letters_find_by_the_beginning_of_words(opened, listener)
    begin(opened)
    what_is_not_there_is_said(opened, listener)
    begin(opened)
    a_topic_narrows_the_list_and_all_widens_it_again(opened)
    begin(opened)
    collections_and_saved_searches_are_listed_and_shown(opened)
    begin(opened)
    many_sources_are_found_at_once(opened)
    begin(opened)
    it_leads_to_adding_and_to_all_sources(opened)


def test_many_pages_are_counted_up_to_a_bound() -> None:
    assert count_words(12) == "12"
    assert count_words(1_000) == "1,000+"
