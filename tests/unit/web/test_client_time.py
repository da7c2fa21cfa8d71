"""Time: servers that stall, drip or never answer, the switch that ends everything, and a network that is not there."""

from __future__ import annotations

import errno
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import wait
from contextlib import ExitStack

import pytest

from caregiver_app.model.errors import Cancelled, WebTrouble
from caregiver_app.support.clock import SystemClock
from caregiver_app.web.limits import Limits
from caregiver_app.web.resolve import LookUps
from tests.helpers.clock import StillClock
from tests.helpers.door import Door, Names
from tests.helpers.http_server import Answer, ScriptedServer
from tests.helpers.tls import Authority

NOBODY = "127.0.0.77"
SHORT = Limits(connect_s=0.2, total_s=0.3)


@pytest.fixture
def deaf_port() -> Iterator[int]:
    """A port whose queue is full: whoever knocks hears nothing."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server((NOBODY, 0), backlog=0))
        port = int(listener.getsockname()[1])
        for _ in range(3):
            knock = stack.enter_context(socket.socket())
            knock.setblocking(False)
            knock.connect_ex((NOBODY, port))
        yield port


@pytest.fixture
def mute() -> Iterator[socket.socket]:
    """A listener that takes connections and never says a word."""
    with socket.create_server((NOBODY, 0), backlog=16) as listener:
        yield listener


STALLS = {
    "no answer": Answer(wait_for=threading.Event()),
    "half a head": Answer(body=b"x", pause_after=10),
    "half a body": Answer(body=b"x" * 1_000, pause_after=500),
    "half a chunk": Answer(chunks=[b"x" * 1_000], pause_after=500),
}


@pytest.mark.parametrize("answer", STALLS.values(), ids=STALLS.keys())
def test_a_server_that_stalls_costs_its_time_and_no_more(server: ScriptedServer, answer: Answer) -> None:
    clock = StillClock()
    with Door(clock=clock) as door:
        server.answer("/", answer)
        under_way = door.begin(server.url())
        server.wait_until(lambda seen: len(seen.requests) == 1)
        clock.advance(60)
        error = under_way.exception()
        assert getattr(error, "kind", None) is WebTrouble.TIMEOUT
        assert door.ledger.results == ["timeout"]


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=b"x" * 100_000, drip_bytes=1),
        Answer(chunks=[b"x"] * 50_000, drip_bytes=1),
        Answer(headers={f"X-{number}": "y" * 50 for number in range(90)}, drip_bytes=1),
    ],
    ids=["body", "chunks", "head"],
)
def test_a_server_that_drips_is_given_up_by_the_total_time(server: ScriptedServer, answer: Answer) -> None:
    """Something arrives all the time, so that no single wait is ever long."""
    with Door(clock=SystemClock(), limits=SHORT) as door:
        server.answer("/", answer)
        assert door.trouble(server.url()).kind is WebTrouble.TIMEOUT
        server.wait_until(lambda seen: len(seen.requests) == 1)  # a busy computer may come to it later than the door
        assert server.requests[0].answered_bytes < 2_000


def test_a_page_nobody_wants_is_waited_for_only_a_moment(server: ScriptedServer) -> None:
    """The status is known by then, and it is what counts."""
    clock = StillClock()
    with Door(clock=clock) as door:
        server.answer("/", Answer(status=404, body=b"x" * 1_000, pause_after=500))
        under_way = door.begin(server.url())
        server.wait_until(lambda seen: len(seen.requests) == 1)
        while not under_way.done():
            clock.advance(0.5)
            wait([under_way], timeout=0.1)
        assert getattr(under_way.exception(), "status", None) == 404
        assert clock.monotonic() < 1_050


def test_a_slow_body_within_its_time_is_taken(server: ScriptedServer) -> None:
    with Door(clock=SystemClock()) as door:
        server.answer("/", Answer(body=b"x" * 50, drip_bytes=5, drip_every_s=0.001))
        assert door.get(server.url()).body == b"x" * 50


def test_the_time_is_that_of_all_redirects_together(server: ScriptedServer) -> None:
    clock = StillClock()
    with Door(clock=clock) as door:

        def slow_hop(request: object) -> Answer:
            clock.advance(25)
            return Answer(status=302, headers={"Location": "/again"})

        server.answer("/", slow_hop)
        server.answer("/again", slow_hop)
        assert door.trouble(server.url()).kind is WebTrouble.TIMEOUT
        assert len(server.requests) == 3


def test_a_host_that_does_not_pick_up_costs_the_time_to_connect(deaf_port: int) -> None:
    with Door(clock=SystemClock(), limits=SHORT) as door:
        assert door.trouble(f"http://{NOBODY}:{deaf_port}/").kind is WebTrouble.TIMEOUT
        assert door.ledger.results == ["timeout"]


def test_a_host_that_does_not_shake_hands_costs_the_time_to_connect(mute: socket.socket, authority: Authority) -> None:
    with Door(clock=SystemClock(), limits=SHORT, ssl_context=authority.client()) as door:
        assert door.trouble(f"https://{NOBODY}:{mute.getsockname()[1]}/").kind is WebTrouble.TIMEOUT
        assert door.ledger.results == ["timeout"]


def test_a_look_up_that_hangs_costs_the_time_to_connect() -> None:
    names = Names()
    names.answers.clear()
    with Door(clock=SystemClock(), limits=SHORT, names=names) as door:
        assert door.trouble("http://slow.example/").kind is WebTrouble.TIMEOUT
        assert door.ledger.lines == []
        names.answers.set()


def test_a_deaf_address_holds_up_its_neighbour_only_for_a_moment(server: ScriptedServer) -> None:
    """As where a home's IPv6 leads nowhere: the next address is tried while the first still keeps silent."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server((NOBODY, server.port), backlog=0))
        for _ in range(3):
            knock = stack.enter_context(socket.socket())
            knock.setblocking(False)
            knock.connect_ex(listener.getsockname())
        door = stack.enter_context(Door(clock=SystemClock()))
        door.names.known["two.example"] = [NOBODY, "127.0.0.2"]
        server.answer("/", Answer(body=b"x"))
        assert door.get(server.url("/", "two.example")).body == b"x"
        assert len(door.ledger.lines) == 1


