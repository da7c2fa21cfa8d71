"""The door itself: one GET with its redirects, within every bound, and a line in the ledger for all that left.

It sends no cookies, no referrer and no authorization, keeps nothing between fetches but open connections and the pauses
that hosts asked for, and knows no proxy but one that a person typed. Nothing else in the application opens a socket.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from types import TracebackType
from typing import Self

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.source import Validators
from caregiver_app.model.time import Clock, Millis
from caregiver_app.model.web import Fetched, FetchRequest, Ledger
from caregiver_app.web.addresses import Address, parse_address
from caregiver_app.web.blocks import Blocks
from caregiver_app.web.bookkeeping import Bookkeeper
from caregiver_app.web.connections import Connections, Turn
from caregiver_app.web.exchange import Answer, exchange
from caregiver_app.web.freshness import max_age_s, retry_after_s
from caregiver_app.web.hosts import is_public_address
from caregiver_app.web.limits import LIMITS, Limits
from caregiver_app.web.opener import Judge, Opener
from caregiver_app.web.pauses import Pauses
from caregiver_app.web.proxy import Proxy
from caregiver_app.web.questions import Question, next_question
from caregiver_app.web.redirects import REDIRECTS, Journey
from caregiver_app.web.resolve import Resolver, SystemResolver
from caregiver_app.web.watch import Stop, Watch
from caregiver_app.web.wire import NoAnswer, Wire


class WebClient:
    """A `model.web.Fetcher`. Threads may share it; close it at the end, or use it as a context manager."""

    def __init__(
        self,
        *,
        ledger: Ledger,
        clock: Clock,
        stay_offline: Callable[[], bool],
        limits: Limits = LIMITS,
        resolver: Resolver | None = None,
        ssl_context: ssl.SSLContext | None = None,
        judge: Judge = is_public_address,
    ) -> None:
        self._clock = clock
        self._stay_offline = stay_offline
        self._limits = limits
        self._stop = Stop()
        self._pauses = Pauses(limits.pause_max_s)
        self._connections = Connections(limits, clock)
        self._books = Bookkeeper(ledger, clock)
        self._opener = Opener(
            resolver=resolver or SystemResolver(),
            judge=judge,
            context=ssl_context,
            stop=self._stop,
            clock=clock,
            limits=limits,
        )
        self._blocks = Blocks()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def fetch(self, request: FetchRequest) -> Fetched:
        """Make one exchange, redirects included, within the bounds.

        Raises:
            WebError: for everything but a 200 and a 304.
            AddressRefused: the address itself must not be asked.
            Cancelled: the person pressed stop.
        """
        self._refuse_offline()
        watch = Watch.begin(self._stop, self._clock, request.at_most_s or self._limits.total_s)
        start = parse_address(request.url)
        journey = Journey(start=start, here=start)
        while True:
            with _naming(journey.here):
                answer = self._ask(next_question(journey, request), watch)
                if answer.status not in REDIRECTS:
                    return self._conclude(journey, answer)
                journey.follow(answer.status, answer.last_headers.get("location"), at_most=self._limits.redirects)
                _refuse_leaving(journey, request)

    def abort(self) -> None:
        """End every exchange under way at once; later ones fail the same way until `resume`."""
        self._stop.abort()

    def resume(self) -> None:
        """Allow exchanges again after `abort`."""
        self._stop.resume()

    def block(self, hosts: Iterable[str]) -> None:
        """Never contact exactly these hosts and what is below them, from now on and on every hop."""
        self._blocks.replace(hosts)
        self._connections.start_anew()

    def go_through(self, proxy: Proxy | None) -> None:
        """Reach every host through this proxy from now on, or straight."""
        if proxy != self._opener.proxy:
            self._opener.proxy = proxy
            self._connections.start_anew()

    def close_resting(self) -> None:
        """Close the connections kept for later, as after the last of many fetches."""
        self._connections.close_resting()

    def close(self) -> None:
        """End everything and keep no connection."""
        self.abort()
        self._connections.close()

    def _ask(self, question: Question, watch: Watch) -> Answer:
        """Ask at one stop of the way, over a connection that rests there or a new one."""
        host = question.address.host
        self._refuse_now(host)
        with self._connections.turn(question.route, watch) as turn:
            self._refuse_now(host)  # it may have asked for rest while this one waited for its turn
            proxy = self._opener.proxy
            if turn.wire is not None:
                # A server may have closed it this very moment: then ask again (RFC 9112 section 9.3.1).
                with suppress(NoAnswer), self._line(question, turn):
                    return self._exchange(turn, turn.wire, question, watch)
                turn.drop()
            connecting = watch.tightened(self._limits.connect_s)
            found = self._opener.find(host, connecting, is_private_allowed=question.is_private_allowed, proxy=proxy)
            with _reporting_no_answer(), self._line(question, turn):
                turn.wire = self._opener.open(question.address, found, connecting, proxy=proxy)
                return self._exchange(turn, turn.wire, question, watch)

    def _line(self, question: Question, turn: Turn) -> AbstractContextManager[None]:
        return self._books.line(question.address.netloc, question.why, turn)

    def _exchange(self, turn: Turn, wire: Wire, question: Question, watch: Watch) -> Answer:
        answer = exchange(wire, question, watch=watch, limits=_limits_for(question, self._limits))
        turn.status = answer.status
        turn.is_reusable = answer.is_wire_reusable
        self._keep_pause(question.address.host, answer)  # before the next one in the queue gets the turn
        return answer

    def _keep_pause(self, host: str, answer: Answer) -> None:
        now = self._clock.now()
        rest_s = self._asked_rest_s(answer, now)
        if rest_s is not None:
            self._pauses.pause(host, Millis(now + round(rest_s * 1000)))

    def _conclude(self, journey: Journey, answer: Answer) -> Fetched:
        now = self._clock.now()
        if answer.status in (200, 304):
            return Fetched(
                status=answer.status,
                url=journey.here.url,
                moved_to=journey.moved_to,
                headers=answer.last_headers,
                body=answer.body,
                validators=_validators(answer),
                max_age_s=max_age_s(answer.headers, now=now, at_most_s=self._limits.max_age_s),
            )
        if answer.status == 410:
            raise WebError(WebTrouble.GONE, status=410)
        rest_s = self._asked_rest_s(answer, now)
        if rest_s is None:
            raise WebError(WebTrouble.STATUS, status=answer.status)
        raise WebError(WebTrouble.PAUSED, status=answer.status, retry_after_s=rest_s)

    def _asked_rest_s(self, answer: Answer, now: Millis) -> float | None:
        """Return how long a host asks to be left alone: a 429 always does (RFC 6585), a 503 where it says how long."""
        if answer.status not in (429, 503):
            return None
        said = retry_after_s(answer.last_headers, now=now, at_most_s=self._limits.pause_max_s)
        return self._limits.pause_default_s if said is None and answer.status == 429 else said

    def _refuse_now(self, host: str) -> None:
        self._refuse_offline()
        if self._blocks.refuse(host):
            raise WebError(WebTrouble.BLOCKED)
        self._refuse_paused(host)

    def _refuse_offline(self) -> None:
        if self._stay_offline():
            self.close_resting()
            raise WebError(WebTrouble.STAY_OFFLINE)

    def _refuse_paused(self, host: str) -> None:
        now = self._clock.now()
        until = self._pauses.until(host, now=now)
        if until is not None:
            raise WebError(WebTrouble.PAUSED, retry_after_s=(until - now) / 1000)


def _refuse_leaving(journey: Journey, request: FetchRequest) -> None:
    """Ask nobody to whom the request must not go, wherever it is sent."""
    if request.stays_within is not None and not request.stays_within(journey.here.url):
        raise WebError(WebTrouble.LEAVES_SITE, journey.start.host)


def _limits_for(question: Question, limits: Limits) -> Limits:
    if question.at_most_bytes is None:
        return limits
    most = question.at_most_bytes if question.is_signed else min(limits.body_bytes, question.at_most_bytes)
    return replace(limits, body_bytes=most)


def _validators(answer: Answer) -> Validators:
    """Return the pair as the server gave it. A 304 may leave out what has not changed: that is the caller's to keep."""
    return Validators(etag=answer.last_headers.get("etag"), last_modified=answer.last_headers.get("last-modified"))


@contextmanager
def _naming(address: Address) -> Iterator[None]:
    """Name the host in an error that was raised where nobody knew it."""
    try:
        yield
    except WebError as error:
        error.host = error.host or address.host
        raise


@contextmanager
def _reporting_no_answer() -> Iterator[None]:
    try:
        yield
    except NoAnswer:
        raise WebError(WebTrouble.CONNECT) from None
