"""Updates come when the person chose, and only then; space and tidying are theirs to say, with undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from caregiver_app.bootstrap.network import STAY_OFFLINE
from caregiver_app.bootstrap.retention import TIDY
from caregiver_app.library.retention import TidyPreview
from caregiver_app.library.store import Library
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.offline import OfflineSpace
from caregiver_app.model.search import ArticleQuery
from caregiver_app.ui.automatic_updates import WHEN, When
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.settings.space_card import space_words
from caregiver_app.ui.settings.tidy_card import preview_words, source_words
from caregiver_app.ui.settings.updates_part import UpdatesPart
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.library import raw
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.walking import take_back
from tests.helpers.whole_window import Opened, open_whole
from tests.ui.sources.conftest import fill

pytestmark = pytest.mark.usefixtures("undressed")


def page(opened: Opened) -> UpdatesPart:
    opened.whole.open_settings("updates")
    opened.quiet()
    part = opened.whole.settings.part
    assert isinstance(part, UpdatesPart)
    return part


def when(opened: Opened) -> str:
    return opened.library.choices.get(WHEN, "")


def nothing_is_asked_until_somebody_chooses_so(opened: Opened) -> None:
    assert page(opened).when.current == When.BUTTON
    assert opened.door.asked == []


def daily_updates_are_a_choice_that_can_be_undone(opened: Opened) -> None:
    page(opened).when.chip("daily").click()
    opened.quiet()
    chosen = when(opened)
    opened.whole.window.messages.undo()
    opened.quiet()
    assert (chosen, when(opened), page(opened).when.current) == ("daily", "button", "button")


@pytest.mark.parametrize(
    ("choices", "asks"),
    [
        ({WHEN: "daily"}, True),
        ({WHEN: "daily", STAY_OFFLINE: True}, False),
        ({WHEN: "button"}, False),
        ({WHEN: "whenever"}, False),
    ],
    ids=["daily", "daily but offline", "button", "unknown"],
)
def test_opening_the_window_asks_only_when_daily_was_chosen(
    theme: Theme, tmp_path: Path, starter_folder: Path, choices: dict[str, str | bool], asks: bool
) -> None:
    def choose(library: Library) -> None:
        add_source(library, "Village news", author="user", at=MONDAY)
        for name, value in choices.items():
            library.choices.put(name, value)

    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=choose) as opened:
        opened.quiet()
        assert bool(opened.door.asked) is asks


def test_a_second_opening_on_the_same_day_asks_nobody(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    def choose(library: Library) -> None:
        fill(library)  # its sources were asked on this Monday
        library.choices.put(WHEN, "daily")

    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=choose) as opened:
        opened.quiet()
        assert opened.door.asked == []


def test_the_button_gets_updates_and_says_how_far_it_is(opened: Opened) -> None:
    shown = page(opened)
    shown.get.click()
    running = (shown.strip.isVisible(), shown.get.isVisible())
    opened.quiet()
    assert running == (True, False)
    assert opened.door.asked
    assert (shown.strip.isVisible(), shown.get.isVisible()) == (False, True)


def the_last_update_and_the_sources_that_are_on_are_said(opened: Opened) -> None:
    assert page(opened).last.text().startswith("Today, 08:05. ")
    count = len(opened.library.sources.list(enabled=True))
    assert f"{count} sources are on." in page(opened).last.text()


def whom_an_update_asks_is_one_press_away(opened: Opened) -> None:
    page(opened).whom.click()
    opened.quiet()
    assert opened.whole.window.windowTitle() == "Library, Caregiver"
    assert opened.whole.library.behind is opened.whole.ways.sources


def the_space_for_whole_pages_is_a_choice_that_can_be_undone(opened: Opened) -> None:
    shown = page(opened).space
    usual = opened.library.offline_copies.space().limit_bytes
    shown.limits.chip("250000000").click()
    opened.quiet()
    limit = opened.library.offline_copies.space().limit_bytes
    said = shown.said.text()
    opened.whole.window.messages.undo()
    opened.quiet()
    assert limit == 250_000_000
    assert said == "0 bytes of 250 MB used, by 0 pages and 0 pictures."
    assert opened.library.offline_copies.space().limit_bytes == usual
    assert shown.limits.current == "usual"


def a_full_disk_leads_there_from_everywhere(opened: Opened) -> None:
    for tell in (opened.whole.desk.tell, opened.whole.care.desk.tell):
        opened.whole.window.open_screen(HOME)
        tell(StorageError(StorageTrouble.FULL))
        act_on(opened, "Free up space")
        shown = page(opened).space
        assert shown.limits.chip("usual").hasFocus()
        assert not shown.visibleRegion().isEmpty()


def an_update_that_failed_as_a_whole_can_be_tried_again(opened: Opened) -> None:
    updates = opened.whole.updates
    reports: list[object] = []
    updates.finished.connect(reports.append)
    with out_of_reach(opened.services.paths.library):
        updates.begin()
        opened.quiet()
    assert (updates.running, reports) == (False, [])
    act_on(opened, "Try again")
    assert len(reports) == 1


@contextmanager
def out_of_reach(library: Path) -> Iterator[None]:
    """Keep a file from being opened, as a disk does that went to sleep; who has it open already goes on."""
    away = library.with_name("away")
    library.rename(away)
    library.mkdir()
    try:
        yield
    finally:
        library.rmdir()
        away.rename(library)


def act_on(opened: Opened, words: str) -> None:
    """Press the button of the message that is shown."""
    message = opened.whole.window.toasts.message
    assert message is not None
    assert message.action == words
    assert message.on_action is not None
    message.on_action()
    opened.quiet()
    opened.whole.window.toasts.clear()


def test_a_full_space_says_so() -> None:
    full = OfflineSpace(used_bytes=10_000_000, limit_bytes=10_000_000, pages=3, pictures=1)
    assert space_words(full).endswith("It is full: nothing more is kept.")


def old_pages(library: Library, folder: Path) -> None:
    fill(library)
    source = add_source(library, "Old news", author="user", at=MONDAY)
    pages = [APage(title=f"Old {number}", days_ago=500 + number) for number in range(3)]
    add_pages(library, source, pages, at=MONDAY)
    with raw(folder) as connection:
        connection.execute("UPDATE article_entry SET in_feed = 0 WHERE source_id = ?", (source,))
        connection.execute("UPDATE article SET first_seen_at = sort_at WHERE source_id = ?", (source,))


def test_tidying_says_what_would_go_and_can_be_undone(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    folder = tmp_path / "data"

    with open_whole(theme, folder, start=starter_folder, fill=lambda library: old_pages(library, folder)) as opened:
        shown = page(opened).tidy
        before = opened.library.articles.count(ArticleQuery())
        assert shown.said.text().startswith("Would remove 3 pages from 1 source (")
        assert shown.sources.text() == "Old news: 3"
        shown.now.click()
        opened.quiet()
        after = opened.library.articles.count(ArticleQuery())
        assert opened.message == "Tidied 3 pages away."
        assert shown.said.text() == "Nothing is old enough to go."
        opened.whole.window.messages.undo()
        opened.quiet()
        assert (after, opened.library.articles.count(ArticleQuery())) == (before - 3, before)


def tidying_by_itself_can_be_switched_off_and_on_again(opened: Opened) -> None:
    page(opened).tidy.daily.click()
    opened.quiet()
    off = opened.library.choices.get(TIDY, True)
    opened.whole.window.messages.undo()
    opened.quiet()
    assert (off, opened.library.choices.get(TIDY, False), page(opened).tidy.daily.isChecked()) == (False, True, True)


def test_when_whom_and_how_much_are_choices_that_can_be_undone(opened: Opened) -> None:
    nothing_is_asked_until_somebody_chooses_so(opened)
    take_back(opened)
    the_last_update_and_the_sources_that_are_on_are_said(opened)
    take_back(opened)
    daily_updates_are_a_choice_that_can_be_undone(opened)
    take_back(opened)
    the_space_for_whole_pages_is_a_choice_that_can_be_undone(opened)
    take_back(opened)
    tidying_by_itself_can_be_switched_off_and_on_again(opened)
    take_back(opened)
    whom_an_update_asks_is_one_press_away(opened)
    opened.whole.window.messages.forget_all()
    a_full_disk_leads_there_from_everywhere(opened)
    an_update_that_failed_as_a_whole_can_be_tried_again(opened)


def test_a_preview_names_the_sources_with_the_most_pages() -> None:
    sources = tuple((f"Source {number}", 10 - number) for number in range(7))
    preview = TidyPreview(articles=49, size_bytes=1_400_000, sources=sources)
    assert preview_words(preview) == "Would remove 49 pages from 7 sources (1.4 MB). What you saved stays."
    assert source_words(preview).endswith("Source 4: 6; 2 more sources")
