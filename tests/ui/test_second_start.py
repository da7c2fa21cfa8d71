"""A second start calls the window that is open, and is told when there is none that answers."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caregiver_app.bootstrap import Paths
from caregiver_app.ui.second_start import FrontWatch, ask_to_front, take_wish, wish_file
from caregiver_app.ui.theme import Theme
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import open_whole, wait_until


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(data_dir=tmp_path / "data")


def test_without_a_window_nobody_answers(paths: Paths) -> None:
    assert not ask_to_front(paths, breaths=1)
    paths.data_dir.mkdir()
    wish_file(paths).touch()
    assert not ask_to_front(paths, breaths=1)


def test_a_wish_is_taken_once(paths: Paths) -> None:
    paths.data_dir.mkdir()
    wish_file(paths).write_bytes(b"front")
    assert [take_wish(wish_file(paths)) for _ in range(2)] == [True, False]


def test_an_old_wish_does_not_call_a_new_window(paths: Paths, theme: Theme) -> None:
    paths.data_dir.mkdir()
    wish_file(paths).write_bytes(b"front")
    FrontWatch(paths)
    assert wish_file(paths).read_bytes() == b""


def test_the_file_is_its_owners_alone(paths: Paths, theme: Theme) -> None:
    watch = FrontWatch(paths)
    assert watch.path.stat().st_mode & 0o077 == 0


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_window_that_is_minimised_comes_back(theme: Theme, tmp_path: Path, starter_folder: Path) -> None:
    with open_whole(theme, tmp_path / "data", start=starter_folder) as opened:
        opened.whole.answer_second_starts()
        window = opened.whole.window
        window.showMinimized()
        settle()
        answers: list[bool] = []
        caller = threading.Thread(target=lambda: answers.append(ask_to_front(opened.services.paths)))
        caller.start()
        wait_until(lambda: bool(answers), "the answer")
        caller.join()
        opened.quiet()
        assert answers == [True]
        assert not window.windowState() & Qt.WindowState.WindowMinimized
