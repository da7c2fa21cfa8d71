"""Asks all sources and stores what they say: threads fetch, processes parse, one thread writes.

The calling thread owns the library and is the only one to read or write it. Each document is stored whole, with its
source's state and the ledger lines so far (`storing`); ending the process at any moment loses no article that was
reported as stored. What `books` says may be lost with the process is that a source was unchanged or failed a moment
ago. Never touches what a person marked and never deletes an article.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from caregiver_app.feeds import outcome
from caregiver_app.feeds.books import Books
from caregiver_app.feeds.gathering import Answer, Document, Gathering
from caregiver_app.feeds.host_queue import host_of
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.feeds.outcome import Outcome
from caregiver_app.feeds.pool import Parser
from caregiver_app.feeds.reach import Reach
from caregiver_app.feeds.storing import ReadDocument, Storing
from caregiver_app.library.batches import take_breath
from caregiver_app.library.search import BATCH
from caregiver_app.library.store import Library
from caregiver_app.model.errors import CaregiverError, WebError, WebTrouble
from caregiver_app.model.source import FeedForSync, SourceId
from caregiver_app.model.sync import OnProgress, SourceResult, SyncProgress, SyncReport, SyncState
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Cancel, Fetched, Fetcher

_LOOK_FOR_STOP_S = 0.1


class Sync:
    """One run over the sources of one library. Use once."""

    def __init__(
        self,
        library: Library,
        *,
        fetcher: Fetcher,
        parser: Parser,
        ledger: LedgerBuffer,
        clock: Clock,
        on_progress: OnProgress,
    ) -> None:
        self._library = library
        self._fetcher = fetcher
        self._parser = parser
        self._books = Books(library, ledger, clock)
        self._clock = clock
        self._on_progress = on_progress
        self._at = clock.now()
        self._storing = Storing(library, self._books, clock, at=self._at)
        self._reach = Reach()
        self._results: list[SourceResult] = []
        self._total = self._new = self._failed = 0
        self._waiting_texts = 0

    def run(self, ids: Collection[SourceId] | None, *, cancel: Cancel, due_only: bool = False) -> SyncReport:
        """Ask all enabled sources, or exactly those named; due or not, only pauses that a host asked for hold.

        With `due_only` ask none of them before its time, however often this is called: for updates by themselves.

        Raises:
            StorageError: the library cannot be written; what was stored before stays.
        """
        started = self._clock.monotonic()
        self._fetcher.resume()
        wanted = self._library.source_states.for_sync(ids, due_at=self._at if due_only else None)
        feeds = self._leave_out_resting(wanted)
        gathering = Gathering(feeds, fetcher=self._fetcher, parser=self._parser, clock=self._clock, at=self._at)
        gathering.start()
        try:
            cancelled = not self._work_off(gathering, cancel)
            if cancelled:
                gathering.cut_short()
        finally:
            gathering.stop()
            self._books.write()
        while not cancel.is_set() and self._library.search.catch_up():
            take_breath()
        self._library.ledger.fold(now=self._at)
        seconds = self._clock.monotonic() - started
        return SyncReport(results=tuple(self._results), seconds=seconds, cancelled=cancelled)

    def _leave_out_resting(self, feeds: Sequence[FeedForSync]) -> list[FeedForSync]:
        """Report the sources whose host asked for rest that is not over, and return the others."""
        self._total = len(feeds)
        pauses = self._library.source_states.pauses(now=self._at)
        for feed in feeds:
            if host_of(feed.url) in pauses:
                self._finish(outcome.paused(feed))
        return [feed for feed in feeds if host_of(feed.url) not in pauses]

    def _work_off(self, gathering: Gathering, cancel: Cancel) -> bool:
        """Take in what threads bring until every source is finished; return False when the person pressed stop."""
        while len(self._results) < self._total:
            if cancel.is_set():
                self._store_documents(gathering)
                return False
            brought = gathering.next(timeout_s=_LOOK_FOR_STOP_S)
            if isinstance(brought, Answer):
                self._take_answer(brought, gathering)
            elif brought is not None:
                self._take_document(brought, gathering)
            nothing_else_comes = len(self._results) + self._storing.waiting == self._total
            if self._storing.is_due() or nothing_else_comes:
                self._store_documents(gathering)
            self._books.write_when_due()
        return True

    def _take_answer(self, answer: Answer, gathering: Gathering) -> None:
        """Finish the source, or have its document read first, or hold it back until a network is seen."""
        feed, fetched = answer.feed, answer.fetched
        held = self._reach.note(feed, fetched if isinstance(fetched, CaregiverError) else None)
        if self._reach.is_seen:
            gathering.widen()
        if isinstance(fetched, Fetched) and answer.body_hash not in ("", feed.body_hash):
            gathering.read(feed, fetched, answer.body_hash, self._library.source_states.known_hashes(feed.id))
        else:
            gathering.finished()
            if not held:
                self._finish(self._without_document(feed, fetched))
        self._look_at_network(gathering)

    def _without_document(self, feed: FeedForSync, fetched: Fetched | CaregiverError) -> Outcome:
        if isinstance(fetched, Fetched):
            return outcome.unchanged(feed, fetched, self._storing.moving(feed, fetched, continues=True), at=self._at)
        self._remember_pause(feed, fetched)
        return outcome.failed(feed, fetched, at=self._at)

    def _look_at_network(self, gathering: Gathering) -> None:
        """Without a network, leave the rest as it is; with one, say of names held back that they are broken."""
        if self._reach.is_missing():
            for feed in gathering.give_up_waiting():
                self._finish(outcome.offline(feed))
        at_the_end = len(self._results) + self._reach.held == self._total
        held, missing = self._reach.settle(at_the_end=at_the_end)
        for feed, error in held:
            self._finish(outcome.offline(feed) if missing else outcome.failed(feed, error, at=self._at))

    def _take_document(self, document: Document, gathering: Gathering) -> None:
        """Have what was read stored before long; what could not be read is finished with."""
        if isinstance(document.parsed, CaregiverError):
            gathering.finished()
            self._finish(outcome.failed(document.feed, document.parsed, at=self._at))
            return
        self._storing.keep(
            ReadDocument(
                feed=document.feed,
                fetched=document.fetched,
                body_hash=document.body_hash,
                parsed=document.parsed,
            )
        )

    def _store_documents(self, gathering: Gathering) -> None:
        for done in self._storing.store():
            gathering.finished()
            self._finish(done)

    def _finish(self, done: Outcome) -> None:
        if done.state is not None and done.result.state is not SyncState.OK:  # that one's was stored with its document
            self._books.keep(done.state)
        self._put_into_index(done.result.new + done.result.changed)
        self._results.append(done.result)
        self._new += done.result.new
        self._failed += done.result.state in (SyncState.FAILED, SyncState.GONE)
        self._on_progress(
            SyncProgress(
                done=len(self._results),
                total=self._total,
                current=done.result.title,
                new=self._new,
                failed=self._failed,
            )
        )

    def _put_into_index(self, texts: int) -> None:
        """Count what waits instead of asking for it each time; what an earlier run left is taken along."""
        self._waiting_texts += texts
        if self._waiting_texts >= BATCH:
            self._waiting_texts = 0
            self._library.search.catch_up()

    def _remember_pause(self, feed: FeedForSync, error: CaregiverError) -> None:
        if isinstance(error, WebError) and error.kind is WebTrouble.PAUSED and error.retry_after_s is not None:
            until = Millis(self._at + int(error.retry_after_s * 1000))
            self._library.source_states.pause(error.host or host_of(feed.url), until, now=self._at)
