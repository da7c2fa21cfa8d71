"""Adding a source: looked at with the person watching, refused with a reason, taken back with one press."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from caregiver_app.feeds.candidates import Candidate, Rank
from caregiver_app.model.source import SourceFormat, SourceKind
from caregiver_app.ui.frame import SMALLEST
from caregiver_app.ui.sources.add_source import AddSource
from caregiver_app.ui.sources.candidate_choice import MOST, CandidateChoice
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.callout import Callout
from tests.helpers.accessible import assert_accessible
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_fits_smallest, assert_targets
from tests.helpers.gated_door import GatedDoor, a_feed
from tests.helpers.qt_app import Listener, Stage, settle, show
from tests.helpers.walking import step, take_back
from tests.helpers.whole_window import Opened, open_whole, wait_until
from tests.ui.sources.conftest import fill

pytestmark = pytest.mark.usefixtures("undressed")

FEED, SITE, BARE, CHANNEL, HOME, PLAIN = (
    "https://clinic.example/feed",
    "https://site.example/",
    "https://bare.example/",
    "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
    "http://192.168.1.7/feed",
    "http://plain.example/feed",
)
CHANNEL_PAGE = "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"
PAGE = b"""<!DOCTYPE html><html><head><title>Site</title>
<link rel="alternate" type="application/rss+xml" href="/news.xml" title="News">
<link rel="alternate" type="application/atom+xml" href="/events.xml" title="Events">
</head><body><p>Welcome</p></body></html>"""
WORDS = (
    "<p>" + "The clinic is open on weekdays from nine to five, and at night you call the number below. " * 8 + "</p>"
)
BARE_PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Clinic hours</title></head>
<body><article><h1>Clinic hours</h1>{WORDS * 3}</article></body></html>""".encode()


@pytest.fixture
def door() -> GatedDoor:
    """The network in a test's hands, open."""
    door = GatedDoor(
        {
            FEED: a_feed("Clinic news", "First words"),
            SITE: PAGE,
            "https://site.example/news.xml": a_feed("Site news", "News of the site"),
            "https://site.example/events.xml": a_feed("Events of the site", "A walk", "A talk"),
            BARE: BARE_PAGE,
            CHANNEL: a_feed("Films of the clinic", "How to lift"),
            HOME: a_feed("Home server", "Words at home"),
            PLAIN: a_feed("Plain words", "In the open"),
        }
    )
    door.gate.set()
    return door


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path, door: GatedDoor) -> Iterator[Opened]:
    """A window with the drawer open."""
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill, fetcher=door) as opened:
        opened.whole.ways.open_add()
        settle()
        yield opened


def drawer(opened: Opened) -> AddSource:
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, AddSource)
    return panel.content


def add(opened: Opened, address: str) -> None:
    drawer(opened).address.setText(address)
    drawer(opened).add.click()
    opened.quiet()


def titles(opened: Opened) -> list[str]:
    return [source.title for source in opened.library.sources.list(enabled=True)]


def begin(opened: Opened) -> None:
    """Begin a step of a walk: what was added is gone, and the drawer is open, as new."""
    take_back(opened)
    opened.whole.ways.open_add()
    settle()


def the_drawer_begins_in_the_field(opened: Opened) -> None:
    assert drawer(opened).address.hasFocus()


def a_feed_is_added_and_its_pages_come_at_once(opened: Opened) -> None:
    add(opened, FEED)
    assert opened.whole.window.overlay.panel is None
    assert "Clinic news" in titles(opened)
    assert "First words" in opened.titles


def adding_can_be_undone_and_done_again(opened: Opened) -> None:
    add(opened, FEED)
    opened.whole.window.messages.undo()
    opened.quiet()
    assert "Clinic news" not in titles(opened)
    assert "First words" not in opened.titles
    opened.whole.window.messages.redo()
    opened.quiet()
    assert "Clinic news" in titles(opened)


def a_web_site_with_several_feeds_offers_a_choice(opened: Opened) -> None:
    add(opened, SITE)
    choice = drawer(opened).choice
    assert choice is not None
    assert [box.accessibleName() for box in choice.boxes] == ["Site news", "Events of the site"]
    assert [box.isChecked() for box in choice.boxes] == [True, False]
    assert choice.boxes[0].hasFocus()
    assert_accessible(drawer(opened))
    choice.boxes[1].click()
    assert choice.add.words == "Add 2 sources"
    choice.add.click()
    opened.quiet()
    assert {"Site news", "Events of the site"} <= set(titles(opened))
    assert opened.message == "Added 2 sources"
    opened.whole.window.messages.undo()
    opened.quiet()
    assert not {"Site news", "Events of the site"} & set(titles(opened))


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 200])
def test_the_choice_fits_at_every_size(opened: Opened, theme: Theme, percent: int) -> None:
    theme.set_percent(percent)
    show(opened.whole.window, *SMALLEST)
    add(opened, SITE)
    settle()
    assert_fits_smallest(opened.whole.window)
    assert_targets(drawer(opened), theme)


