"""One fresh library for a test, with the judge that the application gives it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from tests.helpers.appraisals import judged_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = judged_library(tmp_path)
    yield opened
    opened.close()
