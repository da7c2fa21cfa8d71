"""Care notes may be exchanged for others at any moment: what lies there opens, whole, with the envelope beside it.

Each exchange is ended at every place of its writes, and by kill -9 at moments that chance chooses.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.leftovers import find_leftovers
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.whole_backups import create_whole_backup
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.library.store import open_library
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.storage.snapshots import check_file, list_snapshots
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.attached.files import AttachmentFiles
from caregiver_app.vault.folder.copying import copy_vault
from caregiver_app.vault.folder.swapping import folders_of_before
from caregiver_app.vault.records.notes import NewNote
from tests.faults.key_scenarios import ANOTHER, care_in
from tests.faults.whole_scenarios import FILE
from tests.helpers.clock import MONDAY
from tests.helpers.faults import EVERY, crash_everywhere
from tests.helpers.killing import kill_often, killed
from tests.helpers.library import a_library, add_source, an_article, store
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

HERE, THERE, SINCE = "Of here", "From the backup", "Written since"
LETTER = b"a letter"


def add(care: Care, text: str) -> None:
    vault = care.open()
    vault.notes.add(NewNote(text=text), at=MONDAY)
    vault.close()


def add_library(folder: Path, *keys: str) -> None:
    library = a_library(folder)
    store(library, add_source(library), *(an_article(key, key, "words") for key in keys))
    library.close()


def texts(folder: Path, passphrase: str) -> list[str] | None:
    """Return what the notes of a folder say, None where the passphrase is not theirs."""
    care = care_in(folder)
    try:
        assert care.unlock(passphrase).notices == ()
    except VaultError as error:
        if error.kind is not VaultTrouble.WRONG_PASSPHRASE:
            raise
        return None
    vault = care.open()
    try:
        return sorted(note.text for note in vault.notes.list())
    finally:
        vault.close()
        check_file(folder / "vault.db", care.unlocked.data_key.file_key())
        care.lock()


@pytest.fixture
def others(tmp_path: Path) -> Path:
    """A folder with a library and notes, and in it a backup of another one."""
    there, here = tmp_path / "there", tmp_path / "data"
    add_library(there, "a", "b")
    care = new_care(there)
    add(care, THERE)
    AttachmentFiles(there / "attachments", care.unlocked.data_key).keep(LETTER)
    here.mkdir()
    library = a_library(there)
    create_whole_backup(
        library, care.unlocked, Paths(data_dir=there), here / FILE, clock=SystemClock(), on_progress=lambda _: None
    )
    library.close()
    care.lock()
    add_library(here, "c")
    mine = care_in(here)
    mine.create(ANOTHER, cost=CHEAPEST)
    add(mine, HERE)
    AttachmentFiles(here / "attachments", mine.unlocked.data_key).keep(LETTER)
    (here / "snapshots").mkdir(exist_ok=True)
    snapshot = here / "snapshots" / "vault-20260101T080000Z-daily.db"
    copy_vault(here / "vault.db", mine.unlocked.data_key, snapshot, clock=SystemClock())
    mine.lock()
    return here


def check_restored(folder: Path, told: Sequence[str]) -> None:
    """The notes of here, or those of the backup with the ones of here beside them; each with all that is theirs."""
    with one_writer(Paths(data_dir=folder), holder="the next start"):
        assert find_leftovers(folder) == ()
    assert care_in(folder).exists()
    here, there = texts(folder, ANOTHER), texts(folder, PASSPHRASE)
    if there is None:
        assert (here, told) == ([HERE], ())
        check_beside(folder, ANOTHER, copies=1)
    else:
        assert (here, there) == (None, [THERE])
        check_beside(folder, PASSPHRASE, copies=0)
        (before,) = folders_of_before(folder)
        assert texts(before, ANOTHER) == [HERE]
        check_beside(before, ANOTHER, copies=1)
    assert not (folder / "care-notes-incoming").exists()
    library = open_library(folder / "library.db", SystemClock())
    assert all(check.ok for check in library.health.check(repair=False))
    assert library.backup.counts()["articles"] == 2 or (not told and library.backup.counts()["articles"] == 1)
    library.close()


def check_beside(folder: Path, passphrase: str, *, copies: int) -> None:
    care = care_in(folder)
    files = AttachmentFiles(folder / "attachments", care.unlock(passphrase).data_key)
    assert [files.read(path.name) for path in (folder / "attachments").iterdir()] == [LETTER]
    assert len(list_snapshots(folder / "vault.db")) == copies
    care.lock()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with notes and a copy of them that lacks one."""
    folder = tmp_path / "data"
    care = new_care(folder)
    add(care, HERE)
    (folder / "snapshots").mkdir()
    snapshot = folder / "snapshots" / "vault-20260101T080000Z-daily.db"
    copy_vault(folder / "vault.db", care.unlocked.data_key, snapshot, clock=SystemClock())
    add(care, SINCE)
    care.lock()
    return folder


