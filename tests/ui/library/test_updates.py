"""Getting updates from the window: seen, stopped at once, never in the way, and never by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caregiver_app.bootstrap.notices import Look
from caregiver_app.library.store import Library
from caregiver_app.model.errors import WebTrouble
from caregiver_app.model.source import NewSource, SourceId
from caregiver_app.model.sync import SourceResult, SyncProgress, SyncReport, SyncState
from caregiver_app.model.time import Millis
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.library.update_strip import progress_words, show_status
from caregiver_app.ui.library.updates import Freshness, silent_sources
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.progress import WorkPhase
from caregiver_app.ui.widgets.status_pill import StatusPill
from tests.helpers.clock import MONDAY
from tests.helpers.gated_door import GatedDoor, a_feed
from tests.helpers.qt_app import press
from tests.helpers.whole_window import Opened, open_whole, wait_until

pytestmark = pytest.mark.usefixtures("undressed")

ONE, TWO = "https://one.example/feed", "https://two.example/feed"


def fill(library: Library) -> None:
    """Add two sources that were never asked."""
    for url, title in ((ONE, "One"), (TWO, "Two")):
        library.sources.add(NewSource(url=url, title=title), at=MONDAY)


@pytest.fixture
def door() -> GatedDoor:
    """The network in a test's hands."""
    return GatedDoor({ONE: a_feed("One", "First words", "Second words")})


@pytest.fixture
def waiting(theme: Theme, tmp_path: Path, starter_folder: Path, door: GatedDoor) -> Iterator[Opened]:
    """A window over two sources, one of which answers when it may."""
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill, fetcher=door) as opened:
        yield opened


def test_starting_asks_nobody(waiting: Opened, door: GatedDoor) -> None:
    assert door.asked == []
    assert waiting.whole.library.shelf.pane.pill.text() == "No updates yet"


def test_an_update_fills_the_list_and_says_what_it_brought(waiting: Opened, door: GatedDoor) -> None:
    door.gate.set()
    waiting.whole.library.shelf.pane.strip.button.click()
    waiting.quiet()
    assert sorted(waiting.titles) == ["First words", "Second words"]
    assert waiting.message.startswith("2 new pages. 1 source gave no usable answer.")
    assert waiting.whole.library.shelf.pane.pill.text() == "1 source did not answer"


def test_the_message_leads_to_the_sources_that_did_not_answer(waiting: Opened, door: GatedDoor) -> None:
    door.gate.set()
    waiting.whole.updates.begin()
    waiting.quiet()
    message = waiting.whole.window.toasts.message
    assert message is not None
    assert message.action == "See which"
    assert message.on_action is not None
    message.on_action()
    waiting.quiet()
    sources = waiting.whole.ways.sources
    assert sources is not None
    assert waiting.whole.library.behind is sources
    titles = [sources.model.index(n).data() for n in range(sources.model.rowCount())]
    assert titles == ["Without a topic", "Two"]

    window, home = waiting.whole.window, waiting.whole.gate.side.home.screen
    window.toasts.clear()
    for key, button in ((LIBRARY, waiting.whole.library.shelf.pane.strip.see_which), (HOME, home.header.see_which)):
        waiting.whole.library.show_shelf()
        window.open_screen(key)
        waiting.quiet()
        assert button.isVisible(), "what leads there does not go with the message"
        button.click()
        waiting.quiet()
        assert (window.nav.current, waiting.whole.library.behind) == (LIBRARY, sources)
    window.open_screen(HOME)
    door.gate.clear()
    waiting.whole.updates.begin()
    assert home.header.see_which.isHidden()


def test_stop_ends_it_at_once_and_says_so(waiting: Opened, door: GatedDoor) -> None:
    strip = waiting.whole.library.shelf.pane.strip
    waiting.whole.updates.begin()
    wait_until(lambda: bool(door.asked), "asked")
    wait_until(strip.strip.isVisible, "the strip")
    strip.strip.stop_pressed.emit()
    waiting.quiet()
    assert not waiting.whole.updates.running
    assert waiting.message.startswith("You stopped the update.")
    assert strip.button.words == "Get updates"
    assert strip.button.isVisible()


def test_f5_begins_an_update_and_a_second_one_is_not_begun(waiting: Opened, door: GatedDoor) -> None:
    waiting.whole.library.shelf.pane.list.setFocus()
    waiting.whole.library.shelf.pane.filters.search.setFocus()
    press(Qt.Key.Key_F5)
    assert waiting.whole.updates.running
    assert not waiting.whole.updates.begin()
    door.gate.set()
    waiting.quiet()
    assert sorted(door.asked) == [ONE, TWO]


