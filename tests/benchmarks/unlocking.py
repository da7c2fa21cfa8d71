"""Unlocking care notes, measured beside the key derivation alone: what we add to it should not be felt."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.support.clock import SystemClock
from caregiver_app.support.key_derivation import KdfCost, derive_key
from caregiver_app.vault.store import Vault
from tests.benchmarks.figures import Figure
from tests.helpers.vaults import CHEAPEST, PASSPHRASE, new_care

MUST, AIM = 1.2, 1.1
LOCK_MUST_MS = 100.0
TRIES = 15


def unlock_figures() -> list[Figure]:
    """Measure at the least cost, where what we add weighs most. Turn by turn, so that both meet the same machine."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        new_care(folder).lock()
        care = Care(Paths(data_dir=folder), SystemClock())
        unlocks, derivations, locks = list[float](), list[float](), list[float]()
        for _ in range(TRIES):
            unlocks.append(_took(lambda: care.unlock(PASSPHRASE)))
            vault = care.open()
            vault.settings.set("written", True)
            locks.append(_took(partial(_close, vault, care)))
            derivations.append(_took(lambda: derive_key(PASSPHRASE, bytes(16), CHEAPEST)))
    cost = KdfCost()
    return [
        Figure(
            what=f"unlock, {cost.memory_kib // 1024} MiB, {cost.passes} passes",
            ours=median(unlocks) * 1000,
            unit="ms",
            peer=median(derivations) * 1000,
            peer_name="the derivation alone",
            must=MUST,
            aim=AIM,
        ),
        Figure(what="close and lock after a save", ours=median(locks) * 1000, unit="ms", must=LOCK_MUST_MS),
    ]


def _close(vault: Vault, care: Care) -> None:
    vault.close()
    care.lock()


def _took(step: Callable[[], object]) -> float:
    started = time.perf_counter()
    step()
    return time.perf_counter() - started
