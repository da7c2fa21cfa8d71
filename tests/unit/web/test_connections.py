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
