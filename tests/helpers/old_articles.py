"""A library with articles that are to be tidied away, and some that a person keeps."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.library.retention_rules import OLD_MS
from caregiver_app.library.store import Library
from caregiver_app.model.article import ItemId, MarkKind
from caregiver_app.model.time import Millis
from tests.helpers.clock import MONDAY
from tests.helpers.library import add_source, an_article, store
from tests.helpers.retention import leave_feed

OLD = Millis(MONDAY - OLD_MS - 1)


def add_old_articles(library: Library, count: int, *, starred: int = 0) -> Sequence[ItemId]:
    """Store so many articles of long ago that left their feed, the first of them starred, and one of today."""
    source = add_source(library, at=OLD)
    ids = store(library, source, *(an_article(f"{n}", f"Old {n}", "words here", at=OLD) for n in range(count)), at=OLD)
    store(library, source, an_article("today"))
    library.marks.set(ids[:starred], MarkKind.STARRED, True, at=MONDAY)
    leave_feed(library, source, keep=("today",))
    return ids
