"""A library, the real door to the network, real parsing processes and a scripted server: all that a sync needs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.feeds.pool import ParserPool
from caregiver_app.feeds.sync import Sync
from caregiver_app.library.store import Library, open_library
from caregiver_app.model.article import ArticleFilter, ArticleRow
from caregiver_app.model.search import ArticleQuery
from caregiver_app.model.source import NewSource, Source, SourceId
from caregiver_app.model.sync import SyncProgress, SyncReport
from caregiver_app.support.clock import SystemClock
from caregiver_app.web.client import WebClient
from caregiver_app.web.limits import Limits
from caregiver_app.web.resolve import Resolver
from tests.helpers.clock import StillClock
from tests.helpers.http_server import Script, ScriptedServer
from tests.helpers.library import begin_library

_SYSTEM = SystemClock()

LIMITS = Limits(total_s=10)
"""With a deadline that a test can wait for."""


class RunningClock(StillClock):
    """A wall clock that only tests move, beside a monotonic one that really runs, so that deadlines do."""

    def monotonic(self) -> float:
        """Return seconds as the system counts them."""
        return _SYSTEM.monotonic()


@dataclass(slots=True, kw_only=True)
class Stage:
    """What a test of sync plays on."""

    library: Library
    server: ScriptedServer
    parser: ParserPool
    clock: StillClock
    client: WebClient
    ledger: LedgerBuffer
    progress: list[SyncProgress] = field(default_factory=list)
    offline: threading.Event = field(default_factory=threading.Event)

    def add(self, path: str, script: Script, *, host: str = "127.0.0.1") -> SourceId:
        """Script a path of the server and add it as a source."""
        self.server.answer(path, script)
        return self.library.sources.add(
            NewSource(url=self.server.url(path, host), allow_private=True), at=self.clock.now()
        )

    def sync(
        self,
        ids: Collection[SourceId] | None = None,
        *,
        due_only: bool = False,
        cancel: threading.Event | None = None,
        on_progress: Callable[[SyncProgress], None] | None = None,
    ) -> SyncReport:
        """Run a sync with all that is real."""
        run = Sync(
            self.library,
            fetcher=self.client,
            parser=self.parser,
            ledger=self.ledger,
            clock=self.clock,
            on_progress=on_progress or self.progress.append,
        )
        return run.run(ids, cancel=cancel or threading.Event(), due_only=due_only)

    def restart(self, *, resolver: Resolver | None = None, limits: Limits = LIMITS) -> None:
        """Forget all that only a running process knows."""
        self.client.close()
        self.client = a_client(self.ledger, self.clock, self.offline, resolver=resolver, limits=limits)

    def due_at(self, source_id: SourceId) -> int:
        """Return in how many seconds a source is due."""
        due = self.source(source_id).next_due_at
        assert due is not None
        return (due - self.clock.now()) // 1000

    def rows(self, *, chip: ArticleFilter = ArticleFilter.ALL) -> tuple[ArticleRow, ...]:
        """Return what the list shows."""
        return self.library.articles.page(ArticleQuery(filter=chip), limit=1000).rows

    def titles(self) -> list[str]:
        """Return the titles in the list, sorted."""
        return sorted(row.title for row in self.rows())

    def source(self, source_id: SourceId) -> Source:
        """Return a source as people see it."""
        return self.library.sources.get(source_id)


def a_client(
    ledger: LedgerBuffer,
    clock: StillClock,
    offline: threading.Event,
    *,
    resolver: Resolver | None = None,
    limits: Limits = LIMITS,
) -> WebClient:
    """Return the real door."""
    return WebClient(ledger=ledger, clock=clock, stay_offline=offline.is_set, limits=limits, resolver=resolver)


@contextmanager
def a_stage(folder: Path, parser: ParserPool) -> Iterator[Stage]:
    """Set the stage in a folder; `parser` may serve many of them."""
    clock, ledger, offline = RunningClock(), LedgerBuffer(), threading.Event()
    begin_library(folder)
    library = open_library(folder / "library.db", clock)
    with ScriptedServer(also=("127.0.0.2", "127.0.0.3")) as server, a_client(ledger, clock, offline) as client:
        stage = Stage(
            library=library, server=server, parser=parser, clock=clock, client=client, ledger=ledger, offline=offline
        )
        try:
            yield stage
        finally:
            stage.client.close()
            library.close()
