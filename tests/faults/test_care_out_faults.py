"""Files, exports, imports and erasing may end anywhere: what counts is whole, and what is gone is gone everywhere."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care_files import sweep_attachments
from caregiver_app.bootstrap.erasing import erase_person
from caregiver_app.bootstrap.erasing_all import was_begun
from caregiver_app.bootstrap.exports import Leaving, export_notes, take_in
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.model.errors import UnknownRecord
from caregiver_app.storage.keys import FileKey
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.snapshots import check_file, list_snapshots
from caregiver_app.vault.attached.files import AttachmentFiles, names_in
from caregiver_app.vault.carrying.choice import DOCUMENT, ExportChoice
from caregiver_app.vault.carrying.incoming_files import read_incoming
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.schema.migrations import VAULT_SCHEMA
from caregiver_app.vault.store import Vault
from tests.faults.care_out_scenarios import FIRST_NOTE, MUM, NOTES, OUT, SCANNED, make_template, opened
from tests.helpers.care_notes import KEY, CareNotes
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.faults import EVERY, crash_everywhere


@pytest.fixture
def template(tmp_path: Path) -> Path:
    folder = tmp_path / "template"
    make_template(folder)
    return folder


def said_in(path: Path) -> str:
    database = open_database(path, schema=VAULT_SCHEMA, clock=StillClock(), key=FileKey(KEY))
    try:
        return repr(CareNotes(vault=Vault(database), database=database).everything())
    finally:
        database.close()


@EVERY
def test_no_file_is_told_of_whose_bytes_are_not_there(template: Path, every: bool) -> None:
    def check(folder: Path, told: Sequence[str]) -> None:
        care = opened(folder)
        files = AttachmentFiles(care.paths.attachments, DataKey(KEY))
        kept = [files.read(one.file_name) for one in care.vault.attachments.of("note", FIRST_NOTE)]
        assert kept in ([SCANNED], [SCANNED, b"a second one"])
        assert len(kept) == 2 or not told
        sweep_attachments(care.vault, care.paths)
        assert len(names_in(care.paths.attachments)) == len(kept)
        assert len(list(care.paths.attachments.iterdir())) == len(kept)
        care.vault.close()

    assert crash_everywhere("add_a_file", template, check, every=every) > 5


@EVERY
def test_an_export_is_whole_or_not_there_and_never_unrecorded(template: Path, every: bool) -> None:
    def check(folder: Path, told: Sequence[str]) -> None:
        care = opened(folder)
        recorded = len(care.vault.disclosures.list())
        out = folder / OUT
        if out.exists():
            assert json.loads((out / DOCUMENT).read_bytes())["people"]
            assert (out / "attachments" / "1.bin").read_bytes() == SCANNED
            assert recorded == 1
        else:
            assert not told
            export_notes(care, ExportChoice(), Leaving(target=out), at=MONDAY)
        assert {path.name for path in folder.iterdir()} == {NOTES, OUT, "scan.bin"}
        care.vault.close()

    assert crash_everywhere("export_all", template, check, every=every) > 4


@EVERY
def test_an_import_is_taken_once_and_whole(template: Path, every: bool) -> None:
    care = opened(template)
    export_notes(care, ExportChoice(), Leaving(target=template / OUT), at=MONDAY)
    care.vault.close()
    opened(template, "other").vault.close()

    def check(folder: Path, told: Sequence[str]) -> None:
        other = opened(folder, "other")
        people = len(other.vault.people.list())
        assert people in (0, 2)
        assert people == 2 or not told
        merged = take_in(other, read_incoming(folder / OUT, passphrase=None, zone="UTC"), at=MONDAY)
        assert merged.brings_something == (people == 0)
        assert len(other.vault.notes.list()) == 2
        (one,) = other.vault.attachments.all()
        assert AttachmentFiles(other.paths.attachments, DataKey(KEY)).read(one.file_name) == SCANNED
        other.vault.close()

    assert crash_everywhere("import_all", template, check, every=every) > 3


@EVERY
def test_a_person_is_there_or_in_no_copy_and_erasing_again_finishes(template: Path, every: bool) -> None:
    def check(folder: Path, told: Sequence[str]) -> None:
        care = opened(folder)
        copies = list_snapshots(care.paths.vault)
        for path in (care.paths.vault, *copies):
            check_file(path, FileKey(KEY))
        there = any(person.id == MUM for person in care.vault.people.list())
        assert not (there and told)
        if there:
            erase_person(care, MUM, clock=StillClock())
        else:
            with pytest.raises(UnknownRecord):
                erase_person(care, MUM, clock=StillClock())
            sweep_attachments(care.vault, care.paths)
        assert len(copies) == 2
        for path in (care.paths.vault, *list_snapshots(care.paths.vault)):
            said = said_in(path)
            assert "Amlodipine" not in said
            assert "Dad" in said
        assert not names_in(care.paths.attachments)
        care.vault.close()

    assert crash_everywhere("erase_mum", template, check, every=every) > 10


@EVERY
def test_erasing_everything_is_finished_by_the_next_run(template: Path, every: bool) -> None:
    def check(folder: Path, told: Sequence[str]) -> None:
        paths = Paths(data_dir=folder / NOTES)
        begun = bool(told) or was_begun(paths)
        with one_writer(paths, holder="the next start"):
            left = {path.name for path in paths.data_dir.iterdir()} - {"caregiver.lock"}
        assert (left == set()) == begun

    assert crash_everywhere("erase_all", template, check, every=every) > 5


@EVERY
def test_erased_notes_are_whole_or_gone_with_the_next_holder_of_the_folder(template: Path, every: bool) -> None:
    def check(folder: Path, told: Sequence[str]) -> None:
        paths = Paths(data_dir=folder / NOTES)
        begun = paths.erasing_notes.exists() or bool(told)
        with one_writer(paths, holder="test"):
            left = {path.name for path in paths.data_dir.rglob("*") if path.is_file()} - {
                "caregiver.lock",
                "vault.lock",
            }
        if begun:
            assert left == set()
        else:
            check_file(paths.vault, FileKey(KEY))
            assert len(list_snapshots(paths.vault)) == 2

    assert crash_everywhere("erase_the_notes", template, check, every=every) > 5
