"""What holds for every test: no screen, nobody's own data, one language, one time zone; and where the corpora are."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.helpers.corpora import find_corpora
from tests.helpers.derivations import FOLDER, remember_derivations
from tests.helpers.held import freeze
from tests.helpers.light_age import lighten_age
from tests.helpers.spreading import spread

_ELSEWHERE = Path(tempfile.mkdtemp(prefix="caregiver-tests-"))

os.environ.update(
    {
        "CAREGIVER_DATA_DIR": str(_ELSEWHERE / "data"),
        FOLDER: str(_ELSEWHERE / "derivations"),
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "TZ": "Europe/London",
        "XDG_CONFIG_HOME": str(_ELSEWHERE / "config"),
        "XDG_DATA_HOME": str(_ELSEWHERE / "share"),
    }
)
for _name in ("CAREGIVER_CRASH_AT", "CAREGIVER_CRASH_LOG", "LANGUAGE"):
    os.environ.pop(_name, None)
if hasattr(time, "tzset"):
    time.tzset()

# How long an example takes depends on what else the computer does: no verdict hangs on it.
settings.register_profile("daily", deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("daily"), max_examples=5_000, print_blob=True)
settings.load_profile("long" if os.environ.get("CAREGIVER_FUZZ") else "daily")


def pytest_configure() -> None:
    """Refuse to be green without the corpora where everything has to be proved; make derivations cheap."""
    remember_derivations()
    lighten_age()
    if os.environ.get("CI") == "true" and find_corpora() is None:
        raise pytest.UsageError("CI=true, and no corpora beside the checkout nor where CAREGIVER_CORPORA points")


def pytest_report_header() -> str | None:
    """Say in one line that the corpora are missing."""
    return None if find_corpora() else "no corpora beside the checkout: tests/**/test_corpus_*.py are left out"


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out the modules that read corpora where there are none."""
    wanted = collection_path.name.startswith("test_corpus_") and find_corpora() is None
    return True if wanted else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let no long test come last where workers share them; pytest-randomly has mixed them before."""
    shared = getattr(config, "workerinput", None)
    if shared is not None:
        items[:] = spread(items, shared["workercount"])


def pytest_runtest_setup() -> None:
    """Let the collector of garbage pass over what stays to the end: ten thousand tests, and all that they import.

    So again after a test that looked at everything (`tests/helpers/held`).
    """
    freeze()


def pytest_unconfigure() -> None:
    """Remove the folder that stood in for a person's own."""
    shutil.rmtree(_ELSEWHERE, ignore_errors=True)
