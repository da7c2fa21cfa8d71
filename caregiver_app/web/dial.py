"""Opens connections, and only to addresses that were judged: the same numbers that are judged are connected to.

Several addresses are tried a moment apart and the first that answers is kept (RFC 8305), because a home's IPv6 often
leads nowhere. TLS verifies the name that was asked for.
"""

from __future__ import annotations

import errno
import os
import selectors
import socket
import ssl
from collections.abc import Sequence
from itertools import chain, zip_longest
from types import TracebackType
from typing import Self

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.time import Clock
from caregiver_app.web.hosts import IpAddress
from caregiver_app.web.watch import Watch
from caregiver_app.web.wire import wait_for

_NEXT_AFTER_S = 0.25  # RFC 8305 section 5
_MOST_ADDRESSES = 8
_UNDER_WAY = {0, errno.EINPROGRESS, errno.EWOULDBLOCK}

# One question to the system each time; an epoll would have to be made and closed for each connection.
_Selector = getattr(selectors, "PollSelector", selectors.SelectSelector)


class Unreached(Exception):
    """No address answered; `troubles` are the system's error numbers."""

    def __init__(self, troubles: Sequence[int]) -> None:
        super().__init__(troubles)
        self.troubles = troubles


def connect(addresses: Sequence[IpAddress], port: int, *, watch: Watch, clock: Clock) -> socket.socket:
    """Return a connected non-blocking socket to the first address that answers.

    Raises:
        Unreached: none did.
        Cancelled: the person pressed stop.
        WebError: TIMEOUT.
    """
    with _Race(port, clock) as race:
        waiting = _alternate(addresses)[:_MOST_ADDRESSES]
        while waiting or race.is_on:
            if waiting and race.wants_another():
                race.start(waiting.pop(0))
            winner = race.look(watch)
            if winner is not None:
                winner.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return winner
        raise Unreached(race.troubles)


def _alternate(addresses: Sequence[IpAddress]) -> list[IpAddress]:
    """Return the addresses without doubles, the two families by turns, the preferred one first."""
    unique = list(dict.fromkeys(addresses))
    first = [ip for ip in unique if ip.version == unique[0].version]
    second = [ip for ip in unique if ip.version != unique[0].version]
    return [ip for ip in chain.from_iterable(zip_longest(first, second)) if ip is not None]


class _Race:
    """Connections under way to one port. The winner is taken out; leaving closes the others."""

    def __init__(self, port: int, clock: Clock) -> None:
        self.troubles: list[int] = []
        self._port = port
        self._clock = clock
        self._selector: selectors.BaseSelector = _Selector()
        self._runners: set[socket.socket] = set()
        self._started_at = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for runner in list(self._runners):
            self._take_out(runner).close()
        self._selector.close()

    @property
    def is_on(self) -> bool:
        """Whether any attempt is under way."""
        return bool(self._runners)

    def wants_another(self) -> bool:
        """Return whether it is time for a further attempt."""
        return not self._runners or self._clock.monotonic() - self._started_at >= _NEXT_AFTER_S

    def start(self, ip: IpAddress) -> None:
        """Begin an attempt."""
        self._started_at = self._clock.monotonic()
        try:
            runner = socket.socket(socket.AF_INET if ip.version == 4 else socket.AF_INET6, socket.SOCK_STREAM)
        except OSError as trouble:  # a system without that family
            self.troubles.append(trouble.errno or 0)
            return
        runner.setblocking(False)
        said = runner.connect_ex((str(ip), self._port))
        if said not in _UNDER_WAY:
            self.troubles.append(said)
            runner.close()
            return
        self._runners.add(runner)
        self._selector.register(runner, selectors.EVENT_WRITE)

    def look(self, watch: Watch) -> socket.socket | None:
        """Wait a moment, return an attempt that succeeded, drop those that failed."""
        if not self._runners:
            return None
        ready = self._selector.select(min(watch.wait_s(), _NEXT_AFTER_S))
        watch.check()
        for key, _ in ready:
            runner = key.fileobj
            assert isinstance(runner, socket.socket)
            self._take_out(runner)
            trouble = runner.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if trouble == 0:
                return runner
            self.troubles.append(trouble)
            runner.close()
        return None

    def _take_out(self, runner: socket.socket) -> socket.socket:
        self._runners.discard(runner)
        self._selector.unregister(runner)
        return runner


def secure(sock: socket.socket, host: str, *, context: ssl.SSLContext, watch: Watch) -> ssl.SSLSocket:
    """Return `sock` under TLS, the server's certificate verified for `host`; closes it where that fails.

    Raises:
        WebError: TLS or TIMEOUT.
        Cancelled: the person pressed stop.
    """
    try:
        wrapped = context.wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
    except (OSError, ValueError) as trouble:
        sock.close()
        raise WebError(WebTrouble.TLS, detail=type(trouble).__name__) from None
    try:
        _shake_hands(wrapped, watch)
    except BaseException:
        wrapped.close()
        raise
    return wrapped


def _shake_hands(wrapped: ssl.SSLSocket, watch: Watch) -> None:
    while True:
        try:
            wrapped.do_handshake()
            return
        except ssl.SSLWantReadError:
            wait_for(wrapped, watch, to_write=False)
        except ssl.SSLWantWriteError:
            wait_for(wrapped, watch, to_write=True)
        except ssl.SSLCertVerificationError as trouble:
            raise WebError(WebTrouble.TLS, detail=str(getattr(trouble, "verify_message", ""))) from None
        except ssl.SSLError as trouble:
            raise WebError(WebTrouble.TLS, detail=trouble.reason or "") from None
        except OSError as trouble:
            raise WebError(WebTrouble.TLS, detail=os.strerror(trouble.errno or 0)) from None
