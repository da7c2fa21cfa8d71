"""A fresh data folder for commands, and a server that says what a test scripts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.command_line import CommandLine
from tests.helpers.filled_folder import fill
from tests.helpers.http_server import ScriptedServer
from tests.helpers.starter import begin_started


@pytest.fixture
def untouched(tmp_path: Path) -> CommandLine:
    """Commands on a data folder that is not there yet."""
    return CommandLine(tmp_path / "untouched")


@pytest.fixture
def caregiver(tmp_path: Path) -> CommandLine:
    """Commands on a data folder as a first start leaves it."""
    return CommandLine(begin_started(tmp_path / "data"))


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A scripted server on loopback, on two addresses that stand for two hosts."""
    with ScriptedServer(also=("127.0.0.2",)) as scripted:
        yield scripted


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that was filled from a server which is gone since; to be copied, not to be used."""
    folder = tmp_path_factory.mktemp("filled") / "data"
    with ScriptedServer() as scripted:
        fill(CommandLine(folder), scripted)
    return folder


@pytest.fixture
def filled(tmp_path: Path, filled_once: Path) -> CommandLine:
    """Commands on a data folder with the articles of `tests.helpers.filled_folder`."""
    shutil.copytree(filled_once, tmp_path / "filled")
    return CommandLine(tmp_path / "filled")
