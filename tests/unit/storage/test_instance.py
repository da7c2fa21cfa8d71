"""One writer a data folder, whoever it is and however it ends."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from caregiver_app.model.errors import InstanceRunning, StorageError, StorageTrouble
from caregiver_app.storage.instance import one_writer

HOLD = """
import sys
from pathlib import Path
from caregiver_app.storage.instance import one_writer
with one_writer(Path(sys.argv[1]), holder="sync"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_by_another_process(lock: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_process_is_refused_and_told_who_holds_the_folder(tmp_path: Path) -> None:
    lock = tmp_path / "data" / "lock"
    with held_by_another_process(lock) as process:
        with pytest.raises(InstanceRunning) as caught, one_writer(lock, holder="window"):
            pass
        assert caught.value.holder == f"sync, process {process.pid}"


def test_a_killed_holder_frees_the_folder(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with held_by_another_process(lock) as process:
        process.kill()
        process.wait()
        with one_writer(lock, holder="window") as left_by:
            assert left_by == f"sync, process {process.pid}"


def test_who_came_to_an_end_left_nothing_to_tell(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with pytest.raises(ValueError, match="stop"), one_writer(lock, holder="window"):
        raise ValueError("stop")
    for _ in range(2):
        with one_writer(lock, holder="window") as left_by:
            assert left_by == ""


def test_the_end_of_the_block_frees_the_folder_also_after_an_error(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with pytest.raises(ValueError, match="stop"), one_writer(lock, holder="sync"):
        raise ValueError("stop")
    with one_writer(lock, holder="window"):
        pass


def test_the_same_process_cannot_hold_the_folder_twice(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with one_writer(lock, holder="a longer name than the next"):
        with pytest.raises(InstanceRunning) as caught, one_writer(lock, holder="sync"):
            pass
        assert caught.value.holder.startswith("a longer name than the next, process ")
    with one_writer(lock, holder="sync"), pytest.raises(InstanceRunning, match="sync"), one_writer(lock, holder="x"):
        pass


def test_the_lock_file_is_private(tmp_path: Path) -> None:
    with one_writer(tmp_path / "lock", holder="sync"):
        assert stat.S_IMODE((tmp_path / "lock").stat().st_mode) == 0o600


def test_a_folder_in_the_locks_place_is_a_trouble_and_nobody_running(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    with pytest.raises(StorageError) as caught, one_writer(tmp_path / "lock", holder="sync"):
        pass
    assert caught.value.kind is StorageTrouble.IO


def test_an_error_of_the_work_itself_is_not_taken_for_a_trouble_of_the_lock(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), one_writer(tmp_path / "lock", holder="sync"):
        (tmp_path / "nowhere").read_bytes()


def test_a_lock_that_is_a_link_is_refused_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    """In a folder that several people share, somebody may have put a link there."""
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ann")
    lock = tmp_path / "lock"
    lock.symlink_to(other)
    with pytest.raises(StorageError) as caught, one_writer(lock, holder="window"):
        pass
    assert caught.value.kind is StorageTrouble.IO
    assert other.read_text() == "Dear Ann"
