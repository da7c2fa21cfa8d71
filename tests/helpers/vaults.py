"""Care notes for tests, at the cheapest cost that is allowed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.time import Clock
from caregiver_app.support.clock import SystemClock
from caregiver_app.support.key_derivation import KdfCost
from caregiver_app.vault.store import Vault
from tests.helpers.derivations import made_once

PASSPHRASE = "slate otter window candle river"
CHEAPEST = KdfCost()


def new_care(folder: Path, *, clock: Clock | None = None) -> Care:
    """Return care notes in `folder`, unlocked, whose keys no other test has."""
    care = Care(Paths(data_dir=folder), clock or SystemClock())
    care.create(PASSPHRASE, cost=CHEAPEST)
    return care


def open_made_care(folder: Path, *, clock: Clock | None = None) -> Care:
    """Return care notes in `folder`, unlocked; the same ones each time within a process."""
    locked_care(folder)
    care = Care(Paths(data_dir=folder), clock or SystemClock())
    care.unlock(PASSPHRASE)
    return care


def locked_care(folder: Path) -> None:
    """Put care notes into `folder`, locked; the same ones each time within a process: making them is costly."""
    filled_care(folder, _leave_empty)


def filled_care(folder: Path, fill: Callable[[Vault], object]) -> None:
    """Put care notes into `folder`, filled by `fill` and locked; the same ones each time within a process."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, data in _made_once(fill).items():
        path = folder / name
        path.touch(mode=0o600)
        path.write_bytes(data)


@made_once
def _made_once(fill: Callable[[Vault], object]) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as place:
        care = new_care(Path(place) / "data")
        if fill is not _leave_empty:
            vault = care.open()
            fill(vault)
            vault.close()
        care.lock()
        return {path.name: path.read_bytes() for path in (Path(place) / "data").iterdir() if path.is_file()}


def _leave_empty(_vault: Vault) -> None:
    return None
