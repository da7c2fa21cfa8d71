"""What the privacy page asks of the library, as functions that run in the library's own thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from caregiver_app.model.time import Millis, from_datetime
from caregiver_app.model.web import LedgerLine

if TYPE_CHECKING:
    from caregiver_app.bootstrap.services import Services
    from caregiver_app.library.ledger import HostTotals
    from caregiver_app.library.store import Library

NEWEST = 2_000
"""How many single lines are shown; the totals count all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFacts:
    """The ledger as the page shows it. `since` is the first moment that it tells of, None: it is empty."""

    since: Millis | None
    hosts: tuple[HostTotals, ...]
    lines: tuple[LedgerLine, ...]

    @property
    def requests(self) -> int:
        """How many connections there were."""
        return sum(one.requests for one in self.hosts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyFacts:
    """What a person chose about connections."""

    blocked: tuple[str, ...]
    life_days: int
    stays_offline: bool
    proxy: str


def ledger_facts(library: Library) -> LedgerFacts:
    """Return every host that was asked, and the newest connections one by one."""
    ledger = library.ledger
    return LedgerFacts(since=_first_moment(library), hosts=ledger.by_host(), lines=ledger.list(limit=NEWEST))


def privacy_facts(library: Library, services: Services) -> PrivacyFacts:
    """Return what a person chose about connections."""
    return PrivacyFacts(
        blocked=tuple(blocked.host for blocked in library.blocked_hosts.list()),
        life_days=library.ledger.life_days(),
        stays_offline=services.stays_offline(),
        proxy=services.proxy(library),
    )


def _first_moment(library: Library) -> Millis | None:
    """Return when the ledger begins: with the oldest month whose lines are gone, else with the oldest line."""
    months = library.ledger.months()
    if months:
        year, month = months[-1].month.split("-")
        return from_datetime(datetime(int(year), int(month), 1, 12, tzinfo=UTC))
    return library.ledger.first_at()
