"""What tests of Share are given: a window over a library with pages that may be shared, and one that may not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from caregiver_app.ui.theme import Theme
from tests.helpers.shareable import fill_shareable
from tests.helpers.whole_window import Opened, open_whole


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window over a library with three pages, and an empty clipboard."""
    QGuiApplication.clipboard().clear()
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill_shareable) as opened:
        yield opened
