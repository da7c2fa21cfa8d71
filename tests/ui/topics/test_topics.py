"""Choosing topics: on a first start, without a network, asked once, and undone like anything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from caregiver_app.library.store import Library
from caregiver_app.model.source import NewSource
from caregiver_app.ui.library.empties import Wish
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.topics.notes_offer import NotesOffer
from caregiver_app.ui.topics.questions import Contact, contacts
from caregiver_app.ui.topics.screen import TopicsScreen
from caregiver_app.ui.topics.tiles import FIRST_SHOWN
from caregiver_app.ui.widgets.check_box import CheckBox
from tests.helpers.clock import MONDAY
from tests.helpers.made_sources import a_source
from tests.helpers.qt_app import press, settle
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def first(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window on its first start."""
    with open_whole(theme, tmp_path / "data", start=starter_folder) as opened:
        yield opened


def topics(opened: Opened) -> TopicsScreen:
    shown = opened.whole.library.behind
    assert isinstance(shown, TopicsScreen)
    return shown


def tile(opened: Opened, topic: str) -> CheckBox:
    tiles = topics(opened).tiles
    assert tiles is not None
    return tiles.tiles[topic]


def put_off_notes(opened: Opened) -> None:
    """Leave what is offered after the topics of a first start."""
    shown = opened.whole.library.behind
    assert isinstance(shown, NotesOffer)
    shown.later.click()
    opened.quiet()


def words(opened: Opened) -> list[str]:
    return [label.text() for label in topics(opened).findChildren(QLabel) if label.isVisible()]


def a_first_start_asks_what_help_is_wanted_and_asks_nobody_else(first: Opened) -> None:
    assert "What would you like help with?" in words(first)
    assert "Your choices stay on this computer." in words(first)
    assert first.door.asked == []


def everyday_topics_come_first_and_the_others_on_request(first: Opened) -> None:
    tiles = topics(first).tiles
    assert tiles is not None
    shown = [topic for topic, one in tiles.tiles.items() if one.isVisible()]
    assert len(shown) == FIRST_SHOWN
    assert "end-of-life" not in shown
    tiles.more.click()
    settle()
    assert all(one.isVisible() for one in tiles.tiles.values())


def the_keyboard_ticks_tiles(first: Opened) -> None:
    tiles = topics(first).tiles
    assert tiles is not None
    one = tile(first, "dementia")
    one.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    assert tiles.chosen == ("dementia",)
    assert topics(first).main.words == "Continue with 1 topic"


def test_a_first_start_shows_everyday_topics_which_the_keyboard_ticks(first: Opened) -> None:
    a_first_start_asks_what_help_is_wanted_and_asks_nobody_else(first)
    everyday_topics_come_first_and_the_others_on_request(first)
    the_keyboard_ticks_tiles(first)


def test_before_anything_is_fetched_one_sees_who_would_be_asked(first: Opened) -> None:
    tile(first, "dementia").click()
    topics(first).main.click()
    first.quiet()
    said = words(first)
    assert "Only these. Nothing about you is sent." in said
    shown = topics(first).contacts
    assert shown is not None
    expected = contacts(first.library.sources.list(enabled=True))
    assert expected
    assert {contact.name for contact in expected} <= set(said)
    assert shown.shows_addresses is False
    shown.addresses.click()
    assert [shown.shows_addresses] == [True]
    assert first.door.asked == []


def test_get_updates_now_asks_exactly_those(first: Opened) -> None:
    tile(first, "dementia").click()
    topics(first).main.click()
    first.quiet()
    expected = {source.url for source in first.library.sources.list(enabled=True)}
    topics(first).main.click()
    first.quiet()
    put_off_notes(first)
    assert set(first.door.asked) <= expected
    assert first.door.asked
    assert first.whole.library.behind is None
    assert first.whole.library.shelf.pane.pill.text() == "Offline copy"
    assert first.message.startswith("There is no network right now.")


