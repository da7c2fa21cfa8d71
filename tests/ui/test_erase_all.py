"""Erasing everything: not stopped once it has begun, what is not ours stays and is named, and a window says the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from caregiver_app.bootstrap.erasing_marks import lay_mark
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.model.errors import Cancelled
from caregiver_app.ui.app import open_window
from caregiver_app.ui.erase_all import EraseProgress, erase, erasing_words, everything_question
from caregiver_app.ui.notice import Notice
from caregiver_app.ui.restoring import Restoring
from caregiver_app.ui.tasks import TaskControl
from caregiver_app.ui.theme import Theme
from tests.helpers.silent_door import SilentDoor
from tests.helpers.whole_window import wait_until

pytestmark = [
    pytest.mark.usefixtures("undressed"),
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True),
]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A folder with a library, and a file that is not ours."""
    paths = Paths(data_dir=tmp_path / "data")
    services = build_services(paths, fetcher=SilentDoor())
    services.open_library().close()
    services.close()
    (paths.data_dir / "letter.txt").write_text("mine")
    return paths


def outcome_of(theme: Theme, paths: Paths, *, stopped: bool = False) -> str | BaseException:
    window = Restoring(theme, erasing_words())
    over: list[bool] = []

    def work(control: TaskControl[EraseProgress]) -> str:
        if stopped:
            control.cancel.wait(30)
        return erase(paths, control)

    window.begin(work, lambda: over.append(True))
    window.show()
    if stopped:
        window.close()
    wait_until(lambda: bool(over), "the end")
    window.runner.shutdown()
    window.close()
    return window.outcome


def test_all_of_ours_goes_and_what_is_not_ours_is_named(theme: Theme, paths: Paths) -> None:
    said = outcome_of(theme, paths)
    assert said == "Files that are not Caregiver's are still in its folder: letter.txt."
    assert [path.name for path in paths.data_dir.iterdir()] == ["letter.txt"]


def test_stopped_before_it_begins_it_erases_nothing(theme: Theme, paths: Paths) -> None:
    before = sorted(path.name for path in paths.data_dir.iterdir())
    assert isinstance(outcome_of(theme, paths, stopped=True), Cancelled)
    assert sorted(path.name for path in paths.data_dir.iterdir()) == before


def test_a_small_window_says_what_became_of_it(theme: Theme, qapp: QApplication) -> None:
    notice = Notice(theme, "Try again")
    seen: list[str] = []
    cut: list[str] = []

    def look() -> None:
        for label in (one for one in notice.findChildren(QLabel) if one.isVisible()):
            seen.append(label.text())
            cut.extend([label.text()] if label.height() < label.heightForWidth(label.width()) else [])
        notice.close_button.click()

    QTimer.singleShot(0, notice, look)
    notice.tell(qapp, "Everything is erased", "Nothing is left.")
    assert {"Everything is erased", "Nothing is left."} <= set(seen)
    assert cut == []
    assert "In danger right now? Call" in seen
    assert "United Kingdom 999" in " ".join(seen).replace("\u00a0", " "), "whatever became of it"
    assert notice.action.isHidden()
    notice.deleteLater()


def test_the_question_says_what_goes_and_what_stays() -> None:
    def asked(*, notes: bool = False, keys: bool = False) -> str:
        return everything_question(has_notes=notes, has_channel_keys=keys).text

    assert "care notes" in asked(notes=True)
    assert "care notes" not in asked()
    assert "keys of your channels" in asked(keys=True)
    assert "channels" not in asked()
    assert "cannot be undone" in asked(notes=True)


def test_of_many_files_that_stay_some_are_named_and_the_rest_counted(theme: Theme, paths: Paths) -> None:
    for number in range(9):
        (paths.data_dir / f"a{number}.jpg").touch()
    said = outcome_of(theme, paths)
    assert isinstance(said, str)
    assert said.endswith("a6.jpg, a7.jpg and 2 more.")


def test_the_next_start_finishes_a_cut_one_says_so_and_opens_no_window(qapp: QApplication, paths: Paths) -> None:
    """The application itself, from its first line to its last."""
    lay_mark(paths.erasing)
    seen: list[str] = []

    def close_when_told() -> None:
        for one in (each for each in qapp.topLevelWidgets() if isinstance(each, Notice) and each.isVisible()):
            seen.extend(label.text() for label in one.findChildren(QLabel) if label.isVisible())
            one.close_button.click()

    looking = QTimer(interval=10)
    looking.timeout.connect(close_when_told)
    looking.start()
    assert open_window(paths.data_dir) == 0
    assert {"Everything is erased", "Files that are not Caregiver's are still in its folder: letter.txt."} <= set(seen)
    assert [path.name for path in paths.data_dir.iterdir()] == ["letter.txt"]
