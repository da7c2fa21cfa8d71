"""Scenarios of the keys of care notes: made, wrapped anew, made anew, and what was written while locked taken in.

Each says that it has begun once all that it needs is there, so that a test can end it in the midst of its work.
"""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.folder.places import VaultPlaces
from caregiver_app.vault.folder.renewal import prepare
from caregiver_app.vault.folder.sealed import SealedNote
from caregiver_app.vault.keys.data_key import DataKey
from caregiver_app.vault.keys.envelope_files import EnvelopeFiles
from tests.faults.telling import BEGUN, tell
from tests.helpers.clock import MONDAY
from tests.helpers.keyed_files import KeyedFiles
from tests.helpers.vaults import CHEAPEST, PASSPHRASE

ANOTHER = "plum anchor teapot violin meadow"
OLD_KEY = "old-key"
"""A file in which tests leave the key of before: nothing of the application knows it."""


def care_in(folder: Path) -> Care:
    """Return the care notes of a folder, locked."""
    return Care(Paths(data_dir=folder), SystemClock())


def places_in(folder: Path) -> VaultPlaces:
    """Return the places of care notes with files beside them under their key."""
    envelope = EnvelopeFiles(first=folder / "vault.json", twin=folder / "vault-2.json")
    return VaultPlaces(database=folder / "vault.db", envelope=envelope, under_key=(KeyedFiles(folder / "attachments"),))


def make_notes(folder: Path) -> None:
    """Make care notes."""
    care = care_in(folder)
    tell(BEGUN)
    care.create(PASSPHRASE, cost=CHEAPEST)
    tell("made")


def another_passphrase(folder: Path) -> None:
    """Change the passphrase."""
    care = care_in(folder)
    care.unlock(PASSPHRASE)
    tell(BEGUN)
    care.change_passphrase(PASSPHRASE, ANOTHER, cost=CHEAPEST)
    tell("changed")


def recover_notes(folder: Path) -> None:
    """Open the notes with the sheet, and give them another passphrase."""
    care = care_in(folder)
    tell(BEGUN)
    care.recover((folder / "sheet").read_text(), ANOTHER, cost=CHEAPEST)
    tell("changed")


def another_key(folder: Path) -> None:
    """Write everything under a new key."""
    old = DataKey(bytes.fromhex((folder / OLD_KEY).read_text()))
    renewal = prepare(places_in(folder), old, ANOTHER, cost=CHEAPEST, clock=SystemClock())
    (folder / "new-sheet").write_text(" ".join(renewal.sheet(SystemClock()).groups))
    tell(BEGUN)
    renewal.carry_out(SystemClock())
    tell("renewed")


def write_while_locked(folder: Path) -> None:
    """Keep three notes while locked."""
    care = care_in(folder)
    tell(BEGUN)
    for number in range(3):
        care.seal_note(SealedNote(text=f"sealed {number}", at=MONDAY))
        tell(f"sealed {number}")


def take_in(folder: Path) -> None:
    """Unlock notes for which some wait that were written while locked."""
    care = care_in(folder)
    tell(BEGUN)
    tell(f"joined {care.unlock(PASSPHRASE).joined}")


KEYS = (make_notes, another_passphrase, recover_notes, another_key, write_while_locked, take_in)
