"""Unlocked care notes with an invented family, open for a test with all that their files take."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from caregiver_app.bootstrap.care_files import OpenCare
from caregiver_app.bootstrap.paths import Paths
from tests.helpers.care_notes import Family, fill_family
from tests.helpers.clock import StillClock
from tests.helpers.vaults import new_care


@contextmanager
def open_care(folder: Path) -> Iterator[OpenCare]:
    """Make empty care notes in a folder and open them for a block."""
    care = new_care(folder, clock=StillClock())
    vault = care.open()
    try:
        yield OpenCare(vault=vault, unlocked=care.unlocked, paths=Paths(data_dir=folder))
    finally:
        vault.close()
        care.lock()


@contextmanager
def family_care(folder: Path) -> Iterator[tuple[OpenCare, Family]]:
    """Make care notes in a folder, write what an invented family writes, and open them for a block."""
    with open_care(folder) as care:
        yield care, fill_family(care.vault)
