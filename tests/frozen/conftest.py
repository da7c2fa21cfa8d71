"""What stories of a frozen build are given: the program, a home of its own, and a screen with somebody who hears it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.frozen.program import FrozenProgram
from tests.helpers.screen_reader import ScreenReader, screen_reader
from tests.helpers.x_server import x_screen

PROGRAM = "CAREGIVER_FROZEN"
"""The variable that names the program (packaging/freezing/trying.py)."""


@pytest.fixture
def frozen(tmp_path: Path) -> FrozenProgram:
    home = tmp_path / "home"
    home.mkdir()
    return FrozenProgram(path=Path(os.environ[PROGRAM]), home=home)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[ScreenReader]:
    with x_screen() as screen, screen_reader(tmp_path / "bus", screen.environment) as reader:
        yield reader
