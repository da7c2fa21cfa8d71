"""What tests of checks in the whole window are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.support.settings import Settings
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.whole_window import Opened, open_whole
from tests.ui.library.conftest import fill


def fill_more(library: Library) -> None:
    """Put in four pages, and one of an organisation whose name could be registered."""
    fill(library)
    source = add_source(library, "Riverside Carers", host="riverside-carers.org.uk", at=MONDAY)
    add_pages(library, source, [APage(title="How to ask for an assessment", days_ago=4)], at=MONDAY)


@pytest.fixture
def checker(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window of somebody who checks pages for other people, over a library with four pages."""
    settings = Settings(checks_for_others=True)
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill_more, settings=settings) as opened:
        yield opened


@pytest.fixture
def family(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window of a family over the same library."""
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill) as opened:
        yield opened
