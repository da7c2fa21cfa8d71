"""What stories are given: a screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.helpers.x_server import Screen, x_screen


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """An X server for all stories; each opens and closes its own window."""
    with x_screen() as screen:
        yield screen
