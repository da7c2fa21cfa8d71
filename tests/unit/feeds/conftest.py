"""Parsing processes are started once for all tests of feeds; each test gets a stage of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.feeds.pool import ParserPool
from tests.helpers.syncing import Stage, a_stage
from tests.helpers.tls import Authority


@pytest.fixture(scope="session")
def parser() -> Iterator[ParserPool]:
    """Two parsing processes."""
    with ParserPool(size=2) as pool:
        yield pool


@pytest.fixture
def stage(tmp_path: Path, parser: ParserPool) -> Iterator[Stage]:
    """An empty library and a server that waits for its script."""
    with a_stage(tmp_path, parser) as ready:
        yield ready


@pytest.fixture(scope="session")
def authority() -> Authority:
    """Whoever issues certificates to servers of these tests."""
    return Authority()
