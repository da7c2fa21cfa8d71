"""A server, a door, and an authority for each test of the network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.helpers.door import PUBLIC_STAND_INS, Door
from tests.helpers.http_server import ScriptedServer
from tests.helpers.tls import Authority


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer(also=PUBLIC_STAND_INS) as running:
        yield running


@pytest.fixture
def door() -> Iterator[Door]:
    with Door() as opened:
        yield opened


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority()
