"""What tests of the Library in the window are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.library.store import Library
from caregiver_app.ui.theme import Theme
from tests.helpers.clock import MONDAY
from tests.helpers.library_files import APage, add_pages, add_source
from tests.helpers.whole_window import Opened, open_whole

PAGES = (
    APage(title="Evening routines", html="<p>Close the curtains before it gets dark.</p>", days_ago=0.1),
    APage(title="Eating and swallowing", html="<p>Sit upright. Take small bites and swallow twice.</p>", days_ago=1),
    APage(title="Short breaks", html="<p>Respite care gives you time to rest.</p>", days_ago=3),
)


def fill(library: Library) -> None:
    """Put three pages of one organisation and one of an own source into the library, in place of what ships."""
    for pack in library.packs.list():
        library.packs.remove(pack.uid, at=MONDAY)
    source = add_source(library, "Harbour Dementia Trust", topics=("dementia",), at=MONDAY)
    add_pages(library, source, PAGES, at=MONDAY)
    own = add_source(library, "Village news", author="user", at=MONDAY)
    add_pages(library, own, [APage(title="The day centre moves", days_ago=2)], at=MONDAY)
    library.topics.choose(["dementia"], at=MONDAY)


@pytest.fixture
def opened(theme: Theme, tmp_path: Path, starter_folder: Path) -> Iterator[Opened]:
    """A window over a library with four pages."""
    with open_whole(theme, tmp_path / "data", start=starter_folder, fill=fill) as opened:
        yield opened
