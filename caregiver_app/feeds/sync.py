"""Asks all sources and stores what they say: threads fetch, processes parse, one thread writes.

The calling thread owns the library and is the only one to read or write it. Each source is stored in one transaction
with its state and its ledger lines; ending the process at any moment loses nothing that was reported as stored.
Never touches what a person marked and never deletes an article.
"""

from __future__ import annotations

import hashlib
import logging
import queue
import threading
from collections.abc import Collection
from dataclasses import dataclass, field

from caregiver_app.feeds import outcome
from caregiver_app.feeds.decide import decide_entries, newest_of
from caregiver_app.feeds.host_queue import HostQueue, host_of
from caregiver_app.feeds.identity import candidates_of, match_entries
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.feeds.outcome import Outcome, Stored
from caregiver_app.feeds.parse import ParseJob
from caregiver_app.feeds.pool import Parser
from caregiver_app.library.search import BATCH
from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import CaregiverError, FeedError, FeedTrouble, StorageError, WebError, WebTrouble
from caregiver_app.model.source import FeedForSync, SourceId
from caregiver_app.model.sync import OnProgress, SourceResult, SyncProgress, SyncReport, SyncState
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Cancel, Fetched, Fetcher, FetchRequest, Why

FETCHING_THREADS = 32
UNFINISHED_AT_MOST = 48
"""Sources whose bodies are held at once: 48 bodies of at most 10 MB."""

_LOOK_FOR_STOP_S = 0.1
_WAIT_FOR_THREADS_S = 0.7

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    feed: FeedForSync
    fetched: Fetched | CaregiverError


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    feed: FeedForSync
    fetched: Fetched
    parsed: ParsedFeed | CaregiverError


