"""Care notes for tests, at the cheapest cost that is allowed."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.time import Clock
from caregiver_app.support.clock import SystemClock
from caregiver_app.support.key_derivation import KdfCost

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
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, data in _made_once().items():
        path = folder / name
        path.touch(mode=0o600)
        path.write_bytes(data)


@cache
def _made_once() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as place:
        new_care(Path(place) / "data").lock()
        return {path.name: path.read_bytes() for path in (Path(place) / "data").iterdir() if path.is_file()}
