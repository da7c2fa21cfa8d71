"""A snapshot takes the place of a damaged database, and the damaged one is kept."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from caregiver_app.model.errors import StorageError, StorageTrouble
from caregiver_app.storage.restoring import finish_put_back, put_back
from caregiver_app.storage.snapshots import take_snapshot
from tests.helpers.clock import MONDAY
from tests.helpers.databases import add_pages, folder_state, open_pages, texts_of


def damaged_with_snapshot(folder: Path) -> tuple[Path, Path]:
    """Return a damaged database (all but its first page) and a snapshot from before."""
    path = folder / "pages.db"
    database = open_pages(path)
    add_pages(database, "tea", *("x" * 900 for _ in range(40)))
    snapshot = take_snapshot(database, at=MONDAY, reason="daily")
    database.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    return path, snapshot


def test_the_snapshot_is_opened_and_the_damaged_file_is_kept(tmp_path: Path) -> None:
    path, snapshot = damaged_with_snapshot(tmp_path)
    damaged = path.read_bytes()
    aside = put_back(snapshot, path, at=MONDAY)
    assert aside == tmp_path / "pages-damaged-20261123T080500Z.db"
    assert aside.read_bytes() == damaged
    assert snapshot.exists()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    database = open_pages(path)
    assert texts_of(database)[0] == "tea"
    database.close()


def test_what_lay_beside_the_damaged_file_does_not_get_into_the_restored_one(tmp_path: Path) -> None:
    path, snapshot = damaged_with_snapshot(tmp_path)
    (tmp_path / "pages.db-wal").write_bytes(b"what was not copied in yet")
    (tmp_path / "pages.db-shm").write_bytes(b"and its index")
    aside = put_back(snapshot, path, at=MONDAY)
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"what was not copied in yet"
    assert not (tmp_path / "pages.db-wal").exists()
    assert not (tmp_path / "pages.db.restoring").exists()


def test_a_damaged_snapshot_is_not_accepted_and_nothing_is_replaced(tmp_path: Path) -> None:
    path, snapshot = damaged_with_snapshot(tmp_path)
    data = bytearray(snapshot.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    for content in (bytes(data), b"", data[:5000], b"no database"):
        snapshot.write_bytes(content)
        before = folder_state(tmp_path)
        with pytest.raises(StorageError) as caught:
            put_back(snapshot, path, at=MONDAY)
        assert caught.value.kind in {StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE}
        assert folder_state(tmp_path) == before


def test_a_database_that_is_gone_is_restored_too(tmp_path: Path) -> None:
    path, snapshot = damaged_with_snapshot(tmp_path)
    path.unlink()
    put_back(snapshot, path, at=MONDAY)
    database = open_pages(path)
    assert texts_of(database)[0] == "tea"
    database.close()


def test_a_missing_snapshot_is_a_trouble_and_nothing_is_replaced(tmp_path: Path) -> None:
    path, _ = damaged_with_snapshot(tmp_path)
    before = folder_state(tmp_path)
    with pytest.raises(StorageError):
        put_back(tmp_path / "snapshots" / "pages-1-daily.db", path, at=MONDAY)
    assert folder_state(tmp_path) == before


def test_what_waits_beside_a_whole_database_never_takes_its_place(tmp_path: Path) -> None:
    path, snapshot = damaged_with_snapshot(tmp_path)
    put_back(snapshot, path, at=MONDAY)
    whole = path.read_bytes()
    path.with_name(f"{path.name}.restoring").write_bytes(b"of another day")
    finish_put_back(path)
    assert path.read_bytes() == whole
