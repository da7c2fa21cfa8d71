"""What every server may count on, whatever it answers: one kind of request that says nothing of who asks."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest
from backports import zstd

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.model.source import Validators
from caregiver_app.model.web import Why
from caregiver_app.web.questions import USER_AGENT
from tests.helpers.door import Door
from tests.helpers.http_server import Answer, ScriptedServer

BODY = b"<rss>" + b"news of the night " * 500 + b"</rss>"
PACKED: dict[str, tuple[str | None, Callable[[bytes], bytes]]] = {
    "none": (None, bytes),
    "identity": ("identity", bytes),
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("x-gzip", gzip.compress),
    "capitals": ("GZIP", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "br": ("br", brotli.compress),
    "zstd": ("zstd", zstd.compress),
    "gzip of br": ("br, gzip", lambda body: gzip.compress(brotli.compress(body))),
}


@pytest.mark.parametrize(("name", "pack"), PACKED.values(), ids=PACKED.keys())
@pytest.mark.parametrize("framing", ["length", "chunks", "end"])
def test_every_packing_in_every_framing_is_undone(
    server: ScriptedServer, door: Door, name: str | None, pack: Callable[[bytes], bytes], framing: str
) -> None:
    body, headers = pack(BODY), {} if name is None else {"Content-Encoding": name}
    if framing == "chunks":
        answer = Answer(chunks=[body[:7], body[7:]], headers=headers)
    else:
        answer = Answer(body=body, headers=headers, framed=framing == "length", close=framing == "end")
    server.answer("/feed", answer)
    assert door.get(server.url("/feed")).body == BODY
    assert server.requests[0].header("Accept-Encoding") == "gzip, deflate, br, zstd"


@pytest.mark.parametrize("name", ["gzip", "br", "zstd", "deflate"])
def test_a_packing_cut_short_or_made_up_brings_nothing(server: ScriptedServer, door: Door, name: str) -> None:
    packed = PACKED[name][1](BODY)
    for path, body in (("/cut", packed[: len(packed) // 2]), ("/lie", BODY)):
        server.answer(path, Answer(body=body, headers={"Content-Encoding": name}))
        assert door.trouble(server.url(path)).kind is WebTrouble.ENCODING


LENGTHS = {
    "longer than the body": (Answer(body=BODY, length=len(BODY) + 1, close=True), WebTrouble.TRUNCATED),
    "beyond every bound": (Answer(body=BODY, length=10**15, close=True), WebTrouble.TOO_LARGE),
    "a chunk that never ends": (
        Answer(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\nnews", close=True),
        WebTrouble.TRUNCATED,
    ),
    "a chunk beyond every number": (
        Answer(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"f" * 40 + b"\r\n", close=True),
        WebTrouble.PROTOCOL,
    ),
}


@pytest.mark.parametrize(("answer", "trouble"), LENGTHS.values(), ids=LENGTHS.keys())
def test_a_length_that_lies_brings_nothing(
    server: ScriptedServer, door: Door, answer: Answer, trouble: WebTrouble
) -> None:
    server.answer("/feed", answer)
    assert door.trouble(server.url("/feed")).kind is trouble


def test_a_length_that_is_too_short_ends_the_body_and_the_connection(server: ScriptedServer, door: Door) -> None:
    server.answer("/feed", Answer(body=BODY, length=5))
    assert door.get(server.url("/feed")).body == BODY[:5]
    server.answer("/other", Answer(body=b"x"))
    assert door.get(server.url("/other")).body == b"x"
    assert server.connections == 2


def test_chunks_are_whole_although_the_connection_ends_before_their_trailers(
    server: ScriptedServer, door: Door
) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.answer("/feed", Answer(raw=head + b"4\r\nnews\r\n0\r\n", close=True))
    assert door.get(server.url("/feed")).body == b"news"


def test_cookies_are_set_and_never_come_back(server: ScriptedServer, door: Door) -> None:
    """Not on the next request, not on the next hop, not to the host's other port or path."""
    cookie = {"Set-Cookie": "id=7; Path=/; Max-Age=99999"}
    server.answer("/a", Answer(status=302, headers={**cookie, "Location": "/b"}))
    server.answer("/b", Answer(body=b"x", headers=cookie))
    for _ in range(2):
        door.get(server.url("/a"))
        with pytest.raises(WebError):
            door.get(server.url("/missing"))
    assert len(server.requests) == 6
    assert {seen.header("Cookie") for seen in server.requests} == {None}


def test_no_request_says_where_it_came_from(server: ScriptedServer, door: Door) -> None:
    door.names.known["other.example"] = ["127.0.0.2"]
    server.answer("/a", Answer(status=302, headers={"Location": server.url("/b", "other.example")}))
    server.answer("/b", Answer(body=b"x"))
    door.get(server.url("/a"))
    for seen in server.requests:
        assert {name.lower() for name, _ in seen.headers} == {"host", "user-agent", "accept", "accept-encoding"}
        assert seen.header("User-Agent") == USER_AGENT


@pytest.mark.parametrize("why", list(Why))
def test_every_purpose_asks_with_get_by_the_same_name(server: ScriptedServer, door: Door, why: Why) -> None:
    """Who asks for a page, a picture or a check cannot be told apart by its name; nobody is asked with HEAD."""
    server.answer("/x", [Answer(body=b"x", headers={"ETag": '"1"'}), Answer(status=304)])
    door.get(server.url("/x"), why=why)
    door.get(server.url("/x"), why=why, validators=Validators(etag='"1"'))
    assert {(seen.method, seen.header("User-Agent")) for seen in server.requests} == {("GET", USER_AGENT)}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_validators_are_not_sent_behind_a_redirect_to_another_host(
    server: ScriptedServer, door: Door, status: int
) -> None:
    door.names.known["other.example"] = ["127.0.0.2"]
    server.answer("/feed", Answer(status=status, headers={"Location": server.url("/there", "other.example")}))
    server.answer("/there", Answer(body=b"x"))
    door.get(server.url("/feed"), validators=Validators(etag='"1"', last_modified="Sun, 06 Nov 1994 08:49:37 GMT"))
    first, second = server.requests
    assert (first.header("If-None-Match"), second.header("If-None-Match")) == ('"1"', None)
    assert second.header("If-Modified-Since") is None


@pytest.mark.parametrize("content_type", ["image/png", "text/html", "application/octet-stream", "nonsense", None])
def test_a_wrong_kind_of_content_is_handed_on_as_it_is(
    server: ScriptedServer, door: Door, content_type: str | None
) -> None:
    server.answer("/feed", Answer(body=BODY, headers={} if content_type is None else {"Content-Type": content_type}))
    fetched = door.get(server.url("/feed"))
    assert (fetched.body, fetched.headers.get("content-type")) == (BODY, content_type)
