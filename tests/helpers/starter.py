"""A data folder as a first start leaves it: sources, topics and all that the application brings."""

from __future__ import annotations

from pathlib import Path

from caregiver_app.bootstrap import Paths, build_services
from tests.helpers.clock import StillClock
from tests.helpers.silent_door import SilentDoor


def folder_with_starter(folder: Path) -> Path:
    """Make a data folder as a first start leaves it."""
    services = build_services(Paths(data_dir=folder), clock=StillClock(), fetcher=SilentDoor())
    services.open_library().close()
    services.close()
    return folder
