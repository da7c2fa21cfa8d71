"""Looks a host up, judges where it leads, and opens a wire to exactly what was judged.

There is no second look-up between judgement and connection, so a name cannot lead elsewhere meanwhile.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Sequence
from threading import Lock

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.time import Clock
from caregiver_app.web.addresses import Address
from caregiver_app.web.dial import Unreached, connect, secure
from caregiver_app.web.hosts import IpAddress, is_local_name, is_unicast
from caregiver_app.web.resolve import LookUps, Resolver
from caregiver_app.web.trust import system_context
from caregiver_app.web.watch import Stop, Watch
from caregiver_app.web.wire import Wire

Judge = Callable[[IpAddress], bool]
"""Whether an address is one that anybody may be sent to; tests let a loopback address stand for a public one."""


class Opener:
    """The one place where sockets come from."""

    def __init__(
        self,
        *,
        resolver: Resolver,
        judge: Judge,
        context: ssl.SSLContext | None,
        stop: Stop,
        clock: Clock,
    ) -> None:
        self._look_ups = LookUps(resolver, clock)
        self._judge = judge
        self._context = context
        self._context_lock = Lock()
        self._stop = stop
        self._clock = clock

    def find(self, host: str, watch: Watch, *, is_private_allowed: bool) -> Sequence[IpAddress]:
        """Return the addresses of `host` that may be connected to: the public ones, or all by a person's consent.

        Raises:
            WebError: PRIVATE_ADDRESS, DNS, OFFLINE or TIMEOUT.
            Cancelled: the person pressed stop.
        """
        if is_local_name(host) and not is_private_allowed:
            raise WebError(WebTrouble.PRIVATE_ADDRESS)
        found = self._look_ups.find(host, watch)
        may_go = [ip for ip in found if (is_unicast(ip) if is_private_allowed else self._judge(ip))]
        if not may_go:
            raise WebError(WebTrouble.PRIVATE_ADDRESS)
        return may_go

    def open(self, address: Address, found: Sequence[IpAddress], watch: Watch) -> Wire:
        """Return a wire to the first of the judged addresses that answers.

        Raises:
            WebError: CONNECT, OFFLINE, TLS or TIMEOUT.
            Cancelled: the person pressed stop.
        """
        try:
            sock = connect(found, address.port, watch=watch, clock=self._clock)
        except Unreached as unreached:
            raise WebError(self._look_ups.why_unreachable(unreached.troubles)) from None
        if address.is_secure:
            sock = secure(sock, address.host, context=self._trusted(), watch=watch)
        return Wire(sock, self._stop)

    def _trusted(self) -> ssl.SSLContext:
        """Read the system's certificates when the first secure connection needs them."""
        with self._context_lock:
            if self._context is None:
                self._context = system_context()
            return self._context
