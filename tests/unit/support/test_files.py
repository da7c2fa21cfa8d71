"""A file is the old one or the new one, never a mixture, and nobody else may read it."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.support.crash_points import EXIT_CODE
from caregiver_app.support.files import (
    flush_tree,
    is_link,
    make_private_file,
    make_private_folder,
    open_own_file,
    put_aside,
    put_in_place,
    read_bounded,
    refuse_no_file,
    remove_for_good,
    remove_leftovers,
    translated_os_errors,
    write_whole,
)
from tests.helpers.disk_steps import Disk, number_of, watched_disk

_WRITING = """
import sys
from pathlib import Path
from caregiver_app.support.files import write_whole
write_whole(Path(sys.argv[1]), b"new")
"""


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _write_in_child(path: Path, **surroundings: str) -> int:
    command = [sys.executable, "-c", _WRITING, str(path)]
    return subprocess.run(command, env=os.environ | surroundings, check=False).returncode


def test_every_crash_point_of_a_write_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    log = tmp_path / "points"
    assert _write_in_child(tmp_path / "first", CAREGIVER_CRASH_LOG=str(log)) == 0
    points = log.read_text().split()
    assert len(points) == 4
    for point in points:
        folder = tmp_path / point
        folder.mkdir()
        path = folder / "settings.json"
        path.write_bytes(b"old")
        assert _write_in_child(path, CAREGIVER_CRASH_AT=point) == EXIT_CODE
        assert path.read_bytes() in (b"old", b"new"), point
        remove_leftovers(folder)
        assert list(folder.iterdir()) == [path], point


def test_a_write_replaces_the_file_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"a longer old text")
    path.chmod(0o644)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert _mode(path) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_keeps_what_was_there(tmp_path: Path) -> None:
    in_the_way = tmp_path / "settings.json"
    in_the_way.mkdir()
    with pytest.raises(OSError, match="settings"):
        write_whole(in_the_way, b"new")
    assert list(tmp_path.iterdir()) == [in_the_way]


@pytest.fixture
def disk() -> Iterator[Disk]:
    with watched_disk() as disk:
        yield disk


def next_descriptor() -> int:
    descriptor = os.open(os.devnull, os.O_RDONLY)
    os.close(descriptor)
    return descriptor


def test_a_file_is_on_the_disk_before_it_has_its_name_and_its_name_before_anybody_goes_on(
    tmp_path: Path, disk: Disk
) -> None:
    path, folder, free = tmp_path / "file", number_of(tmp_path), next_descriptor()
    write_whole(path, b"first")
    written = number_of(path)
    assert disk.steps == [("flush", written), ("rename", written), ("flush", folder)]
    assert disk.bytes_of[written] == len(b"first")
    part = tmp_path / "part"
    part.write_bytes(b"second")
    disk.steps.clear()
    put_in_place(part, path)
    placed = number_of(path)
    assert (path.read_bytes(), part.exists()) == (b"second", False)
    assert disk.steps == [("flush", placed), ("rename", placed), ("flush", folder)]
    disk.steps.clear()
    remove_for_good(path)
    assert disk.steps == [("remove", placed), ("flush", folder)]
    remove_for_good(path)
    assert next_descriptor() == free, "no file is left open"


def test_a_whole_folder_is_brought_to_the_disk_before_itself_and_nothing_that_a_link_leads_to(
    tmp_path: Path, disk: Disk
) -> None:
    folder, inner, elsewhere = (tmp_path / name for name in ("folder", "folder/inner", "elsewhere"))
    inner.mkdir(parents=True)
    elsewhere.mkdir()
    for path in (folder / "one", inner / "two", elsewhere / "three"):
        path.write_bytes(b"x")
    (folder / "link").symlink_to(elsewhere)
    flush_tree(folder)
    flushed = [number for step, number in disk.steps if step == "flush"]
    assert set(flushed) == {number_of(path) for path in (folder / "one", inner / "two", inner, folder)}
    assert flushed[-1] == number_of(folder)
    assert flushed.index(number_of(inner)) > flushed.index(number_of(inner / "two"))


def test_what_is_raised_before_a_file_has_its_name_leaves_everything_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def stop() -> None:
        assert path.read_bytes() == b"old"
        assert [each.read_bytes() for each in tmp_path.iterdir() if each != path] == [b"new"]
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_whole(path, b"new", before=stop)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


def test_a_file_of_ours_is_no_link_and_no_pipe(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"ours")
    with open_own_file(tmp_path / "file") as file:
        assert file.read() == b"ours"
    (tmp_path / "link").symlink_to(tmp_path / "file")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "gone"):
        with pytest.raises(OSError, match=r"symbolic links|no plain file|No such (file|device)"):
            open_own_file(tmp_path / name)
    for name in ("link", "pipe"):
        with pytest.raises(OSError, match=r"symbolic links|no plain file|No such (file|device)"):
            make_private_file(tmp_path / name)


def test_what_somebody_named_that_is_no_file_is_told_as_what_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    refuse_no_file(tmp_path / "file")
    for path, kind in (
        (tmp_path, StorageTrouble.FOLDER),
        (tmp_path / "pipe", StorageTrouble.NOT_A_FILE),
        (tmp_path / "gone", StorageTrouble.NO_FILE),
    ):
        with pytest.raises(StorageError) as told:
            refuse_no_file(path)
        assert told.value.kind is kind


def test_a_private_folder_is_closed_to_others_with_all_that_leads_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "share" / "caregiver"
    make_private_folder(folder)
    assert _mode(folder) == 0o700
    folder.chmod(0o755)
    make_private_folder(folder)
    assert _mode(folder) == 0o700


def test_a_folder_that_holds_other_things_keeps_its_rights(tmp_path: Path) -> None:
    """Somebody who names a wrong folder must not close it to others."""
    (tmp_path / "other.txt").write_text("theirs")
    tmp_path.chmod(0o755)
    make_private_folder(tmp_path)
    assert _mode(tmp_path) == 0o755


def test_a_folder_shared_on_purpose_is_left_as_it_is(tmp_path: Path) -> None:
    """Somebody who names /tmp as the data folder must not lock others out of it."""
    tmp_path.chmod(0o1777)
    make_private_folder(tmp_path)
    assert _mode(tmp_path) == 0o1777


def test_a_private_file_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make_private_file(path)
    assert (path.read_bytes(), _mode(path)) == (b"", 0o600)
    path.write_bytes(b"rows")
    path.chmod(0o644)
    make_private_file(path)
    assert (path.read_bytes(), _mode(path)) == (b"rows", 0o600)


def test_reading_stops_at_the_bound(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_bounded(path, 5) == b"12345"
    assert read_bounded(path, 4) is None


def test_a_pipe_in_the_place_of_a_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    """As `vault.json`, say: nothing started any more."""
    os.mkfifo(tmp_path / "pipe")
    assert read_bounded(tmp_path / "pipe", 5) is None


def test_a_damaged_file_is_put_beside_and_an_earlier_one_there_replaced(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for content in (b"first", b"second"):
        path.write_bytes(content)
        aside = put_aside(path)
        assert (aside.name, aside.read_bytes(), path.exists()) == ("settings.damaged.json", content, False)


def test_only_leftovers_of_writes_are_removed(tmp_path: Path) -> None:
    others = [".hidden", ".mine.1a2b3c4d.part.odt", ".notes.part", ".thesis.docx.part", "notes.part", "settings.json"]
    for name in (".settings.json.1a2b3c4d.part", *others):
        (tmp_path / name).touch()
    (tmp_path / ".linked.1a2b3c4d.part").symlink_to(tmp_path / "settings.json")
    (tmp_path / ".folder.1a2b3c4d.part").mkdir()
    assert remove_leftovers(tmp_path) == 1
    left = {*others, ".linked.1a2b3c4d.part", ".folder.1a2b3c4d.part"}
    assert {path.name for path in tmp_path.iterdir()} == left


def test_a_link_is_one_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name, target in (("there", tmp_path / "file"), ("nowhere", tmp_path / "gone"), ("folder", tmp_path)):
        (tmp_path / name).symlink_to(target)
        assert is_link(tmp_path / name)
    for path in (tmp_path / "file", tmp_path, tmp_path / "gone", tmp_path / "file" / "below"):
        assert not is_link(path)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, StorageTrouble.FULL),
        (errno.EDQUOT, StorageTrouble.FULL),
        (errno.EPERM, StorageTrouble.READ_ONLY),
        (errno.EROFS, StorageTrouble.READ_ONLY),
        (errno.EACCES, StorageTrouble.READ_ONLY),
        (errno.ENOTDIR, StorageTrouble.NOT_A_FOLDER),
        (errno.EIO, StorageTrouble.IO),
    ],
)
def test_what_the_system_says_becomes_one_error_with_a_kind(code: int, kind: StorageTrouble) -> None:
    with pytest.raises(StorageError) as caught, translated_os_errors(Path("/home/somebody/settings.json")):
        raise OSError(code, os.strerror(code))
    assert (caught.value.kind, caught.value.path) == (kind, "settings.json")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.EACCES, StorageTrouble.UNREADABLE),
        (errno.EPERM, StorageTrouble.UNREADABLE),
        (errno.EROFS, StorageTrouble.UNREADABLE),
        (errno.ENOENT, StorageTrouble.NO_FILE),
        (errno.ENOTDIR, StorageTrouble.NO_FILE),
        (errno.EIO, StorageTrouble.IO),
    ],
)
def test_a_file_that_somebody_named_and_may_not_be_read_is_told_as_that(code: int, kind: StorageTrouble) -> None:
    with pytest.raises(StorageError) as caught, translated_os_errors(Path("list.opml"), reading=True):
        raise OSError(code, os.strerror(code))
    assert caught.value.kind is kind
