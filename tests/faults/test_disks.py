"""Disks that are full or read-only: a trouble with a name, nothing half, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.read_only_scenarios import COMMANDS
from tests.helpers.faults import run_scenario_on
from tests.helpers.feed_documents import pages, rss
from tests.helpers.http_server import Answer, ScriptedServer


@pytest.mark.parametrize("size", ["1500k", "1700k", "2m"])
def test_a_disk_that_fills_up_takes_back_the_write_and_goes_on_when_there_is_room(tmp_path: Path, size: str) -> None:
    ran = run_scenario_on(f"size={size}", tmp_path, "fill_the_disk")
    whole = "whole batches True, broken []"
    assert ran.told == ("trouble full", whole, whole, whole)


def test_a_snapshot_without_room_is_a_trouble_and_leaves_nothing_behind(tmp_path: Path) -> None:
    ran = run_scenario_on("size=2m", tmp_path, "full_snapshot")
    assert ran.told == ("trouble full", "left []")


def test_settings_that_cannot_be_written_are_the_old_ones(tmp_path: Path) -> None:
    ran = run_scenario_on("size=100k", tmp_path, "full_settings")
    assert ran.told == ("trouble full", "theme light")


def test_a_first_start_on_a_full_disk_is_a_trouble(tmp_path: Path) -> None:
    ran = run_scenario_on("size=100k", tmp_path, "full_start")
    assert ran.told == ("trouble full",)


def test_a_read_only_disk_is_named_whether_the_library_is_there_or_not(tmp_path: Path) -> None:
    ran = run_scenario_on("size=3m", tmp_path, "read_only")
    assert ran.told == ("trouble read-only", "trouble read-only")


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder on another disk, where a backup lies."""
    return tmp_path_factory.mktemp("elsewhere")


def test_every_command_names_a_read_only_disk_and_changes_nothing(tmp_path: Path, elsewhere: Path) -> None:
    ran = run_scenario_on("size=20m", tmp_path, "read_only_commands", elsewhere)
    said = tuple(f"{words}: 1 storage-read-only" for words in COMMANDS)
    assert ran.told == (*said, "as before True", "left ['old.caregiver']")


def test_the_window_says_that_the_disk_is_read_only_and_changes_nothing(tmp_path: Path, elsewhere: Path) -> None:
    ran = run_scenario_on("size=20m", tmp_path, "read_only_window", elsewhere)
    said, code, same = ran.told
    assert said.startswith("said Caregiver may not write in its folder. Nothing was changed.")
    assert (code, same) == ("code 1", "as before True")


@pytest.mark.parametrize("size", ["2m", "3m"])
def test_tidying_on_a_full_disk_is_a_trouble_and_can_be_undone(tmp_path: Path, size: str) -> None:
    ran = run_scenario_on(f"size={size}", tmp_path, "full_tidy")
    assert ran.told == ("trouble full", "all back True", "broken []")


def test_a_backup_without_room_is_a_trouble_and_leaves_the_older_one(tmp_path: Path) -> None:
    ran = run_scenario_on("size=4m", tmp_path, "full_backup")
    assert ran.told == ("trouble full", "older True", "left []")


@pytest.mark.parametrize("leave", [80_000, 200_000, 700_000, 1_200_000, 2_000_000])
def test_a_restore_without_room_changes_nothing_and_works_with_room(tmp_path: Path, leave: int) -> None:
    ran = run_scenario_on("size=20m", tmp_path, "full_restore", str(leave))
    assert ran.told == ("trouble full", "unread 0 of 60", "unread 60 of 60")


def test_a_sync_without_room_is_a_trouble_and_the_next_one_completes_it(tmp_path: Path) -> None:
    with ScriptedServer() as server:
        for number in range(6):
            server.answer(f"/{number}.xml", Answer(body=rss(*pages(20, host=f"feed{number}.example"))))
        urls = [server.url(f"/{number}.xml") for number in range(6)]
        ran = run_scenario_on("size=6m", tmp_path, "full_sync", *urls)
    assert ran.told == ("trouble full", "failed 0", "articles 120", "broken []")
