"""One question and its answer over an open wire; the body within its bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_app.model.errors import WebError, WebTrouble
from caregiver_app.web.decoding import BodyDecoder
from caregiver_app.web.limits import Limits
from caregiver_app.web.link import Link
from caregiver_app.web.questions import Question
from caregiver_app.web.watch import Watch
from caregiver_app.web.wire import Wire


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said. `headers` are joined where a name came several times, `last_headers` have the last value."""

    status: int
    headers: Mapping[str, str]
    last_headers: Mapping[str, str]
    body: bytes
    is_wire_reusable: bool


def exchange(wire: Wire, question: Question, *, watch: Watch, limits: Limits) -> Answer:
    """Ask and read the answer; the body of a 200 whole and decoded, any other only as far as it frees the wire.

    Raises:
        NoAnswer: the connection ended before an answer began.
        WebError: PROTOCOL, TRUNCATED, TOO_LARGE, ENCODING, TLS or TIMEOUT.
        Cancelled: the person pressed stop.
    """
    link = Link(wire, watch, limits)
    try:
        link.ask(f"GET {question.address.target}", question.headers)
        body = _take_body(link, question, limits)
    finally:
        is_reusable = link.finish()
    return Answer(
        status=link.head.status,
        headers=link.head.headers,
        last_headers=link.head.last_headers,
        body=body,
        is_wire_reusable=is_reusable,
    )


def _take_body(link: Link, question: Question, limits: Limits) -> bytes:
    if link.head.status == 200:
        return _read_body(link, limits)
    if link.head.status != 304:
        link.drain()
    elif question.is_conditional:
        link.skip_body()
    else:
        raise WebError(WebTrouble.PROTOCOL, status=304)
    return b""


def _read_body(link: Link, limits: Limits) -> bytes:
    decoder = BodyDecoder(link.head.headers.get("content-encoding", ""), limits)
    body = bytearray()
    for encoded in link.pieces():
        for piece in decoder.decode(encoded):
            body += piece
    decoder.finish()
    return bytes(body)
