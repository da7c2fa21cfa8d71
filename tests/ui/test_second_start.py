"""A second start calls the window that is open, and is told when there is none that answers."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.support.file_locks import take_lock
from caregiver_app.ui.second_start import FrontWatch, StartWish, ask_to_front, take_wish, wish_file
from caregiver_app.ui.theme import Theme
from tests.helpers.qt_app import settle
from tests.helpers.whole_window import open_whole, wait_until

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths(data_dir=tmp_path / "data")
    paths.data_dir.mkdir()
    wish_file(paths).touch()
    return paths


@contextmanager
def a_caller(paths: Paths, file: Path | None = None) -> Iterator[list[bool]]:
    """Have another start ask, which has written its wish by then; what it is told is in the list afterwards."""
    told: list[bool] = []
    caller = threading.Thread(target=lambda: told.append(ask_to_front(paths, file)))
    caller.start()
    try:
        wait_until(lambda: bool(told) or wish_file(paths).stat().st_size > 0, "the wish")
        yield told
        wait_until(lambda: bool(told), "the answer")
    finally:
        caller.join()


@contextmanager
def somebody_writes(paths: Paths, written: bytes) -> Iterator[None]:
    """Have these bytes in the file, of a start that waits still."""
    with wish_file(paths).open("r+b", buffering=0) as file:
        assert take_lock(file)
        file.write(written)
        file.truncate()
        yield


def test_without_a_window_nobody_answers_and_the_wish_is_taken_back(paths: Paths) -> None:
    assert not ask_to_front(paths, Path("/home/me/list.opml"), breaths=1)
    assert wish_file(paths).read_bytes() == b""
    wish_file(paths).unlink()
    assert not ask_to_front(paths, breaths=1)


@pytest.mark.parametrize(
    "name", [None, b"/home/me/list.opml", b"/a b/\xff\n12\n.carepack", b"/" + b"long" * 1_000], ids=str
)
def test_a_wish_is_taken_once_whatever_the_file_is_called(paths: Paths, name: bytes | None) -> None:
    wish_file(paths).write_bytes(b"9" * 9_000)  # of a start that was ended
    file = None if name is None else Path(os.fsdecode(name))
    path = wish_file(paths)
    with a_caller(paths, file) as told:
        wait_until(lambda: path.stat().st_size != 9_000, "the wish")
        assert [take_wish(path) for _ in range(2)] == [StartWish(file=file), None]
    assert told == [True]


def test_nobody_follows_a_link_or_waits_for_a_pipe(paths: Paths, tmp_path: Path) -> None:
    """The data folder may lie where others write, as on a stick."""
    path, elsewhere = wish_file(paths), tmp_path / "elsewhere"
    elsewhere.write_text("theirs")
    path.unlink()
    path.symlink_to(elsewhere)
    assert not ask_to_front(paths, Path("/$(touch here).carepack"), breaths=1)
    assert take_wish(path) is None
    assert elsewhere.read_text() == "theirs"
    path.unlink()
    os.mkfifo(path)
    assert FrontWatch(paths).path == path
    assert not ask_to_front(paths, breaths=1)
    assert take_wish(path) is None


def test_starts_take_turns_and_no_file_is_lost(paths: Paths) -> None:
    with a_caller(paths, Path("/one.opml")) as told:
        assert not ask_to_front(paths, Path("/hasty.opml"), breaths=1)
        assert take_wish(wish_file(paths)) == StartWish(file=Path("/one.opml"))
    with a_caller(paths, Path("/two.opml")) as told_too:
        assert take_wish(wish_file(paths)) == StartWish(file=Path("/two.opml"))
    assert told == told_too == [True]


def test_two_starts_at_once_are_both_answered(paths: Paths) -> None:
    files = {Path("/one.opml"), Path("/two.opml")}
    told: list[bool] = []
    found: list[Path | None] = []

    def all_are_answered() -> bool:
        wish = take_wish(wish_file(paths))
        if wish is not None:
            found.append(wish.file)
        return len(told) == len(files)

    def call(file: Path) -> None:
        told.append(ask_to_front(paths, file))

    callers = [threading.Thread(target=call, args=(file,)) for file in files]
    for caller in callers:
        caller.start()
    wait_until(all_are_answered, "both answers")
    for caller in callers:
        caller.join()
    assert told == [True, True]
    assert sorted(map(str, found)) == sorted(map(str, files))


def test_a_wish_that_is_still_being_written_waits(paths: Paths) -> None:
    for written in (b"1", b"11", b"11\n", b"11\n/a.carepac"):
        with somebody_writes(paths, written):
            assert take_wish(wish_file(paths)) is None
            assert wish_file(paths).read_bytes() == written
    with somebody_writes(paths, b"11\n/a.carepack"):
        assert take_wish(wish_file(paths)) == StartWish(file=Path("/a.carepack"))


@pytest.mark.parametrize(
    "written",
    [b"front", b"0\n", b"-1\n/a", b"7\n../a/b/c", b"4\n/a\0b", b"999999\n/a", b"9" * 5_000 + b"\n/a", b"\n/a", b"\xff"],
)
def test_what_is_no_name_of_a_file_only_calls_the_window(paths: Paths, written: bytes) -> None:
    with somebody_writes(paths, written):
        assert take_wish(wish_file(paths)) == StartWish()
        assert wish_file(paths).read_bytes() == b""


def test_what_a_start_left_that_was_ended_calls_no_window(paths: Paths) -> None:
    for written in (b"0\n", b"11\n/a.carepack", b"11\n/a.ca"):
        wish_file(paths).write_bytes(written)
        assert take_wish(wish_file(paths)) is None
        assert wish_file(paths).read_bytes() == b""


def test_the_file_is_its_owners_alone(paths: Paths) -> None:
    wish_file(paths).unlink()
    watch = FrontWatch(paths)
    assert watch.path.stat().st_mode & 0o077 == 0


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_the_window_looks_at_files_that_came_while_it_was_made_and_later_comes_back_where_it_is_minimised(
    theme: Theme, tmp_path: Path, starter_folder: Path
) -> None:
    listed = tmp_path / "other reader.opml"
    listed.write_text('<opml version="2.0"><body><outline xmlUrl="https://news.example.org/feed"/></body></opml>')
    with open_whole(theme, tmp_path / "data", start=starter_folder) as opened:
        window, paths = opened.whole.window, opened.services.paths
        before = opened.library.sources.list()
        wish_file(paths).touch()
        with a_caller(paths, listed) as told:
            opened.whole.answer_second_starts()
        opened.quiet()
        drawer = opened.whole.ways.files.drawer
        assert drawer is not None
        assert drawer.isVisible()
        assert opened.library.sources.list() == before
        window.showMinimized()
        settle()
        with a_caller(paths) as told_later:
            pass
        opened.quiet()
        assert told == told_later == [True]
        assert not window.windowState() & Qt.WindowState.WindowMinimized