@dataclass(slots=True)
class _Tally:
    total: int
    results: list[SourceResult] = field(default_factory=list)
    new: int = 0
    failed: int = 0
    hosts_without_network: set[str] = field(default_factory=set)
    reached: bool = False


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
        parsing_threads: int = 2,
    ) -> None:
        self._library = library
        self._fetcher = fetcher
        self._parser = parser
        self._ledger = ledger
        self._clock = clock
        self._parsing_threads = parsing_threads
        self._waiting_texts = 0
        self._inbox: queue.SimpleQueue[_Answer | _Read] = queue.SimpleQueue()
        self._to_parse: queue.SimpleQueue[tuple[FeedForSync, Fetched, frozenset[str]] | None] = queue.SimpleQueue()

    def run(self, ids: Collection[SourceId] | None, *, on_progress: OnProgress, cancel: Cancel) -> SyncReport:
        """Ask all enabled sources, or exactly those named; due or not, only pauses that a host asked for hold.

        Raises:
            StorageError: the library cannot be written; what was stored before stays.
        """
        self._fetcher.resume()
        started = self._clock.monotonic()
        at = self._clock.now()
        feeds = self._library.source_states.for_sync(ids)
        tally = _Tally(total=len(feeds))
        pauses = self._library.source_states.pauses(now=at)
        for feed in feeds:
            if host_of(feed.url) in pauses:
                self._finish(outcome.paused(feed), tally, on_progress)
        waiting = HostQueue(
            (feed for feed in feeds if host_of(feed.url) not in pauses), unfinished_at_most=UNFINISHED_AT_MOST
        )
        threads = self._start_threads(waiting, count=min(FETCHING_THREADS, len(feeds)))
        try:
            cancelled = self._work_off(waiting, tally, on_progress, cancel, at)
            if cancelled:
                self._end_exchanges(waiting, threads)
        finally:
            self._stop_threads(waiting)
            self._library.ledger.add(self._ledger.drain())
        while not cancelled and not cancel.is_set() and self._library.search.catch_up():
            pass
        self._library.ledger.fold(now=at)
        return SyncReport(results=tuple(tally.results), seconds=self._clock.monotonic() - started, cancelled=cancelled)

    def _work_off(self, waiting: HostQueue, tally: _Tally, on_progress: OnProgress, cancel: Cancel, at: Millis) -> bool:
        """Take in what threads bring until every source is finished; return True when the person pressed stop."""
        while len(tally.results) < tally.total:
            if cancel.is_set():
                return True
            try:
                message = self._inbox.get(timeout=_LOOK_FOR_STOP_S)
            except queue.Empty:
                continue
            done = self._take_answer(message, at) if isinstance(message, _Answer) else self._take_document(message, at)
            if done is not None:
                waiting.finished()
                self._finish(done, tally, on_progress)
                self._give_up_without_network(waiting, tally, on_progress)
        return False

    def _take_answer(self, answer: _Answer, at: Millis) -> Outcome | None:
        """Return what came of a fetch, None when its document has to be read first."""
        feed, fetched = answer.feed, answer.fetched
        if isinstance(fetched, CaregiverError):
            self._remember_pause(feed, fetched, at)
            return outcome.failed(feed, fetched, at=at)
        if fetched.status == 304 or _hash(fetched.body) == feed.body_hash:
            return outcome.unchanged(feed, fetched, at=at)
        self._to_parse.put((feed, fetched, self._library.source_states.known_hashes(feed.id)))
        return None

    def _take_document(self, read: _Read, at: Millis) -> Outcome:
        if isinstance(read.parsed, CaregiverError):
            return outcome.failed(read.feed, read.parsed, at=at)
        try:
            with self._library.write("sync.source"):
                done = self._store(read.feed, read.fetched, read.parsed, at)
                self._put_state(done)
            return done
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001  one odd document must never keep the others from being stored
            _log.error("storing a document failed: %s", type(error).__name__)
            return outcome.failed(read.feed, FeedError(FeedTrouble.CRASHED, type(error).__name__), at=at)

    def _store(self, feed: FeedForSync, fetched: Fetched, parsed: ParsedFeed, at: Millis) -> Outcome:
        candidates = candidates_of(parsed.entries, address_key)
        links = {candidate.link_key for candidate in candidates if candidate.link_key}
        entries = self._library.entries
        matches = match_entries(candidates, entries.known(feed.id, [c.key for c in candidates], links))
        fresh = {m.candidate.link_key for m in matches if m.known is None and m.candidate.link_key}
        changes = decide_entries(
            matches,
            elsewhere=entries.elsewhere(feed.id, fresh) if fresh else {},
            tombstones=entries.tombstones(feed.id),
            at=at,
        )
        entries.store(feed.id, changes, at=at)
        return outcome.stored(
            feed,
            fetched,
            Stored(
                new=len(changes.new) + len(changes.joined),
                changed=sum(change.revise for change in changes.changed),
                newest_at=newest_of(matches, changes, before=feed.newest_at, at=at),
                feed_title=parsed.title,
                ttl_s=parsed.ttl_s,
                body_hash=_hash(fetched.body),
            ),
            at=at,
        )

    def _finish(self, done: Outcome, tally: _Tally, on_progress: OnProgress) -> None:
        if done.result.state is not SyncState.OK:
            with self._library.write("sync.state"):
                self._put_state(done)
        self._put_into_index(done.result.new + done.result.changed)
        tally.results.append(done.result)
        tally.new += done.result.new
        tally.failed += done.result.state in (SyncState.FAILED, SyncState.GONE)
        on_progress(
            SyncProgress(
                done=len(tally.results),
                total=tally.total,
                current=done.result.title,
                new=tally.new,
                failed=tally.failed,
            )
        )
        if done.result.state is SyncState.OFFLINE:
            tally.hosts_without_network.add(host_of(done.result.url))
        elif done.result.state is not SyncState.PAUSED:
            tally.reached = True

    def _put_into_index(self, texts: int) -> None:
        """Count what waits instead of asking for it each time; what an earlier run left is taken along."""
        self._waiting_texts += texts
        if self._waiting_texts >= BATCH:
            self._waiting_texts = 0
            self._library.search.catch_up()

    def _put_state(self, done: Outcome) -> None:
        if done.state is not None:
            self._library.source_states.put(done.state)
        self._library.ledger.add(self._ledger.drain())

    def _give_up_without_network(self, waiting: HostQueue, tally: _Tally, on_progress: OnProgress) -> None:
        """Two hosts without a network and none reached: the rest would only wait for the same answer."""
        if tally.reached or len(tally.hosts_without_network) < 2:
            return
        for feed in waiting.clear():
            self._finish(outcome.offline(feed), tally, on_progress)

    def _remember_pause(self, feed: FeedForSync, error: CaregiverError, at: Millis) -> None:
        if isinstance(error, WebError) and error.kind is WebTrouble.PAUSED and error.retry_after_s is not None:
            until = Millis(at + int(error.retry_after_s * 1000))
            self._library.source_states.pause(error.host or host_of(feed.url), until, now=at)

    def _start_threads(self, waiting: HostQueue, *, count: int) -> list[threading.Thread]:
        fetching = [
            threading.Thread(target=self._fetch_all, args=(waiting,), name=f"fetch-{n}", daemon=True)
            for n in range(count)
        ]
        parsing = [
            threading.Thread(target=self._parse_all, name=f"parse-{n}", daemon=True)
            for n in range(self._parsing_threads)
        ]
        for thread in (*fetching, *parsing):
            thread.start()
        return fetching

    def _fetch_all(self, waiting: HostQueue) -> None:
        while (feed := waiting.take()) is not None:
            fetched = self._fetch(feed)
            waiting.fetched(feed)
            self._inbox.put(_Answer(feed=feed, fetched=fetched))

    def _fetch(self, feed: FeedForSync) -> Fetched | CaregiverError:
        request = FetchRequest(
            url=feed.url, why=Why.UPDATE, validators=feed.validators, allow_private=feed.allow_private
        )
        try:
            return self._fetcher.fetch(request)
        except CaregiverError as error:
            return error
        except Exception as error:  # noqa: BLE001  a thread that dies silently would leave its source unfinished
            _log.error("fetching failed: %s", type(error).__name__)
            return WebError(WebTrouble.PROTOCOL, host_of(feed.url), detail=type(error).__name__)

    def _parse_all(self) -> None:
        while (job := self._to_parse.get()) is not None:
            feed, fetched, known = job
            self._inbox.put(_Read(feed=feed, fetched=fetched, parsed=self._parse(fetched, known)))

    def _parse(self, fetched: Fetched, known: frozenset[str]) -> ParsedFeed | CaregiverError:
        job = ParseJob(url=fetched.url, headers=fetched.headers, body=fetched.body, known=known, now=self._clock.now())
        try:
            return self._parser.parse(job)
        except CaregiverError as error:
            return error
        except Exception as error:  # noqa: BLE001  as above
            _log.error("parsing failed: %s", type(error).__name__)
            return FeedError(FeedTrouble.CRASHED, type(error).__name__)

    def _end_exchanges(self, waiting: HostQueue, threads: list[threading.Thread]) -> None:
        """End what is under way, so that its ledger lines are written too; a thread stuck in the system is left."""
        waiting.clear()
        self._fetcher.abort()
        self._parser.cancel()
        until = self._clock.monotonic() + _WAIT_FOR_THREADS_S
        for thread in threads:
            thread.join(max(0.0, until - self._clock.monotonic()))

    def _stop_threads(self, waiting: HostQueue) -> None:
        waiting.clear()
        for _ in range(self._parsing_threads):
            self._to_parse.put(None)


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
