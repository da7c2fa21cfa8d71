"""After a window that ended by itself the next one opens where one was, and after one that was closed at Home."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.library.whereabouts import WHEREABOUTS, Whereabouts, keep_whereabouts, take_whereabouts
from caregiver_app.model.article import ItemId
from caregiver_app.model.time import from_datetime
from caregiver_app.ui.care.joining import CARE
from caregiver_app.ui.emergency.joining import EMERGENCY_PAGE
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.help_lines.joining import HELP
from caregiver_app.ui.home.joining import HOME
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.whole_window import Opened, open_whole

pytestmark = pytest.mark.usefixtures("undressed")

LONG = "<p>Close the curtains before it gets dark.</p>" * 80


def fill(library: Library) -> None:
    source = add_source(library, "Harbour Dementia Trust", topics=("dementia",), at=MONDAY)
    add_pages(library, source, [APage(title="Evening routines", html=LONG)], at=MONDAY)
    library.topics.choose(["dementia"], at=MONDAY)


@contextmanager
def window(theme: Theme, folder: Path, start: Path | None = None, *, ended_badly: bool = False) -> Iterator[Opened]:
    """Open a window as it opens for people: at Home."""
    with open_whole(
        theme, folder, start=start, fill=fill if start is not None else None, screen=HOME, ended_badly=ended_badly
    ) as opened:
        yield opened


def test_the_page_is_open_again_at_its_place(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    folder = tmp_path / "data"
    with window(theme, folder, starter_folder) as opened:
        opened.whole.window.open_screen(LIBRARY)
        opened.quiet()
        opened.pick("Evening routines")
        bar = opened.whole.library.shelf.reader.page.verticalScrollBar()
        bar.setValue(400)
        opened.whole.gate.side.coming_back.keep()
        opened.quiet()
    with window(theme, folder, ended_badly=True) as opened:
        reader = opened.whole.library.shelf.reader
        assert opened.whole.window.nav.current == LIBRARY
        assert reader.row is not None
        assert reader.row.title == "Evening routines"
        assert reader.page.verticalScrollBar().value() == 400
        assert opened.message == "Caregiver closed by itself last time. You are back where you were."
        assert opened.library.choices.get(WHEREABOUTS, "") == ""  # if it is that page which ends windows


def test_a_window_that_was_closed_opens_at_home(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    folder = tmp_path / "data"
    with window(theme, folder, starter_folder) as opened:
        opened.whole.window.open_screen(HELP)
        opened.whole.gate.side.coming_back.keep()
        opened.quiet()
        assert opened.library.choices.get(WHEREABOUTS, "") != ""
        opened.whole.window.close()
        opened.quiet()
        assert opened.library.choices.get(WHEREABOUTS, "") == ""
    with window(theme, folder) as opened:
        assert opened.whole.window.nav.current == HOME
        assert opened.message == ""


def test_a_window_that_gives_way_to_another_looks_no_more(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with window(theme, tmp_path / "data", starter_folder) as opened:
        opened.whole.window.open_screen(HELP)
        opened.whole.close()
        opened.whole.gate.side.coming_back.keep()  # as it would a moment later: its library is closed


def test_where_somebody_was_is_no_news_unless_it_ended_badly(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    folder = tmp_path / "data"
    with window(theme, folder, starter_folder) as opened:
        keep_whereabouts(opened.library, Whereabouts(screen=HELP))
    with window(theme, folder) as opened:
        assert opened.whole.window.nav.current == HOME
        assert opened.library.choices.get(WHEREABOUTS, "") == ""


@pytest.mark.parametrize(
    "case",
    [
        (Whereabouts(screen=CARE), CARE, "Unlock your notes to go on where you were."),
        (Whereabouts(screen="gone"), HOME, "What you saved is kept."),
        (Whereabouts(screen=LIBRARY, page=ItemId(999_999), scrolled=5), LIBRARY, "You are back where you were."),
        (None, HOME, "What you saved is kept."),
    ],
)
def test_what_is_said_fits_the_place(
    theme: Theme, tmp_path: Path, starter_folder: Path, case: tuple[Whereabouts | None, str, str]
) -> None:
    folder, (whereabouts, screen, said) = tmp_path / "data", case
    with window(theme, folder, starter_folder) as opened:
        if whereabouts is not None:
            keep_whereabouts(opened.library, whereabouts)
    with window(theme, folder, ended_badly=True) as opened:
        assert opened.whole.window.nav.current == screen
        assert opened.message.endswith(said)


def test_it_is_not_said_over_the_emergency_page_nor_in_the_night(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    folder = tmp_path / "data"
    with window(theme, folder, starter_folder, ended_badly=True) as opened:
        assert opened.message
        opened.clock.jump(from_datetime(datetime(2026, 11, 24, 3).astimezone()))
        opened.whole.window.open_screen(HOME)
        assert opened.message == ""
        keep_whereabouts(opened.library, Whereabouts(screen=EMERGENCY_PAGE))
    with window(theme, folder, ended_badly=True) as opened:
        assert (opened.whole.window.nav.current, opened.message) == (EMERGENCY_PAGE, "")


def test_what_was_hidden_is_not_come_back_to(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with window(theme, tmp_path / "data", starter_folder) as opened:
        opened.whole.window.open_screen(LIBRARY)
        opened.quiet()
        opened.pick("Evening routines")
        opened.whole.gate.side.coming_back.keep()
        opened.whole.hiding.hide()
        opened.quiet()
        whereabouts = take_whereabouts(opened.library)
        assert whereabouts is not None
        assert whereabouts.page is None


@pytest.mark.parametrize(
    "kept", ["", "x", "[1, 2]", '["library", "1", 0]', '["../x", null, 0]', '["home", true, 0]', "7"]
)
def test_what_nobody_wrote_leads_nowhere(theme: Theme, tmp_path: Path, starter_folder: Path, kept: str) -> None:
    with window(theme, tmp_path / "data", starter_folder) as opened:
        opened.library.choices.put(WHEREABOUTS, kept)
        assert take_whereabouts(opened.library) is None
