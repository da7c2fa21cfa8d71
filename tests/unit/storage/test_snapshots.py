"""Copies are whole, checked, few, and fall out of step with no clock."""

from __future__ import annotations

import stat
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from caregiver_app.model.errors import Cancelled, StorageError, StorageTrouble
from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.storage.driver import connect
from caregiver_app.storage.engine import Database
from caregiver_app.storage.snapshots import check_file, list_snapshots, take_daily_snapshot, take_snapshot
from tests.helpers.clock import MONDAY
from tests.helpers.databases import FIRST, SECOND, add_pages, open_pages, texts_of

DAY_MS = 24 * 3600 * 1000


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_pages(tmp_path / "pages.db")
    add_pages(opened, "tea")
    yield opened
    opened.close()


def day(number: int) -> Millis:
    return Millis(MONDAY + number * DAY_MS)


def names(database: Database) -> list[str]:
    return [path.name for path in list_snapshots(database.path)]


def test_a_snapshot_holds_what_the_database_holds_also_what_lies_beside_it_yet(database: Database) -> None:
    add_pages(database, "cake")
    copy = take_snapshot(database, at=MONDAY, reason="test")
    add_pages(database, "later")
    taken = open_pages(copy)
    assert texts_of(taken) == ["tea", "cake"]
    taken.close()


def test_a_snapshot_is_one_private_file_with_a_dated_name(database: Database) -> None:
    copy = take_snapshot(database, at=MONDAY, reason="test")
    assert copy.name == "pages-20261123T080500Z-test.db"
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_a_daily_snapshot_is_taken_once_in_24_hours(database: Database) -> None:
    assert take_daily_snapshot(database, at=day(0)) is not None
    assert take_daily_snapshot(database, at=day(0)) is None
    assert take_daily_snapshot(database, at=Millis(day(1) - 1)) is None
    assert take_daily_snapshot(database, at=day(1)) is not None


def test_a_copy_from_before_a_migration_counts_for_that_day(database: Database) -> None:
    take_snapshot(database, at=day(0), reason="before-2")
    assert take_daily_snapshot(database, at=Millis(day(0) + 3600_000)) is None


def test_seven_daily_snapshots_are_kept(database: Database) -> None:
    for number in range(10):
        take_daily_snapshot(database, at=day(number))
    assert [name for name in names(database) if "daily" in name] == [
        f"pages-{day}T080500Z-daily.db"
        for day in (20261202, 20261201, 20261130, 20261129, 20261128, 20261127, 20261126)
    ]


def test_four_weekly_snapshots_stand_for_the_weeks_before(database: Database) -> None:
    for number in range(60):
        take_daily_snapshot(database, at=day(number))
    weekly = [name for name in names(database) if "weekly" in name]
    assert weekly == [f"pages-{day}T080500Z-weekly.db" for day in (20270111, 20270104, 20261228, 20261221)]
    assert len(names(database)) == 11
    for path in list_snapshots(database.path):
        check_file(path)


def test_snapshots_after_a_long_absence_keep_each_week_that_there_is(database: Database) -> None:
    for number in (0, 30, 60, 90, 120, 150, 180, 210, 240):
        take_daily_snapshot(database, at=day(number))
    assert len(names(database)) == 9
    assert sum("weekly" in name for name in names(database)) == 2


def test_daily_snapshots_do_not_push_out_the_copy_from_before_a_migration(database: Database) -> None:
    take_snapshot(database, at=day(0), reason="before-2")
    for number in range(1, 12):
        take_daily_snapshot(database, at=day(number))
    assert names(database)[-1] == "pages-20261123T080500Z-before-2.db"


def test_a_clock_that_was_years_ahead_does_not_stop_snapshots(database: Database) -> None:
    future = from_datetime(datetime(2099, 1, 1, tzinfo=UTC))
    take_daily_snapshot(database, at=future)
    assert take_daily_snapshot(database, at=day(0)) is not None