def test_an_address_that_refuses_hands_over_to_the_next(server: ScriptedServer, door: Door) -> None:
    door.names.known["two.example"] = [NOBODY, "127.0.0.2"]
    server.answer("/", Answer(body=b"x"))
    assert door.get(server.url("/", "two.example")).body == b"x"


def test_a_host_that_refuses_is_named_so(server: ScriptedServer, door: Door) -> None:
    error = door.trouble(server.url("/", NOBODY))
    assert (error.kind, error.host) == (WebTrouble.CONNECT, NOBODY)
    assert door.ledger.results == ["connect"]


AGAIN = socket.gaierror(socket.EAI_AGAIN, "later")
NO_NAME = socket.gaierror(socket.EAI_NONAME, "unknown")


@pytest.mark.parametrize(
    ("trouble", "has_route", "kind"),
    [
        (NO_NAME, True, WebTrouble.DNS),
        (AGAIN, True, WebTrouble.OFFLINE),
        (AGAIN, False, WebTrouble.OFFLINE),
        (NO_NAME, False, WebTrouble.OFFLINE),  # what macOS and Windows say without a network
        (OSError(errno.ENETUNREACH, "no way"), False, WebTrouble.OFFLINE),
        (socket.gaierror(socket.EAI_FAIL, "broken"), True, WebTrouble.DNS),
    ],
)
def test_no_network_is_told_from_no_such_name(trouble: OSError, has_route: bool, kind: WebTrouble) -> None:
    with Door(names=Names({"a.example": trouble}, has_route=has_route)) as door:
        error = door.trouble("https://a.example/")
        assert (error.kind, error.host) == (kind, "a.example")
        assert door.ledger.lines == []


def test_a_name_without_addresses_is_unknown(door: Door) -> None:
    assert door.trouble("https://empty.example/").kind is WebTrouble.DNS


def test_try_later_is_about_the_name_where_others_were_just_found(server: ScriptedServer) -> None:
    """A broken zone must not look like a missing network for ever."""
    clock = StillClock()
    with Door(clock=clock, names=Names({"good.example": ["127.0.0.2"], "broken.example": AGAIN})) as door:
        server.answer("/", Answer(body=b"x"))
        door.get(server.url("/", "good.example"))
        assert door.trouble("http://broken.example/").kind is WebTrouble.DNS
        clock.advance(3_600)
        assert door.trouble("http://broken.example/").kind is WebTrouble.OFFLINE


