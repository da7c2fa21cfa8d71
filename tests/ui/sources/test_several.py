"""Several sources are selected by keyboard or mouse, and what is done to them is one step that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from caregiver_app.library.store import Library
from caregiver_app.model.source import NewSource, Source
from caregiver_app.ui.sources.screen import SourcesScreen
from caregiver_app.ui.sources.source_model import SourceChip
from caregiver_app.ui.sources.topic_choice import TopicChoice
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.qt_app import press, settle, show
from tests.helpers.walking import take_back
from tests.helpers.whole_window import Opened

pytestmark = pytest.mark.usefixtures("undressed")

SHIFT = Qt.KeyboardModifier.ShiftModifier
OURS = ("Harbour Dementia Trust", "Riverside Carers Centre", "Village news")


def page(opened: Opened) -> SourcesScreen:
    shown = opened.whole.library.behind
    assert isinstance(shown, SourcesScreen)
    return shown


def ours(opened: Opened) -> dict[str, Source]:
    return {source.title: source for source in opened.library.sources.list() if source.title in OURS}


def select(opened: Opened, *titles: str) -> None:
    page(opened).list.select([source.id for title, source in ours(opened).items() if title in titles])
    settle()


def on(opened: Opened) -> list[str]:
    return [title for title, source in ours(opened).items() if source.enabled]


def shift_and_arrows_select_several_and_offer_what_to_do(opened: Opened) -> None:
    shown = page(opened)
    shown.list.setFocus()
    shown.list.setCurrentIndex(shown.model.index(1))
    press(Qt.Key.Key_Down, SHIFT)
    several = (len(shown.list.selected), shown.bulk.isVisible())
    press(Qt.Key.Key_Down)
    assert several == (2, True)
    assert (len(shown.list.selected), shown.bulk.isVisible()) == (1, False)


def in_the_mode_for_several_space_selects_one_more(opened: Opened) -> None:
    shown = page(opened)
    shown.head.several.click()
    shown.list.select(())
    shown.list.setFocus()
    for _ in range(2):
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Down)
    assert len(shown.list.selected) == 2
    press(Qt.Key.Key_Escape)
    assert not shown.head.several.isChecked()
    assert len(shown.list.selected) <= 1


def switching_several_off_is_one_step(opened: Opened) -> None:
    select(opened, *OURS)
    page(opened).bulk.off.click()
    opened.quiet()
    off = on(opened)
    assert opened.message == "Switched off 3 sources"
    opened.whole.window.messages.undo()
    opened.quiet()
    assert (off, on(opened)) == ([], list(OURS))
    opened.whole.window.messages.redo()
    opened.quiet()
    assert on(opened) == []


def removing_several_is_one_step(opened: Opened) -> None:
    select(opened, *OURS)
    page(opened).bulk.remove.click()
    opened.quiet()
    gone = list(ours(opened))
    opened.whole.window.messages.undo()
    opened.quiet()
    assert (gone, list(ours(opened))) == ([], list(OURS))


def keeping_the_full_text_of_several_is_one_step_and_nothing_to_do_is_said(opened: Opened) -> None:
    select(opened, *OURS)
    page(opened).bulk.keep.click()
    opened.quiet()
    kept = {source.full_text for source in ours(opened).values()}
    assert opened.message == "Whole pages are kept: 3 sources"
    page(opened).bulk.keep.click()
    opened.quiet()
    assert opened.message == "It is so already: there was nothing to change."
    opened.whole.window.messages.undo()
    opened.quiet()
    assert kept == {True}
    assert {source.full_text for source in ours(opened).values()} == {None}


def switching_on_what_is_on_says_that_there_was_nothing_to_change(opened: Opened) -> None:
    select(opened, *OURS)
    page(opened).bulk.on.click()
    opened.quiet()
    assert opened.message == "It is so already: there was nothing to change."


def topics_of_several_are_chosen_in_a_drawer_and_can_be_undone(opened: Opened) -> None:
    select(opened, *OURS)
    page(opened).bulk.topics.click()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, TopicChoice)
    assert next(iter(panel.content.boxes.values())).hasFocus()
    assert_accessible(panel)
    for topic_id, box in panel.content.boxes.items():
        box.setChecked(topic_id == "stroke")
    panel.content.done.click()
    opened.quiet()
    sorted_so = {source.topics for source in ours(opened).values()}
    opened.whole.window.messages.undo()
    opened.quiet()
    assert sorted_so == {("stroke",)}
    assert ours(opened)["Harbour Dementia Trust"].topics == ("dementia",)
    assert on(opened) == list(OURS)


def all_that_are_shown_can_be_selected_and_none(opened: Opened) -> None:
    shown = page(opened)
    shown.head.several.click()
    shown.bulk.all.click()
    count = len(shown.list.selected)
    shown.bulk.none.click()
    assert count == len(shown.model.ids()) > 1
    assert shown.list.selected == ()
    assert not shown.bulk.off.isVisible()


def a_selection_survives_that_the_list_is_read_anew(opened: Opened) -> None:
    select(opened, "Harbour Dementia Trust", "Village news")
    before = page(opened).list.selected
    page(opened).refresh()
    opened.quiet()
    assert page(opened).list.selected == before


def a_source_is_found_by_words_of_its_title_or_address(opened: Opened) -> None:
    shown = page(opened)
    shown.list.setFocus()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shown.head.words.hasFocus()
    shown.head.words.setText("riverside example")
    settle()
    assert [source.title for source in ours(opened).values() if source.id in shown.model.ids()] == [OURS[1]]
    shown.head.words.setText("zzz")
    settle()
    assert shown.model.rowCount() == 0
    assert not shown.list.isVisible()


def the_chip_all_shows_what_is_on_and_off(opened: Opened) -> None:
    shown = page(opened)
    shown.show_chip(SourceChip.ALL)
    settle()
    assert len(shown.model.ids()) == len(opened.library.sources.list())


def test_several_are_selected_changed_at_once_and_taken_back(opened: Opened) -> None:
    shift_and_arrows_select_several_and_offer_what_to_do(opened)
    take_back(opened)
    in_the_mode_for_several_space_selects_one_more(opened)
    take_back(opened)
    switching_several_off_is_one_step(opened)
    take_back(opened)
    removing_several_is_one_step(opened)
    take_back(opened)
    keeping_the_full_text_of_several_is_one_step_and_nothing_to_do_is_said(opened)
    take_back(opened)
    switching_on_what_is_on_says_that_there_was_nothing_to_change(opened)
    take_back(opened)
    topics_of_several_are_chosen_in_a_drawer_and_can_be_undone(opened)
    take_back(opened)
    a_selection_survives_that_the_list_is_read_anew(opened)
    take_back(opened)
    all_that_are_shown_can_be_selected_and_none(opened)
    take_back(opened)
    the_chip_all_shows_what_is_on_and_off(opened)
    take_back(opened)
    a_source_is_found_by_words_of_its_title_or_address(opened)


@pytest.mark.usefixtures("dressed")
def test_in_a_narrow_window_a_bar_leads_to_what_can_be_done(opened: Opened, theme: Theme) -> None:
    theme.set_percent(200)
    show(opened.whole.window, 1366, 768)
    shown = page(opened)
    shown.head.several.click()
    select(opened, *OURS)
    assert shown.panes.to_do.isVisible()
    assert_fits_smallest_at_this_size(opened, theme)
    shown.panes.to_do.click()
    settle()
    assert shown.bulk.isVisible()
    assert shown.bulk.all.hasFocus()
    press(Qt.Key.Key_Escape)
    assert shown.list.isVisible()


def assert_fits_smallest_at_this_size(opened: Opened, theme: Theme) -> None:
    show(opened.whole.window, 960, 640)
    assert_fits_smallest(opened.whole.window)
    assert_targets(page(opened), theme)
    assert_accessible(opened.whole.window)


def test_hundreds_of_sources_are_selected_at_once(opened: Opened) -> None:
    def add(library: Library) -> None:
        with library.write("test.add"):
            for number in range(300):
                library.sources.add(NewSource(url=f"https://many.example/{number}", title=f"Many {number}"), at=MONDAY)

    add(opened.library)
    page(opened).refresh()
    opened.quiet()
    page(opened).bulk.all_pressed.emit()
    page(opened).bulk.off.click()
    opened.quiet()
    assert opened.library.sources.list(enabled=True) == ()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert len(opened.library.sources.list(enabled=True)) > 300
