"""What happens away from the keyboard is announced: once each, in the words that are seen (UX.md section 12)."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.source import NewSource, SourceState
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.theme import Theme
from tests.helpers.alerts import alert_facts, alert_source, warn
from tests.helpers.all_places import a_folder_lived_in
from tests.helpers.care_window import lock, unlock
from tests.helpers.clock import MONDAY
from tests.helpers.gated_door import GatedDoor, a_feed
from tests.helpers.library_files import set_state
from tests.helpers.qt_app import Listener
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, open_whole, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

NEWS = "https://one.example/feed"


def fill(library: Library) -> None:
    """A source of news that answers, and one of notices."""
    for pack in library.packs.list():
        library.packs.remove(pack.uid, at=MONDAY)
    library.topics.live_in("GB", "en")
    library.sources.add(NewSource(url=NEWS, title="One"), at=MONDAY)
    weather = alert_source(library, country="GB", author="user")
    set_state(library, weather, SourceState.FINE, at=MONDAY, good_at=MONDAY)


def test_each_thing_that_happens_is_announced_once(
    theme: Theme, tmp_path: Path, starter_folder: Path, listener: Listener
) -> None:
    a_folder_lived_in(tmp_path / "data")
    door = GatedDoor({NEWS: a_feed("One", "Calm evenings", "Short walks")})

    def an_update(opened: Opened, listener: Listener) -> None:
        a_red_notice_and_the_end_of_updates(opened, listener, door)

    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill, fetcher=door) as opened:
        for walked in (a_screen, an_update, a_search, unlocking, a_message, locking):
            listener.heard.clear()
            with step(walked.__name__):
                walked(opened, listener)


def a_screen(opened: Opened, listener: Listener) -> None:
    opened.whole.window.open_screen(HOME)
    opened.quiet()
    assert listener.words == ["Home"]


def a_red_notice_and_the_end_of_updates(opened: Opened, listener: Listener, door: GatedDoor) -> None:
    (weather,) = [each.id for each in opened.library.sources.list(enabled=True) if each.url != NEWS]
    assert opened.whole.updates.begin()
    wait_until(lambda: bool(door.asked))
    warn(opened.library, weather, alert_facts(1), title="Storm")
    door.gate.set()
    opened.quiet()
    assert [words for words in listener.words if words.startswith("2 new pages.")] == [opened.message]
    assert listener.heard.count(("A new safety notice is on Home.", True)) == 1
    assert len(listener.heard) == 2, "nothing else, and no word of the notice"
    listener.heard.clear()
    assert opened.whole.updates.begin()
    opened.quiet()
    assert [words for words, urgent in listener.heard if urgent] == [], "what was told is not told again"


def a_search(opened: Opened, listener: Listener) -> None:
    opened.whole.window.open_screen("library")
    opened.quiet()
    listener.heard.clear()
    opened.whole.library.shelf.pane.filters.search.search("calm")
    opened.quiet()
    assert listener.words == ["1 page found for “calm”"]


def unlocking(opened: Opened, listener: Listener) -> None:
    opened.whole.window.open_screen(CARE)
    opened.quiet()
    assert listener.words == ["Care notes"]
    listener.heard.clear()
    unlock(opened)
    assert listener.words == ["Care notes are unlocked."]


def a_message(opened: Opened, listener: Listener) -> None:
    opened.whole.window.messages.forget_all()
    opened.whole.window.messages.say("Copied the web address.")
    assert listener.words == ["Copied the web address."]


def locking(opened: Opened, listener: Listener) -> None:
    lock(opened)
    assert listener.words == ["Care notes are locked."]
