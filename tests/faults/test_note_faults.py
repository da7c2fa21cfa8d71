"""Writing in care notes may end at any moment: each step is there whole or not at all, and what was told is there.

A step is taken by one write, so after any end the notes are as after the last step that was told, or after the next.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.snapshots import check_file, list_snapshots
from tests.faults.note_scenarios import BESIDE, STEPS
from tests.helpers.care_notes import KEY, fill_family, open_notes
from tests.helpers.faults import EVERY, crash_everywhere, run_scenario_on
from tests.helpers.forks import forks, kill
from tests.helpers.killing import Check, kill_often, killed

_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

State = Mapping[str, Sequence[str]]


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A folder with the notes of an invented family."""
    folder = tmp_path / "data"
    folder.mkdir()
    opened = open_notes(folder)
    fill_family(opened.vault)
    opened.vault.close()
    return folder


@pytest.fixture
def states(template: Path, tmp_path: Path) -> list[State]:
    """What the notes say before the first step and after each."""
    folder = tmp_path / "undisturbed"
    shutil.copytree(template, folder)
    found = [state_of(folder)]
    vault = open_notes(folder).vault
    for step in STEPS:
        step(vault)
        found.append(state_of(folder))
    vault.close()
    return found


def state_of(folder: Path) -> State:
    """Return all rows of all tables, with uids left out: chance makes them."""
    opened = open_notes(folder)
    try:
        return {
            table: sorted(_UID.sub("uid", repr(row)) for row in rows) for table, rows in opened.everything().items()
        }
    finally:
        opened.vault.close()


def check_of(states: list[State]) -> Check:
    def check(folder: Path, told: Sequence[str]) -> None:
        """The notes are as after the last step that was told, or the next; words are found, every page is sound."""
        left = state_of(folder)
        assert left in states[len(told) : len(told) + 2]
        check_file(folder / "vault.db", FileKey(KEY))
        opened = open_notes(folder)
        opened.database.rows("INSERT INTO searchable_words (searchable_words) VALUES ('integrity-check')")
        opened.vault.notes.list()
        opened.vault.close()

    return check


def check_copied(folder: Path, told: Sequence[str]) -> None:
    """There is a whole copy or none, nothing half, and another can be taken."""
    copies = list_snapshots(folder / "vault.db")
    assert len(copies) == 1 or (copies == () and not told)
    for copy in copies:
        check_file(copy, FileKey(KEY))
    check_file(folder / "vault.db", FileKey(KEY))


@EVERY
def test_each_step_is_there_whole_or_not_at_all(template: Path, states: list[State], every: bool) -> None:
    assert crash_everywhere("write_notes", template, check_of(states), every=every) > len(STEPS)


@killed(300)
def test_writing_killed_at_any_moment(template: Path, states: list[State], kills: int, seed: int) -> None:
    ends: list[int] = []
    whole = check_of(states)

    def check(folder: Path, told: tuple[str, ...]) -> None:
        whole(folder, told)
        ends.append(len(told))

    kill_often("write_notes", template, check, kills=kills, seed=seed)
    assert min(ends) < len(STEPS) - 1


@EVERY
def test_a_copy_of_notes_is_whole_or_not_there(template: Path, every: bool) -> None:
    assert crash_everywhere("copy_notes", template, check_copied, every=every) > 2


@killed(300)
def test_a_copy_of_notes_killed_at_any_moment(template: Path, kills: int, seed: int) -> None:
    assert kill_often("copy_notes", template, check_copied, kills=kills, seed=seed) > 0


@pytest.mark.parametrize("after", [0, 7, BESIDE - 1])
def test_two_processes_write_and_one_is_killed(template: Path, after: int) -> None:
    """Nothing that either told is lost, and the other goes on."""
    with forks() as first, forks() as second:
        killed = first.start("write_beside", template, "first")
        second.start("write_beside", template, "second")
        told = first.told(lambda line: line == f"first {after}")
        kill(killed)
        told += first.rest()[1]
        code, told_by_second = second.rest()
    assert code == 0
    kept = kept_notes(template)
    assert {line for line in told if line.startswith("first")} <= kept
    assert {f"second {number}" for number in range(BESIDE)} <= kept & {*told_by_second}
    check_file(template / "vault.db", FileKey(KEY))


def kept_notes(folder: Path) -> set[str]:
    """Return what the notes say."""
    vault = open_notes(folder).vault
    try:
        return {note.text for note in vault.notes.list(limit=1_000)}
    finally:
        vault.close()


@pytest.mark.parametrize("size", ["1500k", "1700k", "2m"])
def test_a_disk_that_fills_up_loses_no_note_and_saving_goes_on_when_there_is_room(tmp_path: Path, size: str) -> None:
    ran = run_scenario_on(f"size={size}", tmp_path, "full_notes")
    whole = "all there True"
    assert ran.told == ("trouble full", whole, whole, whole, "sound")


def test_a_disk_that_became_read_only_is_named(tmp_path: Path) -> None:
    ran = run_scenario_on("size=4m", tmp_path, "read_only_notes")
    assert ran.told == ("trouble read-only",)
