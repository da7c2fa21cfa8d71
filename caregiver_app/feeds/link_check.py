"""Looks whether addresses still lead where they did: one at a time of a host, spaced (`link_asking`).

Each result is stored when it comes, with its ledger lines; stopping at any moment keeps what was found. A host that
asked for rest is not asked before that is over, by no later process either. Nothing here follows a link in a page or
keeps a page's text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import replace

from caregiver_app.feeds.host_queue import host_of
from caregiver_app.feeds.ledger_buffer import LedgerBuffer
from caregiver_app.feeds.link_asking import Look, Looking, site_of
from caregiver_app.feeds.link_judging import doubted, judge_failure, judge_page
from caregiver_app.feeds.pool import Parser
from caregiver_app.library.link_checks import LinkToCheck
from caregiver_app.library.store import Library
from caregiver_app.links.address import address_key
from caregiver_app.model.errors import AddressRefused, WebError, WebTrouble
from caregiver_app.model.link_check import LinkCheck, LinkDoubt, LinkProgress, LinkState
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Cancel, Fetched, Fetcher
from caregiver_app.web.addresses import parse_address

MOST_OF_A_RUN = 300
SPACED_S = 1.0
SAME_ANSWER_OF = 3  # sites with one and the same page: then a network answers in their place

_LOOK_FOR_STOP_S = 0.1
_NO_NETWORK = frozenset({WebTrouble.OFFLINE, WebTrouble.STAY_OFFLINE})

OnLinkProgress = Callable[[LinkProgress], None]


class LinkChecking:
    """One run over addresses. Use once."""

    def __init__(
        self,
        library: Library,
        *,
        fetcher: Fetcher,
        parser: Parser,
        ledger: LedgerBuffer,
        clock: Clock,
        on_progress: OnLinkProgress,
        spaced_s: float = SPACED_S,
    ) -> None:
        self._library = library
        self._fetcher = fetcher
        self._parser = parser
        self._ledger = ledger
        self._at = clock.now()
        self._on_progress = on_progress
        self._spaced_s = spaced_s
        self._done: dict[str, LinkCheck] = {}
        self._looks: dict[str, list[Look]] = defaultdict(list)  # by the hash of the body
        self._unfound: list[Look] = []
        self._has_reached = False
        self._total = self._taken = 0

    def run(
        self, addresses: Collection[str] | None, *, everything: bool = False, cancel: Cancel
    ) -> tuple[LinkCheck, ...]:
        """Check the given addresses, or of all that people keep those that are due (`everything`: due or not).

        Raises:
            AddressRefused: a given address is none that may be asked; nothing was asked then.
            WebError: OFFLINE or STAY_OFFLINE; what was found before is kept.
            StorageError: the library cannot be written.
        """
        links = self._given(addresses) if addresses is not None else self._kept(everything)
        self._total = len(links)
        self._fetcher.resume()
        to_ask = self._leave_out_resting(links)
        looking = Looking(to_ask, fetcher=self._fetcher, parser=self._parser, spaced_s=self._spaced_s)
        try:
            self._take_all(looking, cancel)
        finally:
            looking.stop()
            if cancel.is_set():
                self._fetcher.abort()
                self._fetcher.resume()  # others may ask; what was cut off stays so
            self._library.ledger.add(self._ledger.drain())
        self._settle()
        return tuple(self._done.values())

    def _given(self, addresses: Collection[str]) -> tuple[LinkToCheck, ...]:
        links: dict[str, LinkToCheck] = {}
        for address in addresses:
            url = parse_address(address).url
            key = address_key(url)
            links.setdefault(key, LinkToCheck(address_key=key, url=url, before=self._library.link_checks.of(key)))
        return tuple(links.values())

    def _kept(self, everything: bool) -> tuple[LinkToCheck, ...]:
        due_at = None if everything else self._at
        return self._library.link_checks.waiting(due_at=due_at, limit=MOST_OF_A_RUN, may_be_asked=_may_be_asked)

    def _leave_out_resting(self, links: Collection[LinkToCheck]) -> list[LinkToCheck]:
        """Report the addresses whose host asked for rest that is not over, and return the others."""
        pauses = self._library.source_states.pauses(now=self._at)
        for link in links:
            if host_of(link.url) in pauses:
                self._take(Look(link=link, answer=WebError(WebTrouble.PAUSED, host_of(link.url))))
        return [link for link in links if host_of(link.url) not in pauses]

    def _take_all(self, looking: Looking, cancel: Cancel) -> None:
        """Take in what threads bring until every address was looked at, or the person pressed stop."""
        while self._taken < self._total and not cancel.is_set():
            look = looking.next(timeout_s=_LOOK_FOR_STOP_S)
            if look is None:
                continue
            if isinstance(look.answer, WebError) and look.answer.kind in _NO_NETWORK:
                raise look.answer
            self._take(look)

    def _take(self, look: Look) -> None:
        self._judge(look)
        self._taken += 1
        self._on_progress(
            LinkProgress(
                done=self._taken,
                total=self._total,
                current=parse_address(look.link.url).host,
                troubled=sum(check.state is not LinkState.FINE for check in self._done.values()),
            )
        )

    def _judge(self, look: Look) -> None:
        if isinstance(look.answer, Fetched):
            self._has_reached = True
            if look.facts is not None:
                self._looks[look.facts.body_hash].append(look)
            self._keep(judge_page(look.link, look.answer, look.facts, at=self._at))
            return
        if isinstance(look.answer, WebError) and look.answer.kind is WebTrouble.DNS:
            self._unfound.append(look)  # a network that finds no names at all says the same
            return
        was_reached = isinstance(look.answer, WebError) and look.answer.status is not None
        self._has_reached = self._has_reached or was_reached
        check = judge_failure(look.link, look.answer, at=self._at)
        if isinstance(look.answer, WebError) and look.answer.kind is WebTrouble.PAUSED and not was_reached:
            self._done[check.address_key] = check  # nobody was asked: what is known stays
            return
        self._remember_pause(look)
        self._keep(check)

    def _settle(self) -> None:
        """Judge what only the whole run can tell: names not found, and one page in the place of many."""
        for look in self._unfound:
            assert isinstance(look.answer, WebError)
            check = judge_failure(look.link, look.answer, at=self._at)
            if not self._has_reached:
                first = None if look.link.before is None else look.link.before.first_failed_at
                check = replace(check, state=LinkState.UNSURE, first_failed_at=first)
            self._keep(check)
        for looks in self._looks.values():
            if len({site_of(look.link.url) for look in looks}) >= SAME_ANSWER_OF:
                for look in looks:
                    self._keep(doubted(look.link, LinkDoubt.SAME_ANSWER, at=self._at))

    def _remember_pause(self, look: Look) -> None:
        error = look.answer
        if isinstance(error, WebError) and error.kind is WebTrouble.PAUSED and error.retry_after_s is not None:
            until = Millis(self._at + int(error.retry_after_s * 1000))
            self._library.source_states.pause(error.host or host_of(look.link.url), until, now=self._at)

    def _keep(self, check: LinkCheck) -> None:
        with self._library.write("link-check.result"):
            self._library.link_checks.put(check)
            self._library.ledger.add(self._ledger.drain())
        self._done[check.address_key] = check


def _may_be_asked(url: str) -> bool:
    try:
        return not parse_address(url).names_private_place
    except AddressRefused:
        return False
