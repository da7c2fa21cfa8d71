"""A library file that cannot be used is said to be so in place of the Library, with what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.support.sentences import sentence_for
from caregiver_app.support.settings import Settings
from caregiver_app.ui.assembly import WholeWindow
from caregiver_app.ui.emergency.body import EmergencyBody
from caregiver_app.ui.emergency.joining import EMERGENCY_PAGE
from caregiver_app.ui.first_run.frame import FirstRunScreen
from caregiver_app.ui.remember import Remembered
from caregiver_app.ui.restoring import From, RestoreWish
from caregiver_app.ui.theme import Theme
from tests.helpers.accessible import speak
from tests.helpers.clock import StillClock
from tests.helpers.fitting import assert_fits_smallest
from tests.helpers.qt_app import settle, show
from tests.helpers.silent_door import SilentDoor
from tests.helpers.whole_window import close_whole, wait_until


@contextmanager
def over(
    theme: Theme, folder: Path, restored: list[bool], *, before: Callable[[WholeWindow], object] = lambda _whole: None
) -> Iterator[WholeWindow]:
    """Open a window over a data folder whose library may be anything, after `before`."""
    services = build_services(Paths(data_dir=folder), clock=StillClock(), fetcher=SilentDoor())
    remembered = Remembered(Settings())
    whole = WholeWindow(
        services,
        theme,
        remembered,
        restore=lambda wish: restored.append(wish == RestoreWish(source=From.NEWEST_COPY)),
        save=lambda _settings: None,
    )
    before(whole)
    show(whole.window, 960, 640)
    whole.begin()
    wait_until(lambda: not whole.runner.busy)
    settle()
    try:
        yield whole
    finally:
        close_whole(whole, remembered)


def words(whole: WholeWindow) -> list[str]:
    return [label.text() for label in whole.trouble.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A folder where a letter lies in the place of the library."""
    (tmp_path / "library.db").write_bytes(b"Dear diary, " * 1_000)
    return tmp_path


@pytest.mark.parametrize("percent", [100, 200])
def test_a_strange_file_is_left_alone_and_said_to_be_one(theme: Theme, strange: Path, percent: int) -> None:
    theme.set_percent(percent)
    with over(theme, strange, []) as whole:
        assert whole.library.behind is whole.trouble
        sentence = sentence_for(StorageError(StorageTrouble.NOT_A_DATABASE))
        assert sentence.happened in words(whole)
        assert_fits_smallest(whole.window)
        whole.window.open_screen(EMERGENCY_PAGE)
        settle()
        (body,) = (one for one in whole.window.findChildren(EmergencyBody) if one.isVisible())
        assert "United Kingdom, 999" in {one.name for one in speak(body)}, "a broken library keeps nobody from calling"
        body.countries.chosen.emit("GB")
        settle()
        assert "999" in {label.text() for label in body.findChildren(QLabel) if label.isVisible()}
    assert (strange / "library.db").read_bytes().startswith(b"Dear diary")


class Shows(QObject):
    """Which parts came to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def watch(self, *parts: QObject) -> None:
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, part: QObject, event: QEvent) -> bool:  # noqa: N802 Qt calls it so
        if event.type() is QEvent.Type.Show:
            self.seen.append(part)
        return False


def test_the_last_good_copy_is_offered_and_asked_for(theme: Theme, strange: Path) -> None:
    restored: list[bool] = []
    with over(theme, strange, restored) as whole:
        assert whole.trouble.restore.isVisible()
        whole.trouble.restore.click()
        assert restored == [True]


def test_a_first_start_shows_its_steps_before_all_and_a_newer_library_offers_nothing_that_could_harm_it(
    theme: Theme, tmp_path: Path
) -> None:
    shows = Shows()

    def watch(whole: WholeWindow) -> None:
        shows.watch(whole.library.shelf, whole.home.screen)
        assert whole.library.stands_apart()

    with over(theme, tmp_path, [], before=watch) as whole:
        assert isinstance(whole.library.behind, FirstRunScreen)
        assert shows.seen == [], "neither Home nor the Library, also while the library is made"
        whole.library.show_shelf()
        assert shows.seen == [whole.library.shelf]
        whole.trouble.show_error(StorageError(StorageTrouble.NEWER))
        assert whole.trouble.restore.isHidden()
        whole.trouble.show_error(StorageError(StorageTrouble.LOST))
        assert not whole.trouble.restore.isHidden()


def test_trying_again_works_once_the_file_is_gone(theme: Theme, strange: Path) -> None:
    with over(theme, strange, []) as whole:
        (strange / "library.db").unlink()
        whole.trouble.retry.click()
        wait_until(lambda: not whole.runner.busy)
        settle()
        assert whole.library.behind is not whole.trouble


def test_there_is_no_way_back_to_a_library_that_is_not_there(theme: Theme, strange: Path) -> None:
    with over(theme, strange, []) as whole:
        assert whole.library.go_back()
        assert whole.library.behind is whole.trouble