@pytest.mark.parametrize(
    ("troubles", "has_route", "kind"),
    [
        ([errno.ENETUNREACH], False, WebTrouble.OFFLINE),
        ([errno.ENETUNREACH, errno.EHOSTUNREACH], False, WebTrouble.OFFLINE),
        ([errno.ENETUNREACH], True, WebTrouble.CONNECT),  # a host with IPv6 only, seen from IPv4 only
        ([errno.ENETUNREACH, errno.ECONNREFUSED], False, WebTrouble.CONNECT),
        ([errno.ECONNREFUSED], True, WebTrouble.CONNECT),
    ],
)
def test_unreachable_is_offline_only_without_a_way_out(troubles: list[int], has_route: bool, kind: WebTrouble) -> None:
    assert LookUps(Names(has_route=has_route), StillClock()).why_unreachable(troubles) is kind


def test_staying_offline_lets_nothing_out(server: ScriptedServer) -> None:
    """Neither connection nor look-up nor line in the ledger, and the switch is looked at before everything else."""
    with Door(stay_offline=lambda: True) as door:
        for url in (server.url(), "https://a.example/", "no address at all"):
            assert door.trouble(url).kind is WebTrouble.STAY_OFFLINE
        assert (door.names.asked, door.ledger.lines, server.connections) == ([], [], 0)


def test_switching_to_offline_holds_for_the_next_hop_and_closes_what_rested(server: ScriptedServer) -> None:
    switch = threading.Event()
    with Door(stay_offline=switch.is_set) as door:

        def hop(request: object) -> Answer:
            switch.set()
            return Answer(status=302, headers={"Location": "/next"})

        server.answer("/", hop)
        assert door.trouble(server.url()).kind is WebTrouble.STAY_OFFLINE
        assert server.seen("/next") == []
        server.wait_until(lambda seen: seen.open_now == 0)


@pytest.mark.parametrize("answer", STALLS.values(), ids=STALLS.keys())
def test_stop_ends_an_exchange_wherever_it_is(server: ScriptedServer, door: Door, answer: Answer) -> None:
    server.answer("/", answer)
    under_way = door.begin(server.url())
    server.wait_until(lambda seen: len(seen.requests) == 1)
    door.abort()
    assert isinstance(under_way.exception(timeout=1), Cancelled)
    assert door.ledger.results == ["cancelled"]
    assert door.ledger.lines[0].sent_bytes == len(server.requests[0].raw)


def test_stop_ends_connecting_looking_up_and_waiting(server: ScriptedServer, deaf_port: int) -> None:
    names = Names()
    names.answers.clear()
    with Door(names=names, limits=Limits(connections_per_host=1)) as door:
        server.answer("/", STALLS["no answer"])
        under_way = [
            door.begin(server.url()),
            door.begin(server.url()),  # waits for its turn
            door.begin(f"http://{NOBODY}:{deaf_port}/"),
            door.begin("http://slow.example/"),
        ]
        server.wait_until(lambda seen: len(seen.requests) == 1)
        assert names.was_asked.wait(30)
        door.abort()
        assert all(isinstance(each.exception(timeout=1), Cancelled) for each in under_way)
        names.answers.set()


def test_stop_ends_a_handshake(mute: socket.socket, authority: Authority) -> None:
    with Door(ssl_context=authority.client()) as door:
        under_way = door.begin(f"https://{NOBODY}:{mute.getsockname()[1]}/")
        with mute.accept()[0]:
            door.abort()
            assert isinstance(under_way.exception(timeout=1), Cancelled)
            assert door.ledger.results == ["cancelled"]


def test_after_a_stop_nothing_begins_until_resumed(server: ScriptedServer, door: Door) -> None:
    server.answer("/", Answer(body=b"x"))
    door.abort()
    with pytest.raises(Cancelled):
        door.get(server.url())
    assert server.connections == 0
    door.resume()
    assert door.get(server.url()).body == b"x"


def test_what_was_stopped_stays_stopped_though_others_may_begin(server: ScriptedServer, door: Door) -> None:
    server.answer("/slow", STALLS["half a body"])
    server.answer("/", Answer(body=b"x"))
    under_way = door.begin(server.url("/slow"))
    server.wait_until(lambda seen: len(seen.requests) == 1)
    door.abort()
    door.resume()
    assert door.get(server.url()).body == b"x"
    assert isinstance(under_way.exception(timeout=1), Cancelled)
