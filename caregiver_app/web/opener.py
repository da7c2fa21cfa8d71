"""Opens wires: straight to a host, or through the proxy that a person typed.

Straight: the host is looked up, judged, and connected to by exactly the numbers that were judged. There is no second
look-up in between, so a name cannot lead elsewhere meanwhile. Through a proxy nobody here sees the number, so only
public names are asked at all, and the host's certificate is verified end to end as always.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Sequence
from threading import Lock

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.time import Clock
from caregiver_app.support.public_suffixes import registered_part
from caregiver_app.web.addresses import Address
from caregiver_app.web.dial import Unreached, connect, secure
from caregiver_app.web.hosts import IpAddress, is_infrastructure_name, is_local_name, is_unicast, literal_address
from caregiver_app.web.limits import Limits
from caregiver_app.web.proxy import Proxy
from caregiver_app.web.resolve import LookUps, Resolver
from caregiver_app.web.trust import system_context
from caregiver_app.web.tunnel import open_tunnel
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
        limits: Limits,
    ) -> None:
        self.proxy: Proxy | None = None
        self._look_ups = LookUps(resolver, clock)
        self._judge = judge
        self._context = context
        self._context_lock = Lock()
        self._stop = stop
        self._clock = clock
        self._limits = limits

    def find(
        self, host: str, watch: Watch, *, is_private_allowed: bool, proxy: Proxy | None = None
    ) -> Sequence[IpAddress]:
        """Return where to connect: to the public addresses of `host`, to all by a person's consent, or to the proxy.

        Raises:
            WebError: PRIVATE_ADDRESS, NOT_BY_PROXY, DNS, PROXY, OFFLINE or TIMEOUT.
            Cancelled: the person pressed stop.
        """
        if proxy is not None:
            return self._find_proxy(proxy, host, watch)
        if is_local_name(host) and not is_private_allowed:
            raise WebError(WebTrouble.PRIVATE_ADDRESS)
        found = self._look_ups.find(host, watch)
        may_go = [ip for ip in found if (is_unicast(ip) if is_private_allowed else self._judge(ip))]
        if not may_go:
            raise WebError(WebTrouble.PRIVATE_ADDRESS)
        return may_go

    def open(self, address: Address, found: Sequence[IpAddress], watch: Watch, *, proxy: Proxy | None = None) -> Wire:
        """Return a wire to the first of the judged addresses that answers, or through the proxy that is there.

        Raises:
            WebError: CONNECT, OFFLINE, TLS, TIMEOUT, PROXY or PROXY_LOGIN.
            Cancelled: the person pressed stop.
        """
        if proxy is None:
            sock = self._connect(found, address.port, watch, WebTrouble.CONNECT)
        else:
            sock = self._through(proxy, address, found, watch)
        if address.is_secure:
            sock = secure(sock, address.host, context=self._trusted(), watch=watch)
        return Wire(sock, self._stop)

    def _find_proxy(self, proxy: Proxy, host: str, watch: Watch) -> Sequence[IpAddress]:
        """Return where the proxy is; a number, and a name that nobody registered, could lead anywhere behind it."""
        if literal_address(host) is not None or is_infrastructure_name(host) or registered_part(host) is None:
            raise WebError(WebTrouble.NOT_BY_PROXY)
        try:
            found = self._look_ups.find(proxy.host, watch)
        except WebError as error:
            if error.kind is not WebTrouble.DNS:
                raise
            raise WebError(WebTrouble.PROXY, detail="dns") from None
        may_go = [ip for ip in found if is_unicast(ip)]
        if not may_go:
            raise WebError(WebTrouble.PROXY, detail="nowhere")
        return may_go

    def _through(self, proxy: Proxy, address: Address, found: Sequence[IpAddress], watch: Watch) -> socket.socket:
        wire = Wire(self._connect(found, proxy.port, watch, WebTrouble.PROXY), self._stop)
        try:
            open_tunnel(proxy, wire, host=address.host, port=address.port, watch=watch, limits=self._limits)
        except BaseException:
            wire.close()
            raise
        return wire.give_away()

    def _connect(self, found: Sequence[IpAddress], port: int, watch: Watch, trouble: WebTrouble) -> socket.socket:
        try:
            return connect(found, port, watch=watch, clock=self._clock)
        except Unreached as unreached:
            why = self._look_ups.why_unreachable(unreached.troubles)
            raise WebError(trouble if why is WebTrouble.CONNECT else why) from None

    def _trusted(self) -> ssl.SSLContext:
        """Read the system's certificates when the first secure connection needs them."""
        with self._context_lock:
            if self._context is None:
                self._context = system_context()
            return self._context
