"""Care notes for tests, at the cheapest cost that is allowed."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.model.time import Clock
from caregiver_app.support.clock import SystemClock
from caregiver_app.vault.kdf import KdfCost

PASSPHRASE = "slate otter window candle river"
CHEAPEST = KdfCost()


def new_care(folder: Path, *, clock: Clock | None = None) -> Care:
    """Return care notes that were made in `folder` just now, unlocked."""
    care = Care(Paths(data_dir=folder), clock or SystemClock())
    care.create(PASSPHRASE, cost=CHEAPEST)
    return care
