"""What a sync asks for, tells while it runs, and answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.model.source import SourceId


class SyncState(StrEnum):
    """What became of one source in one sync."""

    OK = "ok"
    UNCHANGED = "unchanged"
    PAUSED = "paused"
    FAILED = "failed"
    GONE = "gone"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceResult:
    """One value a source. `error` is a fact (a trouble's value), with `error_detail` such as a status number."""

    source_id: SourceId
    title: str
    url: str
    state: SyncState
    new: int = 0
    changed: int = 0
    error: str | None = None
    error_detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncReport:
    """The whole run, in the order in which sources were finished."""

    results: tuple[SourceResult, ...]
    seconds: float
    cancelled: bool = False

    def count(self, *states: SyncState) -> int:
        """Return how many sources ended in one of `states`."""
        return sum(result.state in states for result in self.results)

    @property
    def new(self) -> int:
        """Entries first stored in this run."""
        return sum(result.new for result in self.results)

    @property
    def changed(self) -> int:
        """Entries that got a revision in this run."""
        return sum(result.changed for result in self.results)

    @property
    def offline(self) -> bool:
        """True when no source could be asked because there was no network."""
        states = {result.state for result in self.results}
        return SyncState.OFFLINE in states and states <= {SyncState.OFFLINE, SyncState.PAUSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncProgress:
    """`done` of `total` sources are finished; `current` is the title of the one that finished last.

    `for_packs`: all are, and `current` is who is asked for newer packs now.
    """

    done: int
    total: int
    current: str
    new: int
    failed: int
    for_packs: bool = False


OnProgress = Callable[[SyncProgress], None]
