"""Looking after the library through the keyboard in a real window: privacy, backups, tidying, adding a site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.library.store import Library
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.time import Millis
from caregiver_app.model.web import LedgerLine, Why
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.feed_documents import Item, rss
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.library import raw
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

SETTINGS = "^Settings, Caregiver$"
UPDATES, PRIVACY, BACKUP = 3, 5, 6
"""How many steps below the first each page of the settings stands."""

TWO_FEEDS = b"""<!DOCTYPE html><html><head><title>Clinic</title>
<link rel="alternate" type="application/rss+xml" href="/news.xml" title="News">
<link rel="alternate" type="application/rss+xml" href="/walks.xml" title="Walks">
</head><body><p>Welcome</p></body></html>"""


def with_library(folder: Path, fill: Callable[[Library], object]) -> None:
    """Make a data folder that somebody has used already."""
    services = build_services(Paths(data_dir=folder), clock=StillClock())
    library = services.open_library()
    library.choices.put("topics_asked", True)
    fill(library)
    library.close()
    services.close()


def open_page(window: RunningWindow, steps: int) -> None:
    """Open a page of the settings and go into it."""
    window.focus()
    window.press("ctrl+comma")
    window.focus(SETTINGS)
    window.press("F6", "Home", *["Down"] * steps, "Return", "F6")


def test_an_address_is_stopped_on_the_privacy_page_and_allowed_again(screen: Screen, tmp_path: Path) -> None:
    """Whoever was contacted stands in a list; one press ends it, and Ctrl+Z takes that back."""
    folder = tmp_path / "data"
    line = LedgerLine(at=MONDAY, host="a.example", why=Why.UPDATE, sent_bytes=1, received_bytes=2, result="200")
    with_library(folder, lambda library: library.ledger.add([line]))
    with window_process(screen, folder) as window:
        open_page(window, PRIVACY)
        settings = folder / "settings.json"
        window.wait_until(lambda: settings.exists() and "privacy" in settings.read_text(), "the page")
        window.wait_until(lambda: stop_first(window), "the address to be stopped")
        assert window.ask(lambda library: [host.host for host in library.blocked_hosts.list()]) == ["a.example"]
        window.press("ctrl+z")
        window.wait_for(lambda library: not library.blocked_hosts.list(), "the address to be allowed again")
        assert window.quit() == (0, "")


def stop_first(window: RunningWindow) -> bool:
    """Go from the field that searches the connections to the first of them, and stop it."""
    window.press("ctrl+f", "Tab", "Down", "Tab", "space")
    return window.soon(lambda: window.ask(lambda library: bool(library.blocked_hosts.list())))


def test_a_backup_is_made_and_checked_and_no_folder_is_remembered_elsewhere(screen: Screen, tmp_path: Path) -> None:
    """The file is written where the person says, read through on request, and Qt keeps nothing of the dialogs."""
    folder, target = tmp_path / "data", tmp_path / "one.caregiver-backup"
    with_library(folder, lambda library: add_source(library, "Village news", author="user", at=MONDAY))
    with window_process(screen, folder) as window:
        open_page(window, BACKUP)
        window.press("space")
        choose(window, "^Back up$", target)
        window.wait_until(target.exists, "the backup")
        window.focus(SETTINGS)
        window.press("Tab", "space")
        choose(window, "^Check a backup$", target)
        window.focus(SETTINGS)
        assert window.quit() == (0, "")
    assert not list(folder.glob(".stage*"))
    services = build_services(Paths(data_dir=folder), clock=StillClock())
    assert services.verify_backup(target, on_progress=lambda _progress: None).articles == 0
    services.close()


def choose(window: RunningWindow, title: str, path: Path) -> None:
    """Name a file in a dialog of its own window."""
    window.focus(title)
    window.type_text(str(path))
    window.press("Return")


def test_old_pages_are_tidied_away_and_brought_back(screen: Screen, tmp_path: Path) -> None:
    """What is older than 400 days goes with one press and comes back with Ctrl+Z."""
    folder = tmp_path / "data"

    def fill(library: Library) -> None:
        source = add_source(library, "Old news", author="user", at=MONDAY)
        pages = [APage(title=f"Old {number}", days_ago=900 + number) for number in range(3)]
        add_pages(library, source, [*pages, APage(title="New", days_ago=1)], at=Millis(MONDAY))
        with raw(folder) as connection:
            connection.execute("UPDATE article_entry SET in_feed = 0")
            connection.execute("UPDATE article SET first_seen_at = sort_at")

    with_library(folder, fill)
    with window_process(screen, folder) as window:
        open_page(window, UPDATES)
        window.press(*["Tab"] * 6, "space")
        window.wait_for(lambda library: library.articles.count(ArticleQuery()) == 1, "the old pages to go")
        window.wait_until(lambda: bring_back(window, 4), "the old pages to come back")
        assert window.quit() == (0, "")


def bring_back(window: RunningWindow, count: int) -> bool:
    """Undo; again where the window had not yet heard that the work was done."""
    window.press("ctrl+z")
    return window.soon(lambda: window.ask(lambda library: library.articles.count(ArticleQuery())) == count)


def test_a_site_with_two_feeds_is_added_with_both(screen: Screen, tmp_path: Path) -> None:
    """A site on one's own network needs a tick; then both of its feeds are offered, taken and filled."""
    folder = tmp_path / "data"
    with_library(folder, lambda _library: None)
    with ScriptedServer() as server:
        server.answer("/", Answer(body=TWO_FEEDS, headers={"Content-Type": "text/html"}))
        for path, title in (("/news.xml", "Clinic news"), ("/walks.xml", "Walks of the week")):
            server.answer(path, Answer(body=rss(Item(title=f"{title} today", guid=path), title=title)))
        with window_process(screen, folder) as window:
            window.focus()
            window.wait_until(lambda: add_both(window, server), "both sources")
            window.wait_for(lambda library: library.articles.count(ArticleQuery()) == 2, "their pages")
            assert window.quit() == (0, "")
        looked = len(server.seen("/"))
        assert [len(server.seen(path)) for path in ("/news.xml", "/walks.xml")] == [looked, looked]


def own(library: Library) -> list[str]:
    return [source.title for source in library.sources.list(enabled=True)]


def looks(library: Library) -> int:
    return len(library.ledger.list())


def add_both(window: RunningWindow, server: ScriptedServer) -> bool:
    """Look at the site with leave for one's own network, tick the second feed beside the first, and add them."""
    before = window.ask(looks)
    window.press("Escape", "Escape", "ctrl+k")
    window.type_text("add a source")
    window.press("Return")
    window.type_text(server.url("/"))
    window.press("Return")
    window.press("Tab", "space", "shift+Tab", "Return")
    if not window.soon(lambda: window.ask(looks) > before):
        return False
    window.press("Tab", "space", "Tab", "space")
    return window.soon(lambda: len(window.ask(own)) == 2)
