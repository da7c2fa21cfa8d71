"""The doctor looks beside the library too: copies, pictures, leftovers, where the folder lies, room, clock."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from caregiver_app.bootstrap.doctor import AHEAD_MS, NOT_BEFORE
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.library.health import Check
from caregiver_app.model.source import SourceState
from caregiver_app.model.time import Millis, from_datetime
from tests.helpers.backups import a_picture, add_picture, fill, services_over
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library import DAY_MS, a_library, add_source, an_article, raw, store
from tests.helpers.library_files import set_state


def asked(
    folder: Path, name: str, *, repair: bool = True, alone: bool = False, clock: StillClock | None = None
) -> Check:
    """Return what the doctor answers to one question."""
    checks = services_over(folder, clock).doctor(repair=repair, alone=alone)
    return next(check for check in checks if check.name == name)


def test_a_sound_folder_is_well(tmp_path: Path) -> None:
    fill(tmp_path)
    assert [check for check in services_over(tmp_path).doctor(alone=True) if not check.ok] == []


def test_damaged_copies_are_counted(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    for number in range(3):
        library.snapshot(at=Millis(MONDAY + number * DAY_MS))
    library.close()
    assert asked(tmp_path, "snapshots") == Check(name="snapshots", ok=True, detail="3")
    (tmp_path / "snapshots" / "library-20261124T080500Z-daily.db").write_bytes(b"SQLite format 3\x00" + bytes(9_000))
    assert asked(tmp_path, "snapshots") == Check(name="snapshots", ok=False, detail="2 of 3")


def test_what_was_cut_short_is_told_beside_others_and_removed_alone(tmp_path: Path) -> None:
    fill(tmp_path)
    left = [
        tmp_path / ".settings.json.0a1b2c3d.part",
        tmp_path / ".stage-0a1b2c3d.part",
        tmp_path / "library.db.restoring",
    ]
    left[0].write_bytes(b"half")
    left[1].mkdir()
    (left[1] / "library.db").write_bytes(b"half")
    left[2].write_bytes(b"old")
    assert asked(tmp_path, "leftovers") == Check(name="leftovers", ok=True, detail="3")
    assert all(path.exists() for path in left)
    assert asked(tmp_path, "leftovers", alone=True) == Check(name="leftovers", ok=True, repaired=True)
    assert not any(path.exists() for path in left)


def test_whoever_takes_the_lock_clears_away_what_was_cut_short(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / ".stage-0a1b2c3d.part").mkdir()
    (tmp_path / "mine.part").write_bytes(b"a person's own")
    with one_writer(Paths(data_dir=tmp_path), holder="test"):
        assert not (tmp_path / ".stage-0a1b2c3d.part").exists()
    assert (tmp_path / "mine.part").exists()


def test_what_waits_to_become_the_library_is_no_leftover(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / "library.db").rename(tmp_path / "library.db.restoring")
    with one_writer(Paths(data_dir=tmp_path), holder="test"):
        library = a_library(tmp_path)
    assert library.sources.list() != ()
    library.close()


def test_a_lost_picture_counts_as_not_fetched(tmp_path: Path) -> None:
    ids = fill(tmp_path)
    name = add_picture(tmp_path, ids[1], a_picture("blue"), url="https://news.example/b.png")
    with raw(tmp_path) as connection:
        connection.execute(
            "INSERT INTO offline_copy (item_id, state, wanted_at, pictures_wanted, pictures_kept) "
            "VALUES (?, 'kept', 1, 1, 1)",
            (ids[1],),
        )
    (tmp_path / "assets" / name).unlink()
    assert asked(tmp_path, "pictures-whole", repair=False) == Check(name="pictures-whole", ok=False, detail="1")
    assert asked(tmp_path, "pictures-whole") == Check(name="pictures-whole", ok=True, detail="1", repaired=True)
    library = a_library(tmp_path)
    assert library.assets.of(ids[1]) == {}
    assert len(library.assets.of(ids[0])) == 1
    library.close()
    with raw(tmp_path) as connection:
        copies = connection.execute("SELECT state, pictures_kept FROM offline_copy").fetchall()
    assert copies == [("partly", 0)]


def test_pictures_that_nobody_needs_go_only_when_nobody_else_is_at_work(tmp_path: Path) -> None:
    fill(tmp_path)
    spare = tmp_path / "assets" / ("0" * 64)
    spare.write_bytes(b"spare")
    assert asked(tmp_path, "pictures-needed") == Check(name="pictures-needed", ok=True, detail="1")
    assert spare.exists()
    assert asked(tmp_path, "pictures-needed", alone=True).repaired
    assert not spare.exists()


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - Family", "Nextcloud", "iCloudDrive", "Google Drive"])
def test_a_folder_that_a_service_copies_elsewhere_is_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "data"
    fill(folder)
    assert asked(folder, "folder-place") == Check(name="folder-place", ok=False, detail="synced")


YEAR_1970 = from_datetime(datetime(1970, 1, 1, tzinfo=UTC))


def seen_at(folder: Path, at: Millis) -> None:
    """Let the library have been at work at a time."""
    library = a_library(folder)
    source = add_source(library)
    store(library, source, an_article("a"))
    set_state(library, source, SourceState.FINE, at=at)
    library.close()


@pytest.mark.parametrize(
    ("now", "detail"),
    [
        (YEAR_1970, "behind"),
        (Millis(NOT_BEFORE - 1), "behind"),
        (Millis(MONDAY - 2 * DAY_MS), "behind"),
        (Millis(MONDAY - DAY_MS // 2), ""),
        (MONDAY, ""),
        (Millis(MONDAY + 300 * DAY_MS), ""),
        (Millis(MONDAY + AHEAD_MS + 1), "ahead"),
    ],
)
def test_a_clock_that_cannot_be_right_is_named(tmp_path: Path, now: Millis, detail: str) -> None:
    seen_at(tmp_path, MONDAY)
    assert asked(tmp_path, "clock", clock=StillClock(now)) == Check(name="clock", ok=not detail, detail=detail)


def test_a_library_that_cannot_be_opened_leaves_the_other_answers(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"no database at all, but long enough to look at" * 50)
    names = [check.name for check in services_over(tmp_path).doctor()]
    assert names == ["library-opens", "snapshots", "leftovers", "folder-place", "free-space", "clock"]
