"""Heads and chunks: read the same however the wire cuts them, and never into something a server did not say."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.web.chunks import Unchunker
from caregiver_app.web.heads import Head, end_of_head, parse_head

FIELDS = st.lists(
    st.tuples(
        st.text("abcXYZ-09", min_size=1, max_size=8),
        st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, blacklist_characters="\x7f"), max_size=20),
    ),
    max_size=20,
)


def read(raw: bytes) -> Head:
    end_of_head(raw)
    return parse_head(raw, headers=9)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (b"X:a", "a"),
        (b"X: \t a \t", "a"),
        (b"x : a", "a"),
        (b"X: a\r\n b\r\n\tc", "a b c"),
        (b"X: a\r\nX: b", "a, b"),
        (b"X: a\rb\x00c", "a b c"),
        (b"X:", ""),
        (b"no header\r\nX: a", "a"),
        (b"(odd): b\r\nX: a", "a"),
    ],
)
def test_a_header_is_read_as_browsers_do(line: bytes, value: str) -> None:
    assert parse_head(b"HTTP/1.1 200 OK\r\n" + line + b"\r\n\r\n", headers=9).headers["x"] == value


@pytest.mark.parametrize(
    "raw", [b"HTTP/2 200 OK\r\n\r\n", b"HTTP/1.1 200OK\r\n\r\n", b"HTTP/1.1 +20 OK\r\n\r\n", b"http/1.1 200 OK\r\n\r\n"]
)
def test_what_is_no_status_line_is_refused(raw: bytes) -> None:
    with pytest.raises(WebError) as caught:
        read(raw)
    assert caught.value.kind is WebTrouble.PROTOCOL


@pytest.mark.parametrize("status", [204, 304])
@pytest.mark.parametrize(
    ("said", "stays"),
    [
        (b"", True),
        (b"Content-Length: 0\r\n", True),
        (b"Content-Length: 5\r\n", False),
        (b"Transfer-Encoding: chunked\r\n", False),
        (b"Connection: close\r\n", False),
    ],
)
def test_an_answer_without_a_body_that_announces_one_ends_its_connection(status: int, said: bytes, stays: bool) -> None:
    """What a server sends all the same would be read as the next answer."""
    head = read(b"HTTP/1.1 %d X\r\n%s\r\n" % (status, said))
    assert (head.length, head.stays_open) == (0, stays)


@given(FIELDS)
def test_what_a_server_wrote_is_what_is_read(fields: list[tuple[str, str]]) -> None:
    written = [(f"h-{name}", value) for name, value in fields]
    raw = "HTTP/1.1 200 OK\r\n" + "".join(f"{name}: {value}\r\n" for name, value in written) + "\r\n"
    data = raw.encode("latin-1")
    assert end_of_head(data) == len(data)
    head = parse_head(data, headers=20)
    assert dict(head.last_headers) == {name.lower(): value.strip(" ") for name, value in written}


@given(st.binary(max_size=60), st.data())
def test_where_a_head_ends_does_not_hang_on_how_it_came(tail: bytes, data: st.DataObject) -> None:
    raw = b"HTTP/1.1 200 OK\r\nX: y\n\r\n" + tail
    cut = data.draw(st.integers(0, len(raw)))
    early = end_of_head(raw[:cut])
    assert early in (0, 24)
    assert early or end_of_head(raw, cut) == 24


CHUNKED = st.lists(st.binary(min_size=1, max_size=30), max_size=8)


@given(CHUNKED, st.integers(1, 40), st.sampled_from([b"", b"X: y\r\n", b"X: y\r\nZ: \r\n"]), st.booleans())
def test_chunks_give_the_same_body_however_the_wire_cuts_them(
    pieces: list[bytes], step: int, trailers: bytes, extended: bool
) -> None:
    end = b";name=value\r\n" if extended else b"\r\n"
    framed = [b"%x%s%s\r\n" % (len(piece), end, piece) for piece in pieces]
    wire = b"".join(framed) + b"0\r\n" + trailers + b"\r\n"
    chunks = Unchunker(10_000)
    body = b"".join(chunks.take(wire[at : at + step]) for at in range(0, len(wire), step))
    assert body == b"".join(pieces)
    assert chunks.has_ended
    assert not chunks.leftover


def test_what_follows_the_last_chunk_is_noticed() -> None:
    chunks = Unchunker(100)
    assert chunks.take(b"1\r\nx\r\n0\r\n\r\nHTTP/1.1 200 OK") == b"x"
    assert chunks.leftover


@pytest.mark.parametrize(
    "raw",
    [b"\r\n", b"x\r\n", b"-1\r\n", b"0x1\r\n", b"1\r\nab\r\n", b"1" * 17 + b"\r\n", b"1;" + b"x" * 20_000, b" \r\n"],
)
def test_what_is_no_chunk_is_refused(raw: bytes) -> None:
    with pytest.raises(WebError) as caught:
        Unchunker(1_000_000).take(raw)
    assert caught.value.kind is WebTrouble.PROTOCOL


def test_hardly_anything_but_framing_is_refused() -> None:
    """Ten million chunks of a byte each would cost minutes."""
    chunks = Unchunker(1_000)
    with pytest.raises(WebError):
        chunks.take(b"1\r\nx\r\n" * 1_000)


@given(st.binary(max_size=100), st.integers(1, 10))
def test_any_bytes_are_chunks_or_refused(raw: bytes, step: int) -> None:
    chunks = Unchunker(1_000)
    body = b""
    with suppress(WebError):
        for at in range(0, len(raw), step):
            body += chunks.take(raw[at : at + step])
    assert not body or len(body) < len(raw)