def what_is_found_says_how_much_it_brings(opened: Opened) -> None:
    add(opened, SITE)
    choice = drawer(opened).choice
    assert choice is not None
    assert [box.accessibleDescription() for box in choice.boxes] == ["1 page", "2 pages"]


def nothing_ticked_leads_back_to_what_is_missing(opened: Opened, listener: Listener) -> None:
    add(opened, SITE)
    choice = drawer(opened).choice
    assert choice is not None
    choice.boxes[0].click()
    choice.add.click()
    assert "Tick what you want first." in listener.words
    assert choice.boxes[0].hasFocus()


def a_site_without_a_feed_offers_to_watch_its_page(opened: Opened) -> None:
    add(opened, BARE)
    choice = drawer(opened).choice
    assert choice is not None
    assert choice.add.words == "Watch this page"
    choice.add.click()
    opened.quiet()
    watched = [one.url for one in opened.library.sources.list(enabled=True) if one.format is SourceFormat.PAGE]
    assert BARE in watched


def a_channel_is_asked_and_added_only_after_saying_what_it_tells(opened: Opened, door: GatedDoor) -> None:
    add(opened, CHANNEL_PAGE)
    choice = drawer(opened).choice
    assert choice is not None
    assert not {CHANNEL, CHANNEL_PAGE} & set(door.asked)
    assert choice.boxes[0].accessibleName() == CHANNEL_PAGE
    assert choice.boxes[0].accessibleDescription() == "Nobody has looked at it yet. That happens when you add it."
    assert [box.isChecked() for box in choice.boxes] == [False]
    told = [callout.accessibleName() for callout in choice.findChildren(Callout)]
    assert len(told) == 1
    choice.boxes[0].click()
    choice.add.click()
    opened.quiet()
    assert "Films of the clinic" in titles(opened)
    assert door.asked.count(CHANNEL) == 1
    switch_off(opened, "Films of the clinic")
    opened.whole.ways.open_add()
    settle()
    a_channel_that_is_there_and_off_is_switched_on_after_saying_what_it_tells(opened, door)


def a_channel_that_is_there_and_off_is_switched_on_after_saying_what_it_tells(opened: Opened, door: GatedDoor) -> None:
    add(opened, CHANNEL_PAGE)
    choice = drawer(opened).choice
    assert choice is not None
    asked = door.asked.count(CHANNEL)
    assert choice.boxes[0].accessibleDescription() == "You have this source already. It is off."
    assert not choice.boxes[0].isChecked()
    assert len(choice.findChildren(Callout)) == 1
    assert_accessible(drawer(opened))
    choice.boxes[0].click()
    assert choice.add.words == "Switch on what is ticked"
    assert door.asked.count(CHANNEL) == asked
    choice.add.click()
    opened.quiet()
    assert titles(opened).count("Films of the clinic") == 1
    assert opened.message == "Switched on “Films of the clinic”"
    assert door.asked.count(CHANNEL) == asked + 1
    opened.whole.window.messages.undo()
    opened.quiet()
    assert "Films of the clinic" not in titles(opened)
    opened.whole.window.messages.redo()
    opened.quiet()
    assert "Films of the clinic" in titles(opened)


def switch_off(opened: Opened, title: str) -> None:
    (source,) = [one for one in opened.library.sources.list() if one.title == title]
    opened.library.sources.set_enabled(source.id, False)


def typing_another_address_takes_the_choice_away(opened: Opened) -> None:
    add(opened, SITE)
    drawer(opened).address.setText("https://")
    assert drawer(opened).choice is None
    assert drawer(opened).add.isVisible()


def a_source_that_is_there_already_is_not_added_twice(opened: Opened) -> None:
    add(opened, FEED)
    opened.whole.ways.open_add()
    settle()
    add(opened, FEED)
    assert titles(opened).count("Clinic news") == 1


