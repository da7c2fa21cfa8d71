"""The first day, by keyboard alone and without any network: six short steps, left in their midst and gone on with."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.library.store import Library
from caregiver_app.model.search import ArticleQuery
from tests.helpers.by_keyboard import is_at, press_at
from tests.helpers.hartleys import HOME, MORNING
from tests.helpers.no_network import without_network
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

TIP = "In an emergency press the red button."


def test_first_start_without_network(screen: Screen, tmp_path: Path) -> None:
    """Topics are taken, packs of others left out, updates pressed in vain, the emergency sheet put off."""
    folder = tmp_path / "data"
    with window_process(screen, folder, before=without_network(), at=MORNING) as window:
        window.focus()
        window.wait_for(lambda library: bool(library.topics.list()), "the starter content")
        welcome(window)
        say_topic_and_country(window)
        assert window.ask(lambda library: len(library.sources.list(enabled=True))) > 0
        assert window.quit() == (0, "")
    with window_process(screen, folder, before=without_network(), at=MORNING) as window:
        window.focus()
        keep_packs(window)
        try_updates(window)
        put_the_sheet_off(window)
        window.process.kill()  # the battery is empty: what was put off is not asked again because of that
        window.process.wait()
    with window_process(screen, folder, before=without_network(), at=MORNING) as window:
        window.focus(HOME)
        window.wait_until(lambda: TIP in window.words(), "the tips of the first day")
        assert window.ask(stands_at) == "over"
        assert window.quit() == (0, "")
        assert window.ask(lambda library: library.articles.count(ArticleQuery())) == 0
        assert window.ask(lambda library: library.topics.chosen()) == ("dementia",)
        assert window.ask(lambda library: library.topics.place()[0]) == "GB"


def stands_at(library: Library) -> str:
    """Return at which step the first start is."""
    return library.choices.get("first_run", "")


def has_come_to(window: RunningWindow, step: str) -> None:
    """Wait for a step."""
    window.wait_for(lambda library: stands_at(library) == step, step)
    window.come_to_rest()


def welcome(window: RunningWindow) -> None:
    """Go on with language, size and colours as they are, once the step is there."""
    window.wait_until(lambda: is_at(window, "Continue"), "the welcome")
    window.picture("first-1-welcome", shows="Welcome to Caregiver")
    window.press("ctrl+Return")
    has_come_to(window, "topics")


def say_topic_and_country(window: RunningWindow) -> None:
    """Tick one topic and say where the family lives."""
    press_at(window, "CheckBox | Dementia")
    press_at(window, "I would rather not say", "End", "Left")
    window.picture("first-2-topics", shows="What would you like help with?")
    window.press("ctrl+Return")
    has_come_to(window, "packs")


def keep_packs(window: RunningWindow) -> None:
    """Keep the packs that fit the topic, at the step where the first evening ended."""
    window.wait_until(lambda: is_at(window, "CheckBox"), "the packs again")
    window.picture("first-3-packs", shows="Which packs do you want to keep?")
    window.press("ctrl+Return")
    has_come_to(window, "updates")
    kept = window.ask(lambda library: sorted(pack.uid for pack in library.packs.list()))
    assert "starter/dementia" in kept
    assert "starter/stroke" not in kept


def try_updates(window: RunningWindow) -> None:
    """See who would be asked and press the button in vain, which is no trouble; then choose how often."""
    window.picture("first-4-updates", shows="Only these. Nothing about you is sent.")
    press_at(window, "| Get updates now")
    has_come_to(window, "when")
    window.press("ctrl+Return")
    has_come_to(window, "notes")


def put_the_sheet_off(window: RunningWindow) -> None:
    """Leave the emergency sheet for later; Home waits with three tips."""
    window.picture("first-5-sheet", shows="Make your emergency sheet now?")
    press_at(window, "| Later")
    window.focus(HOME)
    window.picture("first-6-home", shows=TIP)
