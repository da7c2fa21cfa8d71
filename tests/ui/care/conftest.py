"""What tests of the care notes are given: a window with locked notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.ui.theme import Theme
from tests.helpers.care_window import care_window
from tests.helpers.whole_window import Opened


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """The window with locked care notes before the eyes."""
    with care_window(theme, tmp_path / "data", starter_folder) as opened:
        yield opened