def test_reading_goes_on_while_an_update_runs(
    theme: Theme, tmp_path: Path, starter_folder: Path, door: GatedDoor
) -> None:
    from tests.ui.library.conftest import fill as fill_pages

    def both(library: Library) -> None:
        fill(library)
        fill_pages(library)

    with open_whole(theme, tmp_path, start=starter_folder, fill=both, fetcher=door) as opened:
        opened.whole.updates.begin()
        wait_until(lambda: bool(door.asked), "asked")
        reader = opened.whole.library.shelf.reader
        opened.whole.library.shelf.pane.list.pick(opened.model.index(0))
        wait_until(lambda: reader.row is not None, "the page")
        assert opened.whole.updates.running
        door.gate.set()
        opened.quiet()


def test_closing_the_window_ends_a_running_update(waiting: Opened, door: GatedDoor) -> None:
    """Leaving the fixture closes the window; it would hang here if the update were waited for."""
    waiting.whole.updates.begin()
    wait_until(lambda: bool(door.asked), "asked")
    assert waiting.whole.updates.running


def test_progress_is_told_in_words() -> None:
    assert progress_words(None) == "Getting updates"
    progress = SyncProgress(done=4, total=12, current="Harbour Dementia Trust", new=0, failed=0)
    assert progress_words(progress) == "4 of 12 sources. Last: Harbour Dementia Trust"


def test_what_takes_long_moves_into_the_background_and_can_still_be_stopped(waiting: Opened, door: GatedDoor) -> None:
    strip = waiting.whole.library.shelf.pane.strip
    waiting.whole.updates.begin()
    strip._phases._enter(WorkPhase.BACKGROUND)  # noqa: SLF001  ten seconds of a person's life
    assert not strip.strip.isVisible()
    assert strip.button.words == "Stop updating"
    strip.button.click()
    waiting.quiet()
    assert not waiting.whole.updates.running


def a_report(*states: SyncState) -> SyncReport:
    results = [SourceResult(source_id=SourceId(1), title="A", url=ONE, state=state, error=WebTrouble.OFFLINE)
               for state in states]  # fmt: skip
    return SyncReport(results=tuple(results), seconds=1.0)


def test_the_pill_says_how_current_the_library_is(opened: Opened) -> None:
    cases: tuple[tuple[SyncReport | None, Millis | None, bool, str], ...] = (
        (None, None, False, "No updates yet"),
        (None, MONDAY, False, "Up to date, 08:05"),
        (None, Millis(MONDAY - 3 * 24 * 3600 * 1000), False, "Offline copy, 20 November"),
        (a_report(SyncState.OK), MONDAY, False, "Up to date, 08:05"),
        (a_report(SyncState.OFFLINE), MONDAY, False, "Offline copy, 08:05"),
        (a_report(SyncState.OFFLINE), None, False, "Offline copy"),
        (a_report(SyncState.OK, SyncState.FAILED, SyncState.GONE), MONDAY, False, "2 sources did not answer"),
        (a_report(SyncState.FAILED), MONDAY, True, "Updates are off"),
    )
    updates = opened.whole.updates
    pill = StatusPill(opened.whole.desk.theme)
    for report, good_at, offline, words in cases:
        updates.report = report
        updates.freshness = Freshness(last_good_at=good_at, stays_offline=offline, notices=None)
        show_status(pill, updates, opened.clock)
        assert pill.text() == words
    updates.report = a_report(SyncState.OK)
    long_ago = Millis(MONDAY - 4 * 24 * 3600 * 1000)
    for notices, words in (
        (Look(at=MONDAY, sources=2, silent=1), "1 source did not answer"),
        (Look(at=None, sources=2, silent=0), "Notices not all checked"),
        (Look(at=long_ago, sources=2, silent=0), "Notices not all checked"),
        (Look(at=MONDAY, sources=2, silent=0), "Up to date, 08:05"),
    ):
        updates.freshness = Freshness(last_good_at=MONDAY, stays_offline=False, notices=notices)
        show_status(pill, updates, opened.clock)
        assert pill.text() == words


def test_only_sources_that_gave_nothing_usable_count_as_silent() -> None:
    assert silent_sources(None) == 0
    assert silent_sources(a_report(*SyncState)) == 2


def test_staying_offline_is_kept_and_said(opened: Opened) -> None:
    opened.whole.updates.set_stay_offline(True, bool)
    opened.quiet()
    assert opened.services.stays_offline()
    assert opened.library.choices.get("stay_offline", False)
    assert opened.whole.library.shelf.pane.pill.text() == "Updates are off"
    opened.whole.updates.set_stay_offline(False, bool)
    opened.quiet()
    assert opened.whole.library.shelf.pane.pill.text() == "No updates yet"
