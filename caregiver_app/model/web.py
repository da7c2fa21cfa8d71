"""One exchange with a server, as its callers see it, and its line in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from caregiver_app.model.source import Validators
from caregiver_app.model.time import Millis


class Why(StrEnum):
    """Why a connection was made, in the ledger's words."""

    UPDATE = "update"
    ADD_SOURCE = "add-source"
    PAGE = "page"
    PICTURE = "picture"
    LINK_CHECK = "link-check"
    PACK = "pack"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRequest:
    """`allow_private` holds for the scheme, host and port of `url` only: the person typed that address.

    `stays_within` says of each address that a redirect leads to whether it may be asked; None: any. `at_most_bytes`
    bounds the body closer than the door itself does; where that length `is_signed` it holds in place of the door's own.
    `at_most_s` is for what is worth waiting for longer than for a page.
    """

    url: str
    why: Why
    validators: Validators = Validators()
    allow_private: bool = False
    accept: str = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
    stays_within: Callable[[str], bool] | None = None
    at_most_bytes: int | None = None
    is_signed: bool = False
    at_most_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A 200 or a 304. `body` is empty exactly for 304 (whatever a server sent with it).

    `url` is where the body came from; `moved_to` is that address when every hop was a permanent redirect.
    `headers` have lower-case names, the last value of each. `max_age_s` comes from Cache-Control or Expires.
    """

    status: int
    url: str
    moved_to: str | None
    headers: Mapping[str, str]
    body: bytes
    validators: Validators
    max_age_s: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One request that left this computer: no path, no query, no content."""

    at: Millis
    host: str
    why: Why
    sent_bytes: int
    received_bytes: int
    result: str  # a status number, a WebTrouble value, or "cancelled"


class Ledger(Protocol):
    """Where the door to the network writes down what it did; called from any thread."""

    def record(self, line: LedgerLine) -> None:
        """Take one line; never raises."""
        ...


class Cancel(Protocol):
    """A `threading.Event` as far as services need it."""

    def is_set(self) -> bool:
        """Return True once the person pressed stop."""
        ...


class Fetcher(Protocol):
    """The one door to the network; safe to call from many threads."""

    def fetch(self, request: FetchRequest) -> Fetched:
        """Make one exchange, redirects included, within the bounds.

        Raises:
            WebError: for everything but a 200 and a 304.
            AddressRefused: the address itself must not be asked.
            Cancelled: `abort` was called.
        """
        ...

    def abort(self) -> None:
        """End every exchange under way at once; later ones fail the same way until `resume`."""
        ...

    def resume(self) -> None:
        """Allow exchanges again after `abort`."""
        ...
