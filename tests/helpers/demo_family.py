"""The invented family's notes for tests: what `dev.py run --demo` opens, at a still clock and the cheapest cost."""

from __future__ import annotations

import tempfile
from pathlib import Path

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from caregiver_app.model.time import Clock
from demomaking.filling import PASSPHRASE, fill_notes
from tests.helpers.clock import StillClock
from tests.helpers.derivations import made_once
from tests.helpers.vaults import CHEAPEST


def demo_notes(folder: Path, *, clock: Clock | None = None) -> Care:
    """Return the family's notes in `folder`, unlocked, as they are on the morning of `helpers.clock.MONDAY`."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, data in _made_once().items():
        path = folder / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(data)
    care = Care(Paths(data_dir=folder), clock or StillClock())
    care.unlock(PASSPHRASE)
    return care


@made_once
def _made_once() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        services = build_services(Paths(data_dir=folder), clock=StillClock())
        fill_notes(services, cost=CHEAPEST)
        services.close()
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
