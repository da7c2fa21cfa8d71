"""At most so many connections a host, kept open and used again; whoever comes third waits for a turn.

A host is a name or a number without its port: two ports of one computer share its turns. It opens nothing itself.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from caregiver_app.model.time import Clock
from caregiver_app.web.limits import Limits
from caregiver_app.web.watch import LOOK_UP_S, Watch
from caregiver_app.web.wire import Wire


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What a connection may be used for again. One that a person's consent opened serves nobody without it."""

    scheme: str
    host: str
    port: int
    is_private_allowed: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Resting:
    route: Route
    wire: Wire
    since: float


@dataclass(slots=True)
class Turn:
    """One's time at a host: the wire one has, and the status of the answer that came over it."""

    round: int
    wire: Wire | None = None
    is_reusable: bool = False
    status: int | None = None

    def drop(self) -> None:
        """Close the wire, if there is one."""
        if self.wire is not None:
            self.wire.close()
        self.wire = None
        self.is_reusable = False


class Connections:
    """Turns and resting connections of all hosts; safe among threads."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._changed = threading.Condition()
        self._is_closed = False
        self._round = 0
        self._in_use: Counter[str] = Counter()
        self._resting: dict[Wire, _Resting] = {}  # the longest first
        self._at_host: dict[str, list[_Resting]] = {}  # the same by host: at most as many as it may have

    @contextmanager
    def turn(self, route: Route, watch: Watch) -> Iterator[Turn]:
        """Wait for a turn at the host and have it, with a connection that can be used again if one rests there.

        At its end the turn's wire rests until it is wanted again, or is closed unless `is_reusable` was set.

        Raises:
            Cancelled: the person pressed stop.
        """
        self._wait_for_turn(route.host, watch)
        turn = Turn(round=self._round)
        try:
            turn.wire = self._take_resting(route)
            if turn.wire is None:
                self._make_room(route.host)
            yield turn
        finally:
            if not turn.is_reusable:
                turn.drop()
            self._end_turn(route, turn)

    def close_resting(self) -> None:
        """Close every connection that nobody uses."""
        with self._changed:
            resting = list(self._resting.values())
            self._resting.clear()
            self._at_host.clear()
        _close(resting)

    def start_anew(self) -> None:
        """Use no connection again that is open now: they lead where they must not any more, or by another way."""
        with self._changed:
            self._round += 1
        self.close_resting()

    def close(self) -> None:
        """Keep no connection any more."""
        self._is_closed = True
        self.close_resting()

    def _wait_for_turn(self, host: str, watch: Watch) -> None:
        with self._changed, watch.not_counted():
            while self._in_use[host] >= self._limits.connections_per_host:
                watch.check_stop()
                self._changed.wait(LOOK_UP_S)
            self._in_use[host] += 1

    def _end_turn(self, route: Route, turn: Turn) -> None:
        with self._changed:
            now = self._clock.monotonic()
            self._in_use[route.host] -= 1
            if not self._in_use[route.host]:
                del self._in_use[route.host]
            if turn.round != self._round:
                turn.drop()
            elif turn.wire is not None:
                self._rest(_Resting(route=route, wire=turn.wire, since=now))
            surplus = self._take_surplus()
            self._changed.notify_all()
        _close(surplus)

    def _rest(self, resting: _Resting) -> None:
        self._resting[resting.wire] = resting
        self._at_host.setdefault(resting.route.host, []).append(resting)

    def _wake(self, resting: _Resting) -> None:
        del self._resting[resting.wire]
        neighbours = self._at_host[resting.route.host]
        neighbours.remove(resting)
        if not neighbours:
            del self._at_host[resting.route.host]

    def _take_resting(self, route: Route) -> Wire | None:
        while True:
            with self._changed:
                mine = [each for each in self._at_host.get(route.host, ()) if each.route == route]
                if not mine:
                    return None
                self._wake(mine[-1])
            if self._is_fresh(mine[-1]) and mine[-1].wire.is_quiet():
                return mine[-1].wire
            mine[-1].wire.close()

    def _make_room(self, host: str) -> None:
        """Close what rests towards another port of the host where a new connection would be one too many."""
        with self._changed:
            theirs = list(self._at_host.get(host, ()))
            room = self._limits.connections_per_host - self._in_use[host]
            surplus = theirs[: max(0, len(theirs) - room)]
            for each in surplus:
                self._wake(each)
        _close(surplus)

    def _take_surplus(self) -> list[_Resting]:
        """Take out what rested too long, and the longest of what rests beyond the bound."""
        surplus: list[_Resting] = []
        for each in self._resting.values():
            has_room = len(self._resting) - len(surplus) <= self._limits.idle_connections
            if has_room and not self._is_closed and self._is_fresh(each):
                break
            surplus.append(each)
        for each in surplus:
            self._wake(each)
        return surplus

    def _is_fresh(self, each: _Resting) -> bool:
        return self._clock.monotonic() - each.since < self._limits.idle_s


def _close(resting: list[_Resting]) -> None:
    for each in resting:
        each.wire.close()
