"""The window is killed while somebody reads; the next opens at that page and says why. An end in order is no news."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.library.store import Library
from caregiver_app.library.whereabouts import WHEREABOUTS
from tests.helpers.clock import StillClock
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.silent_door import SilentDoor
from tests.helpers.window_process import window_process
from tests.helpers.x_server import Screen

PAGE = "Evening routines"
WORDS = "Close the curtains before it gets dark."


def prepared(folder: Path) -> None:
    """Make a folder with one page that is new, for somebody who was asked for topics already."""
    services = build_services(Paths(data_dir=folder), clock=StillClock(), fetcher=SilentDoor())
    library = services.open_library()
    now = StillClock().now()
    source = add_source(library, "Village news", author="user", at=now)
    add_pages(library, source, [APage(title=PAGE, html=f"<p>{WORDS}</p>")], at=now)
    library.topics.choose(["dementia"], at=now)
    library.close()
    services.close()


def stands_at_a_page(library: Library) -> bool:
    kept = library.choices.get(WHEREABOUTS, "")
    return kept.startswith('["library"') and "null" not in kept


def test_who_was_reading_reads_on(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    prepared(folder)
    with window_process(screen, folder) as window:
        window.focus("^Home, Caregiver$")
        window.press("ctrl+k")
        window.type_text(PAGE)
        window.press("Return")
        window.focus("^Library, Caregiver$")
        window.wait_for(stands_at_a_page, "the page to be remembered")
        window.process.kill()
        window.process.wait()
    with window_process(screen, folder) as window:
        window.focus("^Library, Caregiver$")
        window.wait_until(lambda: "closed by itself" in window.words() and WORDS in window.words(), "the page")
        window.process.terminate()  # as the end of a session does
        assert window.process.communicate()[1] == ""
        assert window.process.returncode == 0
    with window_process(screen, folder) as window:
        window.focus("^Home, Caregiver$")
        assert "closed by itself" not in window.words()
        assert window.quit() == (0, "")
