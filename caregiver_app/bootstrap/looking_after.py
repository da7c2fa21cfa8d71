"""What is done for the library in the background, once updates are in: the daily snapshot, then tidying.

It is no part of getting updates: when it fails, what came in stays, and the trouble is told by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.bootstrap.retention import tidy_if_due
from caregiver_app.model.errors import Cancelled, StorageError
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Cancel
from caregiver_app.support.logs import note

if TYPE_CHECKING:
    from caregiver_app.library.retention import Tidied
    from caregiver_app.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAfter:
    """What was done; None is what was not due, or not done. `trouble` is why no snapshot could be taken."""

    snapshot: Path | None = None
    tidied: Tidied | None = None
    trouble: StorageError | None = None


def look_after(library: Library, *, at: Millis, cancel: Cancel) -> LookedAfter:
    """Take the daily snapshot and tidy, where they are due; stops at once and in a whole state when `cancel` is set.

    Nothing is tidied that is not in a snapshot. Only the holder of the folder's lock may.
    """
    try:
        snapshot = library.snapshot(at=at, cancel=cancel)
    except Cancelled:
        return LookedAfter()
    except StorageError as error:
        return LookedAfter(trouble=error)
    return LookedAfter(snapshot=snapshot, tidied=_tidied(library, at, cancel))


def _tidied(library: Library, at: Millis, cancel: Cancel) -> Tidied | None:
    """Tidy if it is due; what is not done today is done another day."""
    try:
        return tidy_if_due(library, at=at, cancel=cancel)
    except Cancelled:
        return None
    except StorageError as error:
        note("tidying.failed", kind=error.kind)
        return None
