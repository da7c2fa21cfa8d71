"""The whole window as `ui.assembly` joins it, over a real library file, without a network."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from inspect import isfunction
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.article import ArticleRow, ItemId
from caregiver_app.model.web import Fetcher
from caregiver_app.support.settings import Settings
from caregiver_app.ui.assembly import Timings, WholeWindow
from caregiver_app.ui.converting import Wish
from caregiver_app.ui.ended_badly import EndedBadly
from caregiver_app.ui.entries import LIBRARY
from caregiver_app.ui.library.list_model import ArticleListModel
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import StillClock
from tests.helpers.kept_places import kept_place
from tests.helpers.qt_app import settle, show
from tests.helpers.silent_door import SilentDoor

T = TypeVar("T")

_PATIENCE_MS = 30_000
_BREATH_MS = 4
NEVER_READ_MS = 3_600_000


@dataclass(slots=True, kw_only=True)
class Opened:
    """A window and what stands behind it. `library` is a connection of the test's own."""

    whole: WholeWindow
    library: Library
    services: Services
    clock: StillClock
    door: SilentDoor
    saved: list[Settings]
    wishes: list[Wish]

    @property
    def model(self) -> ArticleListModel:
        """The rows of the list."""
        return self.whole.library.shelf.pane.model

    @property
    def rows(self) -> list[ArticleRow]:
        """The rows that are loaded."""
        found = (self.model.row_at(self.model.index(place)) for place in range(self.model.rowCount()))
        return [row for row in found if row is not None]

    @property
    def titles(self) -> list[str]:
        """The titles in the list, in order."""
        return [row.title for row in self.rows]

    @property
    def message(self) -> str:
        """What the message at the bottom says, empty when there is none."""
        message = self.whole.window.toasts.message
        return message.text if message is not None else ""

    def will_say(self, beginning: str) -> bool:
        """Return whether a message that is shown, or waits for its turn of twenty seconds, begins so."""
        toasts = self.whole.window.toasts
        return any(one.text.startswith(beginning) for one in (toasts.message, *toasts.waiting) if one is not None)

    def quiet(self) -> None:
        """Let everything that was asked be answered."""
        wait_until(lambda: not self.whole.runner.busy)
        settle()

    def pick(self, title: str) -> ArticleRow:
        """Make the row with this title the current one and let its page open."""
        row = next(row for row in self.rows if row.title == title)
        self.whole.library.shelf.pane.list.pick(self.model.index_of(row.id))
        self.quiet()
        return row

    def marks(self, item_id: ItemId) -> tuple[bool, bool, bool]:
        """Return read, saved and archived as the library has them."""
        (row,) = self.library.articles.rows_of([item_id])
        return row.read, row.starred, row.archived


def wait_until(holds: Callable[[], bool], what: str = "") -> None:
    """Do what is due until something holds.

    Raises:
        AssertionError: it does not come to hold.
    """
    patience = QDeadlineTimer(_PATIENCE_MS)
    while not holds():
        assert not patience.hasExpired(), f"waited in vain: {what}"
        _let_happen(_BREATH_MS)


def _let_happen(milliseconds: int) -> None:
    """Do what is due for a moment, asleep while nothing is: others have the processor then, the lanes before all."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def open_whole(
    theme: Theme,
    folder: Path,
    *,
    start: Path | None = None,
    fill: Callable[[Library], object] | None = None,
    fetcher: Fetcher | None = None,
    read_after_ms: int = NEVER_READ_MS,
    settings: Settings | None = None,
    size: tuple[int, int] = (1280, 860),
    screen: str = LIBRARY,
    ended_badly: bool = False,
) -> Iterator[Opened]:
    """Open a window over `folder`, begun as a copy of `start` and filled, and close it in order.

    A `fill` that is a function of a module is done once, on a copy of `start` that is kept. The window begins at Home
    as for people, and goes on to `screen`.
    """
    if start is not None and fill is not None and _is_of_module(fill):
        start, fill = _filled_once(start, fill), None
    if start is not None:
        shutil.copytree(start, folder, dirs_exist_ok=True)
    clock, door = StillClock(), SilentDoor()
    paths = Paths(data_dir=folder)
    library = open_library(paths.library, clock)
    if fill is not None:
        fill(library)
    services = build_services(paths, clock=clock, fetcher=fetcher or door)
    saved: list[Settings] = []
    wishes: list[Wish] = []
    remembered = Remembered(settings or Settings())
    whole = WholeWindow(
        services,
        theme,
        remembered,
        restore=wishes.append,
        save=saved.append,
        ended_badly=EndedBadly(ended_badly),
        timings=Timings(read_after_ms=read_after_ms),
    )
    opened = Opened(whole=whole, library=library, services=services, clock=clock, door=door, saved=saved, wishes=wishes)
    show(whole.window, *size)
    whole.begin()
    if whole.window.nav.current != screen:
        whole.window.open_screen(screen)
    opened.quiet()
    try:
        yield opened
    finally:
        close_whole(whole, remembered)
        library.close()


def _is_of_module(fill: Callable[[Library], object]) -> bool:
    """Return whether it is the same for each test: nothing of a test is in it."""
    return isfunction(fill) and fill.__qualname__ == fill.__name__ != "<lambda>"


@cache
def _filled_once(start: Path, fill: Callable[[Library], object]) -> Path:
    folder = kept_place("filled") / "data"
    shutil.copytree(start, folder)
    library = open_library(Paths(data_dir=folder).library, StillClock())
    try:
        fill(library)
    finally:
        library.close()
    return folder


def close_whole(whole: WholeWindow, remembered: Remembered) -> None:
    """Close a window in order, and let go of all that holds it: else each stays until the process ends."""
    whole.window.hide()
    whole.close()
    for part in (whole, remembered):
        part.deleteLater()
