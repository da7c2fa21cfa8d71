"""What is deleted for good is in no copy of the notes in the folder, and what cannot be reached is told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.bootstrap.care_files import OpenCare, attach_file
from caregiver_app.bootstrap.erasing import OutOfReach, delete_for_good, erase_person
from caregiver_app.bootstrap.erasing_all import erase_everything, was_begun
from caregiver_app.bootstrap.erasing_marks import lay_mark
from caregiver_app.bootstrap.exports import Leaving, export_notes
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.model.errors import UnknownRecord
from caregiver_app.storage.opening import open_database
from caregiver_app.storage.snapshots import check_file, list_snapshots
from caregiver_app.vault.attached.files import names_in
from caregiver_app.vault.carrying.choice import ExportChoice
from caregiver_app.vault.changes.kinds import RECEIVED
from caregiver_app.vault.folder.copying import copy_vault
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.records.people import PersonId
from caregiver_app.vault.schema.migrations import VAULT_SCHEMA
from caregiver_app.vault.store import Vault, open_vault
from tests.helpers.care_notes import CareNotes, Family, later
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.exchanging import ASKED, open_pair, spoken_of
from tests.helpers.open_care import family_care

CLOCK = StillClock()


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[tuple[OpenCare, Family]]:
    with family_care(tmp_path / "data") as (care, family):
        (tmp_path / "scan.txt").write_text("a scan")
        attach_file(care, "note", family.notes[0], tmp_path / "scan.txt", at=MONDAY)
        copy(care, "20261120T080000Z-daily")
        care.vault.notes.change(family.notes[0], text="Another night", at=later(200))
        copy(care, "20261121T080000Z-daily")
        yield care, family


def copy(care: OpenCare, name: str, *, folder: str = "snapshots", key: DataKey | None = None) -> Path:
    target = care.paths.data_dir / folder / f"vault-{name}.db"
    target.parent.mkdir(exist_ok=True)
    copy_vault(care.paths.vault, key or care.unlocked.data_key, target, clock=CLOCK)
    return target


def said_in(path: Path, care: OpenCare) -> str:
    """Return every text of every table of a copy."""
    key = care.unlocked.data_key.file_key()
    database = open_database(path, schema=VAULT_SCHEMA, clock=CLOCK, key=key)
    try:
        return repr(CareNotes(vault=Vault(database), database=database).everything())
    finally:
        database.close()


def test_a_note_deleted_for_good_is_in_no_copy(filled: tuple[OpenCare, Family]) -> None:
    care, family = filled
    aside = copy(care, "replaced-20261122T080000Z", folder=".")
    done = delete_for_good(care, "note", family.notes[0], clock=CLOCK)
    assert (done.records, done.versions, done.files) == (1, 1, 1)
    assert (done.copies.remade, done.copies.removed, done.copies.out_of_reach) == (3, 0, ())
    assert names_in(care.paths.attachments) == []
    for path in (*list_snapshots(care.paths.vault), aside, care.paths.vault):
        check_file(path, care.unlocked.data_key.file_key())
        said = said_in(path, care)
        assert "Slept badly" not in said
        assert "Another night" not in said
        assert "Amlodipine" in said
    with pytest.raises(UnknownRecord):
        delete_for_good(care, "note", family.notes[0], clock=CLOCK)
    assert not list(care.paths.data_dir.rglob(".*.part*"))


def test_what_others_asked_is_in_no_copy(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    """A request goes with its answers and with what was being written to it, whoever keeps it too."""
    care, _family = filled
    answering = care.vault.exchange.answering
    with open_pair(tmp_path) as pair:
        own = care.vault.exchange.identities.own(at=MONDAY)
        asked = pair.family.exchange.correspondents.add(own, "Anna", at=MONDAY).id
        pair.family.exchange.correspondents.compare(asked, spoken_of(own), at=MONDAY)
        draft = pair.family.exchange.asking.compose(pair.wishes(to=asked), questions=[pair.question], at=MONDAY)
        came = care.vault.exchange.take_in(pair.family.exchange.asking.send(draft, at=MONDAY).data, at=MONDAY)
    assert came.received is not None
    answering.keep(came.received, "A complaint is open", at=MONDAY)
    care.vault.drafts.keep(f"{RECEIVED}/{came.received}", "Perhaps, but", at=MONDAY)
    copy(care, "20261122T080000Z-daily")
    words = (ASKED, "A complaint is open", "Perhaps, but")
    assert all(word in said_in(list_snapshots(care.paths.vault)[0], care) for word in words)
    done = delete_for_good(care, RECEIVED, came.received, clock=CLOCK)
    assert (done.records, done.copies.remade) == (1, 1)
    assert answering.list() == ()
    for path in (*list_snapshots(care.paths.vault), care.paths.vault):
        said = said_in(path, care)
        assert not any(word in said for word in words)
        assert "Amlodipine" in said


def test_a_person_goes_with_all_that_is_about_them(tmp_path: Path, filled: tuple[OpenCare, Family]) -> None:
    care, family = filled
    export_notes(care, ExportChoice(person_id=family.mum), Leaving(target=tmp_path / "out"), at=MONDAY)
    care.vault.questions.change(family.questions[2], text="Now about dad alone", at=later(300))
    done = erase_person(care, family.mum, clock=CLOCK)
    assert done.out_of_reach == OutOfReach(exported=1)
    assert done.copies.remade == 2
    for path in (*list_snapshots(care.paths.vault), care.paths.vault):
        said = said_in(path, care)
        assert not any(
            word in said for word in ("Mum", "Slept", "Amlodipine", "Dr Rowe", "Memory clinic", "Penicillin")
        )
        assert "Dad" in said
        assert "Neighbour Joe" in said
    assert care.vault.disclosures.list() == ()
    with pytest.raises(UnknownRecord):
        erase_person(care, PersonId(family.mum), clock=CLOCK)


def test_a_record_that_became_somebodys_later_is_found_in_copies_too(filled: tuple[OpenCare, Family]) -> None:
    """In the copy the contact is for all; erased with the person it belongs to now, it goes from the copy as well."""
    care, family = filled
    care.vault.contacts.set_person(family.contacts[1], family.mum, at=later(400))
    erase_person(care, family.mum, clock=CLOCK)
    assert all("Neighbour Joe" not in said_in(path, care) for path in list_snapshots(care.paths.vault))


def test_notes_of_before_a_restored_backup_forget_too(filled: tuple[OpenCare, Family]) -> None:
    care, family = filled
    before, foreign = (care.paths.data_dir / f"care-notes-before-2026112{day}T080000Z" for day in "12")
    for folder in (before, foreign):
        shutil.copytree(care.paths.attachments, folder / "attachments")
    copy_vault(care.paths.vault, care.unlocked.data_key, before / "vault.db", clock=CLOCK)
    open_vault(foreign / "vault.db", DataKey(bytes(32)).file_key(), CLOCK).close()
    done = erase_person(care, family.mum, clock=CLOCK)
    assert done.copies.out_of_reach == (foreign.name,)
    assert done.copies.remade == 3
    assert "Slept badly" not in said_in(before / "vault.db", care)
    assert names_in(before / "attachments") == []
    assert len(names_in(foreign / "attachments")) == 1
    care.vault.close()
    assert erase_everything(care.paths).left == ()


def test_damaged_copies_go_and_those_of_another_key_are_named(filled: tuple[OpenCare, Family]) -> None:
    care, family = filled
    broken = list_snapshots(care.paths.vault)[0]
    with broken.open("r+b") as file:
        file.seek(9 * 4096 + 100)
        file.write(bytes(3 * 4096))
    foreign = care.paths.data_dir / "snapshots" / "vault-20261119T080000Z-daily.db"
    open_vault(foreign, DataKey(bytes(32)).file_key(), CLOCK).close()
    before = foreign.read_bytes()
    done = delete_for_good(care, "note", family.notes[0], clock=CLOCK)
    assert (done.copies.remade, done.copies.removed) == (1, 1)
    assert done.copies.out_of_reach == (foreign.name,)
    assert foreign.read_bytes() == before
    assert not broken.exists()


def test_everything_goes_with_the_folder(filled: tuple[OpenCare, Family]) -> None:
    care, _family = filled
    care.vault.close()
    for name in ("library.db", "library.db-wal", "settings.json", "caregiver.log", "caregiver.log.1", "caregiver.lock"):
        (care.paths.data_dir / name).write_text("x")
    gone = erase_everything(care.paths)
    assert (gone.left, gone.removed > 10) == ((), True)
    assert not care.paths.data_dir.exists()
    assert erase_everything(care.paths).removed == 0


def cut_short(folder: Path) -> Paths:
    """Leave a folder as erasing does that is cut short after the envelope went."""
    paths = Paths(data_dir=folder)
    folder.mkdir()
    for name in ("vault.json", "vault.db", "library.db", "settings.json"):
        (folder / name).write_text("of before")
    lay_mark(paths.erasing)
    paths.envelope.unlink()
    return paths


def test_erasing_that_was_cut_short_is_finished_by_whoever_next_holds_the_folder(tmp_path: Path) -> None:
    paths = cut_short(tmp_path / "data")
    assert was_begun(paths)
    with one_writer(paths, holder="sync"):
        assert [path.name for path in paths.data_dir.iterdir()] == ["caregiver.lock"]
    assert not was_begun(paths)


@pytest.mark.parametrize("anew", ["vault.json", "vault.db", "library.db", "library-keys.json", "library-incoming"])
def test_what_was_made_after_a_cut_is_not_erased(tmp_path: Path, anew: str) -> None:
    """As an older version makes it, or a service that brings a folder's files and marks back."""
    paths = cut_short(tmp_path / "data")
    made = paths.data_dir / anew
    made.unlink(missing_ok=True)
    made.mkdir() if "." not in anew else made.write_text("anew")
    assert not was_begun(paths)
    with one_writer(paths, holder="sync"):
        left = {path.name.partition("-unknown-")[0] for path in paths.data_dir.iterdir()}
    assert left == {anew, "vault.db", "library.db", "settings.json", "caregiver.lock"}


def test_a_mark_that_nobody_can_read_erases_nothing(tmp_path: Path) -> None:
    paths = cut_short(tmp_path / "data")
    for said in (b"", b"{}", b"[]", b'{"format": "caregiver-erasing", "version": 2, "going": {}}', b"\xff"):
        paths.erasing.write_bytes(said)
        with one_writer(paths, holder="sync"):
            assert paths.library.exists()
        assert not paths.erasing.exists()