def test_snapshots_of_a_wrong_clock_make_room_for_right_ones(database: Database) -> None:
    future = from_datetime(datetime(2099, 1, 1, tzinfo=UTC))
    for number in range(7):
        take_daily_snapshot(database, at=Millis(future + number * DAY_MS))
    for number in range(7):
        take_daily_snapshot(database, at=day(number))
    assert all(name.startswith("pages-2026") for name in names(database))
    assert len(names(database)) == 7


def test_snapshots_of_a_wrong_clock_are_offered_last(database: Database) -> None:
    wrong = take_snapshot(database, at=from_datetime(datetime(2099, 1, 1, tzinfo=UTC)), reason="daily")
    right = take_snapshot(database, at=day(0), reason="daily")
    assert list_snapshots(database.path, at=day(1)) == (right, wrong)


def test_a_clock_before_1970_takes_snapshots_too(database: Database) -> None:
    assert take_daily_snapshot(database, at=from_datetime(datetime(1969, 12, 31, 12, tzinfo=UTC))) is not None


def test_what_a_killed_copy_left_behind_goes_with_the_next_daily_one(database: Database) -> None:
    folder = take_snapshot(database, at=day(0), reason="daily").parent
    for name in (
        ".pages-20261101T000000Z-daily.db.ab12cd34.part",
        ".pages-20261101T000000Z-daily.db.ab12cd34.part-wal",
    ):
        (folder / name).write_bytes(b"half")
    take_daily_snapshot(database, at=day(1))
    assert sorted(path.name for path in folder.iterdir()) == sorted(names(database))


def test_snapshots_of_another_database_in_the_folder_are_not_ours(database: Database, tmp_path: Path) -> None:
    other = open_pages(tmp_path / "other.db")
    for number in range(9):
        take_daily_snapshot(other, at=day(number))
    other.close()
    take_daily_snapshot(database, at=day(0))
    assert len(names(database)) == 1


def test_two_copies_at_the_same_moment_do_not_disturb_each_other(database: Database) -> None:
    start = threading.Barrier(2)
    troubles: list[StorageError] = []

    def copy() -> None:
        own = open_pages(database.path)
        start.wait()
        try:
            take_snapshot(own, at=MONDAY, reason="before-2")
        except StorageError as error:
            troubles.append(error)
        own.close()

    threads = [threading.Thread(target=copy) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    (only,) = list_snapshots(database.path)
    check_file(only)


def test_a_damaged_database_gives_no_snapshot(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    sound = open_pages(path)
    add_pages(sound, *("x" * 1000 for _ in range(50)))
    sound.close()
    data = bytearray(path.read_bytes())
    data[8192:20480] = b"\xa5" * 12288
    path.write_bytes(data)
    damaged = open_pages(path)
    with pytest.raises(StorageError) as caught:
        take_snapshot(damaged, at=MONDAY, reason="daily")
    damaged.close()
    assert caught.value.kind is StorageTrouble.CORRUPT
    assert list((tmp_path / "snapshots").iterdir()) == []


def test_earlier_copies_stay_when_the_database_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "pages.db"
    database = open_pages(path)
    add_pages(database, *("x" * 1000 for _ in range(50)))
    for number in range(12):
        take_daily_snapshot(database, at=day(number))
    before = names(database)
    database.close()
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xa5" * 12288)
    damaged = open_pages(path)
    for number in range(12, 30):
        with pytest.raises(StorageError):
            take_daily_snapshot(damaged, at=day(number))
    assert names(damaged) == before
    damaged.close()


def test_an_index_that_does_not_fit_its_table_gives_no_snapshot(tmp_path: Path) -> None:
    """A look at the pages alone would not notice; what is copied is looked into whole."""
    path = tmp_path / "pages.db"
    database = open_pages(path, FIRST, SECOND)
    add_pages(database, "tea", "cake")
    database.close()
    connection = connect(str(path), isolation_level=None)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = 'CREATE INDEX page_by_words ON page (id)' WHERE type = 'index'")
    connection.close()
    damaged = open_pages(path, FIRST, SECOND)
    with pytest.raises(StorageError) as caught:
        take_snapshot(damaged, at=MONDAY, reason="daily")
    damaged.close()
    assert caught.value.kind is StorageTrouble.CORRUPT


def test_a_snapshot_stops_at_once_when_asked_and_leaves_nothing(database: Database) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        take_daily_snapshot(database, at=MONDAY, cancel=stop)
    assert list((database.path.parent / "snapshots").iterdir()) == []
    with database.write("test.after"):
        pass


def test_a_snapshot_is_of_one_moment_while_others_write(database: Database, tmp_path: Path) -> None:
    add_pages(database, *("x" * 1000 for _ in range(3_000)))
    stop, written = threading.Event(), threading.Event()

    def keep_writing() -> None:
        own = open_pages(database.path)
        while not stop.is_set():
            add_pages(own, "one", "two")
            written.set()
        own.close()

    writing = threading.Thread(target=keep_writing)
    writing.start()
    written.wait()
    copy = take_snapshot(database, at=MONDAY, reason="daily")
    stop.set()
    writing.join()
    taken = open_pages(copy)
    assert len(texts_of(taken)) % 2 == 1
    taken.close()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"not a database, but long enough" * 100])