def check_back(folder: Path, told: Sequence[str]) -> None:
    """The notes of today, or those of the copy with the ones of today in another copy."""
    assert care_in(folder).exists()
    found = texts(folder, PASSPHRASE)
    assert found == [HERE] or (not told and found == [HERE, SINCE])
    with one_writer(Paths(data_dir=folder), holder="the next start"):
        assert find_leftovers(folder) == ()
    care = care_in(folder)
    key = care.unlock(PASSPHRASE).data_key.file_key()
    for snapshot in list_snapshots(folder / "vault.db"):
        check_file(snapshot, key)
    assert found != [HERE] or len(list_snapshots(folder / "vault.db")) == 2
    care.lock()


@pytest.fixture
def damaged(copied: Path) -> Path:
    """The same folder, its notes emptied."""
    (copied / "vault.db").write_bytes(b"")
    return copied


def check_mended(folder: Path, told: Sequence[str]) -> None:
    """The damage is still told, or the copy is there and the damaged file beside it."""
    assert care_in(folder).exists()
    path = folder / "vault.db"
    if path.exists() and not path.stat().st_size:
        assert not told
        with pytest.raises(VaultError) as damage:
            texts(folder, PASSPHRASE)
        assert damage.value.kind is VaultTrouble.DAMAGED
        return
    assert texts(folder, PASSPHRASE) == [HERE]
    assert len(list(folder.glob("vault-damaged-*.db"))) == 1


def check_copied(folder: Path, told: Sequence[str]) -> None:
    """Every copy is whole, and once it was told there is today's."""
    assert texts(folder, PASSPHRASE) == [HERE, SINCE]
    care = care_in(folder)
    key = care.unlock(PASSPHRASE).data_key.file_key()
    for snapshot in list_snapshots(folder / "vault.db"):
        check_file(snapshot, key)
    assert len(list_snapshots(folder / "vault.db")) >= 1 + len(told)
    care.lock()


@EVERY
def test_restoring_a_backup_with_notes_over_others(others: Path, every: bool) -> None:
    assert crash_everywhere("restore_all", others, check_restored, every=every) > 20


@EVERY
def test_going_back_to_a_copy(copied: Path, every: bool) -> None:
    assert crash_everywhere("go_back_in_notes", copied, check_back, every=every) > 7


@EVERY
def test_going_back_from_damaged_notes(damaged: Path, every: bool) -> None:
    assert crash_everywhere("go_back_in_notes", damaged, check_mended, every=every) > 5


@EVERY
def test_taking_the_daily_copy(copied: Path, every: bool) -> None:
    assert crash_everywhere("daily_copy_of_notes", copied, check_copied, every=every) > 4


@killed(150)
def test_kills_while_a_backup_with_notes_comes_back(others: Path, kills: int, seed: int) -> None:
    assert kill_often("restore_all", others, check_restored, kills=kills, seed=seed) > 0


@killed(150)
def test_kills_while_going_back_to_a_copy(copied: Path, kills: int, seed: int) -> None:
    assert kill_often("go_back_in_notes", copied, check_back, kills=kills, seed=seed) > 0
