"""The keys of care notes may change hands at any moment: afterwards the notes open, whole, by what was told or before.

Each change is ended at every place of its writes, and by kill -9 at moments that chance chooses.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from caregiver_app.bootstrap.leftovers import find_leftovers
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.storage.renewing import is_under
from caregiver_app.storage.snapshots import check_file, list_snapshots
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.folder.copying import copy_vault
from caregiver_app.vault.folder.opening import Unlocked, unlock, unlock_with_key
from caregiver_app.vault.folder.sealed import SealedNote, waiting
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.recovery import read_sheet
from caregiver_app.vault.records.notes import NewNote
from tests.faults.key_scenarios import ANOTHER, OLD_KEY, another_key, care_in, places_in
from tests.helpers.clock import MONDAY
from tests.helpers.faults import EVERY, crash_everywhere
from tests.helpers.keyed_files import KeyedFiles
from tests.helpers.killing import kill_often, killed
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

NOTES = ["Slept until six", "Ate well"]
FILES = [b"a letter", b"a list"]


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A folder with care notes: two notes, a snapshot, two files under the key, the sheet and the key for tests."""
    folder = tmp_path / "data"
    care = new_care(folder)
    vault = care.open()
    for text in NOTES:
        vault.notes.add(NewNote(text=text), at=MONDAY)
    vault.close()
    key = care.unlocked.data_key
    (folder / "snapshots").mkdir()
    snapshot = folder / "snapshots" / "vault-20260101T080000Z-daily.db"
    copy_vault(folder / "vault.db", key, snapshot, clock=SystemClock())
    for content in FILES:
        KeyedFiles(folder / "attachments").add(content, key)
    (folder / OLD_KEY).write_text(key.raw().hex())
    (folder / "sheet").write_text(" ".join(care.sheet(PASSPHRASE).groups))
    care.lock()
    return folder


def opened_by(folder: Path, passphrase: str) -> Unlocked | None:
    """Return the notes, opened by a passphrase; None where it is not theirs."""
    try:
        return unlock(places_in(folder), passphrase, SystemClock())
    except VaultError as error:
        if error.kind is not VaultTrouble.WRONG_PASSPHRASE:
            raise
        return None


def texts(unlocked: Unlocked) -> list[str]:
    """Return what the notes say, in the order of their numbers."""
    vault = unlocked.open(SystemClock())
    try:
        return [note.text for note in sorted(vault.notes.list(), key=lambda note: note.id)]
    finally:
        vault.close()


def check_made(folder: Path, told: Sequence[str]) -> None:
    """Either there are none, and they can be made, or they open."""
    care = care_in(folder)
    assert care.exists() or not told
    if care.exists():
        assert care.unlock(PASSPHRASE).notices == ()
    else:
        care.create(PASSPHRASE, cost=CHEAPEST)
    assert texts(care.unlocked) == []


def check_changed(folder: Path, told: Sequence[str]) -> None:
    """One of the two passphrases opens them; once it was told, the new one and no other."""
    by = {passphrase: opened_by(folder, passphrase) for passphrase in (ANOTHER, PASSPHRASE)}
    if told:
        assert by[PASSPHRASE] is None
        assert by[ANOTHER] is not None
    opened = by[ANOTHER] or by[PASSPHRASE]
    assert opened is not None
    assert opened.notices == ()
    assert texts(opened) == NOTES


