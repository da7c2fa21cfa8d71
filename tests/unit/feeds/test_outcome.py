"""What came of asking a source: its new state, and its line of the report."""

from __future__ import annotations

import pytest

from caregiver_app.feeds import outcome
from caregiver_app.feeds.moves import Moving
from caregiver_app.feeds.outcome import Stored
from caregiver_app.model.errors import (
    AddressRefused,
    AddressTrouble,
    Cancelled,
    CaregiverError,
    FeedError,
    FeedTrouble,
    WebError,
    WebTrouble,
)
from caregiver_app.model.source import FeedForSync, SourceId, SourceState, Validators
from caregiver_app.model.sync import SyncState
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetched

NOW = Millis(1_764_000_000_000)
PAIR = Validators(etag='"v1"', last_modified="Mon, 23 Nov 2026 08:05:00 GMT")
NEW_PAIR = Validators(etag='W/"v2"')

FEED = FeedForSync(
    id=SourceId(7),
    uid="user/7",
    url="https://a.org/feed",
    title="Night news",
    allow_private=False,
    validators=PAIR,
    body_hash="abc",
    failures=2,
    interval_s=3600,
    last_good_at=Millis(NOW - 1000),
    newest_at=Millis(NOW - 1000),
    moved_to=None,
)


def answer(status: int = 200, *, validators: Validators = NEW_PAIR, moved_to: str | None = None) -> Fetched:
    return Fetched(
        status=status,
        url=FEED.url,
        moved_to=moved_to,
        headers={},
        body=b"" if status == 304 else b"<rss/>",
        validators=validators,
        max_age_s=None,
    )


def test_a_304_leaves_validators_and_body_hash_and_ends_the_failures() -> None:
    done = outcome.unchanged(FEED, answer(304, validators=Validators(etag='"odd"')), Moving(), at=NOW)
    assert done.result.state is SyncState.UNCHANGED
    assert done.state is not None
    assert (done.state.validators, done.state.body_hash, done.state.failures) == (PAIR, "abc", 0)
    assert done.state.last_good_at == NOW


def test_the_same_body_under_a_new_etag_replaces_the_pair_together() -> None:
    done = outcome.unchanged(FEED, answer(200), Moving(), at=NOW)
    assert done.state is not None
    assert done.state.validators == NEW_PAIR
    assert done.state.validators.last_modified is None
    assert done.state.body_hash == "abc"


def test_a_document_that_was_stored() -> None:
    what = Stored(new=3, changed=1, newest_at=NOW, feed_title="Night", ttl_s=7200, body_hash="def")
    done = outcome.stored(FEED, answer(), what, Moving(), at=NOW)
    assert (done.result.state, done.result.new, done.result.changed) == (SyncState.OK, 3, 1)
    assert done.state is not None
    assert (done.state.body_hash, done.state.validators, done.state.state) == ("def", NEW_PAIR, SourceState.FINE)
    assert done.state.next_due_at >= NOW + 7200 * 1000


def test_a_permanent_redirect_is_told_and_nothing_is_rewritten() -> None:
    moving = Moving(to="https://a.org/new", first_at=NOW)
    done = outcome.unchanged(FEED, answer(moved_to="https://a.org/new"), moving, at=NOW)
    assert done.state is not None
    assert (done.state.state, done.state.moved_to, done.state.moved_first_at) == (SourceState.MOVED, moving.to, NOW)


def test_a_source_that_moved_onto_another_says_which() -> None:
    moving = Moving(to="https://a.org/new", first_at=NOW, is_ripe=True, taken_by="Day news")
    done = outcome.unchanged(FEED, answer(moved_to="https://a.org/new"), moving, at=NOW)
    assert done.state is not None
    assert (done.state.reason, done.state.reason_detail) == (outcome.ADDRESS_TAKEN, "Day news")


@pytest.mark.parametrize(
    ("error", "reported", "state", "reason", "detail"),
    [
        (WebError(WebTrouble.STATUS, "a.org", status=404), SyncState.FAILED, SourceState.FAILING, "status", "404"),
        (WebError(WebTrouble.TIMEOUT, "a.org"), SyncState.FAILED, SourceState.FAILING, "timeout", ""),
        (WebError(WebTrouble.GONE, "a.org", status=410), SyncState.GONE, SourceState.GONE, "gone", "410"),
        (FeedError(FeedTrouble.HTML), SyncState.FAILED, SourceState.ATTENTION, "html", ""),
        (AddressRefused(AddressTrouble.CREDENTIALS), SyncState.FAILED, SourceState.ATTENTION, "credentials", ""),
    ],
)
def test_a_failure_is_counted_named_and_loses_nothing(
    error: CaregiverError, reported: SyncState, state: SourceState, reason: str, detail: str
) -> None:
    done = outcome.failed(FEED, error, at=NOW)
    assert (done.result.state, done.result.error, done.result.error_detail) == (reported, reason, detail)
    assert done.state is not None
    assert (done.state.state, done.state.reason, done.state.failures) == (state, reason, 3)
    assert (done.state.validators, done.state.body_hash) == (PAIR, "abc")
    assert (done.state.last_good_at, done.state.last_checked_at) == (FEED.last_good_at, NOW)


@pytest.mark.parametrize(
    "error", [WebError(WebTrouble.OFFLINE, "a.org"), WebError(WebTrouble.STAY_OFFLINE, "a.org"), Cancelled()]
)
def test_no_network_is_no_failure(error: CaregiverError) -> None:
    done = outcome.failed(FEED, error, at=NOW)
    assert done.state is None
    assert done.result.state is SyncState.OFFLINE


def test_a_host_that_asks_for_rest_is_paused_and_not_failing() -> None:
    done = outcome.failed(FEED, WebError(WebTrouble.PAUSED, "a.org", status=429, retry_after_s=60.0), at=NOW)
    assert done.state is None
    assert (done.result.state, done.result.error_detail) == (SyncState.PAUSED, "429")
    assert outcome.paused(FEED).result.state is SyncState.PAUSED


def test_a_server_that_names_a_time_is_left_alone_so_long() -> None:
    error = WebError(WebTrouble.STATUS, "a.org", status=500, retry_after_s=80_000.0)
    done = outcome.failed(FEED, error, at=NOW)
    assert done.state is not None
    assert done.state.next_due_at >= NOW + 80_000 * 1000
