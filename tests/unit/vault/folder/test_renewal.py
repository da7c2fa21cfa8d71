"""When somebody may know the passphrase: nothing that the old key opens is left, all is under the new one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.care_notices import CareNotice
from caregiver_app.model.errors import StorageError, StorageTrouble, VaultError, VaultTrouble
from caregiver_app.storage.renewing import is_under
from caregiver_app.storage.snapshots import list_snapshots
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.attached.files import AttachmentFiles
from caregiver_app.vault.folder.copying import copy_vault
from caregiver_app.vault.folder.opening import unlock
from caregiver_app.vault.folder.places import VaultPlaces
from caregiver_app.vault.folder.renewal import prepare
from caregiver_app.vault.folder.sealed import SealedNote, seal_note
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.envelope_files import EnvelopeFiles
from caregiver_app.vault.records.notes import NewNote
from caregiver_app.vault.store import Vault
from tests.helpers.clock import MONDAY
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

ANOTHER = "plum anchor teapot violin meadow"
THIRD = "basket thunder pencil orchid ladder"
NOTES = ["Slept until six", "Ate well"]


def filled(folder: Path) -> Care:
    """Return unlocked notes with two notes and two snapshots."""
    care = new_care(folder)
    vault = care.open()
    for text in NOTES:
        vault.notes.add(NewNote(text=text), at=MONDAY)
    vault.close()
    (folder / "snapshots").mkdir(exist_ok=True)
    for stamp in ("20260101T080000Z-daily", "20260102T080000Z-daily"):
        copy = folder / "snapshots" / f"vault-{stamp}.db"
        copy_vault(folder / "vault.db", care.unlocked.data_key, copy, clock=SystemClock())
    return care


def texts(care: Care) -> list[str]:
    """Return what the notes say, in their order."""
    vault = care.open()
    try:
        return [note.text for note in sorted(vault.notes.list(), key=lambda note: note.id)]
    finally:
        vault.close()


def renew(care: Care) -> str:
    """Change to a new key; return the new sheet as it is typed."""
    renewal = care.prepare_new_key(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    typed = " ".join(renewal.sheet(SystemClock()).groups)
    care.carry_out_new_key(renewal)
    return typed


def test_all_is_under_the_new_key_and_nothing_under_the_old_one(tmp_path: Path) -> None:
    care = filled(tmp_path)
    old = DataKey(care.unlocked.data_key.raw())
    old_sheet = " ".join(care.sheet(PASSPHRASE).groups)
    new_sheet = renew(care)
    new = DataKey(care.unlocked.data_key.raw())
    assert texts(care) == NOTES
    assert not new.is_same(old)
    databases = [path for path in tmp_path.rglob("*") if path.suffix == ".db"]
    assert len(databases) == 2
    assert all(is_under(path, new.file_key()) and not is_under(path, old.file_key()) for path in databases)
    assert [path.name.endswith("-new-key.db") for path in list_snapshots(tmp_path / "vault.db")] == [True]
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file() and "caregiver" not in path.name) == [
        "vault-2.json",
        "vault-saves.json",
        "vault.db",
        "vault.json",
        "vault.lock",
    ]
    care.lock()
    with pytest.raises(VaultError) as told:
        a_care(tmp_path).recover(old_sheet, PASSPHRASE, cost=CHEAPEST)
    assert told.value.kind is VaultTrouble.WRONG_SHEET
    with pytest.raises(VaultError):
        a_care(tmp_path).unlock(PASSPHRASE)
    assert a_care(tmp_path).unlock(ANOTHER).notices == ()
    a_care(tmp_path).recover(new_sheet, PASSPHRASE, cost=CHEAPEST)


def test_the_number_stays_and_the_key_for_what_is_written_while_locked_is_another_one(tmp_path: Path) -> None:
    care = filled(tmp_path)
    before = care.unlocked.marks
    seal_note(care.places.sealed, before.drop_recipient, SealedNote(text="While locked", at=MONDAY))
    renew(care)
    after = care.unlocked.marks
    assert (after.vault_id, after.number) == (before.vault_id, before.number)
    assert after.drop_recipient != before.drop_recipient
    assert texts(care) == [*NOTES, "While locked"], "what was sealed before still joins"
    seal_note(care.places.sealed, after.drop_recipient, SealedNote(text="And after", at=MONDAY))
    care.lock()
    again = a_care(tmp_path)
    again.unlock(ANOTHER)
    assert texts(again) == [*NOTES, "While locked", "And after"], "and so does what is sealed for the new one"


def test_a_prepared_change_that_is_not_carried_out_changes_nothing(tmp_path: Path) -> None:
    care = filled(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    care.prepare_new_key(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_what_was_written_after_the_sheet_was_made_is_carried_over(tmp_path: Path) -> None:
    care = filled(tmp_path)
    renewal = care.prepare_new_key(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    vault = care.open()
    vault.notes.add(NewNote(text="In between"), at=MONDAY)
    vault.close()
    care.carry_out_new_key(renewal)
    assert texts(care) == [*NOTES, "In between"]


def test_it_is_refused_while_somebody_has_the_notes_open(tmp_path: Path) -> None:
    care = filled(tmp_path)
    vault = care.open()
    vault.people.add("Somebody", at=MONDAY)
    renewal = care.prepare_new_key(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    with pytest.raises(StorageError) as told:
        care.carry_out_new_key(renewal)
    assert told.value.kind is StorageTrouble.LOCKED
    vault.people.add("Somebody else", at=MONDAY)
    vault.close()
    care.lock()
    care.unlock(PASSPHRASE)
    assert texts(care) == NOTES


def test_it_asks_for_the_passphrase_and_a_strong_new_one(tmp_path: Path) -> None:
    care = filled(tmp_path)
    for typed, new, trouble in (
        (ANOTHER, ANOTHER, VaultTrouble.WRONG_PASSPHRASE),
        (PASSPHRASE, "password", VaultTrouble.WEAK_PASSPHRASE),
    ):
        with pytest.raises(VaultError) as told:
            care.prepare_new_key(typed, new, cost=CHEAPEST)
        assert told.value.kind is trouble


def test_the_journal_holds_no_key(tmp_path: Path) -> None:
    """While it lies there, neither the old key nor the new one is in any file of the folder."""
    care = filled(tmp_path)
    old = DataKey(care.unlocked.data_key.raw())
    stops = StopsAtSettling()
    places = VaultPlaces(database=tmp_path / "vault.db", envelope=envelopes(tmp_path), under_key=(stops,))
    with pytest.raises(StorageError):
        prepare(places, old, ANOTHER, cost=CHEAPEST, clock=SystemClock()).carry_out(SystemClock())
    assert json.loads((tmp_path / "vault-renewal.json").read_text())["version"] == 1
    held = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for key in (old.raw(), stops.new):
        assert key not in held
        assert key.hex().encode() not in held
    again = a_care(tmp_path)
    with pytest.raises(VaultError):
        again.unlock(PASSPHRASE)
    again.unlock(ANOTHER)
    assert texts(again) == NOTES
    assert not (tmp_path / "vault-renewal.json").exists()


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[", b'{"format": "caregiver-vault-renewal", "version": 1}', b"\xff" * 50]
)
def test_a_journal_that_says_nothing_is_passed_over(tmp_path: Path, content: bytes) -> None:
    new_care(tmp_path).lock()
    (tmp_path / "vault-renewal.json").write_bytes(content)
    assert a_care(tmp_path).unlock(PASSPHRASE).notices == ()


def test_a_journal_that_comes_back_after_its_change_is_done_keeps_nobody_out(tmp_path: Path) -> None:
    """As services that copy the folder bring removed files back: neither passphrase nor sheet opened the notes then."""
    care, journal = with_journal_of_before(tmp_path)
    care.change_passphrase(ANOTHER, THIRD, cost=CHEAPEST)
    sheet = " ".join(care.sheet(THIRD).groups)
    care.lock()
    ways: tuple[Callable[[Care], object], ...] = (
        lambda care: care.unlock(THIRD),
        lambda care: care.recover(sheet, THIRD, cost=CHEAPEST),
    )
    for open_notes in ways:
        (tmp_path / "vault-renewal.json").write_bytes(journal)
        again = a_care(tmp_path)
        open_notes(again)
        assert texts(again) == NOTES
        assert not (tmp_path / "vault-renewal.json").exists()
    (tmp_path / "vault-renewal.json").write_bytes(journal)
    assert a_care(tmp_path).unlock(ANOTHER).notices == (CareNotice.OLDER_ENVELOPE,)
    assert a_care(tmp_path).unlock(THIRD).notices == (), "the passphrase of before is not in force again"


def test_a_journal_of_a_key_of_before_takes_nothing_away(tmp_path: Path) -> None:
    """The same passphrase, another key since: what lies under the key in force was removed as if it were old."""
    care, journal = with_journal_of_before(tmp_path)
    name = AttachmentFiles(tmp_path / "attachments", care.unlocked.data_key).keep(b"of the first new key")
    renewal = care.prepare_new_key(ANOTHER, ANOTHER, cost=CHEAPEST)
    care.carry_out_new_key(renewal)
    kept = AttachmentFiles(tmp_path / "attachments", care.unlocked.data_key).keep(b"of the key in force")
    care.lock()
    assert kept != name
    (tmp_path / "vault-renewal.json").write_bytes(journal)
    again = a_care(tmp_path)
    again.unlock(ANOTHER)
    assert texts(again) == NOTES
    assert (tmp_path / "attachments" / kept).exists()


def test_only_the_new_file_takes_the_place_of_the_notes(tmp_path: Path) -> None:
    """What lies there instead of it, damaged or of before, was put over notes that were whole."""
    care, journal = with_journal_of_before(tmp_path)
    copy = (tmp_path / "vault.db").read_bytes()
    vault = care.open()
    vault.notes.add(NewNote(text="Since then"), at=MONDAY)
    vault.close()
    care.lock()
    for lies_there in (b"no notes" * 600, copy):
        (tmp_path / "vault-renewal.json").write_bytes(journal)
        (tmp_path / "vault.db.renewed").write_bytes(lies_there)
        again = a_care(tmp_path)
        again.unlock(ANOTHER)
        assert texts(again) == [*NOTES, "Since then"]
        assert not (tmp_path / "vault.db.renewed").exists()
        again.lock()


def with_journal_of_before(folder: Path) -> tuple[Care, bytes]:
    """Return unlocked notes with a new key, and the journal that lay there while they got it."""
    care = filled(folder)
    old = DataKey(care.unlocked.data_key.raw())
    places = VaultPlaces(database=folder / "vault.db", envelope=envelopes(folder), under_key=(StopsAtSettling(),))
    with pytest.raises(StorageError):
        prepare(places, old, ANOTHER, cost=CHEAPEST, clock=SystemClock()).carry_out(SystemClock())
    journal = places.journal.read_bytes()
    again = a_care(folder)
    again.unlock(ANOTHER)
    return again, journal


def test_what_cannot_be_finished_keeps_nobody_from_their_notes(tmp_path: Path) -> None:
    """A disk in the way after the new file has its place: the notes open, and another unlock does what is left."""
    care = filled(tmp_path)
    old = DataKey(care.unlocked.data_key.raw())
    places = VaultPlaces(database=tmp_path / "vault.db", envelope=envelopes(tmp_path), under_key=(StopsAtSettling(),))
    with pytest.raises(StorageError):
        prepare(places, old, ANOTHER, cost=CHEAPEST, clock=SystemClock()).carry_out(SystemClock())
    for _ in range(2):
        assert unlock(places, ANOTHER, SystemClock()).notices == ()
        assert places.journal.exists()
    with a_care(tmp_path).places.changing("something else"):
        a_care(tmp_path).unlock(ANOTHER)
    assert places.journal.exists()
    a_care(tmp_path).unlock(ANOTHER)
    assert not places.journal.exists()


def test_the_new_sheet_finishes_it_too_and_the_old_one_does_not(tmp_path: Path) -> None:
    care = filled(tmp_path)
    old = DataKey(care.unlocked.data_key.raw())
    old_sheet = " ".join(care.sheet(PASSPHRASE).groups)
    places = VaultPlaces(database=tmp_path / "vault.db", envelope=envelopes(tmp_path), under_key=(StopsAtSettling(),))
    renewal = prepare(places, old, ANOTHER, cost=CHEAPEST, clock=SystemClock())
    with pytest.raises(StorageError):
        renewal.carry_out(SystemClock())
    with pytest.raises(VaultError) as told:
        a_care(tmp_path).recover(old_sheet, PASSPHRASE, cost=CHEAPEST)
    assert told.value.kind is VaultTrouble.WRONG_SHEET
    again = a_care(tmp_path)
    again.recover(" ".join(renewal.sheet(SystemClock()).groups), PASSPHRASE, cost=CHEAPEST)
    assert texts(again) == NOTES
    assert not places.journal.exists()
    assert a_care(tmp_path).unlock(PASSPHRASE).notices == ()


def test_new_notes_are_not_held_up_by_a_change_of_others(tmp_path: Path) -> None:
    """A journal that was left behind where somebody removed the notes and their copies by hand."""
    care = filled(tmp_path)
    old = DataKey(care.unlocked.data_key.raw())
    places = VaultPlaces(database=tmp_path / "vault.db", envelope=envelopes(tmp_path), under_key=(StopsAtSettling(),))
    with pytest.raises(StorageError):
        prepare(places, old, ANOTHER, cost=CHEAPEST, clock=SystemClock()).carry_out(SystemClock())
    (tmp_path / "vault.db").unlink()
    shutil.rmtree(tmp_path / "snapshots")
    assert places.journal.exists()
    new_care(tmp_path).lock()
    assert a_care(tmp_path).unlock(PASSPHRASE).notices == ()


def test_the_new_file_alone_is_enough_once_the_change_counts(tmp_path: Path) -> None:
    """Where the old file is gone before the new one has its place, nobody is told that there are no notes."""
    care = filled(tmp_path)
    old = DataKey(care.unlocked.data_key.raw())
    places = VaultPlaces(database=tmp_path / "vault.db", envelope=envelopes(tmp_path), under_key=(StopsAtSettling(),))
    with pytest.raises(StorageError):
        prepare(places, old, ANOTHER, cost=CHEAPEST, clock=SystemClock()).carry_out(SystemClock())
    (tmp_path / "vault.db").rename(tmp_path / "vault.db.renewed")
    again = a_care(tmp_path)
    assert again.exists()
    with pytest.raises(VaultError):
        again.create(PASSPHRASE, cost=CHEAPEST)
    again.unlock(ANOTHER)
    assert texts(again) == NOTES


class StopsAtSettling:
    """Files under the key whose second half fails, as on a disk that went away."""

    def __init__(self) -> None:
        self.new = b""

    def renew(self, vault: Vault, old: DataKey, new: DataKey) -> None:
        """See the new file and both keys."""
        assert [note.text for note in sorted(vault.notes.list(), key=lambda note: note.id)] == NOTES
        assert not old.is_same(new)
        self.new = new.raw()

    def settle(self, old: DataKey, new: DataKey) -> None:
        """Fail."""
        assert not old.is_same(new)
        raise StorageError(StorageTrouble.IO)


def envelopes(folder: Path) -> EnvelopeFiles:
    """Return the places of the envelope in a folder."""
    return EnvelopeFiles(first=folder / "vault.json", twin=folder / "vault-2.json")


def a_care(folder: Path) -> Care:
    """Return the care notes of a folder, locked."""
    return Care(Paths(data_dir=folder), SystemClock())
