"""What tests of the settings are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.ui.theme import Theme
from tests.helpers.whole_window import Opened, open_whole
from tests.ui.sources.conftest import fill


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window whose settings are open."""
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill) as opened:
        opened.whole.window.open_screen("settings")
        opened.quiet()
        yield opened
