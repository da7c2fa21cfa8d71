"""Protecting the library may end at any moment: one good copy is there, and the next start needs no key to tidy up.

Each way is ended at every place of its writes, and by kill -9 at moments that chance chooses.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from caregiver_app.bootstrap.leftovers import find_leftovers
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.protection_state import INCOMING, MAKING, ProtectionState, protection_state
from caregiver_app.bootstrap.services import build_services
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.library.store import open_library
from caregiver_app.model.errors import VaultError, VaultTrouble
from caregiver_app.storage.snapshots import check_file, list_snapshots
from caregiver_app.support.clock import SystemClock
from tests.faults.key_scenarios import ANOTHER
from tests.faults.protect_scenarios import FILE
from tests.helpers.clock import MONDAY
from tests.helpers.faults import EVERY, crash_everywhere, run_scenario_on
from tests.helpers.killing import kill_often, killed
from tests.helpers.library import a_library
from tests.helpers.protected_library import ARTICLES, fill, turn, unlocked_in, what_says_it
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, locked_care

POINTS_OF_ITS_OWN = "library.change."


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A folder with notes and a plain library that says the word, without what ships; a snapshot beside it."""
    folder = tmp_path / "data"
    locked_care(folder)
    library = a_library(folder)
    fill(library)
    library.snapshot(at=MONDAY)
    library.close()
    return folder


@pytest.fixture
def protected(plain: Path) -> Path:
    """The same, protected."""
    services = unlocked_in(plain)
    turn(services, on=True)
    services.close()
    return plain


@pytest.fixture
def with_backup(protected: Path, tmp_path: Path) -> Path:
    """A folder with a plain library and other notes, and in it a backup of the protected one; without pictures, which
    take processes to be made anew.
    """
    here = tmp_path / "here"
    library = a_library(here)
    library.assets.forget([fill(library)])
    library.close()
    services = build_services(Paths(data_dir=here))
    services.care.create(ANOTHER, cost=CHEAPEST)
    services.close()
    services = unlocked_in(protected)
    library = open_library(services.paths.library, SystemClock(), services.protection.keys())
    library.assets.forget(library.backup.pictures())
    library.close()
    services.create_whole_backup(here / FILE, on_progress=lambda _: None)
    services.close()
    shutil.rmtree(protected)
    return here


def check_turned_on(folder: Path, told: Sequence[str]) -> None:
    """Plain and whole as before, or protected with nothing left in plain."""
    check_turned(folder, told, ProtectionState.ON)


def check_turned_off(folder: Path, told: Sequence[str]) -> None:
    """Protected as before, or plain and whole without a key left."""
    check_turned(folder, told, ProtectionState.OFF)


def check_turned(folder: Path, told: Sequence[str], wanted: ProtectionState) -> None:
    tidy(folder)
    state = protection_state(Paths(data_dir=folder))
    assert state is not ProtectionState.CONVERTING
    assert state is wanted or not told
    check_library(folder, PASSPHRASE)
    assert len(list((folder / "assets").iterdir())) == 1


def check_brought(folder: Path, told: Sequence[str]) -> None:
    """All as it was here; or the backup's library and notes, each opened by the other, and nothing left in plain."""
    tidy(folder)
    protected = protection_state(Paths(data_dir=folder)) is ProtectionState.ON
    assert protected or not told
    check_library(folder, PASSPHRASE if protected else ANOTHER)


def tidy(folder: Path) -> None:
    """Do as the next start does; nobody has a key by then."""
    with one_writer(Paths(data_dir=folder), holder="the next start"):
        assert find_leftovers(folder) == ()
    assert not (folder / INCOMING).exists()
    assert not (folder / MAKING).exists()


def check_library(folder: Path, passphrase: str) -> None:
    """Fail unless all of it is there and sound, with its copies, and in plain only where it is not protected."""
    services = build_services(Paths(data_dir=folder))
    services.care.unlock(passphrase)
    keys = services.protection.keys()
    library = open_library(services.paths.library, SystemClock(), keys)
    assert [check.name for check in library.health.check() if not check.ok] == []
    assert library.backup.counts()["articles"] == ARTICLES
    assert all(library.assets.files.read(each) is not None for each in library.backup.pictures())
    library.close()
    for snapshot in list_snapshots(services.paths.library):
        check_file(snapshot, None if keys is None else keys.file_key())
    services.close()
    if keys is None:
        assert not list(folder.rglob("library-keys*"))
        return
    assert what_says_it(folder) == []
    with pytest.raises(VaultError) as locked:
        services.open_library()
    assert locked.value.kind is VaultTrouble.LOCKED


@EVERY
def test_protecting_the_library(plain: Path, every: bool) -> None:
    only = "" if every else POINTS_OF_ITS_OWN
    assert crash_everywhere("protect_library", plain, check_turned_on, every=every, only=only) > 5


@EVERY
def test_taking_the_protection_away(protected: Path, every: bool) -> None:
    only = "" if every else POINTS_OF_ITS_OWN
    assert crash_everywhere("unprotect_library", protected, check_turned_off, every=every, only=only) > 5


@EVERY
def test_a_protected_library_comes_with_a_backup(with_backup: Path, every: bool) -> None:
    only = "" if every else f"{POINTS_OF_ITS_OWN}cleared"  # one of its own: each takes a restore
    assert crash_everywhere("bring_protected_library", with_backup, check_brought, every=every, only=only) > 0


@killed(100)
def test_kills_while_the_library_is_protected(plain: Path, kills: int, seed: int) -> None:
    assert kill_often("protect_library", plain, check_turned_on, kills=kills, seed=seed) > 0


@killed(100)
def test_kills_while_the_protection_is_taken_away(protected: Path, kills: int, seed: int) -> None:
    assert kill_often("unprotect_library", protected, check_turned_off, kills=kills, seed=seed) > 0


@pytest.mark.faults_long
@pytest.mark.parametrize(("kills", "seed"), [(10, seed) for seed in range(2, 12)])
def test_kills_while_a_protected_library_comes_with_a_backup(with_backup: Path, kills: int, seed: int) -> None:
    assert kill_often("bring_protected_library", with_backup, check_brought, kills=kills, seed=seed) > 0


def test_without_room_the_library_stays_as_it_is_and_with_room_it_is_protected(tmp_path: Path) -> None:
    ran = run_scenario_on("size=12m", tmp_path, "protect_on_a_full_disk")
    assert ran.told == ("trouble full", "then off, left []", "with room on")