def test_not_now_leaves_an_empty_library_that_says_what_to_do_and_is_not_asked_again(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    with open_whole(theme, tmp_path, start=starter_folder) as opened:
        topics(opened).other.click()
        opened.quiet()
        put_off_notes(opened)
        empty = opened.whole.library.shelf.pane.empty
        assert opened.whole.library.behind is None
        assert empty.emptiness is not None
        assert empty.emptiness.heading == "Your library is empty."
        assert empty.emptiness.wishes == (Wish.TOPICS, Wish.ADD_SOURCE, Wish.GUIDES)
    with open_whole(theme, tmp_path) as again:
        assert again.whole.library.behind is None
        again.whole.library.shelf.pane.empty.wished.emit(Wish.TOPICS)
        again.quiet()
        assert isinstance(again.whole.library.behind, TopicsScreen)


def test_somebody_with_a_source_of_their_own_is_not_asked(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    def add(library: Library) -> None:
        library.sources.add(NewSource(url="https://village.example/feed"), at=MONDAY)

    with open_whole(theme, tmp_path, start=starter_folder, fill=add) as opened:
        assert opened.whole.library.behind is None


def test_topics_can_be_changed_later_and_taken_back(first: Opened) -> None:
    topics(first).other.click()
    first.quiet()
    put_off_notes(first)
    first.whole.window.open_screen("library")
    first.whole.ways.open_topics(first_time=False)
    first.quiet()
    tile(first, "stroke").click()
    topics(first).main.click()
    first.quiet()
    assert first.library.topics.chosen() == ("stroke",)
    assert first.library.sources.list(enabled=True)
    first.whole.window.messages.undo()
    first.quiet()
    assert first.library.topics.chosen() == ()
    assert first.library.sources.list(enabled=True) == ()
    first.whole.window.messages.redo()
    first.quiet()
    assert first.library.topics.chosen() == ("stroke",)


def test_back_from_the_second_step_leads_to_the_first(first: Opened) -> None:
    tile(first, "dementia").click()
    topics(first).main.click()
    first.quiet()
    assert topics(first).contacts is not None
    press(Qt.Key.Key_Escape)
    first.quiet()
    assert topics(first).tiles is not None
    assert tile(first, "dementia").isChecked()


def test_continuing_without_topics_is_allowed(first: Opened) -> None:
    assert topics(first).main.words == "Continue without topics"
    topics(first).main.click()
    first.quiet()
    put_off_notes(first)
    assert first.whole.library.behind is None
    assert first.library.topics.chosen() == ()


def test_the_country_keeps_other_countries_away_and_is_taken_back_with_the_topics(first: Opened) -> None:
    first.whole.ways.open_topics(first_time=False)
    first.quiet()
    tile(first, "alerts").click()
    choice = topics(first).countries
    assert choice is not None
    assert choice.current == ""
    choice.chips.chip("GB").click()
    topics(first).main.click()
    first.quiet()
    countries = {source.country for source in first.library.sources.list(enabled=True)}
    assert countries
    assert all(country[:2] in {"GB", "IN", "EU"} for country in countries)
    first.whole.window.messages.undo()
    first.quiet()
    assert first.library.topics.place()[0] == ""
    assert first.library.topics.chosen() == ()


def test_organisations_are_named_once_with_all_their_hosts() -> None:
    sources = [
        a_source(1, url="https://www.one.example/a", title="One"),
        a_source(2, url="https://feeds.one.example/b", title="One"),
        a_source(3, url="https://two.example/c", title="Two"),
    ]
    assert contacts(sources) == (
        Contact(name="One", hosts=("feeds.one.example", "one.example")),
        Contact(name="Two", hosts=("two.example",)),
    )


def test_continue_pressed_twice_still_asks_before_anybody_is_asked_for_pages(first: Opened) -> None:
    tile(first, "dementia").click()
    topics(first).main.click()
    topics(first).main.click()
    first.quiet()
    assert topics(first).contacts is not None
    assert first.door.asked == []
