"""The first days with Caregiver, lived through the keyboard in a real window."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.library.store import Library
from caregiver_app.model.article import ArticleFilter, MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.feed_documents import Item, rss
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

PAGES = (
    Item(title="Sleep at night", guid="1", html="<p>A regular hour helps to sleep through the night.</p>"),
    Item(title="Falls in the house", guid="2", html="<p>Keep a light on along the way.</p>"),
    Item(title="Eating and drinking", guid="3", html="<p>Sit upright to swallow safely.</p>"),
)


def marked(library: Library, title: str, kind: MarkKind) -> bool:
    rows = library.articles.page(ArticleQuery(), limit=100).rows
    ids = [row.id for row in rows if row.title == title]
    return any(at is not None for at in library.marks.times(ids, kind).values())


def test_updates_come_are_searched_read_saved_and_the_saving_taken_back(screen: Screen, tmp_path: Path) -> None:
    """From an added feed to a saved page and back, by keyboard; reading asks the server for nothing."""
    folder = tmp_path / "data"
    with ScriptedServer() as server:
        server.answer("/feed.xml", Answer(body=rss(*PAGES)))
        with_source(folder, server.url("/feed.xml"))
        with window_process(screen, folder) as window:
            window.focus()
            window.press("F5")
            window.wait_for(lambda library: library.articles.count(ArticleQuery()) == len(PAGES), "the pages")
            asked = len(server.requests)

            window.press("ctrl+shift+f")
            window.type_text("upright")
            window.press("Return", "F6", "Return")
            title = "Eating and drinking"
            window.wait_for(lambda library: marked(library, title, MarkKind.READ), "the page to be read")
            assert window.ask(lambda library: library.articles.count(ArticleQuery(filter=ArticleFilter.NEW))) == 2

            window.press("s")
            window.wait_for(lambda library: marked(library, title, MarkKind.STARRED), "the page to be saved")
            window.press("ctrl+z")
            window.wait_for(lambda library: not marked(library, title, MarkKind.STARRED), "the saving taken back")
            assert len(server.requests) == asked
            assert window.quit() == (0, "")


def with_source(folder: Path, url: str) -> None:
    """Make a data folder with one source on loopback, as if somebody had allowed it."""
    services = build_services(Paths(data_dir=folder), clock=StillClock())
    library = services.open_library()
    library.sources.add(NewSource(url=url, title="Night news", allow_private=True), at=MONDAY)
    library.close()
    services.close()


def test_a_second_start_brings_the_first_window_to_the_front(screen: Screen, tmp_path: Path) -> None:
    """The first window has the folder; the second start calls it and ends without a window of its own."""
    folder = tmp_path / "data"
    with window_process(screen, folder) as first:
        first.focus()
        first.wait_for(lambda library: bool(library.topics.list()), "the starter content")
        with window_process(screen, folder) as second:
            said, complaints = second.process.communicate(timeout=60)
            assert (second.process.returncode, said, complaints) == (0, "", "")
        first.focus()
        assert first.quit() == (0, "")


def test_a_second_window_says_that_there_is_a_command_at_work(screen: Screen, tmp_path: Path) -> None:
    """A command has the folder and cannot come to the front; the window says so, can try again, and gives up."""
    folder = tmp_path / "data"
    paths = Paths(data_dir=folder)
    with one_writer(paths, holder="sync"), window_process(screen, folder) as second:
        second.focus("^Caregiver$")
        second.press("space")  # "Try again": still taken
        assert second.leave("Escape") == (1, "")


def test_the_window_comes_back_as_it_was_left(screen: Screen, tmp_path: Path) -> None:
    """Text size and place are kept from one start to the next."""
    folder = tmp_path / "data"
    settings = folder / "settings.json"
    with window_process(screen, folder) as window:
        window.focus()
        window.press("ctrl+plus")
        window.wait_until(lambda: settings.exists() and '"text_scale": 115' in settings.read_text(), "the text size")
        assert window.quit() == (0, "")
    with window_process(screen, folder) as window:
        window.focus()
        window.press("ctrl+plus")
        window.wait_until(lambda: '"text_scale": 130' in settings.read_text(), "the next text size")
        assert window.quit() == (0, "")


def test_a_damaged_library_is_put_back_from_the_last_good_copy(screen: Screen, tmp_path: Path) -> None:
    """The window says that the file is damaged, and one press later everything of the last copy is there again."""
    folder = tmp_path / "data"
    with_source(folder, "http://127.0.0.1:9/feed.xml")
    services = build_services(Paths(data_dir=folder), clock=StillClock())
    library = services.open_library()
    library.snapshot(at=MONDAY)
    library.close()
    services.close()
    for path in folder.glob("library.db*"):
        path.write_bytes(b"Dear diary, " * 1_000)
    with window_process(screen, folder) as window:
        window.focus()
        window.wait_until(lambda: _put_back(window), "the copy")
        window.focus()
        assert window.leave("ctrl+q") == (0, "")
        titles = window.ask(lambda library: [source.title for source in library.sources.list(enabled=True)])
        assert titles == ["Night news"]


def _put_back(window: RunningWindow) -> bool:
    if (window.folder / "library.db").read_bytes()[:6] == b"SQLite":
        return True
    window.press("F6", "space")
    return False
