"""Scenarios of care notes that leave, come in and are erased, and of files that are added to them.

They work in a folder that `make_template` made, with a key that everybody knows.
"""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.care_files import OpenCare, attach_file
from caregiver_app.bootstrap.erasing import erase_person
from caregiver_app.bootstrap.erasing_all import erase_everything
from caregiver_app.bootstrap.erasing_notes import erase_notes
from caregiver_app.bootstrap.exports import Leaving, export_notes, take_in
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.storage.snapshots import take_snapshot
from caregiver_app.vault.carrying.choice import ExportChoice
from caregiver_app.vault.carrying.incoming_files import read_incoming
from caregiver_app.vault.folder.opening import Unlocked
from caregiver_app.vault.folder.places import VaultPlaces
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.envelope import VaultMarks
from caregiver_app.vault.keys.envelope_files import EnvelopeFiles
from caregiver_app.vault.records.notes import NoteId
from caregiver_app.vault.records.people import PersonId
from tests.faults.telling import BEGUN, tell
from tests.helpers.care_notes import KEY, fill_family, open_notes
from tests.helpers.clock import MONDAY, StillClock

NOTES, OUT, SCAN = "data", "out", "scan.bin"
MUM, FIRST_NOTE = PersonId(1), NoteId(1)
SCANNED = b"\x00scan" * 30_000


def opened(folder: Path, name: str = NOTES) -> OpenCare:
    """Open or make notes in a folder of the scenario's folder."""
    paths = Paths(data_dir=folder / name)
    paths.data_dir.mkdir(exist_ok=True)
    places = VaultPlaces(database=paths.vault, envelope=EnvelopeFiles(first=paths.envelope, twin=paths.envelope_twin))
    unlocked = Unlocked(places, DataKey(KEY), VaultMarks(vault_id="0" * 32, number="1", drop_recipient=""))
    return OpenCare(vault=open_notes(paths.data_dir).vault, unlocked=unlocked, paths=paths)


def make_template(folder: Path) -> None:
    """Make a family's notes with a file and two copies of them, and an export of them beside them."""
    folder.mkdir()
    (folder / SCAN).write_bytes(SCANNED)
    care = opened(folder)
    fill_family(care.vault)
    attach_file(care, "note", FIRST_NOTE, folder / SCAN, at=MONDAY)
    care.vault.close()
    database = open_notes(folder / NOTES).database
    for reason in ("daily", "weekly"):
        take_snapshot(database, at=MONDAY, reason=reason)
    database.close()


def add_a_file(folder: Path) -> None:
    """Add another file to a note."""
    care = opened(folder)
    (folder / "second.txt").write_text("a second one")
    tell(BEGUN)
    attach_file(care, "note", FIRST_NOTE, folder / "second.txt", at=MONDAY)
    tell("attached")
    care.vault.close()


def export_all(folder: Path) -> None:
    """Write all of it into a folder."""
    care = opened(folder)
    tell(BEGUN)
    export_notes(care, ExportChoice(), Leaving(target=folder / OUT), at=MONDAY)
    tell("exported")
    care.vault.close()


def import_all(folder: Path) -> None:
    """Take what was exported into other notes."""
    other = opened(folder, "other")
    tell(BEGUN)
    take_in(other, read_incoming(folder / OUT, passphrase=None, zone="UTC"), at=MONDAY)
    tell("imported")
    other.vault.close()


def erase_mum(folder: Path) -> None:
    """Erase one person."""
    care = opened(folder)
    tell(BEGUN)
    erase_person(care, MUM, clock=StillClock())
    tell("erased")
    care.vault.close()


def erase_all(folder: Path) -> None:
    """Erase everything."""
    tell(BEGUN)
    erase_everything(Paths(data_dir=folder / NOTES))
    tell("erased")


def erase_the_notes(folder: Path) -> None:
    """Erase all care notes and nothing else."""
    paths = Paths(data_dir=folder / NOTES)
    envelope = EnvelopeFiles(first=paths.envelope, twin=paths.envelope_twin)
    tell(BEGUN)
    erase_notes(paths, VaultPlaces(database=paths.vault, envelope=envelope))
    tell("erased")


CARE_OUT = (add_a_file, export_all, import_all, erase_mum, erase_all, erase_the_notes)
