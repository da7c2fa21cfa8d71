"""Asks all sources and stores what they say: threads fetch, processes parse, one thread writes.

The calling thread owns the library and is the only one to read or write it. Each document is stored in one transaction
with its source's state and the ledger lines so far; ending the process at any moment loses no article that was reported
as stored. What `books` says may be lost with the process is that a source was unchanged or failed a moment ago.
Never touches what a person marked and never deletes an article.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import replace

from caregiver_app.feeds import outcome
from caregiver_app.feeds.books import Books
from caregiver_app.feeds.decide import decide_entries, newest_of, reworded
from caregiver_app.feeds.gathering import Answer, Document, Gathering
from caregiver_app.feeds.host_queue import host_of
from caregiver_app.feeds.identity import Match, candidates_of, choose_identity, match_entries
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.feeds.moves import Moving, keeps_permission, moving
from caregiver_app.feeds.outcome import Outcome, Stored
from caregiver_app.feeds.pace import goes_on, learn
from caregiver_app.feeds.pool import Parser
from caregiver_app.feeds.reach import Reach
from caregiver_app.library.batches import take_breath
from caregiver_app.library.entry_values import EntryChanges, KnownEntry
from caregiver_app.library.search import BATCH
from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import CaregiverError, FeedError, FeedTrouble, StorageError, WebError, WebTrouble
from caregiver_app.model.source import FeedForSync, SourceFormat, SourceId
from caregiver_app.model.sync import OnProgress, SourceResult, SyncProgress, SyncReport, SyncState
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Cancel, Fetched, Fetcher

_LOOK_FOR_STOP_S = 0.1

_log = logging.getLogger(__name__)


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
                return False
            brought = gathering.next(timeout_s=_LOOK_FOR_STOP_S)
            if isinstance(brought, Answer):
                self._take_answer(brought, gathering)
            elif brought is not None:
                gathering.finished()
                self._finish(self._take_document(brought))
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
            return outcome.unchanged(feed, fetched, self._moving(feed, fetched, continues=True), at=self._at)
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

    def _take_document(self, document: Document) -> Outcome:
        feed, parsed = document.feed, document.parsed
        if isinstance(parsed, CaregiverError):
            return outcome.failed(feed, parsed, at=self._at)
        try:
            with self._library.write("sync.source"):
                done = self._store(document, parsed)
                if done.state is not None:
                    self._books.write_along(done.state)
            self._books.written()
            return done
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001  one odd document must never keep the others from being stored
            _log.error("storing a document failed: %s", type(error).__name__)
            return outcome.failed(feed, FeedError(FeedTrouble.CRASHED, type(error).__name__), at=self._at)

    def _store(self, document: Document, parsed: ParsedFeed) -> Outcome:
        feed, fetched = document.feed, document.fetched
        identity = feed.identity or choose_identity(parsed.entries)
        candidates = candidates_of(parsed.entries, address_key, identity)
        links = {candidate.link_key for candidate in candidates if candidate.link_key}
        known = self._library.entries.known(feed.id, [c.key for c in candidates], links)
        matches = match_entries(candidates, known)
        changes = self._decide(feed, matches, known, is_damaged=parsed.damaged)
        revised = self._library.entries.store(feed.id, changes, at=self._at)
        continues = goes_on(matches, known)
        note, note_detail = outcome.note_on(parsed)
        what = Stored(
            new=len(changes.new) + len(changes.joined),
            changed=revised,
            newest_at=newest_of(matches, changes, before=feed.newest_at, at=self._at),
            feed_title=parsed.title,
            ttl_s=parsed.ttl_s,
            body_hash=document.body_hash,
            identity=identity,
            pace=learn(feed.pace, matches, newest_before=feed.newest_at, at=self._at),
            has_gap=continues is False,
            note=note,
            note_detail=note_detail,
        )
        return outcome.stored(feed, fetched, what, self._moving(feed, fetched, continues=continues), at=self._at)

    def _decide(
        self, feed: FeedForSync, matches: Sequence[Match], known: Sequence[KnownEntry], *, is_damaged: bool
    ) -> EntryChanges:
        entries = self._library.entries
        fresh = {m.candidate.link_key for m in matches if m.known is None and m.candidate.link_key}
        other_words = reworded(matches)
        return decide_entries(
            matches,
            feed=feed,
            known=known,
            is_damaged=is_damaged,
            elsewhere=entries.elsewhere(feed.id, fresh) if fresh and feed.format is SourceFormat.FEED else {},
            tombstones=entries.tombstones(feed.id),
            texts=entries.texts(other_words) if other_words else {},
            at=self._at,
        )

    def _moving(self, feed: FeedForSync, fetched: Fetched, *, continues: bool | None) -> Moving:
        """Return where the source moves to; one that really has moved gets its new address here."""
        move = moving(feed, fetched, goes_on=continues, at=self._at)
        if move.to is None or not move.is_ripe:
            return move
        kept = keeps_permission(feed.url, move.to)
        done = self._library.source_moves.make(feed.id, move.to, keeps_permission=kept, at=self._at)
        return Moving() if done.made else replace(move, taken_by=done.taken_by)

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
