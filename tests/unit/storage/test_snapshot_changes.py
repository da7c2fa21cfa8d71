"""What the database forgets, its snapshots can be made to forget; each stays whole, and a damaged one as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.model.time import Millis
from caregiver_app.storage.snapshot_changes import change_file, run_in_snapshots
from caregiver_app.storage.snapshots import check_file, list_snapshots, take_snapshot
from tests.helpers.clock import MONDAY
from tests.helpers.databases import add_pages, open_pages, texts_of

FORGET = ("PRAGMA secure_delete = ON", "DELETE FROM page WHERE text = 'secret words'")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with two snapshots that hold something secret."""
    database = open_pages(tmp_path / "pages.db")
    add_pages(database, "tea", "secret words", "cake")
    for hour in (0, 1):
        take_snapshot(database, at=Millis(MONDAY + hour * 3600_000), reason="test")
    database.close()
    return tmp_path / "pages.db"


def test_every_snapshot_forgets_and_keeps_the_rest(path: Path) -> None:
    assert run_in_snapshots(path, FORGET) == 2
    for snapshot in list_snapshots(path):
        assert b"secret words" not in snapshot.read_bytes()
        check_file(snapshot)
        taken = open_pages(snapshot)
        assert texts_of(taken) == ["tea", "cake"]
        taken.close()


def test_only_the_snapshots_are_changed(path: Path) -> None:
    run_in_snapshots(path, FORGET)
    database = open_pages(path)
    assert "secret words" in texts_of(database)
    database.close()
    assert sorted(each.name for each in (path.parent / "snapshots").iterdir()) == sorted(
        each.name for each in list_snapshots(path)
    )


def test_a_damaged_snapshot_stays_as_it_is_and_stops_nobody(path: Path) -> None:
    newest, oldest = list_snapshots(path)
    newest.write_bytes(b"SQLite format 3\x00" + b"\xa5" * 9_000)
    damaged = newest.read_bytes()
    assert run_in_snapshots(path, FORGET) == 1
    assert newest.read_bytes() == damaged
    assert b"secret words" not in oldest.read_bytes()


def test_a_snapshot_from_before_a_table_was_there_stays_as_it_is(path: Path) -> None:
    before = [snapshot.read_bytes() for snapshot in list_snapshots(path)]
    assert run_in_snapshots(path, ("DELETE FROM page", "DELETE FROM no_such_table")) == 0
    assert [snapshot.read_bytes() for snapshot in list_snapshots(path)] == before


def test_a_file_without_the_table_is_named_damaged(path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        change_file(list_snapshots(path)[0], ("DELETE FROM no_such_table",))
    assert caught.value.kind is StorageTrouble.CORRUPT
