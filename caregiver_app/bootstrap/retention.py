"""When the library is tidied: at most once a day after updates, if the person left it on; and when for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.model.time import Millis
from caregiver_app.model.web import Cancel

if TYPE_CHECKING:
    from caregiver_app.library.retention import Tidied
    from caregiver_app.library.store import Library

TIDY = "tidy"
"""The name of the person's choice; on unless they said otherwise."""

TIDIED_AT = "tidied_at"
DAY_MS = 24 * 3600 * 1000
INDEXED_AT_ONCE = 300


def tidy_if_due(library: Library, *, at: Millis, cancel: Cancel) -> Tidied | None:
    """Delete for good what was put aside a day ago, then tidy; None when that was done within a day, or is off.

    Raises:
        Cancelled: `cancel` was set; what was done stays whole.
        StorageError: the disk or the file is in the way.
    """
    if not library.choices.get(TIDY, True) or 0 <= at - library.choices.get(TIDIED_AT, 0) < DAY_MS:
        return None
    library.retention.purge(before=Millis(at - DAY_MS), cancel=cancel)
    return tidy(library, at=at, cancel=cancel)


def tidy(library: Library, *, at: Millis, cancel: Cancel | None = None) -> Tidied:
    """Put old articles aside now, and bring the search index in step; raises as `tidy_if_due` does."""
    from caregiver_app.library.batches import take_breath

    tidied = library.retention.tidy(at=at, cancel=cancel)
    library.choices.put(TIDIED_AT, at)
    while (cancel is None or not cancel.is_set()) and library.search.catch_up(at_most=INDEXED_AT_ONCE):
        take_breath()
    return tidied


def undo_tidy(library: Library, at: Millis | None) -> int:
    """Bring back what one tidying put aside, the last one without `at`; return how many articles.

    Whoever does that does not want them put aside again tomorrow: tidying by itself goes off.
    """
    library.choices.put(TIDY, False)
    last = library.retention.last() if at is None else None
    wanted = at if at is not None else (last.at if last is not None else None)
    return 0 if wanted is None else library.retention.undo(wanted)
