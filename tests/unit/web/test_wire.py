"""A wire counts what passes, sends all of it, and tells a broken connection from a stopped one."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from caregiver_app.model.errors import Cancelled
from caregiver_app.model.web import FetchRequest, Why
from caregiver_app.web.addresses import parse_address
from caregiver_app.web.exchange import exchange
from caregiver_app.web.limits import LIMITS
from caregiver_app.web.link import Link
from caregiver_app.web.questions import next_question
from caregiver_app.web.redirects import Journey
from caregiver_app.web.watch import Stop, Watch
from caregiver_app.web.wire import NoAnswer, Wire
from tests.helpers.clock import StillClock
from tests.helpers.door import Door
from tests.helpers.http_server import ScriptedServer


class _Pair:
    """A wire and its far end."""

    def __init__(self) -> None:
        near, self.far = socket.socketpair()
        near.setblocking(False)
        self.stop = Stop()
        self.wire = Wire(near, self.stop)
        self.watch = Watch.begin(self.stop, StillClock(), 60)


@pytest.fixture
def pair() -> Iterator[_Pair]:
    made = _Pair()
    yield made
    made.wire.close()
    made.far.close()


def test_what_is_sent_and_received_is_counted(pair: _Pair) -> None:
    pair.wire.send_all(b"question", pair.watch)
    pair.far.sendall(b"answer")
    buffer = bytearray(100)
    count = pair.wire.receive_into(memoryview(buffer), pair.watch)
    assert bytes(buffer[:count]) == b"answer"
    assert (pair.wire.sent_bytes, pair.wire.received_bytes) == (8, 6)


def test_a_wire_is_quiet_only_while_open_and_silent(pair: _Pair) -> None:
    assert pair.wire.is_quiet()
    pair.far.sendall(b"!")
    assert not pair.wire.is_quiet()
    pair.far.close()
    assert not pair.wire.is_quiet()


def test_a_stopped_wire_is_no_broken_one(pair: _Pair) -> None:
    pair.stop.abort()
    with pytest.raises(Cancelled):
        pair.wire.send_all(b"question", pair.watch)
    with pytest.raises(Cancelled):
        pair.wire.receive_into(memoryview(bytearray(10)), pair.watch)


def test_a_closed_wire_may_be_stopped_and_closed_again(pair: _Pair) -> None:
    pair.wire.close()
    pair.wire.interrupt()
    pair.wire.close()
    assert not pair.wire.is_quiet()


def test_a_stop_leaves_alone_what_was_given_away(pair: _Pair) -> None:
    given = pair.wire.give_away()
    pair.stop.abort()
    given.sendall(b"still open")
    assert pair.far.recv(10) == b"still open"


@pytest.mark.parametrize("sign", ["\r", "\n", "\r\n", "\0"])
def test_no_line_of_a_request_ends_early(pair: _Pair, sign: str) -> None:
    link = Link(pair.wire, pair.watch, LIMITS)
    pair.far.close()
    for first, headers in ((f"GET /{sign}X: 1", {}), ("GET /", {"If-None-Match": f"a{sign}X: 1"})):
        with pytest.raises(RuntimeError, match="would end early"):
            link.ask(first, headers)
    assert pair.wire.sent_bytes == 0


def test_a_request_into_a_dead_connection_is_no_answer(pair: _Pair) -> None:
    pair.far.close()
    start = parse_address("http://127.0.0.1/")
    question = next_question(
        Journey(start=start, here=start), FetchRequest(url=start.url, why=Why.UPDATE, allow_private=True)
    )
    with pytest.raises(NoAnswer):
        exchange(pair.wire, question, watch=pair.watch, limits=LIMITS)


def test_an_address_that_cannot_be_tried_at_all_is_left_for_the_next(server: ScriptedServer, door: Door) -> None:
    """The system says so at once, here for a broadcast address."""
    door.names.known["two.example"] = ["127.255.255.255", "127.0.0.2"]
    assert door.trouble(server.url("/", "two.example")).status == 404
