"""Threads that fetch sources and have their documents read, and bring both to the one thread that owns the library.

Nothing here touches the library. A thread that is stuck in the system is left behind; none of them keeps the
application from ending.
"""

from __future__ import annotations

import hashlib
import logging
import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from caregiver_app.feeds.host_queue import HostQueue, host_of
from caregiver_app.feeds.jobs import ParseJob
from caregiver_app.feeds.pool import Parser
from caregiver_app.feeds.schedule import validators_to_send
from caregiver_app.feeds.watched_pages import page_request, read_watched
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import CaregiverError, FeedError, FeedTrouble, WebError, WebTrouble
from caregiver_app.model.source import FeedForSync, SourceFormat
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Fetched, Fetcher, FetchRequest, Why

FETCHING_THREADS = 96
"""They wait for servers nearly all of the time: 1,000 sources at 50 ms take a third of what 32 threads need."""
PARSING_THREADS = 2
UNFINISHED_AT_FIRST = 16
"""How many sources are asked before an answer showed that there is a network."""
UNFINISHED_AT_MOST = 100
"""Sources whose bodies are held at once: most are far below a megabyte, none above 10 MB."""

_WAIT_FOR_THREADS_S = 0.7

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said, or why it said nothing. `body_hash` is empty where it sent no body."""

    feed: FeedForSync
    fetched: Fetched | CaregiverError
    body_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a fetched body says, or why it is of no use."""

    feed: FeedForSync
    fetched: Fetched
    body_hash: str
    parsed: ParsedFeed | CaregiverError


class Gathering:
    """The threads of one sync. Every answer ends with `finished`, unless its body goes to `read` first."""

    def __init__(
        self, feeds: Sequence[FeedForSync], *, fetcher: Fetcher, parser: Parser, clock: Clock, at: Millis
    ) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._clock = clock
        self._at = at
        self._waiting = HostQueue(feeds, unfinished_at_most=UNFINISHED_AT_FIRST)
        self._inbox: queue.SimpleQueue[Answer | Document] = queue.SimpleQueue()
        self._to_read: queue.SimpleQueue[tuple[FeedForSync, Fetched, str, frozenset[str]] | None] = queue.SimpleQueue()
        self._fetching = [
            threading.Thread(target=self._fetch_all, name=f"fetch-{n}", daemon=True)
            for n in range(min(FETCHING_THREADS, len(feeds)))
        ]
        self._reading = [
            threading.Thread(target=self._read_all, name=f"read-{n}", daemon=True) for n in range(PARSING_THREADS)
        ]

    def start(self) -> None:
        """Begin with the first sources."""
        for thread in (*self._fetching, *self._reading):
            thread.start()

    def widen(self) -> None:
        """Ask as many sources at once as may be: there is a network. Further calls change nothing."""
        self._waiting.widen(UNFINISHED_AT_MOST)

    def next(self, *, timeout_s: float) -> Answer | Document | None:
        """Return what was brought next, None when nothing came in time."""
        try:
            return self._inbox.get(timeout=timeout_s)
        except queue.Empty:
            return None

    def read(self, feed: FeedForSync, fetched: Fetched, body_hash: str, known: frozenset[str]) -> None:
        """Have a body read; the `Document` comes by `next`. `known` are the hashes of entries stored before."""
        self._to_read.put((feed, fetched, body_hash, known))

    def finished(self) -> None:
        """Say that a source is done with and its body no longer held."""
        self._waiting.finished()

    def give_up_waiting(self) -> tuple[FeedForSync, ...]:
        """Return the sources that no thread has begun with; none of them will be begun with."""
        return self._waiting.clear()

    def cut_short(self) -> None:
        """End every exchange and all reading at once, and wait a moment, so that the ledger is whole."""
        self._waiting.clear()
        self._fetcher.abort()
        self._parser.cancel()
        until = self._clock.monotonic() + _WAIT_FOR_THREADS_S
        for thread in self._fetching:
            thread.join(max(0.0, until - self._clock.monotonic()))

    def stop(self) -> None:
        """Let the threads go; what they still bring is not taken in."""
        self._waiting.clear()
        for _ in self._reading:
            self._to_read.put(None)

    def _fetch_all(self) -> None:
        while (feed := self._waiting.take()) is not None:
            fetched = self._fetch(feed)
            self._waiting.fetched(feed)
            self._inbox.put(Answer(feed=feed, fetched=fetched, body_hash=_hash_of(fetched)))

    def _fetch(self, feed: FeedForSync) -> Fetched | CaregiverError:
        try:
            return self._fetcher.fetch(_request_for(feed, at=self._at))
        except CaregiverError as error:
            return error
        except Exception as error:  # noqa: BLE001  a thread that dies silently would leave its source unfinished
            _log.error("fetching failed: %s", type(error).__name__)
            return WebError(WebTrouble.PROTOCOL, host_of(feed.url), detail=type(error).__name__)

    def _read_all(self) -> None:
        while (job := self._to_read.get()) is not None:
            feed, fetched, body_hash, known = job
            parsed = self._parse(feed, fetched, known)
            self._inbox.put(Document(feed=feed, fetched=fetched, body_hash=body_hash, parsed=parsed))

    def _parse(self, feed: FeedForSync, fetched: Fetched, known: frozenset[str]) -> ParsedFeed | CaregiverError:
        job = ParseJob(url=fetched.url, headers=fetched.headers, body=fetched.body, known=known, now=self._at)
        try:
            is_page = feed.format is SourceFormat.PAGE
            return read_watched(self._parser, feed, fetched) if is_page else self._parser.parse(job)
        except CaregiverError as error:
            return error
        except Exception as error:  # noqa: BLE001  as above
            _log.error("parsing failed: %s", type(error).__name__)
            return FeedError(FeedTrouble.CRASHED, type(error).__name__)


def _hash_of(fetched: Fetched | CaregiverError) -> str:
    if isinstance(fetched, CaregiverError) or fetched.status == 304:
        return ""
    return hashlib.sha256(fetched.body).hexdigest()


def _request_for(feed: FeedForSync, *, at: Millis) -> FetchRequest:
    validators = validators_to_send(feed, at=at)
    if feed.format is SourceFormat.PAGE:
        return page_request(feed.url, Why.UPDATE, validators)
    return FetchRequest(url=feed.url, why=Why.UPDATE, validators=validators, allow_private=feed.allow_private)
