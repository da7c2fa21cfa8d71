"""Older notes, exchanged files and other processes are noticed, and nothing acknowledged is lost by them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.care_notices import CareNotice
from caregiver_app.model.errors import InstanceRunning, VaultError, VaultTrouble
from caregiver_app.model.time import Clock, Millis
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.records.notes import NewNote
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

ANOTHER = "plum anchor teapot violin meadow"


def care_in(folder: Path, clock: Clock | None = None) -> Care:
    """Return the care notes of a folder, as another process would."""
    return Care(Paths(data_dir=folder), clock or SystemClock())


def write(care: Care, text: str, at: Millis = MONDAY) -> None:
    """Keep a note through a connection of its own."""
    vault = care.open()
    vault.notes.add(NewNote(text=text), at=at)
    vault.close()


def texts(care: Care) -> list[str]:
    """Return what the notes say, oldest number first."""
    vault = care.open()
    try:
        return [note.text for note in sorted(vault.notes.list(), key=lambda note: note.id)]
    finally:
        vault.close()


def copy_notes(folder: Path, to: Path) -> None:
    """Copy the files of the notes, which nobody has open."""
    to.mkdir()
    for path in folder.glob("vault*"):
        shutil.copy(path, to / path.name)


def test_older_notes_in_their_place_are_told_once(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    care = new_care(folder)
    write(care, "first")
    care.lock()
    copy_notes(folder, tmp_path / "older")
    care.unlock(PASSPHRASE)
    write(care, "second")
    care.lock()
    shutil.copy(tmp_path / "older" / "vault.db", folder / "vault.db")
    again = care_in(folder)
    assert again.unlock(PASSPHRASE).notices == (CareNotice.OLDER_NOTES,)
    assert texts(again) == ["first"]
    again.lock()
    assert again.unlock(PASSPHRASE).notices == ()


@pytest.mark.parametrize(
    "content", [None, b"", b"{}", b"\xff\xfe", b'{"saves": 99999, "mac": "00"}', b'{"saves": 1e999}']
)
def test_a_number_of_saves_that_nobody_vouches_for_counts_for_nothing(tmp_path: Path, content: bytes | None) -> None:
    care = new_care(tmp_path)
    write(care, "kept")
    care.lock()
    saves = tmp_path / "vault-saves.json"
    whole = saves.read_bytes()
    if content is None:
        saves.unlink()
    else:
        saves.write_bytes(content)
    assert care.unlock(PASSPHRASE).notices == ()
    assert saves.read_bytes() == whole


def test_files_beside_that_are_folders_keep_nobody_out(tmp_path: Path) -> None:
    care = new_care(tmp_path)
    write(care, "kept")
    care.lock()
    (tmp_path / "vault-saves.json").unlink()
    (tmp_path / "vault-saves.json").mkdir()
    (tmp_path / "sealed").touch()
    assert care.unlock(PASSPHRASE).notices == ()
    assert texts(care) == ["kept"]


def test_nothing_is_saved_into_a_file_that_was_exchanged(tmp_path: Path) -> None:
    """The save is refused; what others wrote into the file in its place stays, whatever the first one does then."""
    folder = tmp_path / "data"
    care = new_care(folder)
    write(care, "first")
    copy_notes(folder, tmp_path / "copy")
    vault = care.open()
    vault.notes.add(NewNote(text="second"), at=MONDAY)
    os.replace(tmp_path / "copy" / "vault.db", folder / "vault.db")  # noqa: PTH105  as a service that syncs does
    for suffix in ("-wal", "-shm"):
        (folder / f"vault.db{suffix}").unlink()
    other = care_in(folder)
    other.unlock(PASSPHRASE)
    there = other.open()
    there.notes.add(NewNote(text="of the other"), at=MONDAY)
    with pytest.raises(VaultError) as told:
        vault.notes.add(NewNote(text="third"), at=MONDAY)
    assert told.value.kind is VaultTrouble.REPLACED
    assert [note.text for note in vault.notes.list()] == ["second", "first"]
    vault.close()
    there.notes.add(NewNote(text="after"), at=MONDAY)
    there.close()
    assert texts(other) == ["first", "of the other", "after"]


def test_a_file_that_was_moved_away_takes_no_more(tmp_path: Path) -> None:
    care = new_care(tmp_path)
    vault = care.open()
    (tmp_path / "vault.db").rename(tmp_path / "elsewhere.db")
    with pytest.raises(VaultError) as told:
        vault.people.add("Somebody", at=MONDAY)
    assert told.value.kind is VaultTrouble.REPLACED
    vault.close()


def test_two_processes_write_side_by_side(tmp_path: Path) -> None:
    first = new_care(tmp_path)
    second = care_in(tmp_path)
    second.unlock(PASSPHRASE)
    one, other = first.open(), second.open()
    for number in range(5):
        one.notes.add(NewNote(text=f"one {number}"), at=MONDAY)
        other.notes.add(NewNote(text=f"other {number}"), at=MONDAY)
    one.close()
    other.close()
    assert len(texts(first)) == 10
    assert care_in(tmp_path).unlock(PASSPHRASE).notices == ()


def test_a_passphrase_changed_elsewhere_does_not_disturb_who_is_in(tmp_path: Path) -> None:
    inside = new_care(tmp_path)
    other = care_in(tmp_path)
    other.unlock(PASSPHRASE)
    other.change_passphrase(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    write(inside, "still here")
    assert texts(other) == ["still here"]
    with pytest.raises(VaultError):
        inside.check_passphrase(PASSPHRASE)
    inside.check_passphrase(ANOTHER)


def test_one_change_of_the_keys_at_a_time(tmp_path: Path) -> None:
    care = new_care(tmp_path)
    with care.places.changing("something else"), pytest.raises(InstanceRunning) as told:
        care.change_passphrase(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    assert told.value.holder.startswith("something else")
    care.lock()
    care.unlock(PASSPHRASE)


@pytest.mark.parametrize("jump", [-10, 10], ids=["ten-years-back", "ten-years-on"])
def test_a_clock_that_jumps_changes_nothing(tmp_path: Path, jump: int) -> None:
    clock = StillClock()
    care = new_care(tmp_path, clock=clock)
    write(care, "before", clock.now())
    care.lock()
    clock.jump(Millis(MONDAY + jump * 365 * 86_400_000))
    assert care.unlock(PASSPHRASE).notices == ()
    write(care, "after", clock.now())
    care.change_passphrase(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    care.lock()
    clock.jump(MONDAY)
    assert care.unlock(ANOTHER).notices == ()
    assert texts(care) == ["before", "after"]
