"""Changing topics later: without a network, who would be asked is said first, and undone like anything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from caregiver_app.library.store import Library
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.topics.questions import ASKED, Contact, contacts
from caregiver_app.ui.topics.screen import TopicsScreen
from caregiver_app.ui.widgets.check_box import CheckBox
from caregiver_app.ui.widgets.focus import tab_stops
from tests.helpers.made_sources import a_source
from tests.helpers.qt_app import press
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")


def asked_before(library: Library) -> None:
    library.choices.put(ASKED, True)


@pytest.fixture
def later(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window after its first start, with the choice of topics open."""
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=asked_before) as opened:
        opened.whole.ways.open_topics()
        opened.quiet()
        yield opened


def topics(opened: Opened) -> TopicsScreen:
    shown = opened.whole.library.behind
    assert isinstance(shown, TopicsScreen)
    return shown


def tile(opened: Opened, topic: str) -> CheckBox:
    part = topics(opened).part
    assert part is not None
    return part.tiles.tiles[topic]


def words(opened: Opened) -> list[str]:
    return [label.text() for label in topics(opened).findChildren(QLabel) if label.isVisible()]


def test_topics_are_changed_after_it_is_said_who_would_be_asked(later: Opened) -> None:
    """Tab goes through the tiles before the buttons below them. Pressed twice, one step is taken; back leads to the
    first one, as it was left; and all of it is taken back.
    """
    stops = tab_stops(topics(later))
    assert stops.index(tile(later, "stroke")) < stops.index(topics(later).main) < stops.index(topics(later).other)
    tile(later, "stroke").click()
    topics(later).main.click()
    topics(later).main.click()
    later.quiet()
    shown = topics(later).contacts
    assert shown is not None
    expected = contacts(later.library.sources.list(enabled=True))
    assert expected
    assert {contact.name for contact in expected} <= set(words(later))
    assert later.door.asked == []
    press(Qt.Key.Key_Escape)
    later.quiet()
    assert tile(later, "stroke").isChecked()
    assert later.library.topics.chosen() == ("stroke",)
    later.whole.window.messages.undo()
    later.quiet()
    assert later.library.topics.chosen() == ()
    assert later.library.sources.list(enabled=True) == ()
    later.whole.window.messages.redo()
    later.quiet()
    assert later.library.topics.chosen() == ("stroke",)
    press(Qt.Key.Key_Escape)
    assert later.whole.library.behind is None


def test_the_country_keeps_other_countries_away_and_is_taken_back_with_the_topics(later: Opened) -> None:
    tile(later, "alerts").click()
    part = topics(later).part
    assert part is not None
    assert part.wanted.country == ""
    part.countries.chips.chip("GB").click()
    topics(later).main.click()
    later.quiet()
    countries = {source.country for source in later.library.sources.list(enabled=True)}
    assert countries
    assert all(country[:2] in {"GB", "IN", "EU"} for country in countries)
    topics(later).main.click()
    later.quiet()
    assert set(later.door.asked) == {source.url for source in later.library.sources.list(enabled=True)}
    later.whole.window.messages.undo()
    later.quiet()
    assert later.library.topics.place()[0] == ""
    assert later.library.topics.chosen() == ()


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
