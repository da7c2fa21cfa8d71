"""What a person's own choices let through to the network: anything at all, hosts never to contact, and the proxy.

They lie in the library, because they tell of a family: the list of hosts as a table, the proxy as a choice with its
login, as readable as the library itself. The environment is never asked.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from caregiver_app.model.errors import AddressRefused
from caregiver_app.model.time import Millis
from caregiver_app.web.proxy import Proxy, ProxyKind, parse_proxy

if TYPE_CHECKING:
    from caregiver_app.library.blocked_hosts import BlockedHost
    from caregiver_app.library.store import Library
    from caregiver_app.web.client import WebClient

PROXY = "proxy"
STAY_OFFLINE = "stay_offline"

# What was kept and cannot be read any more must not become a way without a proxy: this one is nowhere.
_UNREADABLE = Proxy(kind=ProxyKind.CONNECT, host="::", port=9)


class Network:
    """The choices as the door keeps to them. Any thread may change them; they hold for the next request."""

    def __init__(self) -> None:
        self._client: WebClient | None = None
        self._lock = threading.RLock()
        self._offline = threading.Event()
        self._hosts: frozenset[str] = frozenset()
        self._proxy: Proxy | None = None

    def stays_offline(self) -> bool:
        """Return True when no connection may be made."""
        return self._offline.is_set()

    def set_stay_offline(self, library: Library, value: bool) -> None:
        """Keep the switch. Switched on it holds even where it cannot be kept.

        Raises:
            StorageError: the disk is in the way.
        """
        with self._lock:
            if value:
                self._offline.set()
            library.choices.put(STAY_OFFLINE, value)
            if not value:
                self._offline.clear()

    def attach(self, client: WebClient) -> None:
        """Have a door keep to the choices from now on."""
        self._client = client
        client.block(self._hosts)
        client.go_through(self._proxy)

    def load(self, library: Library) -> None:
        """Read the choices anew: another process may have changed them."""
        with self._lock:
            if library.choices.get(STAY_OFFLINE, False):
                self._offline.set()
            else:
                self._offline.clear()
            hosts = frozenset(blocked.host for blocked in library.blocked_hosts.list())
            proxy = _kept_proxy(library)
            if (hosts, proxy) == (self._hosts, self._proxy):
                return
            self._hosts, self._proxy = hosts, proxy
            if self._client is not None:
                self.attach(self._client)

    def block(self, library: Library, host: str, *, at: Millis) -> BlockedHost:
        """Never contact a host again.

        Raises:
            AddressRefused: it is no host, or a name below which others register theirs.
        """
        blocked = library.blocked_hosts.add(host, at=at)
        self.load(library)
        return blocked

    def unblock(self, library: Library, host: str) -> bool:
        """Allow a host again; return whether it was blocked. Raises as `block` does."""
        was_blocked = library.blocked_hosts.remove(host)
        self.load(library)
        return was_blocked

    def set_proxy(self, library: Library, address: str) -> str:
        """Go through the proxy at an address, "" straight; return the address as it may be shown.

        Raises:
            AddressRefused: it is no address of a proxy.
        """
        shown = parse_proxy(address).shown if address else ""
        library.choices.put(PROXY, address.strip())
        self.load(library)
        return shown

    def proxy(self, library: Library) -> str:
        """Return the proxy's address with its login masked, "" where there is none."""
        kept = _kept_proxy(library)
        return "" if kept is None else kept.shown


def _kept_proxy(library: Library) -> Proxy | None:
    kept = library.choices.get(PROXY, "")
    try:
        return parse_proxy(kept) if kept else None
    except AddressRefused:
        return _UNREADABLE
