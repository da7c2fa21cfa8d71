"""Manners towards hosts: few connections, kept and used again; rest where a host asks for it."""

from __future__ import annotations

import threading
from contextlib import suppress

import pytest

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.time import Millis
from caregiver_app.web.limits import Limits
from caregiver_app.web.pauses import Pauses
from tests.helpers.clock import StillClock
from tests.helpers.door import PUBLIC_STAND_INS, Door
from tests.helpers.http_server import Answer, ScriptedServer, conditional
from tests.helpers.tls import Authority

HOUR = 3_600.0


def test_a_connection_is_used_again(server: ScriptedServer, door: Door) -> None:
    """After a 200 with a length or in chunks, a 304, a 404 and a redirect alike."""
    server.answer("/a", Answer(body=b"x"))
    server.answer("/b", Answer(chunks=[b"x", b"y"]))
    server.answer("/c", Answer(status=301, headers={"Location": "/d"}, body=b"moved"))
    server.answer("/d", conditional(b"x"))
    for _ in range(2):
        for path in ("/a", "/b", "/c"):
            door.get(server.url(path))
        door.trouble(server.url("/missing"))
    assert len(server.requests) == 10
    assert server.connections == 1


def test_a_secure_connection_is_used_again(authority: Authority) -> None:
    with ScriptedServer(tls=authority.server("127.0.0.1")) as server, Door(ssl_context=authority.client()) as door:
        server.answer("/", Answer(body=b"x"))
        for _ in range(5):
            door.get(server.url())
        assert server.connections == 1


DOUBTFUL = {
    "says it closes": Answer(body=b"x", headers={"Connection": "close"}),
    "closes": Answer(body=b"x", close=True),
    "an old version": Answer(raw=b"HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx"),
    "said more than announced": Answer(
        raw=b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    ),
    "two ways to tell the end": Answer(
        raw=b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"
    ),
    "more than anybody wants": Answer(status=404, body=b"x" * 500_000),
    "until the end": Answer(raw=b"HTTP/1.1 500 Sorry\r\n\r\nuntil the end", close=True),
}


