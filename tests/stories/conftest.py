"""What stories are given: a screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.helpers.derivations import full_cost
from tests.helpers.x_server import Screen, x_screen


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """An X server for all stories; each opens and closes its own window."""
    with x_screen() as screen:
        yield screen


@pytest.fixture(autouse=True)
def _as_people_pay() -> Iterator[None]:
    """Let the care notes of stories cost what they cost people: processes of their own open them."""
    with full_cost():
        yield
