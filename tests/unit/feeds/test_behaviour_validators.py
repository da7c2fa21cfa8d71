"""How sync asks whether something is new: what it sends, what it keeps, and when it does not believe a 304.

What is written on the wire, and that nothing of it follows a redirect to another host, is tested with the door
(`tests/unit/web/test_client_conditions.py`); here is what holds from one sync to the next.
"""

from __future__ import annotations

import pytest

from caregiver_app.model.source import SourceState
from caregiver_app.model.sync import SyncState
from tests.helpers.feed_documents import pages, rss
from tests.helpers.http_server import Answer, SeenRequest, conditional
from tests.helpers.syncing import Stage

BODY = rss(*pages(3))
MORE = rss(*pages(4))
DATE = "Mon, 23 Nov 2026 08:05:00 GMT"
DAY_S = 24 * 3600
Pair = tuple[str | None, str | None]


def asked_with(stage: Stage, path: str = "/feed") -> list[Pair]:
    """Return the pair that each request for the feed named."""
    return [
        (request.header("If-None-Match"), request.header("If-Modified-Since")) for request in stage.server.seen(path)
    ]


ODD_PAIRS: dict[str, dict[str, str]] = {
    "a-pair": {"ETag": '"v1"', "Last-Modified": DATE},
    "an-etag-alone": {"ETag": '"v1"'},
    "a-date-alone": {"Last-Modified": DATE},
    "a-weak-etag": {"ETag": 'W/"v1"'},
    "an-etag-without-quotes": {"ETag": "v1"},
    "an-etag-with-quotes-in-it": {"ETag": '"a"b"'},
    "an-etag-of-a-compressed-body": {"ETag": '"v1-gzip"'},
    "an-empty-etag": {"ETag": '""', "Last-Modified": DATE},
    "a-date-that-is-none": {"Last-Modified": "yesterday"},
    "a-date-in-another-form": {"Last-Modified": "Tue, 04 Aug 2026 9:00 GMT"},
}


@pytest.mark.parametrize("headers", ODD_PAIRS.values(), ids=ODD_PAIRS)
def test_validators_are_sent_back_verbatim_as_a_pair_also_after_a_restart(
    stage: Stage, headers: dict[str, str]
) -> None:
    stage.add("/feed", [Answer(body=BODY, headers=headers), Answer(status=304)])
    stage.sync()
    stage.restart()
    assert stage.sync().count(SyncState.UNCHANGED) == 1
    assert asked_with(stage) == [(None, None), (headers.get("ETag"), headers.get("Last-Modified"))]


def test_the_pair_is_replaced_together(stage: Stage) -> None:
    both = {"ETag": '"v1"', "Last-Modified": DATE}
    stage.add("/feed", [Answer(body=BODY, headers=both), Answer(body=MORE, headers={"ETag": '"v2"'}), Answer()])
    for _ in range(3):
        stage.sync()
    assert asked_with(stage)[2] == ('"v2"', None)


def test_a_200_without_validators_leaves_none(stage: Stage) -> None:
    stage.add("/feed", [Answer(body=BODY, headers={"ETag": '"v1"'}), Answer(body=MORE), Answer(body=MORE)])
    for _ in range(3):
        stage.sync()
    assert asked_with(stage) == [(None, None), ('"v1"', None), (None, None)]


def test_the_same_body_under_a_changed_etag_is_unchanged_and_the_new_etag_is_sent(stage: Stage) -> None:
    stage.add(
        "/feed",
        [Answer(body=BODY, headers={"ETag": '"a"'}), Answer(body=BODY, headers={"ETag": '"b"'}), Answer(status=304)],
    )
    stage.sync()
    report = stage.sync()
    assert (report.count(SyncState.UNCHANGED), report.new) == (1, 0)
    stage.sync()
    assert asked_with(stage)[2] == ('"b"', None)


def test_a_304_with_a_body_and_another_etag_changes_nothing(stage: Stage) -> None:
    liar = Answer(raw=b'HTTP/1.1 304 Not Modified\r\nETag: "odd"\r\nContent-Length: 4\r\n\r\n<rss', close=True)
    stage.add("/feed", [Answer(body=BODY, headers={"ETag": '"v1"'}), liar, Answer(status=304)])
    stage.sync()
    assert stage.sync().count(SyncState.UNCHANGED) == 1
    stage.sync()
    assert asked_with(stage)[2] == ('"v1"', None)


