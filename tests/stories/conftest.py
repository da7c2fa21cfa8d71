"""What stories are given: a screen, and the folder of an invented family."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.derivations import full_cost
from tests.helpers.hartleys import fill_hartleys
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


@pytest.fixture(scope="session")
def hartleys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The family's folder, to be copied: stories use their own copy up."""
    with full_cost():
        return fill_hartleys(tmp_path_factory.mktemp("hartleys") / "data")
