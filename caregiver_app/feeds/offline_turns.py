"""In which order wanted pages are fetched, and which hosts are left alone for the rest of a run. Pure."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence

from caregiver_app.feeds.host_queue import host_of
from caregiver_app.library.offline_queue import PageToKeep
from caregiver_app.model.errors import WebTrouble

GIVE_UP_AFTER = 3
"""So many pages of one host in a row without an answer, and the others wait for another run."""

_NO_ANSWER = frozenset(
    trouble.value
    for trouble in (WebTrouble.DNS, WebTrouble.CONNECT, WebTrouble.TLS, WebTrouble.TIMEOUT, WebTrouble.PAUSED)
)


class SilentHosts:
    """Which hosts do not answer, so that one that is away does not hold up the others."""

    def __init__(self, resting: Iterable[str]) -> None:
        """`resting` are hosts that asked for a rest which is not over."""
        self._failures: Counter[str] = Counter(dict.fromkeys(resting, GIVE_UP_AFTER))

    def note(self, url: str | None, trouble: str) -> None:
        """Take in how asking went; `trouble` is a `WebTrouble` value, or empty where an answer came."""
        host = host_of(url or "")
        self._failures[host] = self._failures[host] + 1 if trouble in _NO_ANSWER else 0

    def is_away(self, url: str | None) -> bool:
        """Return True when the host of an address is not worth asking now."""
        return self._failures[host_of(url or "")] >= GIVE_UP_AFTER


def by_turns(pages: Sequence[PageToKeep]) -> Iterator[PageToKeep]:
    """Yield pages with their hosts taking turns, so that no thread waits long behind another of the same host."""
    by_host: dict[str, deque[PageToKeep]] = {}
    for page in pages:
        by_host.setdefault(host_of(page.url or ""), deque()).append(page)
    while by_host:
        for host in list(by_host):
            yield by_host[host].popleft()
            if not by_host[host]:
                del by_host[host]