def check_renewed(folder: Path, told: Sequence[str]) -> None:
    """All is as before and can be done again, or all is under the new key and nothing under the old one."""
    old = DataKey(bytes.fromhex((folder / OLD_KEY).read_text()))
    with one_writer(Paths(data_dir=folder), holder="the next start"):
        assert find_leftovers(folder) == ()
    opened = opened_by(folder, ANOTHER)
    if opened is None:
        assert not told
        before = opened_by(folder, PASSPHRASE)
        assert before is not None
        assert texts(before) == NOTES
        assert KeyedFiles(folder / "attachments").contents(old) == sorted(FILES)
        another_key(folder)
        opened = opened_by(folder, ANOTHER)
    assert opened is not None
    assert texts(opened) == NOTES
    assert_nothing_is_under(old, folder)
    new = opened.data_key
    assert KeyedFiles(folder / "attachments").contents(new) == sorted(FILES)
    assert KeyedFiles(folder / "attachments").count() == len(FILES)
    check_file(folder / "vault.db", new.file_key())
    for snapshot in list_snapshots(folder / "vault.db"):
        check_file(snapshot, new.file_key())
    assert list_snapshots(folder / "vault.db") != ()
    number, key = read_sheet((folder / "new-sheet").read_text())
    assert number == opened.marks.number
    assert texts(unlock_with_key(places_in(folder), key, SystemClock())) == NOTES


def assert_nothing_is_under(old: DataKey, folder: Path) -> None:
    """Fail where the old key or the old passphrase still opens anything."""
    assert opened_by(folder, PASSPHRASE) is None
    assert not [path for path in folder.rglob("*.db*") if is_under(path, old.file_key())]
    assert not (folder / "vault-renewal.json").exists()
    assert not (folder / "vault.db.renewed").exists()
    assert KeyedFiles(folder / "attachments").contents(old) == []


def check_sealed(folder: Path, told: Sequence[str]) -> None:
    """What was told to be kept comes in once."""
    unlocked = care_in(folder).unlock(PASSPHRASE)
    found = texts(unlocked)[len(NOTES) :]
    assert sorted(found) == sorted(set(found))
    assert set(told) <= set(found)
    assert unlocked.notices == ()


def check_taken_in(folder: Path, told: Sequence[str]) -> None:
    """Each piece is there once, and no file of it any more."""
    assert told in ((), ("joined 3",))
    unlocked = care_in(folder).unlock(PASSPHRASE)
    assert sorted(texts(unlocked)) == sorted([*NOTES, *(f"sealed {number}" for number in range(3))])
    assert (unlocked.notices, waiting(folder / "sealed")) == ((), ())


@pytest.fixture
def sealed(template: Path) -> Path:
    """The template with three notes that were written while locked."""
    for number in range(3):
        care_in(template).seal_note(SealedNote(text=f"sealed {number}", at=MONDAY))
    return template


@EVERY
def test_making_care_notes(tmp_path: Path, every: bool) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    assert crash_everywhere("make_notes", folder, check_made, every=every) > 8


@EVERY
def test_another_passphrase(template: Path, every: bool) -> None:
    assert crash_everywhere("another_passphrase", template, check_changed, every=every) > 5


@EVERY
def test_the_sheet_and_another_passphrase(template: Path, every: bool) -> None:
    assert crash_everywhere("recover_notes", template, check_changed, every=every) > 5


@EVERY
def test_another_key(template: Path, every: bool) -> None:
    assert crash_everywhere("another_key", template, check_renewed, every=every) > 20


@EVERY
def test_writing_while_locked(template: Path, every: bool) -> None:
    assert crash_everywhere("write_while_locked", template, check_sealed, every=every) > 4


@EVERY
def test_taking_in_what_was_written_while_locked(sealed: Path, every: bool) -> None:
    assert crash_everywhere("take_in", sealed, check_taken_in, every=every) > 5


@killed(100)
def test_kills_while_the_passphrase_changes(template: Path, kills: int, seed: int) -> None:
    assert kill_often("another_passphrase", template, check_changed, kills=kills, seed=seed) > 0


@killed(100)
def test_kills_while_all_is_written_under_another_key(template: Path, kills: int, seed: int) -> None:
    assert kill_often("another_key", template, check_renewed, kills=kills, seed=seed) > 0


@killed(100)
def test_kills_while_what_was_written_while_locked_comes_in(sealed: Path, kills: int, seed: int) -> None:
    assert kill_often("take_in", sealed, check_taken_in, kills=kills, seed=seed) > 0
