"""Files of notes come in encrypted, go out only as a copy that was asked for, and move with the key."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care_files import (
    OpenCare,
    attach_file,
    place_of_target,
    save_copy,
    sweep_attachments,
    tidy_notes,
)
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.model.errors import CareFileError, CareFileTrouble, StorageError
from caregiver_app.model.time import Millis
from caregiver_app.vault.attached.cipher import LARGEST_BYTES
from caregiver_app.vault.attached.files import AttachmentFiles, names_in
from caregiver_app.vault.changes.version_rows import KEPT_MS
from caregiver_app.vault.exchange.disclosures import Channel
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.records.attachments import AttachmentId
from caregiver_app.vault.records.notes import NewNote
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.open_care import family_care, open_care
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

LETTER = b"%PDF-1.7 kestrelmark says the letter" * 50
ANOTHER = "plum anchor teapot violin meadow"


def letter(folder: Path, data: bytes = LETTER, name: str = "Letter from the clinic.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_is_added_encrypted_and_saved_as_it_was(tmp_path: Path) -> None:
    source = letter(tmp_path)
    with family_care(tmp_path / "data") as (care, family):
        number = attach_file(care, "note", family.notes[0], source, at=MONDAY)
        assert attach_file(care, "note", family.notes[0], source, at=MONDAY) == number
        attachment = care.vault.attachments.get(number)
        assert (attachment.name, attachment.media_type) == (source.name, "application/pdf")
        save_copy(care, number, tmp_path / "copy.pdf", at=MONDAY)
        (left,) = care.vault.disclosures.list()
        assert (left.disclosed.channel, left.disclosed.what) == (Channel.COPY, {"attachment": 1})
        assert left.disclosed.person_id == family.mum
    assert (tmp_path / "copy.pdf").read_bytes() == LETTER
    assert stat.S_IMODE((tmp_path / "copy.pdf").stat().st_mode) == 0o600
    for path in (tmp_path / "data").rglob("*"):
        assert path.is_dir() or b"kestrelmark" not in path.read_bytes()


def test_a_copy_is_never_written_over_a_file_nor_into_our_own_folder(tmp_path: Path) -> None:
    there = letter(tmp_path)
    with family_care(tmp_path / "data") as (care, family):
        number = attach_file(care, "note", family.notes[0], there, at=MONDAY)
        (tmp_path / "link").symlink_to(tmp_path / "data")
        for target, kind in (
            (there, CareFileTrouble.IN_THE_WAY),
            (tmp_path / "data" / "copy.pdf", CareFileTrouble.OWN_FOLDER),
            (tmp_path / "link" / "copy.pdf", CareFileTrouble.OWN_FOLDER),
        ):
            with pytest.raises(CareFileError) as refused:
                save_copy(care, number, target, at=MONDAY)
            assert refused.value.kind is kind
        with pytest.raises(StorageError):
            save_copy(care, number, tmp_path / "nowhere" / "copy.pdf", at=MONDAY)
    assert there.read_bytes() == LETTER


@pytest.mark.parametrize("what", ["too-large", "a-pipe", "a-folder", "a-program", "gone"])
def test_only_ordinary_files_of_a_bounded_size_are_added(tmp_path: Path, what: str) -> None:
    path = tmp_path / "given"
    if what == "too-large":
        with path.open("wb") as file:
            file.truncate(LARGEST_BYTES + 1)
    elif what == "a-pipe":
        os.mkfifo(path)
    elif what == "a-folder":
        path.mkdir()
    elif what == "a-program":
        path.write_bytes(b"MZ\x90\x00")
    with family_care(tmp_path / "data") as (care, family):
        with pytest.raises((CareFileError, StorageError)):
            attach_file(care, "note", family.notes[0], path, at=MONDAY)
        assert not care.paths.attachments.exists()


def test_a_lost_or_damaged_file_is_told_and_its_note_stays(tmp_path: Path) -> None:
    with family_care(tmp_path / "data") as (care, family):
        number = attach_file(care, "note", family.notes[0], letter(tmp_path), at=MONDAY)
        (file,) = names_in(care.paths.attachments)
        file.write_bytes(file.read_bytes()[:-1])
        for kind in (CareFileTrouble.DAMAGED, CareFileTrouble.LOST):
            with pytest.raises(CareFileError) as refused:
                save_copy(care, number, tmp_path / "copy", at=MONDAY)
            assert refused.value.kind is kind
            file.unlink(missing_ok=True)
        assert care.vault.notes.get(family.notes[0]).text
        assert care.vault.disclosures.list() == ()


def test_files_that_nothing_names_are_swept(tmp_path: Path) -> None:
    with family_care(tmp_path / "data") as (care, family):
        attach_file(care, "note", family.notes[0], letter(tmp_path), at=MONDAY)
        kept = attach_file(care, "note", family.notes[1], letter(tmp_path, b"other"), at=MONDAY)
        care.vault.erasing.delete_for_good("note", family.notes[0])
        assert sweep_attachments(care.vault, care.paths) == 1
        assert sweep_attachments(care.vault, care.paths) == 0
        save_copy(care, kept, tmp_path / "copy", at=MONDAY)
    assert (tmp_path / "copy").read_bytes() == b"other"


def test_after_thirty_days_among_the_deleted_a_file_goes_with_its_row(tmp_path: Path) -> None:
    with family_care(tmp_path / "data") as (care, family):
        number = attach_file(care, "note", family.notes[0], letter(tmp_path), at=MONDAY)
        care.vault.attachments.delete(number, at=MONDAY)
        assert tidy_notes(care.vault, care.paths, at=Millis(MONDAY + KEPT_MS)) == 0
        assert tidy_notes(care.vault, care.paths, at=Millis(MONDAY + KEPT_MS + 1)) == 1
        assert names_in(care.paths.attachments) == []
        assert care.vault.deleted.list() == ()


def test_the_daily_copy_of_the_notes_lets_go_what_has_had_its_time(tmp_path: Path) -> None:
    clock = StillClock()
    services = build_services(Paths(data_dir=tmp_path / "data"), clock=clock)
    services.care.create(PASSPHRASE, cost=CHEAPEST)
    vault = services.care.open()
    care = OpenCare(vault=vault, unlocked=services.care.unlocked, paths=services.paths)
    note = vault.notes.add(NewNote(text="The letter came"), at=MONDAY)
    attach_file(care, "note", note, letter(tmp_path), at=MONDAY)
    vault.notes.delete(note, at=MONDAY)
    vault.close()
    clock.advance(KEPT_MS / 1000 + 60)
    assert services.snapshot_care_if_due() is not None
    assert names_in(services.paths.attachments) == []
    services.close()


def test_a_new_key_takes_the_files_with_it(tmp_path: Path) -> None:
    care = new_care(tmp_path / "data", clock=StillClock())
    paths = Paths(data_dir=tmp_path / "data")
    old = DataKey(care.unlocked.data_key.raw())
    vault = care.open()
    note = vault.notes.add(NewNote(text="The letter came"), at=MONDAY)
    number = attach_file(
        OpenCare(vault=vault, unlocked=care.unlocked, paths=paths), "note", note, letter(tmp_path), at=MONDAY
    )
    lost = attach_file(
        OpenCare(vault=vault, unlocked=care.unlocked, paths=paths), "note", note, letter(tmp_path, b"lost"), at=MONDAY
    )
    (paths.attachments / vault.attachments.get(lost).file_name).unlink()
    vault.close()
    care.carry_out_new_key(care.prepare_new_key(PASSPHRASE, ANOTHER, cost=CHEAPEST))
    vault = care.open()
    opened = OpenCare(vault=vault, unlocked=care.unlocked, paths=paths)
    save_copy(opened, number, tmp_path / "copy", at=MONDAY)
    assert (tmp_path / "copy").read_bytes() == LETTER
    (file,) = names_in(paths.attachments)
    assert not AttachmentFiles(paths.attachments, old).is_under(file.name)
    with pytest.raises(CareFileError):
        save_copy(opened, AttachmentId(lost), tmp_path / "lost", at=MONDAY)
    vault.close()


def test_where_a_copy_would_be_copied_elsewhere_is_known(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    assert place_of_target(tmp_path / "Dropbox" / "copy.pdf") == "synced"
    assert place_of_target(tmp_path / "copy.pdf") == ""


def test_empty_care_has_nothing_to_sweep(tmp_path: Path) -> None:
    with open_care(tmp_path / "data") as care:
        assert sweep_attachments(care.vault, care.paths) == 0
