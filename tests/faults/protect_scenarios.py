"""Scenarios of the library's protection: turned on, turned off, brought by a backup onto a plain library.

Each says that it has begun once all that it needs is there, so that a test can end it in the midst of its work.
"""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.bootstrap.ways_in import ByPassphrase
from caregiver_app.bootstrap.writing_alone import one_writer
from caregiver_app.model.errors import StorageError
from caregiver_app.support.clock import SystemClock
from tests.faults.telling import BEGUN, tell
from tests.helpers.protected_library import nothing
from tests.helpers.vaults import CHEAPEST, PASSPHRASE

FILE = "b.caregiver"


def protect_library(folder: Path) -> None:
    """Turn protection on."""
    _turn(folder, on=True)


def unprotect_library(folder: Path) -> None:
    """Turn protection off."""
    _turn(folder, on=False)


def bring_protected_library(folder: Path) -> None:
    """Put a backup with a protected library in the place of a plain one, and of other notes."""
    services = build_services(Paths(data_dir=folder), clock=SystemClock())
    with one_writer(services.paths, holder="restore"):
        tell(BEGUN)
        services.restore_whole_backup(folder / FILE, ByPassphrase(passphrase=PASSPHRASE), on_progress=nothing)
        tell("brought")
    services.close()


def protect_on_a_full_disk(folder: Path) -> None:
    """Try to protect without room, say what came of it, make room and do it."""
    services = build_services(Paths(data_dir=folder), clock=SystemClock())
    services.care.create(PASSPHRASE, cost=CHEAPEST)
    services.open_library().close()
    ballast = folder / "ballast"
    _fill_up(ballast)
    with one_writer(services.paths, holder="test"):
        try:
            services.protection.turn_on(PASSPHRASE, on_progress=nothing)
        except StorageError as error:
            tell(f"trouble {error.kind}")
        tell(f"then {services.protection.state()}, left {[path.name for path in folder.glob('.*.part')]}")
        services.open_library().close()
        ballast.unlink()
        services.protection.turn_on(PASSPHRASE, on_progress=nothing)
        tell(f"with room {services.protection.state()}")
    services.close()


def _turn(folder: Path, *, on: bool) -> None:
    services = build_services(Paths(data_dir=folder), clock=SystemClock())
    services.care.unlock(PASSPHRASE)
    change = services.protection.turn_on if on else services.protection.turn_off
    with one_writer(services.paths, holder="protect"):
        tell(BEGUN)
        change(PASSPHRASE, on_progress=nothing)
        tell("turned")
    services.close()


def _fill_up(ballast: Path) -> None:
    """Leave a little less room than the other form of the library takes."""
    try:
        with ballast.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4_096))
    except OSError:
        with ballast.open("r+b") as file:
            file.truncate(max(0, ballast.stat().st_size - 400_000))


PROTECT = (protect_library, unprotect_library, bring_protected_library, protect_on_a_full_disk)
