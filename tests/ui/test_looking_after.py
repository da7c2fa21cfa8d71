"""Once updates are in, the window keeps a copy of the library and tidies; it says so and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource
from caregiver_app.storage.snapshots import list_snapshots
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.gated_door import GatedDoor, a_feed
from tests.helpers.old_articles import add_old_articles
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")

ONE = "https://one.example/feed"


def fill(library: Library) -> None:
    """Add a source that answers, and old articles of one that is off."""
    add_old_articles(library, 4, starred=1)
    (old,) = [source.id for source in library.sources.list() if source.url == "https://news.example/feed"]
    library.sources.set_enabled(old, False)
    library.sources.add(NewSource(url=ONE, title="One"), at=MONDAY)


@pytest.fixture
def updated(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window in which an update has come in."""
    door = GatedDoor({ONE: a_feed("One", "First words")})
    door.gate.set()
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill, fetcher=door) as opened:
        opened.whole.updates.begin()
        opened.quiet()
        yield opened


def held(opened: Opened) -> int:
    return opened.library.articles.count(ArticleQuery())


def told(opened: Opened) -> list[str]:
    """Return what the messages say, the one that is shown and those that wait."""
    toasts = opened.whole.window.toasts
    return [message.text for message in (toasts.message, *toasts.waiting) if message is not None]


def test_a_copy_is_kept_and_old_pages_are_tidied_after_an_update(updated: Opened) -> None:
    assert len(list_snapshots(updated.services.paths.library)) == 1
    assert held(updated) == 3
    assert told(updated) == ["3 old pages tidied away", "1 new page."]


def test_tidying_is_taken_back_like_any_other_step(updated: Opened) -> None:
    updated.whole.window.messages.undo()
    updated.quiet()
    assert held(updated) == 6
    assert not updated.services.tidies(updated.library)


def test_what_was_tidied_leaves_the_list_and_comes_back_to_it(updated: Opened) -> None:
    tidied = len(updated.titles)
    updated.whole.window.messages.undo()
    updated.quiet()
    assert (tidied, len(updated.titles)) == (3, 6)


def test_tidying_that_was_done_again_later_is_taken_back_again(updated: Opened) -> None:
    messages = updated.whole.window.messages
    messages.undo()
    updated.quiet()
    updated.clock.advance(3_600)
    messages.redo()
    updated.quiet()
    again = (held(updated), updated.services.tidies(updated.library))
    messages.undo()
    updated.quiet()
    assert again == (3, True)
    assert held(updated) == 6


def test_a_copy_that_fails_is_told_apart_from_the_update(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    door = GatedDoor({ONE: a_feed("One", "First words")})
    door.gate.set()
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill, fetcher=door) as opened:
        (tmp_path / "data" / "snapshots").write_bytes(b"in the way")
        opened.whole.updates.begin()
        opened.quiet()
        assert held(opened) == 6
        assert "First words" in opened.titles
        brought, trouble = told(opened)
        assert brought == "1 new page."
        assert trouble.startswith("Updates are in, but today's safety copy of the library could not be made.")
