"""A backup with care notes opens by the passphrase of its day or by the sheet, and tells nothing to anybody else."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.today import NOTES_BACKED_UP_AT
from caregiver_app.bootstrap.whole_backups import WholeFacts, create_whole_backup, is_whole, verify_whole_backup
from caregiver_app.model.errors import BackupError, CaregiverError, StorageError, VaultError, VaultTrouble
from caregiver_app.support.clock import SystemClock
from caregiver_app.support.whole_manifest import read_any_manifest
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.envelope import Envelope, seal, unseal
from caregiver_app.vault.records.notes import NewNote
from tests.helpers.backups import back_up, fill, nothing, parts_of, retold, write
from tests.helpers.command_line import ROOT
from tests.helpers.library import a_library
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

PAGE = (ROOT / "docs" / "formats" / "backup.md").read_text(encoding="utf-8")
MARKER = "kestrel-5519-unlikely"


def made(folder: Path, file: Path) -> tuple[WholeFacts, DataKey]:
    """Fill library and notes, back them up; return what the backup holds, and its data key."""
    fill(folder)
    care = new_care(folder)
    _write_down(care, MARKER)
    library = a_library(folder)
    key = DataKey(care.unlocked.data_key.raw())
    facts = create_whole_backup(
        library, care.unlocked, Paths(data_dir=folder), file, clock=SystemClock(), on_progress=nothing
    )
    library.close()
    care.lock()
    return facts, key


def _write_down(care: Care, text: str) -> None:
    vault = care.open()
    vault.notes.add(NewNote(text=text), at=SystemClock().now())
    vault.close()


def by(passphrase: str) -> Callable[[Envelope], DataKey]:
    return lambda envelope: unseal(envelope, passphrase)


def verified(file: Path, folder: Path, opener: Callable[[Envelope], DataKey] | None) -> WholeFacts:
    return verify_whole_backup(file, Paths(data_dir=folder), opener, on_progress=nothing)


def test_the_library_remembers_when_the_notes_were_copied(tmp_path: Path) -> None:
    facts, _key = made(tmp_path / "a", tmp_path / "b")
    library = a_library(tmp_path / "a")
    assert library.choices.get(NOTES_BACKED_UP_AT, 0) == facts.created_at
    library.close()


def test_a_backup_is_whole_by_its_passphrase_and_by_its_key(tmp_path: Path) -> None:
    """Both ways in see the library and the notes."""
    facts, key = made(tmp_path / "a", tmp_path / "b")
    assert is_whole(tmp_path / "b")
    for opener in (by(PASSPHRASE), lambda _envelope: key):
        seen = verified(tmp_path / "b", tmp_path / "c", opener)
        assert seen.library is not None
        assert (seen.library.articles, seen.library.starred) == (5, 1)
        assert (seen.vault_number, seen.size_bytes) == (facts.vault_number, facts.size_bytes)


def test_an_envelope_put_beside_open_notes_does_not_come_into_the_backup(tmp_path: Path) -> None:
    """It has the larger number; with it, the passphrase would not open the backup on the day it is needed."""
    fill(tmp_path / "data")
    care = new_care(tmp_path / "data")
    places, marks = care.places, care.unlocked.marks
    other = seal(DataKey.new(), "another passphrase altogether", marks, serial=99, cost=CHEAPEST)
    places.envelope.twin.write_bytes(other.to_bytes())
    paths, file = Paths(data_dir=tmp_path / "data"), tmp_path / "b.caregiver-backup"
    library = a_library(tmp_path / "data")
    create_whole_backup(library, care.unlocked, paths, file, clock=SystemClock(), on_progress=nothing)
    library.close()
    care.lock()
    assert verified(file, tmp_path / "data", by(PASSPHRASE)).vault_number == marks.number


def test_a_link_among_the_files_of_notes_does_not_lead_into_the_backup(tmp_path: Path) -> None:
    outside, name = tmp_path / "outside", "ab" * 32
    outside.write_text(MARKER)
    fill(tmp_path / "data")
    care = new_care(tmp_path / "data")
    (tmp_path / "data" / "attachments").mkdir()
    (tmp_path / "data" / "attachments" / name).symlink_to(outside)
    paths, file = Paths(data_dir=tmp_path / "data"), tmp_path / "b.caregiver-backup"
    library = a_library(tmp_path / "data")
    facts = create_whole_backup(library, care.unlocked, paths, file, clock=SystemClock(), on_progress=nothing)
    library.close()
    care.lock()
    assert facts.attachments == 0
    assert MARKER.encode() not in file.read_bytes()


def test_without_a_way_in_only_its_bytes_are_checked(tmp_path: Path) -> None:
    """Who has no passphrase learns that it is whole, and nothing of what is in it."""
    made(tmp_path / "a", tmp_path / "b")
    assert verified(tmp_path / "b", tmp_path / "c", None).library is None


def test_another_passphrase_opens_nothing(tmp_path: Path) -> None:
    """A wrong passphrase is told as such."""
    made(tmp_path / "a", tmp_path / "b")
    with pytest.raises(VaultError) as told:
        verified(tmp_path / "b", tmp_path / "c", by("another one"))
    assert told.value.kind is VaultTrouble.WRONG_PASSPHRASE


def test_no_word_of_library_or_notes_lies_in_it(tmp_path: Path) -> None:
    """Neither titles of pages nor notes can be read in the file, and nothing is left of its making."""
    made(tmp_path / "a", tmp_path / "b")
    data = (tmp_path / "b").read_bytes()
    assert not any(word in data for word in (MARKER.encode(), b"Title 3", b"words of", b"SQLite format"))
    assert list((tmp_path / "a").glob(".stage*")) == []


def test_a_backup_of_the_library_alone_is_not_taken_for_one_with_notes(tmp_path: Path) -> None:
    """The two kinds are told apart before anything is read."""
    fill(tmp_path / "a")
    back_up(tmp_path / "a", tmp_path / "b")
    assert not is_whole(tmp_path / "b")
    with pytest.raises(BackupError):
        verified(tmp_path / "b", tmp_path / "c", None)


@pytest.mark.parametrize("name", ["vault.json", "vault.db", "library.age"])
def test_a_part_of_another_backup_is_found_out(tmp_path: Path, name: str) -> None:
    """Envelope, notes and library of two backups do not fit together, even where hashes were made to."""
    made(tmp_path / "a", tmp_path / "one")
    made(tmp_path / "b", tmp_path / "two")
    mixed = dict(parts_of(tmp_path / "one")) | {name: dict(parts_of(tmp_path / "two"))[name]}
    write(tmp_path / "mixed", retold(list(mixed.items())))
    with pytest.raises((VaultError, BackupError)):
        verified(tmp_path / "mixed", tmp_path / "c", by(PASSPHRASE))


@pytest.mark.parametrize("name", ["vault.json", "vault.db", "library.age"])
def test_a_flipped_byte_is_found_out(tmp_path: Path, name: str) -> None:
    """One changed byte in a part is told, with hashes that fit it too."""
    made(tmp_path / "a", tmp_path / "one")
    parts = dict(parts_of(tmp_path / "one"))
    data = bytearray(parts[name])
    data[len(data) // 2] ^= 1
    write(tmp_path / "bent", retold(list((parts | {name: bytes(data)}).items())))
    with pytest.raises((VaultError, BackupError, StorageError)):
        verified(tmp_path / "bent", tmp_path / "c", by(PASSPHRASE))


@pytest.mark.parametrize(
    "names",
    [
        ["vault.json", "vault.db"],
        ["vault.db", "vault.json", "library.age"],
        ["vault.json", "vault.db", "library.age", "attachments/../x"],
        ["vault.json", "vault.db", "library.age", "library.db"],
    ],
    ids=["missing", "order", "path", "plain"],
)
def test_other_parts_than_ours_are_refused(tmp_path: Path, names: list[str]) -> None:
    """Names and their order are exactly those that the format knows."""
    made(tmp_path / "a", tmp_path / "one")
    held = dict(parts_of(tmp_path / "one"))
    parts = [("manifest.json", held["manifest.json"]), *((name, held.get(name, b"x")) for name in names)]
    write(tmp_path / "other", retold(parts))
    with pytest.raises(CaregiverError):
        is_whole(tmp_path / "other")


def test_a_program_that_knows_only_libraries_says_that_it_is_newer(tmp_path: Path) -> None:
    """The manifest says version 2, which earlier readers refuse and leave alone."""
    made(tmp_path / "a", tmp_path / "b")
    with zipfile.ZipFile(tmp_path / "b") as archive:
        manifest = read_any_manifest(archive.read("manifest.json"))
    assert b'"version": 2' in manifest.to_bytes()


def test_the_page_shows_what_is_written(tmp_path: Path) -> None:
    """The example of the format's page is read, and has the keys of what is made."""
    example = PAGE.split("```json\n")[2].partition("\n```")[0]
    shown = read_any_manifest(example.encode())
    made(tmp_path / "a", tmp_path / "b")
    written = json.loads(dict(parts_of(tmp_path / "b"))["manifest.json"])
    assert list(written) == list(json.loads(example))
    assert [part.name for part in shown.parts] == [part["name"] for part in written["parts"]]
