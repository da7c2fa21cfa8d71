"""What tests of a protected library are given: a window that begins at the lock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.ui.theme import Theme
from tests.helpers.protected import ShutWindow, protected_folder, shut_window


@pytest.fixture
def shut(theme: Theme, tmp_path: Path) -> Iterator[ShutWindow]:
    """The window over a protected library, locked."""
    with shut_window(theme, protected_folder(tmp_path / "data")) as shut:
        yield shut
