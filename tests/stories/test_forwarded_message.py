"""An evening with a forwarded miracle cure: pasted, answered without a network, the good page read, nothing kept."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap import Paths, build_services
from caregiver_app.library.store import Library
from caregiver_app.model.search import ArticleQuery
from tests.helpers.clock import StillClock
from tests.helpers.forwarded import fill_with_known
from tests.helpers.window_process import RunningWindow, window_process
from tests.helpers.x_server import Screen

MARKER = "zanzibarine"
MESSAGE = f"{MARKER} powder ends dementia, calm evening, order at harbour-dementia-{MARKER}.com"


def a_folder(folder: Path) -> Path:
    """Make a data folder with pages of a known organisation."""
    services = build_services(Paths(data_dir=folder), clock=StillClock())
    library = services.open_library()
    fill_with_known(library)
    library.close()
    services.close()
    return folder


def good_page_is_read(library: Library) -> bool:
    rows = library.articles.page(ArticleQuery(), limit=10).rows
    return any(row.read for row in rows if row.title.startswith("Evenings with dementia"))


def test_a_message_is_checked_and_the_page_it_leads_to_is_read(screen: Screen, tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "data")
    with window_process(screen, folder) as window:
        window.focus()
        window.wait_until(lambda: _read_what_we_have(window), "the page to be read")
        assert window.quit() == (0, "")
    holding = [path.name for path in folder.rglob("*") if path.is_file() and MARKER.encode() in path.read_bytes()]
    assert holding == []


def _read_what_we_have(window: RunningWindow) -> bool:
    """Check the message and open the first page of the answer, which stands behind the three buttons."""
    window.press("ctrl+k")
    window.type_text("check a link")
    window.press("Return")
    window.type_text(MESSAGE)
    window.press("ctrl+Return", "Tab", "Tab", "Tab", "Tab", "Return")
    if window.soon(lambda: window.ask(good_page_is_read)):
        return True
    window.press("Escape", "Escape")  # it came too early: leave the page, which forgets the words, and begin anew
    return False
