"""A folder whose library is protected with its care notes, and the whole window over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import Services, build_services
from caregiver_app.library.store import Library
from caregiver_app.model.web import Fetcher
from caregiver_app.support.settings import Settings
from caregiver_app.ui.assembly import Timings, WholeWindow
from caregiver_app.ui.care.access import LockState
from caregiver_app.ui.converting import Wish
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.topics.questions import ASKED
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.derivations import made_once
from tests.helpers.kept_pages import a_jpeg, keep_pictures
from tests.helpers.kept_places import kept_place
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.qt_app import settle, show
from tests.helpers.silent_door import SilentDoor
from tests.helpers.vaults import CHEAPEST, PASSPHRASE
from tests.helpers.whole_window import NEVER_READ_MS, close_whole, wait_until

TITLE = "Zufall7Kroete evenings"
SOURCE = "Quitte9 Trust"
COLLECTION = "Amsel3 shelf"
SAVED = "Distel5 search"
HOST = "quitte9.example"
MARKERS = ("Zufall7Kroete", "Quitte9", "quitte9", "Amsel3", "Distel5", "Eibe4")
"""Words of the library, all invented; each stands in something else."""

FEED = f"https://{HOST}/feed.xml"
_PICTURE = f"https://{HOST}/lamp.jpg"
PICTURE_SIZE = (322, 211)
_HTML = f'<p>Eibe4 says: close the curtains.</p><p><img src="{_PICTURE}" alt="A lamp by Eibe4"></p>'


@dataclass(slots=True, kw_only=True)
class ShutWindow:
    """A window that begins at the lock, and what stands behind it."""

    whole: WholeWindow
    services: Services
    clock: StillClock
    saved: list[Settings]
    wishes: list[Wish]

    @property
    def message(self) -> str:
        """What the message at the bottom says, empty when there is none."""
        message = self.whole.window.toasts.message
        return message.text if message is not None else ""

    @property
    def title(self) -> str:
        """The title of the window."""
        return self.whole.window.windowTitle()

    def can_go_back(self) -> bool:
        """Return whether there is a step to take back, or to do again."""
        return (self.whole.undo.next_undo or self.whole.undo.next_redo) is not None

    @property
    def is_compact(self) -> bool:
        """Whether the list is set to show little of each page."""
        return self.whole.window.remembered.settings.compact_rows

    def quiet(self) -> None:
        """Let everything that was asked be answered."""
        wait_until(lambda: not self.whole.runner.busy)
        settle()

    def unlock(self) -> None:
        """Type the passphrase and press Enter; wait until all is open."""
        line = self.whole.care.screen.shut.locked.passphrase.line
        line.setFocus()
        QTest.keyClicks(line, PASSPHRASE)
        self.whole.care.screen.shut.locked.unlock.click()
        wait_until(lambda: self.whole.care.screen.body is not None, "the notes to open")
        self.quiet()

    def lock(self) -> None:
        """Lock as Ctrl+L does, and wait until every file is closed."""
        self.whole.care.access.lock()
        self.wait_for_end()
        assert self.whole.care.access.state is LockState.LOCKED

    def wait_for_end(self) -> None:
        """Wait until the keys are gone and the library is closed."""
        wait_until(lambda: not self.services.care.is_unlocked and not self.whole.runner.ending, "all to be closed")
        self.quiet()


def fill(library: Library) -> None:
    """Put a page with a picture into the library, a collection and a saved search."""
    library.choices.put(ASKED, True)
    source = add_source(library, SOURCE, host=HOST, at=MONDAY)
    library.sources.set_enabled(source, True)
    (item,) = add_pages(library, source, [APage(title=TITLE, html=_HTML)], at=MONDAY)
    keep_pictures(library, item, {_PICTURE: a_jpeg(PICTURE_SIZE)}, at=MONDAY)
    library.collections.add(library.collections.make(COLLECTION, at=MONDAY), [item], at=MONDAY)
    library.saved_searches.save(SAVED, "curtains", at=MONDAY)


def plain_folder(folder: Path) -> Path:
    """Make a folder with the library of `fill`, readable, and care notes that are locked; as it was made once."""
    return shutil.copytree(_made_once() / "plain", folder)


def protected_folder(folder: Path) -> Path:
    """Make the same folder with a protected library."""
    return shutil.copytree(_made_once() / "protected", folder)


@contextmanager
def shut_window(
    theme: Theme,
    folder: Path,
    *,
    fetcher: Fetcher | None = None,
    settings: Settings | None = None,
    size: tuple[int, int] = (1280, 860),
) -> Iterator[ShutWindow]:
    """Open the window over a folder with care notes, and close it in order."""
    clock = StillClock()
    services = build_services(Paths(data_dir=folder), clock=clock, fetcher=fetcher or SilentDoor())
    saved: list[Settings] = []
    wishes: list[Wish] = []
    remembered = Remembered(settings or Settings())
    whole = WholeWindow(
        services,
        theme,
        remembered,
        restore=wishes.append,
        save=saved.append,
        timings=Timings(read_after_ms=NEVER_READ_MS),
    )
    opened = ShutWindow(whole=whole, services=services, clock=clock, saved=saved, wishes=wishes)
    show(whole.window, *size)
    whole.begin()
    opened.quiet()
    try:
        yield opened
    finally:
        close_whole(whole, remembered)


@made_once
def _made_once() -> Path:
    place = kept_place("protected")
    services = build_services(Paths(data_dir=place / "plain"), clock=StillClock(), fetcher=SilentDoor())
    library = services.open_library()
    fill(library)
    library.close()
    services.care.create(PASSPHRASE, cost=CHEAPEST)
    services.close()
    shutil.copytree(place / "plain", place / "protected")
    services = build_services(Paths(data_dir=place / "protected"), clock=StillClock(), fetcher=SilentDoor())
    services.care.unlock(PASSPHRASE)
    services.protection.turn_on(PASSPHRASE, on_progress=lambda _progress: None)
    services.close()
    return place
