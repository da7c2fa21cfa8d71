"""A weekend with the Library, lived through the keyboard in a real window: found, collected, compared, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library_files import APage, add_pages, add_source, change_page, item_titled
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

NAME = "2026"  # no letters: before the drawer is there they would be keys of the page
SHELVES = {NAME: 1}
DAY_MS = 24 * 3600 * 1000
TITLE = "Eating and drinking"
BEFORE = APage(title=TITLE, html="<p>Sit upright to swallow. Drink tea.</p>", slug="eating", days_ago=9)
AFTER = APage(title=TITLE, html="<p>Sit upright to swallow. Drink water.</p>", slug="eating", days_ago=9)


def a_folder(folder: Path) -> Path:
    """Make a data folder with three pages, one of which changed since it was saved."""
    services = build_services(Paths(data_dir=folder), clock=StillClock())
    library = services.open_library()
    source = add_source(library, "Night news", author="user", at=MONDAY)
    others = [APage(title="Sleep at night", days_ago=1), APage(title="Falls in the house", days_ago=2)]
    add_pages(library, source, [BEFORE, *others], at=Millis(MONDAY - 9 * DAY_MS))
    library.marks.set([item_titled(library, TITLE)], MarkKind.STARRED, True, at=Millis(MONDAY - 8 * DAY_MS))
    change_page(library, source, BEFORE, AFTER, at=Millis(MONDAY - 3 * DAY_MS))
    library.close()
    services.close()
    return folder


def shelves(library: Library) -> dict[str, int]:
    return {collection.name: collection.items for collection in library.collections.list()}


def kept(library: Library) -> bool:
    return any(revision.kept for revision in library.articles.get(item_titled(library, TITLE)).revisions)


def is_read(library: Library) -> bool:
    rows = library.articles.page(ArticleQuery(), limit=10).rows
    return next(row.read for row in rows if row.title == TITLE)


def test_a_page_is_found_collected_compared_and_all_of_it_taken_back(screen: Screen, tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "data")
    with window_process(screen, folder) as window:
        window.focus()
        find(window, screen)
        collect(window, screen)
        compare(window)
        mark_all(window, screen)
        assert window.quit() == (0, "")


def take_back(window: RunningWindow, holds: Callable[[Library], bool]) -> None:
    """Close what is open, so that no field takes the key for itself, and undo."""
    window.press("Escape", "Escape")
    press_until(window, "ctrl+z", holds)


def press_until(window: RunningWindow, keys: str, holds: Callable[[Library], bool]) -> None:
    """Press keys, again while the window did not know yet of what the library shows already."""

    def came() -> bool:
        if window.ask(holds):
            return True
        window.press(keys)
        return False

    window.wait_until(came, f"what {keys} brings")


def find(window: RunningWindow, screen: Screen) -> None:
    """By Ctrl+K and a word of its text."""
    window.press("ctrl+k")
    window.type_text("upright")
    window.press("Return")
    window.wait_for(is_read, "the page to be read")


def collect(window: RunningWindow, screen: Screen) -> None:
    """Into a collection that is made on the way; taken back, and done again."""
    window.press("ctrl+k")
    window.type_text("save to coll")
    window.press("Return")
    window.wait_until(lambda: _made(window, screen), "the collection")
    take_back(window, lambda library: shelves(library) == {})
    press_until(window, "ctrl+shift+z", lambda library: shelves(library) == SHELVES)


def _made(window: RunningWindow, screen: Screen) -> bool:
    """Type the name once more while the drawer was not there yet."""
    if window.ask(shelves) == SHELVES:
        return True
    window.press("ctrl+a")
    window.type_text(NAME)
    window.press("Return")
    return window.ask(shelves) == SHELVES


def compare(window: RunningWindow) -> None:
    """Open what changed since it was saved, keep the old version, and take that back."""
    window.press("ctrl+k")
    window.type_text("what changed")
    window.press("Return")
    window.wait_until(lambda: _kept(window), "the old version to be kept")
    take_back(window, lambda library: not kept(library))


def _kept(window: RunningWindow) -> bool:
    """From "Next change" one Tab leads to the box; again while the drawer was not there yet."""
    if window.ask(kept):
        return True
    window.press("F3", "Tab", "space")
    return window.ask(kept)


def mark_all(window: RunningWindow, screen: Screen) -> None:
    """All at once, and back again."""

    def unread(library: Library) -> int:
        return library.articles.count(ArticleQuery(filter=ArticleFilter.NEW))

    before = window.ask(unread)
    window.press("ctrl+k")
    window.type_text("mark all")
    window.press("Return")
    window.wait_for(lambda library: unread(library) == 0, "everything read")
    take_back(window, lambda library: unread(library) == before)
