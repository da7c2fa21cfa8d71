"""What sync makes of answers of every shape, and what it says of itself: a table of honest, odd and broken servers."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli
import pytest
from backports import zstd

from caregiver_app.model.source import SourceState
from caregiver_app.model.sync import SyncState
from caregiver_app.web.limits import Limits
from tests.helpers.feed_documents import pages, rss
from tests.helpers.http_server import Answer, SeenRequest
from tests.helpers.syncing import Stage

BODY = rss(*pages(3))

GOOD = {
    "as-it-is": Answer(body=BODY),
    "gzip": Answer(body=gzip.compress(BODY), headers={"Content-Encoding": "gzip"}),
    "br": Answer(body=brotli.compress(BODY), headers={"Content-Encoding": "br"}),
    "zstd": Answer(body=zstd.compress(BODY), headers={"Content-Encoding": "zstd"}),
    "said-to-be-plain": Answer(body=BODY, headers={"Content-Encoding": "identity"}),
    "chunked": Answer(chunks=[BODY[:7], BODY[7:200], BODY[200:]]),
    "without-a-length": Answer(body=BODY, framed=False, close=True),
    "slowly-but-in-time": Answer(body=BODY, drip_bytes=200, drip_every_s=0.001),
    "type-text-html": Answer(body=BODY, headers={"Content-Type": "text/html; charset=utf-8"}),
    "type-text-plain": Answer(body=BODY, headers={"Content-Type": "text/plain"}),
    "type-json": Answer(body=BODY, headers={"Content-Type": "application/json"}),
    "type-that-is-none": Answer(body=BODY, headers={"Content-Type": ";;"}),
    "type-of-a-picture": Answer(body=BODY, headers={"Content-Type": "image/png"}),
}
BAD = {
    "truncated": (Answer(body=BODY, length=len(BODY) + 10, close=True), "truncated"),
    "chunks-that-break-off": (
        Answer(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n<rss", close=True),
        "truncated",
    ),
    "gzip-that-is-none": (Answer(body=BODY, headers={"Content-Encoding": "gzip"}), "encoding"),
    "an-encoding-nobody-asked-for": (Answer(body=BODY, headers={"Content-Encoding": "compress"}), "encoding"),
    "a-bomb": (Answer(body=gzip.compress(bytes(12_000_000)), headers={"Content-Encoding": "gzip"}), "too-large"),
}


@pytest.mark.parametrize("answer", GOOD.values(), ids=GOOD)
def test_a_document_is_taken_however_it_is_wrapped_and_labelled(stage: Stage, answer: Answer) -> None:
    stage.add("/feed", answer)
    assert stage.sync().new == 3


@pytest.mark.parametrize(("answer", "error"), BAD.values(), ids=BAD)
def test_an_answer_that_lies_is_named_and_costs_nothing_that_was_stored(
    stage: Stage, answer: Answer, error: str
) -> None:
    source = stage.add("/feed", [Answer(body=rss(*pages(1, first=9))), answer, Answer(body=BODY)])
    stage.sync()
    (result,) = stage.sync().results
    assert (result.state, result.error) == (SyncState.FAILED, error)
    assert stage.titles() == ["Page 9"]
    assert stage.sync().new == 3
    assert stage.source(source).state is SourceState.FINE


def test_a_document_cut_off_by_a_length_that_lies_takes_nothing_out_of_the_feed(stage: Stage) -> None:
    source = stage.add("/feed", [Answer(body=BODY), Answer(body=BODY, length=len(BODY) - 300, close=True)])
    stage.sync()
    stage.sync()
    assert len(stage.library.source_states.known_hashes(source)) == 3
    assert stage.source(source).gap_at is None


def test_a_slow_drip_costs_its_own_time_and_harms_no_other(stage: Stage) -> None:
    stage.restart(limits=Limits(total_s=4))
    drip = stage.add("/drip", Answer(body=BODY, drip_bytes=1, drip_every_s=0.2))
    stage.add("/good", Answer(body=BODY))
    report = stage.sync()
    assert report.new == 3
    assert {result.source_id: result.error for result in report.results}[drip] == "timeout"


def with_cookies(answer: Callable[[SeenRequest], Answer]) -> Callable[[SeenRequest], Answer]:
    """Set a cookie with every answer."""

    def script(request: SeenRequest) -> Answer:
        plain = answer(request)
        headers = dict(plain.headers)
        return Answer(
            status=plain.status,
            body=plain.body,
            headers={**headers, "Set-Cookie": "who=you; Path=/; Max-Age=99999"},
        )

    return script


def test_every_request_is_a_get_under_one_name_without_cookie_or_referrer(stage: Stage) -> None:
    """Over redirects, 304s, failures, restarts and days; never a HEAD, never anything that tells people apart."""

    def moving(request: SeenRequest) -> Answer:
        return Answer(status=302, headers={"Location": "/here"})

    def fickle(request: SeenRequest) -> Answer:
        return Answer(status=500) if len(stage.server.requests) % 3 == 0 else Answer(body=BODY, headers={"ETag": '"1"'})

    stage.add("/moving", with_cookies(moving))
    stage.add("/fickle", with_cookies(fickle))
    stage.server.answer("/here", with_cookies(lambda request: Answer(body=rss(*pages(2, host="here.example")))))
    for _ in range(6):
        stage.sync()
        stage.restart()
        stage.clock.advance(3 * 24 * 3600)
    requests = stage.server.requests
    assert {request.method for request in requests} == {"GET"}
    assert len({request.header("User-Agent") for request in requests}) == 1
    allowed = {"host", "user-agent", "accept", "accept-encoding", "if-none-match", "if-modified-since"}
    assert {name.lower() for request in requests for name, _ in request.headers} <= allowed
    assert not any(b"who=you" in request.raw for request in requests)


def test_410_ends_a_source_for_good_and_says_so(stage: Stage) -> None:
    source = stage.add("/feed", [Answer(body=BODY), Answer(status=410), Answer(body=rss(*pages(9)))])
    stage.sync()
    (result,) = stage.sync().results
    assert (result.state, result.error, result.error_detail) == (SyncState.GONE, "gone", "410")
    assert stage.source(source).state is SourceState.GONE
    for _ in range(3):
        stage.restart()
        stage.clock.advance(30 * 24 * 3600)
        assert stage.sync().results == ()
        assert stage.sync(due_only=True).results == ()
    assert len(stage.server.seen("/feed")) == 2
    assert len(stage.rows()) == 3


def test_a_source_that_has_ended_is_asked_when_a_person_names_it_and_lives_on_if_it_answers(stage: Stage) -> None:
    source = stage.add("/feed", [Answer(status=410), Answer(status=410), Answer(body=BODY)])
    stage.sync()
    assert stage.sync([source]).count(SyncState.GONE) == 1
    assert stage.sync([source]).new == 3
    assert stage.source(source).state is SourceState.FINE
    assert len(stage.sync().results) == 1
