"""Scenarios of backups with care notes and of the notes' own copies: restored, gone back to, taken.

Each says that it has begun once all that it needs is there, so that a test can end it in the midst of its work.
"""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.care_copies import go_back_to_copy, key_in_force
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.bootstrap.ways_in import ByPassphrase
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.support.clock import SystemClock
from tests.faults.key_scenarios import care_in
from tests.faults.telling import BEGUN, tell
from tests.helpers.vaults import PASSPHRASE

FILE = "b.caregiver"


def restore_all(folder: Path) -> None:
    """Put a backup with care notes in the place of a library and of other notes."""
    services = build_services(Paths(data_dir=folder))
    with one_writer(services.paths, holder="restore"):
        tell(BEGUN)
        services.restore_whole_backup(folder / FILE, ByPassphrase(passphrase=PASSPHRASE), on_progress=lambda _: None)
        tell("restored")
    services.close()


def go_back_in_notes(folder: Path) -> None:
    """Put the newest good copy of the notes in their place."""
    places = care_in(folder).places
    way = ByPassphrase(passphrase=PASSPHRASE)
    with one_writer(Paths(data_dir=folder), holder="go-back"), key_in_force(places, way) as data_key:
        tell(BEGUN)
        go_back_to_copy(places, data_key, SystemClock())
        tell("back")


def daily_copy_of_notes(folder: Path) -> None:
    """Take the daily copy of the notes."""
    services = build_services(Paths(data_dir=folder))
    services.care.unlock(PASSPHRASE)
    with one_writer(services.paths, holder="copy"):
        tell(BEGUN)
        services.snapshot_care_if_due()
        tell("copied")


WHOLE = (restore_all, go_back_in_notes, daily_copy_of_notes)
