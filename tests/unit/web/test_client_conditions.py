"""Conditional requests: the pair goes out as it came in, and only to the host it came from."""

from __future__ import annotations

import pytest

from caregiver_app.model.errors import WebTrouble
from caregiver_app.model.source import Validators
from tests.helpers.door import Door
from tests.helpers.http_server import Answer, ScriptedServer, conditional

PAIR = Validators(etag='W/"caf\xe9 1"', last_modified="Sun, 06 Nov 1994 08:49:37 GMT")


def _asked(server: ScriptedServer, path: str = "/feed") -> list[tuple[str | None, str | None]]:
    return [(seen.header("If-None-Match"), seen.header("If-Modified-Since")) for seen in server.seen(path)]


def test_the_pair_goes_out_byte_for_byte_as_it_came(server: ScriptedServer, door: Door) -> None:
    """Also with letters beyond ASCII, and with a date that is none."""
    for etag, date in ((PAIR.etag, PAIR.last_modified), ('"x"', "2026-11-23 odd but theirs"), ("unquoted", None)):
        headers = {"ETag": etag or ""} | ({"Last-Modified": date} if date else {})
        server.answer("/feed", [Answer(body=b"x", headers=headers), Answer(status=304, headers=headers)])
        given = door.get(server.url("/feed")).validators
        assert given == Validators(etag=etag, last_modified=date)
        again = door.get(server.url("/feed"), validators=given)
        assert (again.status, again.body) == (304, b"")
        assert _asked(server)[-1] == (etag, date)


def test_nothing_conditional_is_asked_without_validators(server: ScriptedServer, door: Door) -> None:
    server.answer("/feed", Answer(body=b"x"))
    door.get(server.url("/feed"))
    assert _asked(server) == [(None, None)]


def test_unchanged_means_304_and_no_body(server: ScriptedServer, door: Door) -> None:
    server.answer("/feed", conditional(b"body", etag='"7"', headers={"Cache-Control": "max-age=30"}))
    again = door.get(server.url("/feed"), validators=Validators(etag='"7"'))
    assert (again.status, again.body, again.max_age_s) == (304, b"", 30)


@pytest.mark.parametrize(
    "bad", ['"a\r\nX-Injected: 1"', '"a\nb"', '"a\x00"', '"a\x7f"', '"a\tb"', '"\u20ac"', '"' + "a" * 5_000 + '"']
)
@pytest.mark.parametrize("field", ["etag", "last_modified"])
def test_a_validator_that_cannot_be_sent_is_left_out_with_its_pair(
    server: ScriptedServer, door: Door, field: str, bad: str
) -> None:
    server.answer("/feed", Answer(body=b"x"))
    pair = {"etag": '"good"', "last_modified": "Sun, 06 Nov 1994 08:49:37 GMT", field: bad}
    assert door.get(server.url("/feed"), validators=Validators(**pair)).status == 200
    assert _asked(server) == [(None, None)]
    assert server.requests[0].header("X-Injected") is None


def test_a_304_nobody_asked_for_is_a_broken_answer(server: ScriptedServer, door: Door) -> None:
    server.answer("/feed", Answer(status=304))
    assert door.trouble(server.url("/feed")).kind is WebTrouble.PROTOCOL


@pytest.mark.parametrize(
    "raw",
    [
        b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: 4\r\n\r\nbody',
        b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: 4\r\n\r\n',  # and the body still to come
        b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n',
        b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil',
    ],
)
def test_a_body_after_a_304_is_never_taken_for_the_next_answer(server: ScriptedServer, door: Door, raw: bytes) -> None:
    server.answer("/feed", Answer(raw=raw))
    server.answer("/other", Answer(body=b"good"))
    assert door.get(server.url("/feed"), validators=Validators(etag='"1"')).body == b""
    assert door.get(server.url("/other")).body == b"good"
    assert [seen.connection for seen in server.requests] == [1, 2]


def test_validators_stay_with_the_host_they_came_from(server: ScriptedServer, door: Door) -> None:
    door.names.known["feeds.example"] = ["127.0.0.2"]
    door.names.known["mirror.example"] = ["127.0.0.3"]
    server.answer("/feed", Answer(status=302, headers={"Location": server.url("/copy", "mirror.example")}))
    server.answer("/copy", Answer(body=b"x", headers={"ETag": '"theirs"'}))
    fetched = door.get(server.url("/feed", "feeds.example"), allow_private=False, validators=PAIR)
    assert _asked(server) == [(PAIR.etag, PAIR.last_modified)]
    assert _asked(server, "/copy") == [(None, None)]
    assert fetched.validators == Validators(etag='"theirs"')


def test_validators_go_along_on_the_same_host(server: ScriptedServer, door: Door) -> None:
    server.answer("/feed", Answer(status=301, headers={"Location": "/new"}))
    server.answer("/new", Answer(status=304))
    fetched = door.get(server.url("/feed"), validators=PAIR)
    assert (fetched.status, fetched.moved_to) == (304, server.url("/new"))
    assert _asked(server, "/new") == [(PAIR.etag, PAIR.last_modified)]
