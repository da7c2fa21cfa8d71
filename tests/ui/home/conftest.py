"""What tests of Home are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.ui.theme import Theme
from tests.helpers.a_week import a_week
from tests.helpers.home_window import home_window
from tests.helpers.whole_window import Opened
from tests.ui.library.conftest import fill


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """The window at Home, over four pages, without care notes."""
    with home_window(theme, tmp_path / "data", starter_folder, fill=fill) as opened:
        yield opened


@pytest.fixture
def locked(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """The window at Home, over four pages and locked care notes of a week."""
    with home_window(theme, tmp_path / "data", starter_folder, fill=fill, notes=a_week) as opened:
        yield opened
