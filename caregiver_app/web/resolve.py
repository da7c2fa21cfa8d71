"""Names to addresses. The system is asked in a thread of its own, because its look-up cannot be ended."""

from __future__ import annotations

import errno
import queue
import socket
import threading
from collections.abc import Sequence
from ipaddress import ip_address
from typing import Protocol

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.time import Clock
from caregiver_app.web.hosts import IpAddress, literal_address
from caregiver_app.web.watch import Watch

# Connecting a datagram socket sends nothing; it only asks the system for a way. Both are addresses for documentation.
_SOMEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
_RECENT_S = 300.0


class Resolver(Protocol):
    """Who knows names, and whether there is a network at all. Called from any thread."""

    def resolve(self, host: str) -> Sequence[IpAddress]:
        """Return the addresses of a name.

        Raises:
            OSError: `socket.gaierror` or another, as the system says it.
        """
        ...

    def has_route(self) -> bool:
        """Return whether packets could leave this computer; sends none."""
        ...


class SystemResolver:
    """The computer's own."""

    def resolve(self, host: str) -> Sequence[IpAddress]:
        """Ask the system for the addresses of a name, in the order it prefers.

        Raises:
            OSError: it has none.
        """
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        return [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]

    def has_route(self) -> bool:
        """Return whether there is a way out of this computer."""
        return any(_has_route(family, address) for family, address in _SOMEWHERE)


def _has_route(family: socket.AddressFamily, address: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as sock:
            sock.connect((address, 9))
    except OSError:
        return False
    return True


class LookUps:
    """Looks names up within a fetch's time, and tells a missing network from a missing name."""

    def __init__(self, resolver: Resolver, clock: Clock) -> None:
        self._resolver = resolver
        self._clock = clock
        self._answered_at: float | None = None

    def find(self, host: str, watch: Watch) -> Sequence[IpAddress]:
        """Return the addresses of a normalised host; a number is its own.

        Raises:
            WebError: DNS, OFFLINE or TIMEOUT.
            Cancelled: the person pressed stop.
        """
        ip = literal_address(host)
        if ip is not None:
            return [ip]
        found = self._ask(host, watch)
        if isinstance(found, OSError):
            raise WebError(self._why(found), detail=type(found).__name__)
        if not found:
            raise WebError(WebTrouble.DNS)
        self._answered_at = self._clock.monotonic()
        return found

    def why_unreachable(self, troubles: Sequence[int]) -> WebTrouble:
        """Return OFFLINE where no connection could be made because nothing can leave this computer, else CONNECT."""
        unreachable = {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL}
        if unreachable.issuperset(troubles) and not self._resolver.has_route():
            return WebTrouble.OFFLINE
        return WebTrouble.CONNECT

    def _ask(self, host: str, watch: Watch) -> Sequence[IpAddress] | OSError:
        answers: queue.SimpleQueue[Sequence[IpAddress] | OSError] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(self._resolver.resolve(host))
            except (OSError, UnicodeError) as trouble:
                answers.put(trouble if isinstance(trouble, OSError) else OSError(str(trouble)))

        threading.Thread(target=look_up, name="look-up", daemon=True).start()
        while True:
            try:
                return answers.get(timeout=watch.wait_s())
            except queue.Empty:
                continue

    def _why(self, trouble: OSError) -> WebTrouble:
        if not self._resolver.has_route():
            return WebTrouble.OFFLINE  # some systems then say that the name does not exist
        says_later = isinstance(trouble, socket.gaierror) and trouble.errno == socket.EAI_AGAIN
        return WebTrouble.OFFLINE if says_later and not self._answered_lately() else WebTrouble.DNS

    def _answered_lately(self) -> bool:
        """Return whether another name was found a moment ago: then "try later" is about this name, not about us."""
        return self._answered_at is not None and self._clock.monotonic() - self._answered_at < _RECENT_S