def test_a_file_that_is_no_sound_database_fails_its_check(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "copy.db"
    path.write_bytes(content)
    with pytest.raises(StorageError):
        check_file(path)


def test_a_missing_file_fails_its_check_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        check_file(tmp_path / "nowhere.db")
    assert list(tmp_path.iterdir()) == []


def test_a_tenth_of_the_free_space_is_enough(database: Database) -> None:
    """What the snapshots take counts as free, or each one taken would shrink the room of the next."""
    size = take_snapshot(database, at=day(0), reason="daily").stat().st_size
    for number in range(1, 7):
        take_daily_snapshot(database, at=day(number), free=lambda _folder: 28 * size)
    assert len(names(database)) == 3


def test_the_newest_snapshot_stays_on_a_disk_without_room(database: Database) -> None:
    for number in range(3):
        take_daily_snapshot(database, at=day(number), free=lambda _folder: 0)
    assert names(database) == ["pages-20261125T080500Z-daily.db"]


def test_more_than_the_room_is_given_back_and_the_newest_stays(tmp_path: Path) -> None:
    folder = tmp_path / "snapshots"
    database = open_pages(tmp_path / "pages.db")
    folder.mkdir()
    for number in range(1, 5):
        large = folder / f"pages-202611{number:02d}T080500Z-daily.db"
        with large.open("wb") as file:
            file.truncate(900_000_000)  # a hole: takes no room on the disk
    take_daily_snapshot(database, at=MONDAY, free=lambda _folder: 10**12)
    database.close()
    assert [name[6:14] for name in names(database)] == ["20261123", "20261104", "20261103"]


def test_the_room_is_for_the_snapshots_of_both_databases_together(tmp_path: Path) -> None:
    """What the other one's take is not free for this one's, but half of the room is, and the newest stays."""
    folder = tmp_path / "snapshots"
    folder.mkdir()
    (folder / "gone-20261101T080500Z-daily.db").symlink_to(folder / "dropped meanwhile")
    for stem, megabytes in (("pages", 300), ("other", 400)):
        for number in range(1, 6):
            with (folder / f"{stem}-202611{number:02d}T080500Z-daily.db").open("wb") as file:
                file.truncate(megabytes * 1_000_000)  # a hole: takes no room on the disk
    for stem in ("pages", "other"):
        database = open_pages(tmp_path / f"{stem}.db")
        take_daily_snapshot(database, at=MONDAY, free=lambda _folder: 10**12)
        database.close()
    left = sorted(path.name[:14] for path in folder.iterdir() if path.exists())
    assert left == [
        *("other-20261104", "other-20261105", "other-20261123"),
        *("pages-20261103", "pages-20261104", "pages-20261105", "pages-20261123"),
    ]
