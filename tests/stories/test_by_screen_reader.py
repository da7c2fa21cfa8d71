"""A page read and saved by somebody who hears the window: through AT-SPI, as Orca does, in a process of its own."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.library.store import Library
from caregiver_app.model.article import MarkKind
from caregiver_app.model.search import ArticleQuery
from caregiver_app.ui.topics.questions import ASKED
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.invented_library import fill_with_invented
from tests.helpers.screen_reader import screen_reader
from tests.helpers.silent_door import SilentDoor
from tests.helpers.window_process import window_process
from tests.helpers.x_server import Screen

TITLE = "Thickening powder: check the batch number on the tin"


def prepared(folder: Path) -> None:
    services = build_services(Paths(data_dir=folder), clock=StillClock(), fetcher=SilentDoor())
    library = services.open_library()
    fill_with_invented(library, at=MONDAY)
    library.choices.put(ASKED, True)
    library.close()
    services.close()


def saved(library: Library) -> int:
    ids = [row.id for row in library.articles.page(ArticleQuery(), limit=100).rows if row.title == TITLE]
    return sum(at is not None for at in library.marks.times(ids, MarkKind.STARRED).values())


def test_a_page_is_found_heard_saved_and_the_saving_taken_back(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    prepared(folder)
    with (
        screen_reader(tmp_path / "bus", screen.environment) as reader,
        window_process(screen, folder, surroundings=reader.environment, at=MONDAY) as window,
    ):
        assert reader.title("Home") == "Home, Caregiver"
        window.focus("^Home, Caregiver$")
        assert {"Navigation", "Library", "Get updates", "Emergency"} <= {
            name.partition(",")[0] for name in reader.names()
        }

        assert reader.hear("Library")[0] == "page tab"
        assert reader.act("Library") == "Press"
        assert reader.title("Library") == "Library, Caregiver"
        assert reader.enter("Pages").startswith(f"Unread. {TITLE}. ")
        window.press("Home", "Return")
        assert "batch number" in reader.read("Page text")

        before = window.ask(saved)
        reader.act("Save")
        window.wait_for(lambda library: saved(library) == 1 - before, "the page to be saved")
        assert reader.hear("Saved")[0] == "check box"
        reader.act("Undo")
        window.wait_for(lambda library: saved(library) == before, "the saving taken back")

        reader.act("Emergency")
        reader.title("Emergency")
        assert "What to say on the phone" in reader.names()
        reader.act("Home")
        assert reader.title("Home") == "Home, Caregiver"
        assert window.quit() == (0, "")
