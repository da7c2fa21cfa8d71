"""Hands sources to fetching threads: at most two of a host at once, no thread waiting behind a slow host.

Knows nothing of what a fetch is. `web` keeps the bound for everybody; here threads are kept from queuing on it.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from caregiver_app.model.source import FeedForSync

AT_ONCE_PER_HOST = 2


class HostQueue:
    """The sources still to be fetched. `unfinished_at_most` bounds those taken and not yet finished with.

    Each thing that ends lets one more begin, so it wakes one waiting thread; waking all costs more than the fetches.
    """

    def __init__(self, feeds: Iterable[FeedForSync], *, unfinished_at_most: int) -> None:
        self._condition = threading.Condition()
        self._waiting: dict[str, deque[FeedForSync]] = {}
        for feed in feeds:
            self._waiting.setdefault(host_of(feed.url), deque()).append(feed)
        self._ready = deque(self._waiting)
        self._active: dict[str, int] = dict.fromkeys(self._waiting, 0)
        self._unfinished = 0
        self._unfinished_at_most = unfinished_at_most

    def take(self) -> FeedForSync | None:
        """Wait for a source that may be fetched now; None when there is nothing left to take."""
        with self._condition:
            while True:
                if not self._waiting:
                    return None
                if self._ready and self._unfinished < self._unfinished_at_most:
                    return self._next()
                self._condition.wait()

    def widen(self, unfinished_at_most: int) -> None:
        """Let more sources be under way at once than before."""
        with self._condition:
            if unfinished_at_most > self._unfinished_at_most:
                self._unfinished_at_most = unfinished_at_most
                self._condition.notify_all()

    def fetched(self, feed: FeedForSync) -> None:
        """Say that the exchange with the source's host has ended; another of that host may begin."""
        host = host_of(feed.url)
        with self._condition:
            self._active[host] -= 1
            if host in self._waiting and host not in self._ready:
                self._ready.append(host)
            self._condition.notify()

    def finished(self) -> None:
        """Say that a fetched source's body is no longer held."""
        with self._condition:
            self._unfinished -= 1
            self._condition.notify()

    def clear(self) -> tuple[FeedForSync, ...]:
        """Take back all that nobody has taken yet."""
        with self._condition:
            left = tuple(feed for feeds in self._waiting.values() for feed in feeds)
            self._waiting.clear()
            self._ready.clear()
            self._condition.notify_all()
        return left

    def _next(self) -> FeedForSync:
        host = self._ready.popleft()
        feed = self._waiting[host].popleft()
        self._active[host] += 1
        self._unfinished += 1
        if not self._waiting[host]:
            del self._waiting[host]
        elif self._active[host] < AT_ONCE_PER_HOST:
            self._ready.append(host)
        if not self._waiting:
            self._condition.notify_all()
        return feed


@lru_cache(maxsize=4096)
def host_of(url: str) -> str:
    """Return the host that a source is fetched from, "" for an address without one."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
