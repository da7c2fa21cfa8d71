"""About this source: how it is doing, what is saved of it, and its address; each choice is taken back exactly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from caregiver_app.library.store import Library
from caregiver_app.model.offline import CopyState, OfflineState
from caregiver_app.model.source import NewSource
from caregiver_app.ui.library.reader.copy_words import can_be_tried_again, copy_badge, copy_reason
from caregiver_app.ui.sources.about_source import AboutSource
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import assert_accessible
from tests.helpers.clock import MONDAY
from tests.helpers.fitting import assert_targets
from tests.helpers.library_files import APage, add_pages, add_source, item_titled
from tests.helpers.qt_app import Listener, press, show
from tests.helpers.walking import step
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")


def fill(library: Library) -> None:
    """One page of an organisation, one of an own source."""
    source = add_source(library, "Harbour Dementia Trust", at=MONDAY)
    add_pages(library, source, [APage(title="Rooms")], at=MONDAY)
    url = "https://village.org/feed.xml"
    own = library.sources.add(NewSource(url=url, title="Village news", homepage="https://village.org/"), at=MONDAY)
    add_pages(library, own, [APage(title="Lunch")], at=MONDAY)


@pytest.fixture
def sources(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window with a page of an organisation and one of an own source."""
    with open_whole(theme, tmp_path, start=starter_folder, fill=fill) as opened:
        yield opened


def about(opened: Opened, title: str) -> AboutSource:
    opened.pick(title)
    opened.whole.library.shelf.reader.top.source.click()
    opened.quiet()
    panel = opened.whole.window.overlay.panel
    assert panel is not None
    assert isinstance(panel.content, AboutSource)
    return panel.content


def said(drawer: AboutSource) -> list[str]:
    return [label.text() for label in drawer.findChildren(QLabel) if label.isVisibleTo(drawer)]


def full_text(opened: Opened, title: str) -> bool | None:
    (row,) = opened.library.articles.rows_of([item_titled(opened.library, title)])
    return opened.library.sources.get(row.source_id).full_text


def test_it_says_whose_it_is_and_what_the_switch_discloses(sources: Opened) -> None:
    words = said(about(sources, "Rooms"))
    assert "Harbour Dementia Trust" in words
    assert "Not saved yet" in words
    assert any("whether you read them or not" in each for each in words)
    assert any("All saved pages take" in each for each in words)


def test_keeping_the_full_text_is_one_step_taken_back_exactly(sources: Opened, listener: Listener) -> None:
    drawer = about(sources, "Rooms")
    listener.heard.clear()
    drawer.keep.click()
    sources.quiet()
    assert full_text(sources, "Rooms") is True
    assert len(listener.words) == 1
    sources.whole.window.messages.undo()
    sources.quiet()
    assert full_text(sources, "Rooms") is None
    assert not drawer.keep.isChecked()


def test_one_page_alone_is_asked_for_only_of_an_own_source(sources: Opened) -> None:
    assert not about(sources, "Rooms").copy.button.isVisible()
    press(Qt.Key.Key_Escape)
    drawer = about(sources, "Lunch")
    assert drawer.copy.button.isVisible()
    assert drawer.copy.button.text() == "Keep this page"


def test_a_page_is_fetched_when_asked_for_and_the_drawer_tells_how_it_went(sources: Opened) -> None:
    drawer = about(sources, "Lunch")
    drawer.copy.button.click()
    sources.quiet()
    assert len(sources.door.asked) == 1
    assert sources.message == "There is no internet now. What you had is still here."
    assert "Comes with the next update" in said(drawer)
    assert not drawer.copy.button.signalsBlocked()


def test_a_page_that_cannot_be_had_says_why(sources: Opened) -> None:
    source = add_source(sources.library, "Elsewhere news", author="user", at=MONDAY)
    (item,) = add_pages(sources.library, source, [APage(title="Elsewhere")], at=MONDAY)
    sources.whole.library.opened()
    sources.quiet()
    drawer = about(sources, "Elsewhere")
    drawer.copy.button.click()
    sources.quiet()
    assert sources.door.asked == []
    copy = sources.library.offline_copies.of(item)
    assert copy is not None
    assert copy.state is CopyState.FAILED
    assert "It lies on another site, which Caregiver does not tell what is read here." in said(drawer)
    assert not drawer.copy.button.isVisible()


def test_the_pages_of_the_source_are_shown(sources: Opened) -> None:
    drawer = about(sources, "Lunch")
    next(b for b in drawer.findChildren(QPushButton) if b.text() == "Show all pages of this source").click()
    sources.quiet()
    assert sources.titles == ["Lunch"]


@pytest.mark.usefixtures("dressed")
def test_it_is_named_reachable_and_gives_the_focus_back(sources: Opened, theme: Theme) -> None:
    for percent in (100, 200):
        for title in ("Rooms", "Lunch"):
            with step((percent, title)):
                theme.set_percent(100)
                show(sources.whole.window)
                assert_is_reachable(sources, theme, title, percent)


def assert_is_reachable(sources: Opened, theme: Theme, title: str, percent: int) -> None:
    about(sources, title)
    theme.set_percent(percent)
    show(sources.whole.window, 960, 640)
    panel = sources.whole.window.overlay.panel
    assert panel is not None
    assert_accessible(panel)
    assert_targets(panel, theme)
    press(Qt.Key.Key_Escape)
    assert sources.whole.window.overlay.panel is None


def a_copy(state: CopyState, reason: str = "", *, kept: int = 0, wanted: int = 0) -> OfflineState:
    return OfflineState(state=state, reason=reason, pictures_kept=kept, pictures_wanted=wanted)


@pytest.mark.parametrize(
    ("copy", "badge", "reason", "again"),
    [
        (None, "Not saved yet", "", False),
        (a_copy(CopyState.WANTED), "Comes with the next update", "", False),
        (a_copy(CopyState.KEPT), "Whole page saved", "", False),
        (a_copy(CopyState.KEPT, kept=1, wanted=1), "Whole page saved, 1 picture", "", False),
        (a_copy(CopyState.PARTLY, "not-a-picture", kept=2, wanted=3), "Whole page saved, 2 of 3 pictures",
         "Some pictures are of a kind that is not saved.", True),
        (a_copy(CopyState.FAILED, "elsewhere"), "Not saved",
         "It lies on another site, which Caregiver does not tell what is read here.", False),
        (a_copy(CopyState.FAILED, "no-room"), "Not saved",
         "The space for saved pages is full. You can allow more in the settings.", True),
    ],
    ids=["none", "wanted", "kept", "one-picture", "partly", "elsewhere", "no-room"],
)  # fmt: skip
def test_the_badge_says_how_whole_a_page_is(copy: OfflineState | None, badge: str, reason: str, again: bool) -> None:
    assert copy_badge(copy).text == badge
    assert copy_reason(copy) == reason
    assert can_be_tried_again(copy) is again


@pytest.mark.parametrize("reason", ["timeout", "status", "certificate", "too-large", "something-new", "not-a-feed"])
def test_any_reason_has_words(reason: str) -> None:
    assert copy_reason(OfflineState(state=CopyState.FAILED, reason=reason, reason_detail="404"))
