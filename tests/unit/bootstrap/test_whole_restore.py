"""A backup with care notes comes back whole, by passphrase or sheet; what was here before is kept and opens too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.erasing_all import erase_everything
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.ways_in import ByPassphrase, BySheet, WayIn
from caregiver_app.bootstrap.whole_backups import create_whole_backup
from caregiver_app.bootstrap.whole_restore import WholeRestored
from caregiver_app.model.errors import BackupError, CaregiverError, VaultError, VaultTrouble
from caregiver_app.storage.snapshots import list_snapshots
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.attached.files import AttachmentFiles
from caregiver_app.vault.folder.copying import copy_vault
from caregiver_app.vault.folder.sealed import SealedNote
from caregiver_app.vault.folder.swapping import folders_of_before
from caregiver_app.vault.keys.recovery import make_sheet
from caregiver_app.vault.records.notes import NewNote
from tests.helpers.backups import fill, nothing, parts_of, retold, services_over, write
from tests.helpers.clock import MONDAY
from tests.helpers.disk_steps import watched_disk
from tests.helpers.keyed_vaults import ODD_TABLES, change_vault
from tests.helpers.library import a_library
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

ANOTHER = "plum anchor teapot violin meadow"
LETTER = b"a letter from the clinic"


def write_down(care: Care, text: str) -> None:
    vault = care.open()
    vault.notes.add(NewNote(text=text), at=MONDAY)
    vault.close()


def texts(care: Care, passphrase: str = PASSPHRASE) -> list[str]:
    care.unlock(passphrase)
    vault = care.open()
    try:
        return sorted(note.text for note in vault.notes.list())
    finally:
        vault.close()
        care.lock()


def care_in(folder: Path) -> Care:
    return Care(Paths(data_dir=folder), SystemClock())


def back_up(care: Care, folder: Path, file: Path) -> str:
    """Back a folder up; return what is typed from the recovery sheet."""
    library = a_library(folder)
    create_whole_backup(library, care.unlocked, Paths(data_dir=folder), file, clock=SystemClock(), on_progress=nothing)
    library.close()
    return " ".join(make_sheet(care.unlocked.data_key, care.unlocked.marks.number, at=MONDAY).groups)


def made(folder: Path, file: Path) -> str:
    """Fill library and notes, back them up; return what is typed from the recovery sheet."""
    fill(folder)
    care = new_care(folder)
    write_down(care, "Slept until six")
    AttachmentFiles(folder / "attachments", care.unlocked.data_key).keep(LETTER)
    sheet = back_up(care, folder, file)
    care.lock()
    return sheet


def restored(file: Path, folder: Path, way: WayIn) -> WholeRestored:
    services = services_over(folder)
    try:
        return services.restore_whole_backup(file, way, on_progress=nothing)
    finally:
        services.close()


BY_PASSPHRASE = ByPassphrase(passphrase=PASSPHRASE)


def test_on_a_new_computer_all_of_it_is_there(tmp_path: Path) -> None:
    """Library, notes and files that belong to them; the passphrase of that day opens them, nothing was set aside."""
    made(tmp_path / "a", tmp_path / "b")
    done = restored(tmp_path / "b", tmp_path / "c", BY_PASSPHRASE)
    assert (done.aside, done.has_envelope) == (None, True)
    care = care_in(tmp_path / "c")
    assert texts(care) == ["Slept until six"]
    key = care.unlock(PASSPHRASE).data_key
    assert care.unlocked.notices == ()
    (path,) = (tmp_path / "c" / "attachments").iterdir()
    assert AttachmentFiles(tmp_path / "c" / "attachments", key).read(path.name) == LETTER
    library = a_library(tmp_path / "c")
    assert library.backup.counts()["articles"] == 5
    library.close()
    assert not list((tmp_path / "c").glob(".*.part*"))


def test_by_the_sheet_alone(tmp_path: Path) -> None:
    """Who lost the passphrase has all back by the sheet; the envelope of that day goes along."""
    sheet = made(tmp_path / "a", tmp_path / "b")
    done = restored(tmp_path / "b", tmp_path / "c", BySheet(typed=sheet))
    assert done.has_envelope
    assert texts(care_in(tmp_path / "c")) == ["Slept until six"]


def test_onto_other_notes_these_are_kept_with_what_opens_them(tmp_path: Path) -> None:
    """The notes that were here lie in a folder that opens like any other, with their copies, also after a power cut."""
    made(tmp_path / "a", tmp_path / "b")
    other = Care(Paths(data_dir=tmp_path / "c"), SystemClock())
    other.create(ANOTHER, cost=CHEAPEST)
    write_down(other, "Of somebody else")
    (tmp_path / "c" / "snapshots").mkdir()
    copy = "vault-20260101T080000Z-daily.db"
    copy_vault(
        tmp_path / "c" / "vault.db",
        other.unlocked.data_key,
        tmp_path / "c" / "snapshots" / copy,
        clock=SystemClock(),
    )
    other.lock()
    with watched_disk() as disk:
        done = restored(tmp_path / "b", tmp_path / "c", BY_PASSPHRASE)
    assert disk.lost() == [".care-notes-incoming.part"], "and that is removed then"
    assert done.aside is not None
    assert texts(care_in(tmp_path / "c")) == ["Slept until six"]
    assert texts(care_in(done.aside), ANOTHER) == ["Of somebody else"]
    assert [path.name for path in list_snapshots(done.aside / "vault.db")] == [copy]
    assert list_snapshots(tmp_path / "c" / "vault.db") == ()
    assert erase_everything(Paths(data_dir=tmp_path / "c")).left == ()


def test_onto_the_same_notes_what_was_written_since_is_kept(tmp_path: Path) -> None:
    """What waits sealed comes in, the passphrase of that day is in force, and nothing is told as changed."""
    made(tmp_path / "a", tmp_path / "b")
    care = care_in(tmp_path / "a")
    care.unlock(PASSPHRASE)
    write_down(care, "Written since")
    care.change_passphrase(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    care.lock()
    care.seal_note(SealedNote(text="Written while locked", at=MONDAY))
    done = restored(tmp_path / "b", tmp_path / "a", BY_PASSPHRASE)
    assert done.aside is not None
    again = care_in(tmp_path / "a")
    assert again.unlock(PASSPHRASE).notices == ()
    assert texts(again) == ["Slept until six", "Written while locked"]
    assert texts(care_in(done.aside), ANOTHER) == ["Slept until six", "Written since"]


def test_a_new_key_removes_what_the_old_one_opens_among_them_too(tmp_path: Path) -> None:
    """Notes of before under the key that somebody may know go; those of other people stay."""
    made(tmp_path / "a", tmp_path / "b")
    other = new_care(tmp_path / "c")
    other.lock()
    first = restored(tmp_path / "b", tmp_path / "c", BY_PASSPHRASE).aside
    second = restored(tmp_path / "b", tmp_path / "c", BY_PASSPHRASE).aside
    assert {first, second} == set(folders_of_before(tmp_path / "c"))
    care = care_in(tmp_path / "c")
    care.unlock(PASSPHRASE)
    care.carry_out_new_key(care.prepare_new_key(PASSPHRASE, ANOTHER, cost=CHEAPEST))
    assert folders_of_before(tmp_path / "c") == (first,)


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def bent(file: Path, target: Path, name: str, data: bytes) -> Path:
    write(target, retold(list((dict(parts_of(file)) | {name: data}).items())))
    return target


@pytest.mark.parametrize("way", [ByPassphrase(passphrase="not this one"), BySheet(typed="AAAA")], ids=["word", "sheet"])
def test_another_way_in_changes_nothing(tmp_path: Path, way: WayIn) -> None:
    """A wrong passphrase or a mistyped sheet is told, and all is as it was."""
    made(tmp_path / "a", tmp_path / "b")
    new_care(tmp_path / "c").lock()
    before = everything_in(tmp_path / "c")
    with pytest.raises(VaultError):
        restored(tmp_path / "b", tmp_path / "c", way)
    assert everything_in(tmp_path / "c") == before


def test_the_sheet_of_another_key_is_told(tmp_path: Path) -> None:
    """A sheet of other notes opens nothing, and is not taken for damage, nor damage for it."""
    made(tmp_path / "a", tmp_path / "b")
    sheet = made(tmp_path / "x", tmp_path / "y")
    with pytest.raises(VaultError) as told:
        restored(tmp_path / "b", tmp_path / "c", BySheet(typed=sheet))
    assert told.value.kind is VaultTrouble.WRONG_SHEET
    parts = dict(parts_of(tmp_path / "y"))
    parts["library.age"] = parts["library.age"][:-1] + bytes([parts["library.age"][-1] ^ 1])
    write(tmp_path / "damaged", list(parts.items()))
    with pytest.raises(BackupError):
        restored(tmp_path / "damaged", tmp_path / "c", BySheet(typed=sheet))


def test_the_sheet_of_a_key_of_before_is_told(tmp_path: Path) -> None:
    """With the number of these notes, but from before somebody may have known the key."""
    sheet = made(tmp_path / "a", tmp_path / "old")
    care = care_in(tmp_path / "a")
    care.unlock(PASSPHRASE)
    care.carry_out_new_key(care.prepare_new_key(PASSPHRASE, ANOTHER, cost=CHEAPEST))
    back_up(care, tmp_path / "a", tmp_path / "new")
    care.lock()
    with pytest.raises(VaultError) as told:
        restored(tmp_path / "new", tmp_path / "c", BySheet(typed=sheet))
    assert told.value.kind is VaultTrouble.WRONG_SHEET


def test_a_damaged_envelope_keeps_nobody_out_who_has_the_sheet(tmp_path: Path) -> None:
    """Nothing of it is taken over: the notes get a new passphrase by the sheet."""
    sheet = made(tmp_path / "a", tmp_path / "b")
    file = bent(tmp_path / "b", tmp_path / "bent", "vault.json", b"{}")
    with pytest.raises(CaregiverError):
        restored(file, tmp_path / "c", BY_PASSPHRASE)
    done = restored(file, tmp_path / "c", BySheet(typed=sheet))
    assert not done.has_envelope
    care = care_in(tmp_path / "c")
    care.recover(sheet, ANOTHER, cost=CHEAPEST)
    care.lock()
    assert texts(care, ANOTHER) == ["Slept until six"]


def test_an_envelope_that_somebody_put_in_is_not_taken_over_with_the_sheet(tmp_path: Path) -> None:
    """It would have what is written while locked sealed for somebody else."""
    sheet = made(tmp_path / "a", tmp_path / "b")
    made(tmp_path / "x", tmp_path / "y")
    envelope = json.loads(dict(parts_of(tmp_path / "b"))["vault.json"])
    envelope["drop"] = json.loads(dict(parts_of(tmp_path / "y"))["vault.json"])["drop"]
    file = bent(tmp_path / "b", tmp_path / "bent", "vault.json", json.dumps(envelope).encode())
    assert not restored(file, tmp_path / "c", BySheet(typed=sheet)).has_envelope
    assert not (tmp_path / "c" / "vault.json").exists()


@pytest.mark.parametrize("statement", ODD_TABLES, ids=["trigger", "view", "table", "dropped", "marks", "owner"])
def test_notes_with_other_tables_than_ours_are_refused(tmp_path: Path, statement: str) -> None:
    """Somebody who knows the passphrase may have put in what acts by itself; nothing is changed by it."""
    made(tmp_path / "a", tmp_path / "b")
    care = care_in(tmp_path / "a")
    key = care.unlock(PASSPHRASE).data_key.file_key()
    odd = change_vault(tmp_path / "a" / "vault.db", key, statement)
    care.lock()
    file = bent(tmp_path / "b", tmp_path / "bent", "vault.db", odd)
    new_care(tmp_path / "c").lock()
    before = everything_in(tmp_path / "c")
    with pytest.raises(VaultError) as told:
        restored(file, tmp_path / "c", BY_PASSPHRASE)
    assert told.value.kind is VaultTrouble.DAMAGED
    assert everything_in(tmp_path / "c") == before


@pytest.mark.parametrize("name", ["vault.json", "vault.db", "library.age"])
def test_a_flipped_byte_changes_nothing(tmp_path: Path, name: str) -> None:
    """One changed byte in a part is told, with hashes that fit it, and all is as it was."""
    made(tmp_path / "a", tmp_path / "b")
    data = bytearray(dict(parts_of(tmp_path / "b"))[name])
    data[len(data) // 2] ^= 1
    file = bent(tmp_path / "b", tmp_path / "bent", name, bytes(data))
    new_care(tmp_path / "c").lock()
    before = everything_in(tmp_path / "c")
    with pytest.raises((VaultError, BackupError)):
        restored(file, tmp_path / "c", BY_PASSPHRASE)
    assert everything_in(tmp_path / "c") == before
