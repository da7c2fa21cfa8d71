"""Marks can be put back exactly as they were, and so can their times."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.library.store import open_library
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.library_files import APage, add_pages, add_source

LATER = Millis(MONDAY + 60_000)


@pytest.mark.parametrize("kind", list(MarkKind))
def test_putting_a_mark_back_restores_the_time_at_which_it_was_set(tmp_path: Path, kind: MarkKind) -> None:
    library = open_library(tmp_path / "library.db", StillClock())
    source = add_source(library, "Harbour Dementia Trust", at=MONDAY)
    first, second = add_pages(library, source, [APage(title="One"), APage(title="Two")], at=MONDAY)
    library.marks.set([first], kind, True, at=MONDAY)
    before = library.marks.times([first, second], kind)

    library.marks.set([first], kind, False, at=LATER)
    library.marks.set([second], kind, True, at=LATER)
    library.marks.put_back(kind, before)

    assert before == {first: MONDAY, second: None}
    assert library.marks.times([first, second], kind) == before
    library.close()


def test_putting_a_mark_back_leaves_other_marks_and_items_that_are_gone_alone(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library.db", StillClock())
    source = add_source(library, "Harbour Dementia Trust", at=MONDAY)
    (page,) = add_pages(library, source, [APage(title="One")], at=MONDAY)
    library.marks.set([page], MarkKind.READ, True, at=MONDAY)

    library.marks.put_back(MarkKind.STARRED, {page: LATER, ItemId(999): LATER})

    assert library.marks.times([page, ItemId(999)], MarkKind.READ) == {page: MONDAY}
    assert library.marks.times([page], MarkKind.STARRED) == {page: LATER}
    library.close()