FAILURES = {
    "a-failing-server": Answer(status=500),
    "a-page-not-found": Answer(status=404),
    "a-web-page": Answer(body=b"<!doctype html><html><body>Sign in</body></html>", headers={"ETag": '"portal"'}),
    "a-broken-answer": Answer(raw=b"220 hello\r\n", close=True),
    "half-a-body": Answer(body=MORE, length=len(MORE) + 9, headers={"ETag": '"half"'}, close=True),
    "a-rest": Answer(status=429, headers={"Retry-After": "1"}),
}


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
def test_validators_are_kept_over_errors_and_restarts(stage: Stage, failure: Answer) -> None:
    stage.add(
        "/feed", [Answer(body=BODY, headers={"ETag": '"v1"', "Last-Modified": DATE}), failure, Answer(status=304)]
    )
    stage.sync()
    stage.sync()
    stage.restart()
    stage.clock.advance(60)
    assert stage.sync().count(SyncState.UNCHANGED) == 1
    assert asked_with(stage)[1:] == [('"v1"', DATE)] * 2


def test_who_has_validators_never_asks_unconditionally_within_eight_days(stage: Stage) -> None:
    stage.add("/feed", conditional(BODY))
    for _ in range(8):
        stage.sync()
        stage.restart()
        stage.clock.advance(DAY_S - 1)
    assert asked_with(stage) == [(None, None)] + [('"v1"', None)] * 7


def test_after_eight_days_the_whole_document_is_asked_for_and_a_304_that_lied_is_found_out(stage: Stage) -> None:
    def says_304_for_ever(request: SeenRequest) -> Answer:
        if request.header("If-None-Match") is not None:
            return Answer(status=304)
        return Answer(body=MORE if len(stage.server.seen("/feed")) > 1 else BODY, headers={"ETag": '"same"'})

    stage.add("/feed", says_304_for_ever)
    stage.sync()
    for _ in range(7):
        stage.clock.advance(DAY_S)
        assert stage.sync().count(SyncState.UNCHANGED) == 1
    stage.clock.advance(DAY_S)
    stage.restart()
    assert stage.sync().new == 1
    stage.clock.advance(DAY_S)
    stage.sync()
    assert [pair == (None, None) for pair in asked_with(stage)] == [True, *[False] * 7, True, False]


def test_eight_days_begin_anew_with_each_whole_document(stage: Stage) -> None:
    stage.add("/feed", [Answer(body=rss(*pages(n)), headers={"ETag": f'"{n}"'}) for n in range(1, 30)])
    for _ in range(12):
        stage.sync()
        stage.clock.advance(DAY_S)
    assert asked_with(stage).count((None, None)) == 1


def test_validators_survive_the_failure_of_the_whole_question(stage: Stage) -> None:
    stage.add("/feed", [Answer(body=BODY, headers={"ETag": '"v1"'}), Answer(status=500), Answer(status=304)])
    stage.sync()
    stage.clock.advance(9 * DAY_S)
    stage.sync()
    stage.sync()
    assert asked_with(stage) == [(None, None)] * 3


def test_a_clock_that_was_years_ahead_makes_nobody_believe_a_304_for_years(stage: Stage) -> None:
    stage.add("/feed", conditional(BODY))
    now = stage.clock.now()
    stage.clock.advance(3 * 365 * DAY_S)
    stage.sync()
    stage.clock.jump(now)
    stage.sync()
    assert asked_with(stage) == [(None, None)] * 2


def test_a_host_that_is_away_for_a_week_is_asked_daily_and_then_as_before(stage: Stage) -> None:
    source = stage.add("/feed", conditional(BODY, etag='"kept"'))
    stage.sync()
    stage.server.answer("/feed", Answer(raw=b"", close=True))
    asked = 0
    for _ in range(7 * 24):
        stage.clock.advance(3600)
        stage.restart()
        asked += len(stage.sync(due_only=True).results)
    assert 7 <= asked <= 12
    assert stage.source(source).state is SourceState.FAILING
    stage.server.answer("/feed", conditional(MORE, etag='"kept"'))
    stage.clock.advance(2 * DAY_S)
    assert stage.sync(due_only=True).new == 1
    assert stage.source(source).state is SourceState.FINE
    assert stage.due_at(source) <= 3600 * 1.1
