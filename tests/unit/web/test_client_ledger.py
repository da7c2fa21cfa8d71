"""The ledger equals what the server saw, to the byte: one line a request, without path and query."""

from __future__ import annotations

import dataclasses
import gzip
import threading

from caregiver_app.model.source import Validators
from caregiver_app.model.web import LedgerLine, Why
from caregiver_app.web.limits import Limits
from tests.helpers.clock import MONDAY, StillClock
from tests.helpers.door import Door
from tests.helpers.http_server import Answer, ScriptedServer, conditional
from tests.helpers.tls import Authority

BODY = b"<rss>" + b"news " * 40_000 + b"</rss>"


def _compare(door: Door, server: ScriptedServer) -> None:
    assert [(line.sent_bytes, line.received_bytes) for line in door.ledger.lines] == [
        (len(seen.raw), seen.answered_bytes) for seen in server.requests
    ]


def test_every_request_has_its_line_with_its_bytes(server: ScriptedServer, door: Door) -> None:
    server.answer("/plain", Answer(body=BODY))
    server.answer("/packed", Answer(body=gzip.compress(BODY), headers={"Content-Encoding": "gzip"}))
    server.answer("/chunks", Answer(chunks=[b"x" * 300] * 5))
    server.answer("/moved", Answer(status=301, headers={"Location": "/plain"}))
    server.answer("/same", conditional(b"x"))
    for path in ("/plain", "/packed", "/chunks", "/moved"):
        door.get(server.url(path))
    door.get(server.url("/same"), validators=Validators(etag='"v1"'))
    door.trouble(server.url("/missing?q=secret"))
    assert door.ledger.results == ["200", "200", "200", "301", "200", "304", "404"]
    _compare(door, server)


def test_secure_requests_are_counted_the_same(authority: Authority) -> None:
    with ScriptedServer(tls=authority.server("127.0.0.1")) as server, Door(ssl_context=authority.client()) as door:
        server.answer("/", Answer(body=BODY))
        for _ in range(3):
            door.get(server.url())
        _compare(door, server)


def test_a_line_says_when_where_and_why_and_nothing_of_what(server: ScriptedServer) -> None:
    clock = StillClock()
    with Door(clock=clock) as door:
        server.answer("/diabetes/feed", Answer(body=b"x"))
        door.get(server.url("/diabetes/feed?token=secret"), why=Why.ADD_SOURCE)
        seen = server.requests[0]
        assert door.ledger.lines == [
            LedgerLine(
                at=MONDAY,
                host=f"127.0.0.1:{server.port}",
                why=Why.ADD_SOURCE,
                sent_bytes=len(seen.raw),
                received_bytes=seen.answered_bytes,
                result="200",
            )
        ]
        text = str(dataclasses.asdict(door.ledger.lines[0]))
        assert "diabetes" not in text
        assert "secret" not in text


def test_many_at_once_lose_no_line(server: ScriptedServer) -> None:
    with Door(limits=Limits(connections_per_host=4)) as door:
        for number in range(40):
            server.answer(f"/{number}", Answer(body=b"x" * number, status=200 if number % 3 else 404))
        for under_way in [door.begin(server.url(f"/{number}")) for number in range(40)]:
            under_way.exception()
        assert sorted((line.sent_bytes, line.received_bytes) for line in door.ledger.lines) == sorted(
            (len(seen.raw), seen.answered_bytes) for seen in server.requests
        )


def test_what_was_given_up_is_written_down_with_what_had_come(server: ScriptedServer) -> None:
    clock = StillClock()
    with Door(clock=clock) as door:
        server.answer("/", Answer(body=BODY, pause_after=1_000))
        under_way = door.begin(server.url())
        server.wait_until(lambda seen: bool(seen.requests) and seen.requests[0].answered_bytes == 1_000)
        clock.advance(60)
        assert under_way.exception() is not None
        assert door.ledger.results == ["timeout"]
        assert door.ledger.lines[0].sent_bytes == len(server.requests[0].raw)
        assert door.ledger.lines[0].received_bytes <= 1_000


def test_a_ledger_line_stands_for_what_left_and_not_for_what_was_refused(server: ScriptedServer) -> None:
    switch = threading.Event()
    with Door(stay_offline=switch.is_set) as door:
        server.answer("/", Answer(status=429))
        door.trouble(server.url())
        door.trouble(server.url())
        door.trouble("http://10.0.0.1/", allow_private=False)
        door.trouble("http://unknown.example/", allow_private=False)
        switch.set()
        door.trouble(server.url("/", "127.0.0.2"))
        assert door.ledger.results == ["429"]
