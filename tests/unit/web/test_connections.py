"""Connections rest between answers, and none that leads another way than now is used again."""

from __future__ import annotations

import socket
from collections.abc import Callable

from caregiver_app.web.connections import Connections, Route
from caregiver_app.web.limits import LIMITS
from caregiver_app.web.watch import Stop, Watch
from caregiver_app.web.wire import Wire
from tests.helpers.clock import StillClock

ROUTE = Route(scheme="https", host="news.example", port=443, is_private_allowed=False)
ANOTHER = Route(scheme="https", host="other.example", port=443, is_private_allowed=False)


class InterruptingClock(StillClock):
    """Has something happen at the moment when it is next looked at, as another thread would."""

    def __init__(self) -> None:
        super().__init__()
        self.then: Callable[[], None] = lambda: None

    def monotonic(self) -> float:
        """Let it happen, once."""
        then, self.then = self.then, lambda: None
        then()
        return super().monotonic()


def test_a_connection_that_comes_to_rest_just_as_the_way_changes_is_not_used_again() -> None:
    clock, stop = InterruptingClock(), Stop()
    connections = Connections(LIMITS, clock)
    watch = Watch.begin(stop, clock, 60)
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    with theirs:
        with connections.turn(ROUTE, watch) as turn:
            turn.wire = Wire(ours, stop)
            turn.is_reusable = True
            clock.then = connections.start_anew
        with connections.turn(ROUTE, watch) as turn:
            assert turn.wire is None
        assert theirs.recv(1) == b""
    connections.close()


def test_what_was_closed_while_it_rested_is_forgotten() -> None:
    clock, stop = StillClock(), Stop()
    connections = Connections(LIMITS, clock)
    watch = Watch.begin(stop, clock, 60)
    far = _rest(connections, ROUTE, watch, stop)
    connections.close_resting()
    clock.advance(LIMITS.idle_s)
    kept = _rest(connections, ANOTHER, watch, stop)
    assert far.recv(1) == b""
    connections.close()
    assert kept.recv(1) == b""
    far.close()
    kept.close()


def _rest(connections: Connections, route: Route, watch: Watch, stop: Stop) -> socket.socket:
    """Let a connection come to rest, and return its far end."""
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    with connections.turn(route, watch) as turn:
        turn.wire, turn.is_reusable = Wire(ours, stop), True
    return theirs
