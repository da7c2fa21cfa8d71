"""The one place that knows how services are built and joined. Windows and commands get what they need from here."""

from caregiver_app.bootstrap.network import STAY_OFFLINE
from caregiver_app.bootstrap.paths import DATA_DIR_VARIABLE, Paths, find_paths
from caregiver_app.bootstrap.services import REMOVED_KEPT_MS, Services, build_services
from caregiver_app.bootstrap.writing_alone import one_writer

__all__ = [
    "DATA_DIR_VARIABLE",
    "REMOVED_KEPT_MS",
    "STAY_OFFLINE",
    "Paths",
    "Services",
    "build_services",
    "find_paths",
    "one_writer",
]
