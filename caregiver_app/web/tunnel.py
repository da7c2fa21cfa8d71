"""Asks a proxy for a way to a host, over a wire that is open to the proxy (RFC 9110 section 9.3.6, RFC 1928, RFC 1929).

The name goes to the proxy as it is: nothing of it is looked up here. Whatever the proxy says beyond "yes" is refused,
redirects and words that come too early as well: behind the way it opened only the host itself may speak.
"""

from __future__ import annotations

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.web.limits import Limits
from caregiver_app.web.link import Link
from caregiver_app.web.proxy import Proxy, ProxyKind
from caregiver_app.web.questions import USER_AGENT
from caregiver_app.web.watch import Watch
from caregiver_app.web.wire import NoAnswer, Wire

_NOT_THERE = frozenset({502, 503, 504})
_VERSION, _LOGIN_VERSION = 5, 1
_NO_LOGIN, _BY_PASSWORD = 0, 2
_CONNECT, _BY_NAME = 1, 3
_REFUSED_LOGIN = 0xFF
_SOCKS_NOT_THERE = frozenset({3, 4, 5, 6})  # network, host, connection refused, too far (RFC 1928 section 6)
_BOUND_LENGTHS = {1: 4, 4: 16}


def open_tunnel(proxy: Proxy, wire: Wire, *, host: str, port: int, watch: Watch, limits: Limits) -> None:
    """Have the proxy connect `wire` to `host`.

    Raises:
        WebError: PROXY or PROXY_LOGIN by the proxy's own fault, CONNECT where it says that the host does not answer.
        Cancelled: the person pressed stop.
    """
    try:
        if proxy.kind is ProxyKind.CONNECT:
            _ask_http(proxy, wire, f"{host}:{port}", watch, limits)
        else:
            _Socks(wire, watch).ask(proxy, host, port)
    except (NoAnswer, OSError):
        raise WebError(WebTrouble.PROXY, detail="closed") from None
    except WebError as error:
        if error.kind in (WebTrouble.PROTOCOL, WebTrouble.TRUNCATED, WebTrouble.TIMEOUT):
            raise WebError(WebTrouble.PROXY, detail=error.kind.value) from None
        raise


def _ask_http(proxy: Proxy, wire: Wire, target: str, watch: Watch, limits: Limits) -> None:
    headers = {"Host": target, "User-Agent": USER_AGENT}
    if proxy.has_login:
        headers["Proxy-Authorization"] = proxy.basic
    link = Link(wire, watch, limits)
    link.ask(f"CONNECT {target}", headers)
    status = link.head.status
    if status == 407:
        raise WebError(WebTrouble.PROXY_LOGIN, detail="407")
    if status in _NOT_THERE:
        raise WebError(WebTrouble.CONNECT, detail=str(status))
    if not 200 <= status < 300:
        raise WebError(WebTrouble.PROXY, detail=str(status))
    if link.has_unread:
        raise WebError(WebTrouble.PROXY, detail="spoke too early")


class _Socks:
    """One conversation in SOCKS 5."""

    def __init__(self, wire: Wire, watch: Watch) -> None:
        self._wire = wire
        self._watch = watch

    def ask(self, proxy: Proxy, host: str, port: int) -> None:
        self._greet(proxy)
        name = host.encode("ascii")
        request = bytes([_VERSION, _CONNECT, 0, _BY_NAME, len(name)]) + name + port.to_bytes(2, "big")
        self._wire.send_all(request, self._watch)
        version, said, _, kind = self._take(4)
        if version != _VERSION:
            raise WebError(WebTrouble.PROTOCOL)
        if said != 0:
            raise WebError(WebTrouble.CONNECT if said in _SOCKS_NOT_THERE else WebTrouble.PROXY, detail=f"socks {said}")
        length = self._take(1)[0] if kind == _BY_NAME else _BOUND_LENGTHS.get(kind)
        if length is None:
            raise WebError(WebTrouble.PROTOCOL)
        self._take(length + 2)  # where the proxy connects from is its own business

    def _greet(self, proxy: Proxy) -> None:
        ways = bytes([_NO_LOGIN, _BY_PASSWORD] if proxy.has_login else [_NO_LOGIN])
        self._wire.send_all(bytes([_VERSION, len(ways)]) + ways, self._watch)
        version, way = self._take(2)
        if version != _VERSION:
            raise WebError(WebTrouble.PROTOCOL)
        if way == _REFUSED_LOGIN or (way == _BY_PASSWORD and not proxy.has_login):
            raise WebError(WebTrouble.PROXY_LOGIN)
        if way not in ways:
            raise WebError(WebTrouble.PROTOCOL)
        if way == _BY_PASSWORD:
            self._log_in(proxy)

    def _log_in(self, proxy: Proxy) -> None:
        user, password = proxy.user.encode(), proxy.password.encode()
        said = bytes([_LOGIN_VERSION, len(user)]) + user + bytes([len(password)]) + password
        self._wire.send_all(said, self._watch)
        _, refused = self._take(2)
        if refused:
            raise WebError(WebTrouble.PROXY_LOGIN)

    def _take(self, count: int) -> bytes:
        """Return exactly so many bytes: what follows them is for whoever is behind the proxy."""
        taken = bytearray()
        while len(taken) < count:
            buffer = bytearray(count - len(taken))
            got = self._wire.receive_into(memoryview(buffer), self._watch)
            if not got:
                raise WebError(WebTrouble.TRUNCATED)
            taken += buffer[:got]
        return bytes(taken)
