"""What tests of the services share."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.bootstrap.care import Care
from caregiver_app.bootstrap.guarding import Guarding
from caregiver_app.bootstrap.paths import Paths
from caregiver_app.bootstrap.sharing import Sharing
from tests.helpers.clock import StillClock


@pytest.fixture
def sharing(tmp_path: Path) -> Sharing:
    """The way out of a folder without care notes."""
    return Sharing(Guarding(Care(Paths(data_dir=tmp_path), StillClock())), StillClock())
