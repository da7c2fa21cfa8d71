"""What tests of the sources page are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.model.source import SourceKind, SourceState
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, add_source, set_state
from tests.helpers.whole_window import Opened, open_whole


def fill(library: Library) -> None:
    """Add sources in several states."""
    harbour = add_source(library, "Harbour Dementia Trust", topics=("dementia",), at=MONDAY)
    add_pages(library, harbour, [APage(title="Evening routines"), APage(title="Short breaks")], at=MONDAY)
    set_state(library, harbour, SourceState.FINE, at=MONDAY, good_at=MONDAY)
    riverside = add_source(library, "Riverside Carers Centre", topics=("dementia",), at=MONDAY)
    set_state(library, riverside, SourceState.FAILING, at=MONDAY, reason="timeout")
    add_source(library, "Village news", author="user", at=MONDAY)
    add_source(library, "Harbour films", topics=("dementia",), kind=SourceKind.VIDEO, asks_first=True, at=MONDAY)
    library.topics.choose(["dementia"], at=MONDAY)


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window whose sources page is open."""
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill) as opened:
        opened.whole.ways.open_sources()
        opened.quiet()
        yield opened
