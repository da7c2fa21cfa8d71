"""The door to the network as tests open it: onto loopback, with names, time and ledger in their hands."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from ipaddress import ip_address

from caregiver_app.model.errors import WebError
from caregiver_app.model.source import Validators
from caregiver_app.model.time import Clock
from caregiver_app.model.web import Fetched, FetchRequest, LedgerLine, Why
from caregiver_app.web.client import WebClient
from caregiver_app.web.hosts import IpAddress, is_public_address
from caregiver_app.web.limits import LIMITS, Limits
from tests.helpers.clock import StillClock

PUBLIC_STAND_INS = ("127.0.0.2", "127.0.0.3", "127.0.0.4")
"""Loopback addresses that stand for public ones where a test says so with `stand_in`."""


class ListLedger:
    """Keeps the lines in a list."""

    def __init__(self) -> None:
        self.lines: list[LedgerLine] = []

    def record(self, line: LedgerLine) -> None:
        """Take one line."""
        self.lines.append(line)

    @property
    def results(self) -> list[str]:
        """What became of each request."""
        return [line.result for line in self.lines]


class Names:
    """A resolver that knows what a test tells it and remembers what it was asked."""

    def __init__(self, known: Mapping[str, Sequence[str] | OSError] | None = None, *, has_route: bool = True) -> None:
        self.known = dict(known or {})
        self.asked: list[str] = []
        self.was_asked = threading.Event()
        self.answers = threading.Event()
        self.answers.set()
        self._has_route = has_route

    def resolve(self, host: str) -> Sequence[IpAddress]:
        """Return what the test said; a name nobody told of has no addresses."""
        self.asked.append(host)
        self.was_asked.set()
        self.answers.wait(30)
        found = self.known.get(host, ())
        if isinstance(found, OSError):
            raise found
        return [ip_address(address) for address in found]

    def has_route(self) -> bool:
        """Return what the test said."""
        return self._has_route

    def loses_route(self) -> None:
        """Have no network from now on."""
        self._has_route = False


def stand_in(ip: IpAddress) -> bool:
    """Judge addresses as the application does, but for those that stand for public ones."""
    return str(ip) in PUBLIC_STAND_INS or is_public_address(ip)


class Door(WebClient):
    """A client with its fakes at hand."""

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        names: Names | None = None,
        limits: Limits = LIMITS,
        ssl_context: ssl.SSLContext | None = None,
        stay_offline: Callable[[], bool] = lambda: False,
    ) -> None:
        self.clock = clock or StillClock()
        self.ledger = ListLedger()
        self.names = names or Names()
        self._pool = ThreadPoolExecutor(max_workers=8)
        super().__init__(
            ledger=self.ledger,
            clock=self.clock,
            stay_offline=stay_offline,
            limits=limits,
            resolver=self.names,
            ssl_context=ssl_context,
            judge=stand_in,
        )

    def get(
        self,
        url: str,
        *,
        allow_private: bool = True,
        validators: Validators | None = None,
        why: Why = Why.UPDATE,
    ) -> Fetched:
        """Fetch an address that the person typed, unless said otherwise."""
        request = FetchRequest(url=url, why=why, validators=validators or Validators(), allow_private=allow_private)
        return self.fetch(request)

    def trouble(self, url: str, *, allow_private: bool = True, validators: Validators | None = None) -> WebError:
        """Fetch what must fail and return how it failed."""
        try:
            fetched = self.get(url, allow_private=allow_private, validators=validators)
        except WebError as error:
            return error
        raise AssertionError(f"it was fetched: {fetched.status}")

    def begin(self, url: str) -> Future[Fetched]:
        """Fetch in a thread of its own."""
        return self._pool.submit(self.get, url)

    def close(self) -> None:
        """End everything."""
        super().close()
        self._pool.shutdown()