def private_and_plain_addresses_need_a_tick_and_are_marked(opened: Opened) -> None:
    for address, title in ((HOME, "Home server"), (PLAIN, "Plain words")):
        with step(title):
            assert_needs_a_tick(opened, address, title)
        begin(opened)


def assert_needs_a_tick(opened: Opened, address: str, title: str) -> None:
    assert not drawer(opened).allow.isVisible()
    add(opened, address)
    assert drawer(opened).field.error
    assert drawer(opened).allow.isVisible()
    assert title not in titles(opened)
    drawer(opened).allow.setChecked(True)
    add(opened, address)
    assert title in titles(opened)


def what_cannot_be_added_says_why_at_the_field(opened: Opened) -> None:
    before = titles(opened)
    for address, beginning in (
        ("", "Type a web address"),
        ("not an address", "This is not a web address."),
        ("https://user:secret@clinic.example/feed", "This address has a user name or a password in it."),
        ("https://nobody.example/feed", "nobody.example took too long to answer."),
    ):
        with step(address):
            add(opened, address)
            assert drawer(opened).field.error.startswith(beginning)
            assert drawer(opened).address.hasFocus()
            assert titles(opened) == before


def typing_takes_the_error_away(opened: Opened) -> None:
    add(opened, "not an address")
    drawer(opened).address.setText("https://")
    assert drawer(opened).field.error == ""


def test_sources_are_found_chosen_and_added(opened: Opened, listener: Listener, door: GatedDoor) -> None:
    the_drawer_begins_in_the_field(opened)
    begin(opened)
    what_cannot_be_added_says_why_at_the_field(opened)
    begin(opened)
    typing_takes_the_error_away(opened)
    begin(opened)
    what_is_found_says_how_much_it_brings(opened)
    begin(opened)
    nothing_ticked_leads_back_to_what_is_missing(opened, listener)
    begin(opened)
    typing_another_address_takes_the_choice_away(opened)
    begin(opened)
    a_web_site_with_several_feeds_offers_a_choice(opened)
    begin(opened)
    adding_can_be_undone_and_done_again(opened)
    begin(opened)
    private_and_plain_addresses_need_a_tick_and_are_marked(opened)
    begin(opened)
    a_site_without_a_feed_offers_to_watch_its_page(opened)
    begin(opened)
    a_channel_is_asked_and_added_only_after_saying_what_it_tells(opened, door)
    begin(opened)
    a_feed_is_added_and_its_pages_come_at_once(opened)
    begin(opened)
    a_source_that_is_there_already_is_not_added_twice(opened)


def test_stop_gives_the_field_back_at_once_and_adds_nothing(opened: Opened, door: GatedDoor) -> None:
    door.gate.clear()
    drawer(opened).address.setText(FEED)
    drawer(opened).add.click()
    wait_until(lambda: bool(door.asked), "asked")
    assert drawer(opened).strip.isVisible()
    drawer(opened).strip.stop_pressed.emit()
    assert not drawer(opened).busy
    assert drawer(opened).add.isVisible()
    door.gate.set()
    opened.quiet()
    drawer(opened).closed.emit()
    opened.whole.ways.open_add()
    settle()
    add(opened, "not an address")
    assert "Clinic news" not in titles(opened)


def test_closing_the_drawer_is_stop_too(opened: Opened, door: GatedDoor) -> None:
    door.gate.clear()
    drawer(opened).address.setText(FEED)
    drawer(opened).add.click()
    wait_until(lambda: bool(door.asked), "asked")
    opened.whole.window.overlay.close_panel()
    door.gate.set()
    opened.quiet()
    wait_until(lambda: not opened.whole.runner.busy, "the end")
    opened.whole.ways.open_add()
    settle()
    add(opened, "not an address")
    assert "Clinic news" not in titles(opened)


@pytest.mark.usefixtures("dressed")
def test_of_very_many_the_first_are_offered_and_the_rest_is_told(theme: Theme, stage: Stage) -> None:
    found = [
        Candidate(
            url=f"https://many.example/{number}",
            title="",
            kind=SourceKind.NEWS,
            format=SourceFormat.FEED,
            rank=Rank.WHOLE,
            checked=False,
        )
        for number in range(MOST + 1)
    ]
    choice = CandidateChoice(theme, found, MONDAY)
    stage.hold(choice)
    said = [label.text() for label in choice.findChildren(QLabel)]
    assert len(choice.boxes) == MOST
    assert "There are more. To follow one of them, type its own address." in said
    assert not any(box.isChecked() for box in choice.boxes)
