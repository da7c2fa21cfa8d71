"""When a source is due again, and how it is said to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.pace import QUIET_UNLESS_KNOWN_MS
from caregiver_app.feeds.schedule import (
    LONGEST_S,
    SHORTEST_S,
    interval_after_failure,
    interval_after_success,
    next_due,
    state_after_failure,
    state_after_success,
)
from caregiver_app.model.errors import FeedTrouble, WebTrouble
from caregiver_app.model.source import NO_PACE, SourceState
from caregiver_app.model.time import Millis

NOW = Millis(1_764_000_000_000)
HOUR_S = 3600


@pytest.mark.parametrize(
    ("ttl_s", "max_age_s", "expected"),
    [
        (None, None, HOUR_S),
        (2 * HOUR_S, None, 2 * HOUR_S),
        (None, 3 * HOUR_S, 3 * HOUR_S),
        (2 * HOUR_S, 3 * HOUR_S, 3 * HOUR_S),
        (None, 0, HOUR_S),
        (90 * 24 * HOUR_S, None, LONGEST_S),
        (None, 1e300, LONGEST_S),
    ],
)
def test_the_largest_wish_counts_within_a_day(ttl_s: int | None, max_age_s: float | None, expected: int) -> None:
    assert interval_after_success(usual_s=HOUR_S, ttl_s=ttl_s, max_age_s=max_age_s) == expected


def test_no_source_is_asked_more_often_than_every_five_minutes() -> None:
    assert interval_after_success(usual_s=1, ttl_s=None, max_age_s=None) == SHORTEST_S


def test_failures_double_the_interval_up_to_a_day_and_never_stop_for_good() -> None:
    intervals = [
        interval_after_failure(usual_s=HOUR_S, failures=failures, retry_after_s=None) for failures in range(1, 2000)
    ]
    assert intervals[:4] == [2 * HOUR_S, 4 * HOUR_S, 8 * HOUR_S, 16 * HOUR_S]
    assert set(intervals[5:]) == {LONGEST_S}


def test_what_a_server_asks_for_counts_when_it_is_longer() -> None:
    assert interval_after_failure(usual_s=HOUR_S, failures=1, retry_after_s=5 * HOUR_S) == 5 * HOUR_S
    assert interval_after_failure(usual_s=HOUR_S, failures=3, retry_after_s=60) == 8 * HOUR_S


@given(st.integers(SHORTEST_S, LONGEST_S), st.text(max_size=40))
def test_due_times_spread_over_a_tenth_and_are_the_same_each_time(interval_s: int, uid: str) -> None:
    due = next_due(NOW, interval_s, uid)
    assert NOW + interval_s * 1000 <= due <= NOW + interval_s * 1100
    assert due == next_due(NOW, interval_s, uid)


def test_sources_of_one_moment_do_not_come_due_at_one_moment() -> None:
    assert len({next_due(NOW, HOUR_S, f"source/{n}") for n in range(100)}) > 90


@pytest.mark.parametrize(
    ("newest_at", "moved_to", "state"),
    [
        (NOW, None, SourceState.FINE),
        (Millis(NOW - QUIET_UNLESS_KNOWN_MS - 1), None, SourceState.QUIET),
        (None, None, SourceState.QUIET),
        (NOW, "https://a.org/new", SourceState.MOVED),
    ],
)
def test_a_source_that_answers(newest_at: Millis | None, moved_to: str | None, state: SourceState) -> None:
    assert state_after_success(newest_at=newest_at, moved_to=moved_to, pace=NO_PACE, at=NOW) is state


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        (WebTrouble.GONE.value, SourceState.GONE),
        (WebTrouble.TIMEOUT.value, SourceState.FAILING),
        (WebTrouble.STATUS.value, SourceState.FAILING),
        (FeedTrouble.EMPTY.value, SourceState.FAILING),
        (FeedTrouble.HTML.value, SourceState.ATTENTION),
        (WebTrouble.PRIVATE_ADDRESS.value, SourceState.ATTENTION),
    ],
)
def test_a_source_that_fails(trouble: str, state: SourceState) -> None:
    assert state_after_failure(trouble) is state