@pytest.mark.parametrize("answer", DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_a_connection_in_doubt_is_not_used_again(server: ScriptedServer, door: Door, answer: Answer) -> None:
    server.answer("/doubtful", answer)
    server.answer("/", Answer(body=b"good"))
    with suppress(WebError):
        assert door.get(server.url("/doubtful")).body == b"x"
    assert door.get(server.url()).body == b"good"
    assert [seen.connection for seen in server.requests] == [1, 2]


def test_a_connection_closed_while_the_request_was_on_its_way_is_replaced(server: ScriptedServer, door: Door) -> None:
    """The server saw both requests, and so does the ledger."""
    server.answer("/", [Answer(body=b"one"), Answer(raw=b"", close=True), Answer(body=b"two")])
    assert [door.get(server.url()).body for _ in range(2)] == [b"one", b"two"]
    assert door.ledger.results == ["200", "connect", "200"]
    assert [seen.connection for seen in server.requests] == [1, 1, 2]


def test_a_request_is_not_repeated_on_a_fresh_connection(server: ScriptedServer, door: Door) -> None:
    server.answer("/", Answer(raw=b"", close=True))
    assert door.trouble(server.url()).kind is WebTrouble.CONNECT
    assert len(server.requests) == 1


def test_a_connection_that_rested_too_long_is_not_used_again(server: ScriptedServer) -> None:
    clock = StillClock()
    with Door(clock=clock) as door:
        server.answer("/", Answer(body=b"x"))
        door.get(server.url())
        clock.advance(61)
        door.get(server.url())
        assert server.connections == 2


def test_resting_connections_are_few(server: ScriptedServer) -> None:
    with Door(limits=Limits(idle_connections=2)) as door:
        server.answer("/", Answer(body=b"x"))
        for host in ("127.0.0.1", *PUBLIC_STAND_INS):
            door.get(server.url("/", host))
        server.wait_until(lambda seen: seen.open_now == 2)


def test_resting_connections_can_be_closed(server: ScriptedServer, door: Door) -> None:
    server.answer("/", Answer(body=b"x"))
    door.get(server.url())
    door.close_resting()
    server.wait_until(lambda seen: seen.open_now == 0)
    door.get(server.url())
    assert server.connections == 2


def test_never_more_than_two_connections_to_a_host(server: ScriptedServer, door: Door) -> None:
    """Eight fetches at once: two are under way, the others wait for their turn and then use the same connections."""
    go = threading.Event()
    server.answer("/", Answer(body=b"x", wait_for=go))
    under_way = [door.begin(server.url()) for _ in range(8)]
    server.wait_until(lambda seen: len(seen.requests) == 2)
    go.set()
    assert [each.result().status for each in under_way] == [200] * 8
    assert (server.connections, server.most_open) == (2, 2)


def test_two_ports_of_a_host_share_its_connections(server: ScriptedServer) -> None:
    """While two are under way at one port nobody is let in at the other; what rests makes room for what is needed."""
    go, at_the_switch = threading.Event(), threading.Semaphore(0)

    def stay_offline() -> bool:
        at_the_switch.release()  # each fetch passes here twice, the second time just before it waits for its turn
        return False

    with ScriptedServer() as neighbour, Door(stay_offline=stay_offline) as door:
        server.answer("/", Answer(body=b"x", wait_for=go))
        neighbour.answer("/", Answer(body=b"y"))
        here = [door.begin(server.url()) for _ in range(2)]
        server.wait_until(lambda seen: len(seen.requests) == 2)
        there = [door.begin(neighbour.url()) for _ in range(2)]
        for _ in range(8):
            assert at_the_switch.acquire(timeout=30)
        assert neighbour.connections == 0
        go.set()
        assert [each.result().body for each in (*here, *there)] == [b"x", b"x", b"y", b"y"]
        for each in (server, neighbour):
            each.wait_until(lambda _: server.open_now + neighbour.open_now <= 2)


def test_a_busy_host_holds_up_no_other(server: ScriptedServer, door: Door) -> None:
    go = threading.Event()
    server.answer("/slow", Answer(body=b"x", wait_for=go))
    server.answer("/", Answer(body=b"y"))
    slow = [door.begin(server.url("/slow")) for _ in range(4)]
    assert door.get(server.url("/", "127.0.0.2")).body == b"y"
    go.set()
    assert [each.result().status for each in slow] == [200] * 4


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [
        (429, {}, 900),
        (429, {"Retry-After": "120"}, 120),
        (429, {"Retry-After": "nonsense"}, 900),
        (429, {"Retry-After": "-5"}, 900),
        (429, {"Retry-After": "99999999999999999999"}, 86_400),
        (429, {"Retry-After": "Mon, 23 Nov 2026 09:05:00 GMT"}, HOUR),
        (429, {"Retry-After": "Monday, 23-Nov-26 09:05:00 GMT"}, HOUR),
        (429, {"Retry-After": "Mon Nov 23 09:05:00 2026"}, HOUR),
        (503, {"Retry-After": "120"}, 120),
        (503, {"Retry-After": "Sun, 31 Dec 9999 23:59:59 GMT"}, 86_400),
    ],
)
def test_a_host_that_asks_for_rest_gets_it(
    server: ScriptedServer, status: int, headers: dict[str, str], seconds: float
) -> None:
    """The whole host, at once and without a connection, until the time has passed; no other host."""
    clock = StillClock()
    with Door(clock=clock) as door, ScriptedServer() as neighbour:
        server.answer("/", Answer(status=status, headers=headers))
        server.answer("/other", Answer(body=b"x"))
        neighbour.answer("/", Answer(body=b"x"))
        error = door.trouble(server.url())
        assert (error.kind, error.status, error.retry_after_s) == (WebTrouble.PAUSED, status, seconds)

        clock.advance(seconds - 1)
        for url in (server.url("/other"), neighbour.url()):
            refused = door.trouble(url)
            assert (refused.kind, refused.retry_after_s, refused.host) == (WebTrouble.PAUSED, 1, "127.0.0.1")
        assert door.ledger.results == [str(status)]
        assert door.get(server.url("/other", "127.0.0.2")).status == 200

        clock.advance(1)
        assert door.get(server.url("/other")).status == 200


def test_503_without_a_time_is_an_ordinary_failure(server: ScriptedServer, door: Door) -> None:
    for value in ({}, {"Retry-After": "later"}):
        server.answer("/", Answer(status=503, headers=value))
        assert door.trouble(server.url()).kind is WebTrouble.STATUS


def test_who_waits_for_a_turn_hears_of_a_pause_before_asking(server: ScriptedServer) -> None:
    go = threading.Event()
    with Door(limits=Limits(connections_per_host=1)) as door:
        server.answer("/", Answer(status=429, wait_for=go))
        under_way = [door.begin(server.url()) for _ in range(5)]
        server.wait_until(lambda seen: len(seen.requests) == 1)
        go.set()
        assert all(each.exception() is not None for each in under_way)
        assert len(server.requests) == 1


def test_a_pause_never_outlasts_its_bound_whatever_the_clock_does() -> None:
    """A clock that was set years ahead and back again leaves no host paused for years."""
    now, day = Millis(1_000), 86_400_000
    pauses = Pauses(at_most_s=86_400)
    pauses.pause("feeds.example", Millis(now + 10 * 365 * day))
    assert pauses.until("feeds.example", now=now) == now + day
    assert pauses.until("feeds.example", now=Millis(now + day)) is None


def test_the_longer_of_two_pauses_holds() -> None:
    pauses = Pauses(at_most_s=86_400)
    for until in (600_000, 60_000):
        pauses.pause("feeds.example", Millis(until))
    assert pauses.until("feeds.example", now=Millis(0)) == 600_000
