"""A data folder as a first start leaves it: sources, topics and all that the application brings."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.services import build_services
from tests.helpers.clock import StillClock
from tests.helpers.kept_places import kept_place
from tests.helpers.silent_door import SilentDoor


def folder_with_starter(folder: Path) -> Path:
    """Make a data folder as a first start leaves it."""
    services = build_services(Paths(data_dir=folder), clock=StillClock(), fetcher=SilentDoor())
    services.open_library().close()
    services.close()
    return folder


def begin_started(folder: Path) -> Path:
    """Put what a first start leaves into a folder, and return it: a copy, as each start takes most of a second."""
    return shutil.copytree(started_once(), folder, dirs_exist_ok=True)


@cache
def started_once() -> Path:
    """Return a folder as a first start leaves it; to be copied, not to be used."""
    return folder_with_starter(kept_place("started") / "data")
