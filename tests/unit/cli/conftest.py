"""A fresh data folder for commands, and a server that says what a test scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.command_line import CommandLine
from tests.helpers.http_server import ScriptedServer


@pytest.fixture
def caregiver(tmp_path: Path) -> CommandLine:
    """Commands on a data folder that is not there yet."""
    return CommandLine(tmp_path / "data")


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A scripted server on loopback, on two addresses that stand for two hosts."""
    with ScriptedServer(also=("127.0.0.2",)) as scripted:
        yield scripted
