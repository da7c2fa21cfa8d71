"""A second start calls the window that is open, and is told when there is none that answers."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caregiver_app.bootstrap import Paths
from caregiver_app.ui.second_start import FrontWatch, StartWish, ask_to_front, take_wish, wish_file
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


@pytest.mark.parametrize(
    "name", [None, b"/home/me/list.opml", b"/a b/\xff\n12\n.carepack", b"/" + b"long" * 1_000], ids=str
)
def test_a_wish_is_taken_once_whatever_the_file_is_called(paths: Paths, name: bytes | None) -> None:
    paths.data_dir.mkdir()
    wish_file(paths).write_bytes(b"9" * 9_000)
    file = None if name is None else Path(os.fsdecode(name))
    ask_to_front(paths, file, breaths=0)
    assert [take_wish(wish_file(paths)) for _ in range(2)] == [StartWish(file=file), None]


def test_a_wish_that_is_still_being_written_waits(paths: Paths) -> None:
    paths.data_dir.mkdir()
    for written in (b"1", b"11", b"11\n", b"11\n/a.carepac"):
        wish_file(paths).write_bytes(written)
        assert take_wish(wish_file(paths)) is None
        assert wish_file(paths).read_bytes() == written
    wish_file(paths).write_bytes(b"11\n/a.carepack")
    assert take_wish(wish_file(paths)) == StartWish(file=Path("/a.carepack"))


@pytest.mark.parametrize(
    "written",
    [b"front", b"0\n", b"-1\n/a", b"7\n../a/b/c", b"4\n/a\0b", b"999999\n/a", b"9" * 5_000 + b"\n/a", b"\n/a", b"\xff"],
)
def test_what_is_no_name_of_a_file_only_calls_the_window(paths: Paths, written: bytes) -> None:
    paths.data_dir.mkdir()
    wish_file(paths).write_bytes(written)
    assert take_wish(wish_file(paths)) == StartWish()
    assert wish_file(paths).read_bytes() == b""


def test_an_old_wish_does_not_call_a_new_window(paths: Paths, theme: Theme) -> None:
    paths.data_dir.mkdir()
    wish_file(paths).write_bytes(b"0\n")
    FrontWatch(paths)
    assert wish_file(paths).read_bytes() == b""


def test_the_file_is_its_owners_alone(paths: Paths, theme: Theme) -> None:
    watch = FrontWatch(paths)
    assert watch.path.stat().st_mode & 0o077 == 0


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_window_that_is_minimised_comes_back_and_looks_at_the_file(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    listed = tmp_path / "other reader.opml"
    listed.write_text('<opml version="2.0"><body><outline xmlUrl="https://news.example.org/feed"/></body></opml>')
    with open_whole(theme, tmp_path / "data", start=starter_folder) as opened:
        opened.whole.answer_second_starts()
        window = opened.whole.window
        window.showMinimized()
        settle()
        before = opened.library.sources.list()
        answers: list[bool] = []
        caller = threading.Thread(target=lambda: answers.append(ask_to_front(opened.services.paths, listed)))
        caller.start()
        wait_until(lambda: bool(answers), "the answer")
        caller.join()
        opened.quiet()
        assert answers == [True]
        assert not window.windowState() & Qt.WindowState.WindowMinimized
        drawer = opened.whole.ways.files.drawer
        assert drawer is not None
        assert drawer.isVisible()
        assert opened.library.sources.list() == before
