"""Adding a source: looked at with the person watching, refused with a reason, taken back with one press."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caregiver_app.ui.sources.add_source import AddSource
from caregiver_app.ui.theme import Theme
from tests.helpers.gated_door import GatedDoor, a_feed
from tests.helpers.qt_app import press, settle
from tests.helpers.whole_window import Opened, open_whole, wait_until
from tests.ui.sources.conftest import fill

FEED, SITE, HOME, PLAIN = (
    "https://clinic.example/feed",
    "https://site.example/",
    "http://192.168.1.7/feed",
    "http://plain.example/feed",
)
PAGE = b"""<!DOCTYPE html><html><head><title>Site</title>
<link rel="alternate" type="application/rss+xml" href="/news.xml" title="News">
<link rel="alternate" type="application/atom+xml" href="/events.xml" title="Events">
</head><body><p>Welcome</p></body></html>"""


@pytest.fixture
def door() -> GatedDoor:
    """The network in a test's hands, open."""
    door = GatedDoor(
        {
            FEED: a_feed("Clinic news", "First words"),
            SITE: PAGE,
            "https://site.example/news.xml": a_feed("Site news", "News of the site"),
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


def test_the_drawer_begins_in_the_field(opened: Opened) -> None:
    assert drawer(opened).address.hasFocus()


def test_a_feed_is_added_and_its_pages_come_at_once(opened: Opened) -> None:
    add(opened, FEED)
    assert opened.whole.window.overlay.panel is None
    assert "Clinic news" in titles(opened)
    assert "First words" in opened.titles


def test_adding_can_be_undone_and_done_again(opened: Opened) -> None:
    add(opened, FEED)
    opened.whole.window.messages.undo()
    opened.quiet()
    assert "Clinic news" not in titles(opened)
    assert "First words" not in opened.titles
    opened.whole.window.messages.redo()
    opened.quiet()
    assert "Clinic news" in titles(opened)


def test_a_web_site_with_several_feeds_offers_a_choice(opened: Opened) -> None:
    add(opened, SITE)
    choice = drawer(opened).choice
    assert choice is not None
    names = [button.accessibleName() for button in choice.buttons]
    assert names == ["Add https://site.example/news.xml", "Add https://site.example/events.xml"]
    assert choice.buttons[0].hasFocus()
    press(Qt.Key.Key_Space)
    opened.quiet()
    assert "Site news" in titles(opened)


def test_a_source_that_is_there_already_is_not_added_twice(opened: Opened) -> None:
    add(opened, FEED)
    opened.whole.ways.open_add()
    settle()
    add(opened, FEED)
    assert titles(opened).count("Clinic news") == 1


@pytest.mark.parametrize(("address", "title"), [(HOME, "Home server"), (PLAIN, "Plain words")])
def test_private_and_plain_addresses_need_a_tick_and_are_marked(opened: Opened, address: str, title: str) -> None:
    assert not drawer(opened).allow.isVisible()
    add(opened, address)
    assert drawer(opened).field.error
    assert drawer(opened).allow.isVisible()
    assert title not in titles(opened)
    drawer(opened).allow.setChecked(True)
    add(opened, address)
    assert title in titles(opened)


@pytest.mark.parametrize(
    ("address", "beginning"),
    [
        ("", "Type a web address"),
        ("not an address", "This is not a web address."),
        ("https://user:secret@clinic.example/feed", "This address has a user name or a password in it."),
        ("https://nobody.example/feed", "nobody.example took too long to answer."),
    ],
)
def test_what_cannot_be_added_says_why_at_the_field(opened: Opened, address: str, beginning: str) -> None:
    before = titles(opened)
    add(opened, address)
    assert drawer(opened).field.error.startswith(beginning)
    assert drawer(opened).address.hasFocus()
    assert titles(opened) == before


def test_typing_takes_the_error_away(opened: Opened) -> None:
    add(opened, "not an address")
    drawer(opened).address.setText("https://")
    assert drawer(opened).field.error == ""


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
