"""One run that fetches pages and pictures: what it tells while it goes, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from caregiver_app.model.article import ItemId
from caregiver_app.model.offline import CopyState, OfflineState


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepResult:
    """How far the copy of one article's page is after a run."""

    item_id: ItemId
    title: str
    copy: OfflineState


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepReport:
    """The whole run. `full`: the space for copies ran out; `offline`: there was no network."""

    results: tuple[KeepResult, ...]
    full: bool = False
    offline: bool = False
    cancelled: bool = False

    def count(self, *states: CopyState) -> int:
        """Return how many pages ended in one of `states`."""
        return sum(result.copy.state in states for result in self.results)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepProgress:
    """`done` of `total` pages are finished; `current` is the title of the one that finished last."""

    done: int
    total: int
    current: str


OnKeepProgress = Callable[[KeepProgress], None]
