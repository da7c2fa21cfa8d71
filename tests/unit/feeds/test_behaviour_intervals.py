"""When sync asks again: after the largest of the usual and the wished for, slower after failures, never too early."""

from __future__ import annotations

import pytest

from caregiver_app.model.source import NewSource, SourceId, SourceState
from caregiver_app.model.sync import SyncState
from tests.helpers.door import Names
from tests.helpers.feed_documents import pages, rss
from tests.helpers.http_server import Answer, ScriptedServer, conditional
from tests.helpers.syncing import Stage
from tests.helpers.tls import Authority

BODY = rss(*pages(2))
HOUR_S = 3600
DAY_S = 24 * HOUR_S
JITTER = 1.1
NOW = "Mon, 23 Nov 2026 08:05:00 GMT"
IN_FIVE_HOURS = "Mon, 23 Nov 2026 13:05:00 GMT"

WISHES = {
    "no-wish": ({}, None, HOUR_S),
    "max-age": ({"Cache-Control": "public, max-age=10800"}, None, 3 * HOUR_S),
    "a-short-max-age": ({"Cache-Control": "max-age=60"}, None, HOUR_S),
    "no-cache": ({"Cache-Control": "no-cache"}, None, HOUR_S),
    "no-cache-beside-max-age": ({"Cache-Control": "no-cache, max-age=10800"}, None, HOUR_S),
    "expires": ({"Expires": IN_FIVE_HOURS, "Date": NOW}, None, 5 * HOUR_S),
    "expires-in-the-past": ({"Expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, None, HOUR_S),
    "expires-that-is-none": ({"Expires": "0"}, None, HOUR_S),
    "max-age-before-expires": ({"Cache-Control": "max-age=7200", "Expires": IN_FIVE_HOURS, "Date": NOW}, None, 7200),
    "ttl": ({}, 240, 4 * HOUR_S),
    "the-largest-of-all": ({"Cache-Control": "max-age=7200"}, 600, 10 * HOUR_S),
    "never-more-than-a-day": ({"Cache-Control": "max-age=31536000"}, 100_000, DAY_S),
}


@pytest.mark.parametrize(("headers", "ttl_minutes", "expected_s"), WISHES.values(), ids=WISHES)
def test_a_source_is_due_after_the_largest_wish_with_a_tenth_of_jitter(
    stage: Stage, headers: dict[str, str], ttl_minutes: int | None, expected_s: int
) -> None:
    body = rss(*pages(2), ttl_minutes=ttl_minutes)
    source = stage.add("/feed", conditional(body, headers=headers))
    stage.sync()
    assert expected_s <= stage.due_at(source) <= expected_s * JITTER
    assert stage.sync().count(SyncState.UNCHANGED) == 1
    assert expected_s <= stage.due_at(source) <= expected_s * JITTER


def test_no_second_request_within_the_interval_at_any_number_of_restarts(stage: Stage) -> None:
    source = stage.add("/feed", conditional(BODY, headers={"Cache-Control": "max-age=7200"}))
    for _ in range(12):
        stage.restart()
        stage.sync(due_only=True)
        stage.clock.advance(600)
    assert len(stage.server.seen("/feed")) == 1
    stage.clock.advance(7200 * JITTER - 12 * 600)
    assert [result.source_id for result in stage.sync(due_only=True).results] == [source]


def test_a_failing_source_is_not_asked_before_its_time_either(stage: Stage) -> None:
    stage.add("/feed", Answer(status=500))
    for _ in range(10):
        stage.restart()
        stage.sync(due_only=True)
        stage.clock.advance(600)
    assert len(stage.server.seen("/feed")) == 1


def test_the_button_asks_all_whether_due_or_not(stage: Stage) -> None:
    stage.add("/feed", conditional(BODY))
    assert [stage.sync().count(SyncState.OK, SyncState.UNCHANGED) for _ in range(3)] == [1, 1, 1]


def test_only_what_is_due_is_asked_by_itself(stage: Stage) -> None:
    slow = stage.add("/slow", conditional(BODY, headers={"Cache-Control": "max-age=36000"}))
    quick = stage.add("/quick", conditional(rss(*pages(2, host="quick.example"))))
    never_asked = stage.add("/new", conditional(rss(*pages(2, host="new.example"))))
    stage.sync([slow, quick])
    stage.clock.advance(HOUR_S * JITTER)
    assert {result.source_id for result in stage.sync(due_only=True).results} == {quick, never_asked}


def test_a_source_put_off_by_a_clock_that_was_years_ahead_is_due(stage: Stage) -> None:
    stage.add("/feed", conditional(BODY))
    now = stage.clock.now()
    stage.clock.advance(5 * 365 * DAY_S)
    stage.sync()
    stage.clock.jump(now)
    assert len(stage.sync(due_only=True).results) == 1


TROUBLES = {
    "403": Answer(status=403),
    "404": Answer(status=404),
    "500": Answer(status=500),
    "502": Answer(status=502),
    "503-without-a-time": Answer(status=503),
    "504": Answer(status=504),
    "no-answer": Answer(raw=b"", close=True),
    "half-an-answer": Answer(body=BODY, length=len(BODY) + 1, close=True),
    "a-web-page": Answer(body=b"<!doctype html><html><body>x</body></html>"),
    "no-feed": Answer(body=b"just words"),
}


def waits_of(stage: Stage, source: SourceId, times: int) -> list[float]:
    """Sync so often, each time when the source is due; return how many usual intervals it was put off by each."""
    waits = []
    for _ in range(times):
        stage.sync()
        waits.append(stage.due_at(source) / HOUR_S)
        stage.clock.advance(stage.due_at(source) + 1)
    return waits


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
def test_trouble_slows_down_to_once_a_day_and_success_brings_the_usual_pace_back(stage: Stage, trouble: Answer) -> None:
    source = stage.add("/feed", trouble)
    for wait, expected in zip(waits_of(stage, source, 6), (2, 4, 8, 16, 24, 24), strict=True):
        assert expected - 0.01 <= wait <= expected * JITTER
    stage.server.answer("/feed", conditional(BODY))
    assert waits_of(stage, source, 1)[0] <= JITTER


def test_a_name_that_is_not_found_slows_down_too(stage: Stage) -> None:
    stage.restart(resolver=Names({"127.0.0.1": ["127.0.0.1"]}))
    stage.add("/good", conditional(BODY))
    source = stage.library.sources.add(NewSource(url="https://nowhere.example/feed"), at=stage.clock.now())
    assert_slows_down(stage, source)
    assert stage.source(source).reason == "dns"


def test_a_certificate_that_proves_nothing_slows_down_too(stage: Stage) -> None:
    with ScriptedServer(tls=Authority().server("127.0.0.1")) as stranger:
        new = NewSource(url=stranger.url("/feed"), allow_private=True)
        source = stage.library.sources.add(new, at=stage.clock.now())
        assert_slows_down(stage, source)
    assert stage.source(source).reason == "tls"


def assert_slows_down(stage: Stage, source: SourceId) -> None:
    for wait, expected in zip(waits_of(stage, source, 3), (2, 4, 8), strict=True):
        assert expected - 0.01 <= wait <= expected * JITTER
    assert stage.source(source).state is SourceState.FAILING


RESTS = {
    "429-for-seconds": (429, {"Retry-After": "7200"}, 7200),
    "429-until-a-date": (429, {"Retry-After": "Mon, 23 Nov 2026 10:05:00 GMT", "Date": NOW}, 7200),
    "429-without-a-time": (429, {}, 900),
    "429-with-nonsense": (429, {"Retry-After": "soon"}, 900),
    "429-for-ever": (429, {"Retry-After": "99999999999"}, DAY_S),
    "503-for-seconds": (503, {"Retry-After": "7200"}, 7200),
    "503-until-a-date": (503, {"Retry-After": "Mon, 23 Nov 2026 10:05:00 GMT", "Date": NOW}, 7200),
}


@pytest.mark.parametrize(("status", "headers", "rest_s"), RESTS.values(), ids=RESTS)
def test_a_host_that_asks_for_rest_is_left_alone_so_long_by_button_and_by_itself(
    stage: Stage, status: int, headers: dict[str, str], rest_s: int
) -> None:
    source = stage.add("/feed", [Answer(status=status, headers=headers), Answer(body=BODY)])
    stage.sync()
    stage.clock.advance(rest_s - 1)
    stage.restart()
    for due_only in (False, True):
        assert stage.sync(due_only=due_only).count(SyncState.PAUSED) == 1
    assert len(stage.server.seen("/feed")) == 1
    stage.clock.advance(1)
    assert stage.sync(due_only=True).new == 2
    assert stage.source(source).state is SourceState.FINE
