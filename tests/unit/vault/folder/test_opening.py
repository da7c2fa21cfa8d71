"""Care notes are made whole or not at all, and open by their passphrase alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.errors import StorageError, StorageTrouble, VaultError, VaultTrouble
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.folder.copying import copy_vault
from caregiver_app.vault.folder.damage import damage_told
from caregiver_app.vault.records.notes import NewNote
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

MARKER = "kestrel-4471-unlikely"


def test_what_is_written_is_there_after_the_next_unlock(tmp_path: Path) -> None:
    """A note comes back through another unlock of the same folder."""
    care = new_care(tmp_path)
    vault = care.open()
    vault.notes.add(NewNote(text=MARKER), at=SystemClock().now())
    vault.close()
    care.lock()

    again = Care(Paths(data_dir=tmp_path), SystemClock())
    again.unlock(PASSPHRASE)
    vault = again.open()
    assert [note.text for note in vault.notes.list()] == [MARKER]
    vault.close()


def test_another_passphrase_does_not_open_them(tmp_path: Path) -> None:
    """A wrong passphrase is told as such and leaves the notes locked."""
    new_care(tmp_path).lock()
    care = Care(Paths(data_dir=tmp_path), SystemClock())
    with pytest.raises(VaultError) as told:
        care.unlock("slate otter window candle rivers")
    assert told.value.kind is VaultTrouble.WRONG_PASSPHRASE
    assert not care.is_unlocked


def test_locked_notes_cannot_be_opened(tmp_path: Path) -> None:
    """After a lock nothing opens them without the passphrase."""
    care = new_care(tmp_path)
    care.lock()
    with pytest.raises(VaultError) as told:
        care.open()
    assert told.value.kind is VaultTrouble.LOCKED


def test_a_second_making_leaves_the_first(tmp_path: Path) -> None:
    """Notes that exist are never replaced by new ones."""
    new_care(tmp_path).lock()
    care = Care(Paths(data_dir=tmp_path), SystemClock())
    with pytest.raises(VaultError) as told:
        care.create("another one altogether", cost=CHEAPEST)
    assert told.value.kind is VaultTrouble.EXISTS
    care.unlock(PASSPHRASE)
    care.lock()


def test_a_copy_counts_as_notes_while_a_passphrase_may_still_open_it(tmp_path: Path) -> None:
    care = new_care(tmp_path)
    copy = tmp_path / "snapshots" / "vault-20260101T080000Z-daily.db"
    copy.parent.mkdir(exist_ok=True)
    copy_vault(tmp_path / "vault.db", care.unlocked.data_key, copy, clock=SystemClock())
    care.lock()
    (tmp_path / "vault.db").unlink()
    assert Care(Paths(data_dir=tmp_path), SystemClock()).exists()
    for name in ("vault.json", "vault-2.json"):
        (tmp_path / name).unlink()
    assert not Care(Paths(data_dir=tmp_path), SystemClock()).exists()
    Care(Paths(data_dir=tmp_path), SystemClock()).create(PASSPHRASE, cost=CHEAPEST)


@pytest.mark.parametrize("kind", [StorageTrouble.CORRUPT, StorageTrouble.NOT_A_DATABASE])
def test_damage_of_the_notes_is_told_as_theirs(kind: StorageTrouble) -> None:
    with pytest.raises(VaultError) as told, damage_told():
        raise StorageError(kind, "vault.db")
    assert told.value.kind is VaultTrouble.DAMAGED


@pytest.mark.parametrize(("kind", "path"), [(StorageTrouble.FULL, "vault.db"), (StorageTrouble.CORRUPT, "library.db")])
def test_another_trouble_or_that_of_another_file_stays_what_it_is(kind: StorageTrouble, path: str) -> None:
    with pytest.raises(StorageError) as told, damage_told():
        raise StorageError(kind, path)
    assert (told.value.kind, told.value.path) == (kind, path)


def test_no_byte_of_a_note_lies_in_the_folder(tmp_path: Path) -> None:
    """While open and after, no file holds a word of a note or says that it is a plain database."""
    care = new_care(tmp_path)
    vault = care.open()
    vault.notes.add(NewNote(text=MARKER), at=SystemClock().now())
    held = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    vault.close()
    held |= {f"{path.name} later": path.read_bytes() for path in tmp_path.iterdir()}
    assert "vault.db" in held
    assert [name for name, data in held.items() if MARKER.encode() in data or b"SQLite format" in data] == []
