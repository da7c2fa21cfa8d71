"""Answers right and wrong: what is taken, how each failure is named, and that no lie about length is believed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_app.model.errors import AddressRefused, AddressTrouble, WebError, WebTrouble
from caregiver_app.model.source import Validators
from caregiver_app.web.limits import Limits
from caregiver_app.web.questions import USER_AGENT
from tests.helpers.door import Door
from tests.helpers.http_server import Answer, ScriptedServer

BODY = b"<rss>" + b"news " * 20_000 + b"</rss>"


def test_a_body_comes_with_its_address_and_headers(server: ScriptedServer, door: Door) -> None:
    headers = [("ETag", '"1"'), ("X-Twice", "a"), ("x-twice", "b"), ("Cache-Control", "max-age=60")]
    server.answer("/feed", Answer(body=BODY, headers=headers))
    fetched = door.get(server.url("/feed#part"))
    assert (fetched.status, fetched.body, fetched.url, fetched.moved_to) == (200, BODY, server.url("/feed"), None)
    assert fetched.headers["x-twice"] == "b"
    assert fetched.validators == Validators(etag='"1"')
    assert fetched.max_age_s == 60


def test_a_request_says_only_what_it_must(server: ScriptedServer, door: Door) -> None:
    """No cookie that was set, no referrer, no language, nothing that tells one person from another."""
    server.answer("/feed", Answer(headers={"Set-Cookie": "id=1; Path=/"}))
    for _ in range(2):
        door.get(server.url("/feed?a=b"))
    first, second = server.requests
    assert first.raw == second.raw
    assert (first.method, first.target) == ("GET", "/feed?a=b")
    assert [name for name, _ in first.headers] == ["Host", "User-Agent", "Accept", "Accept-Encoding"]
    assert first.header("User-Agent") == USER_AGENT
    assert first.header("Host") == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize("proxy", ["http_proxy", "HTTP_PROXY", "ALL_PROXY"])
def test_no_proxy_is_taken_from_the_environment(
    server: ScriptedServer, door: Door, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv(proxy, "http://127.0.0.1:9")
    server.answer("/feed", Answer(body=BODY))
    assert door.get(server.url("/feed")).body == BODY


RAW_GOOD = {
    "close delimited": b"HTTP/1.1 200 OK\r\n\r\nbody",
    "http/1.0": b"HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nbody",
    "no reason": b"HTTP/1.1 200\r\nContent-Length: 4\r\n\r\nbody",
    "line feeds only": b"HTTP/1.1 200 OK\nContent-Length: 4\n\nbody",
    "chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nbo\r\n2\r\ndy\r\n0\r\nX: y\r\n\r\n",
    "chunked in capitals": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n",
    "continue first": b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody",
    "hints first, twice": (
        b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
        b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody"
    ),
    "equal lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nbody",
    "chunks win over a length": (
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n"
    ),
    "latin-1 header": b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nX: caf\xe9\r\n\r\nbody",
    "unreadable length": b"HTTP/1.1 200 OK\r\nContent-Length: four\r\n\r\nbody",
    "more than announced": b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbodyandmore",
}


@pytest.mark.parametrize("raw", RAW_GOOD.values(), ids=RAW_GOOD.keys())
def test_honest_answers_of_every_shape_are_read(server: ScriptedServer, door: Door, raw: bytes) -> None:
    server.answer("/", Answer(raw=raw, close=True))
    assert door.get(server.url()).body == b"body"


RAW_BAD: dict[str, tuple[bytes, WebTrouble]] = {
    "nothing": (b"", WebTrouble.CONNECT),
    "garbage": (b"\x00\x01\x02garbage\r\n\r\n", WebTrouble.PROTOCOL),
    "another protocol": (b"SSH-2.0-OpenSSH_9.2\r\n", WebTrouble.PROTOCOL),
    "no number": (b"HTTP/1.1 OK\r\n\r\n", WebTrouble.PROTOCOL),
    "number too small": (b"HTTP/1.1 42 Odd\r\n\r\n", WebTrouble.PROTOCOL),
    "number too large": (b"HTTP/1.1 2000 Odd\r\n\r\n", WebTrouble.PROTOCOL),
    "a future version": (b"HTTP/3.0 200 OK\r\n\r\n", WebTrouble.PROTOCOL),
    "only an answer before the answer": (b"HTTP/1.1 103 Early Hints\r\n\r\n", WebTrouble.TRUNCATED),
    "other protocol wanted": (b"HTTP/1.1 101 Switching\r\n\r\n", WebTrouble.PROTOCOL),
    "head cut in the status line": (b"HTTP/1.1 20", WebTrouble.TRUNCATED),
    "head cut in a header": (b"HTTP/1.1 200 OK\r\nContent-Ty", WebTrouble.TRUNCATED),
    "head cut between headers": (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n", WebTrouble.TRUNCATED),
    "body cut": (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nbody", WebTrouble.TRUNCATED),
    "no body at all": (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", WebTrouble.TRUNCATED),
    "chunk cut": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nbody", WebTrouble.TRUNCATED),
    "last chunk missing": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n", WebTrouble.TRUNCATED),
    "two lengths": (b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nbody", WebTrouble.PROTOCOL),
    "unknown framing": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", WebTrouble.PROTOCOL),
    "a header too long": (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000 + b"\r\n\r\n", WebTrouble.PROTOCOL),
    "headers too many": (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 150 + b"\r\n", WebTrouble.PROTOCOL),
    "headers too large": (
        b"HTTP/1.1 200 OK\r\n" + (b"X: " + b"x" * 8_000 + b"\r\n") * 90 + b"\r\n",
        WebTrouble.PROTOCOL,
    ),
    "continues for ever": (b"HTTP/1.1 100 Continue\r\n\r\n" * 20_000, WebTrouble.PROTOCOL),
    "hints for ever": (b"HTTP/1.1 103 Early Hints\r\n" + b"Link: </x>\r\n" * 50_000, WebTrouble.PROTOCOL),
    "announced too large": (b"HTTP/1.1 200 OK\r\nContent-Length: 10000001\r\n\r\n", WebTrouble.TOO_LARGE),
    "an unknown encoding": (
        b"HTTP/1.1 200 OK\r\nContent-Encoding: compress\r\nContent-Length: 1\r\n\r\nx",
        WebTrouble.ENCODING,
    ),
    "a damaged encoding": (
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nbody",
        WebTrouble.ENCODING,
    ),
}


@pytest.mark.parametrize(("raw", "trouble"), RAW_BAD.values(), ids=RAW_BAD.keys())
def test_a_broken_answer_has_its_name(server: ScriptedServer, door: Door, raw: bytes, trouble: WebTrouble) -> None:
    server.answer("/", Answer(raw=raw, close=True))
    error = door.trouble(server.url())
    assert (error.kind, error.host) == (trouble, "127.0.0.1")
    assert door.ledger.results == [trouble.value]


def test_a_chunk_size_that_is_none_is_a_broken_answer(server: ScriptedServer, door: Door) -> None:
    raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nbody\r\n0\r\n\r\n"
    server.answer("/", Answer(raw=raw))
    assert door.trouble(server.url()).kind is WebTrouble.PROTOCOL


@pytest.mark.parametrize("raw", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nbody"])
def test_a_reset_is_no_answer_or_half_of_one(server: ScriptedServer, door: Door, raw: bytes) -> None:
    server.answer("/", Answer(raw=raw, reset=True))
    assert door.trouble(server.url()).kind in (WebTrouble.CONNECT, WebTrouble.TRUNCATED)


def test_a_body_over_the_bound_is_given_up(server: ScriptedServer) -> None:
    with Door(limits=Limits(body_bytes=1_000)) as door:
        server.answer("/announced", Answer(body=b"x" * 1_001))
        server.answer("/chunked", Answer(chunks=[b"x" * 500] * 3))
        server.answer("/endless", Answer(raw=b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 5_000_000, close=True))
        server.answer("/fits", Answer(chunks=[b"x" * 500] * 2))
        assert [door.trouble(server.url(path)).kind for path in ("/announced", "/chunked", "/endless")] == [
            WebTrouble.TOO_LARGE
        ] * 3
        assert len(door.get(server.url("/fits")).body) == 1_000


@pytest.mark.parametrize("status", [201, 203, 204, 206, 300, 400, 401, 403, 404, 407, 418, 500, 502, 503, 504])
def test_any_other_status_is_a_failure_that_names_it(server: ScriptedServer, door: Door, status: int) -> None:
    server.answer("/", Answer(status=status, body=b"<html>no</html>" if status != 204 else b""))
    error = door.trouble(server.url())
    assert (error.kind, error.status) == (WebTrouble.STATUS, status)
    assert door.ledger.results == [str(status)]


def test_410_means_gone(server: ScriptedServer, door: Door) -> None:
    server.answer("/", Answer(status=410))
    error = door.trouble(server.url())
    assert (error.kind, error.status) == (WebTrouble.GONE, 410)


def test_an_address_that_is_none_is_refused_before_anything(door: Door) -> None:
    with pytest.raises(AddressRefused) as refused:
        door.get("https://user:secret@example.org/")
    assert refused.value.kind is AddressTrouble.CREDENTIALS
    assert door.names.asked == []


@settings(max_examples=60)
@given(raw=st.binary(max_size=200) | st.binary(max_size=200).map(lambda rest: b"HTTP/1.1 200 OK\r\n" + rest))
def test_any_bytes_for_an_answer_are_taken_or_named(raw: bytes) -> None:
    with ScriptedServer() as server, Door() as door:
        server.answer("/", Answer(raw=raw, close=True))
        try:
            outcome: object = door.get(server.url()).status
        except WebError as error:
            outcome = error.kind
        assert outcome == 200 or isinstance(outcome, WebTrouble)
        assert len(door.ledger.lines) == 1
