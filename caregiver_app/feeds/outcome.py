"""Turns what came of asking one source into its new state and its line of the report. Pure.

No network is not a failure: the source stays as it was and keeps its place in the queue.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from caregiver_app.feeds.moves import Moving
from caregiver_app.feeds.schedule import (
    interval_after_failure,
    interval_after_success,
    next_due,
    state_after_failure,
    state_after_success,
)
from caregiver_app.library.source_states import StateAfterSync
from caregiver_app.model.entry import ParsedFeed
from caregiver_app.model.errors import AddressRefused, Cancelled, CaregiverError, FeedError, WebError, WebTrouble
from caregiver_app.model.source import NO_PACE, FeedForSync, Identity, Pace, SourceNote
from caregiver_app.model.sync import SourceResult, SyncState
from caregiver_app.model.time import Millis
from caregiver_app.model.web import Fetched

_NO_NETWORK = frozenset({WebTrouble.OFFLINE, WebTrouble.STAY_OFFLINE, WebTrouble.PROXY, WebTrouble.PROXY_LOGIN})
"""Nothing is wrong with the source then: this computer, or the person's own proxy, lets nothing out."""
ADDRESS_TAKEN = "address-taken"
"""The reason of a source that moved to where another one is; the detail is that one's title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What to write down and what to report. `state` is None when nothing is to be written."""

    state: StateAfterSync | None
    result: SourceResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What a new document brought."""

    new: int
    changed: int
    newest_at: Millis | None
    feed_title: str
    ttl_s: int | None
    body_hash: str
    identity: Identity | None = None
    pace: Pace = NO_PACE
    has_gap: bool = False
    note: SourceNote | None = None
    note_detail: str = ""


def note_on(parsed: ParsedFeed) -> tuple[SourceNote | None, str]:
    """Return what a document makes known of its source besides what it brings, with its detail."""
    if parsed.dropped:
        return SourceNote.LEFT_OUT, str(parsed.dropped)
    return (SourceNote.DAMAGED if parsed.damaged else None), ""


def unchanged(feed: FeedForSync, fetched: Fetched, moving: Moving, *, at: Millis) -> Outcome:
    """Return what a 304 or the same body once more means; a 304 leaves the validators (RFC 9110, section 15.4.5)."""
    same = Stored(
        new=0,
        changed=0,
        newest_at=feed.newest_at,
        feed_title="",
        ttl_s=feed.ttl_s,
        body_hash=feed.body_hash or "",
        pace=feed.pace,
        note=feed.note,
        note_detail=feed.note_detail,
    )
    state = _after_success(feed, fetched, same, moving, at)
    if fetched.status == 304:
        since = at if feed.validators_at is None else feed.validators_at
        state = replace(state, validators=feed.validators, validators_at=since, body_hash=feed.body_hash)
    return Outcome(state=state, result=_result(feed, SyncState.UNCHANGED))


def stored(feed: FeedForSync, fetched: Fetched, what: Stored, moving: Moving, *, at: Millis) -> Outcome:
    """Return what it means that a document was read and what it brought was stored."""
    return Outcome(
        state=_after_success(feed, fetched, what, moving, at),
        result=replace(_result(feed, SyncState.OK), new=what.new, changed=what.changed),
    )


_REPORTED_AS = {WebTrouble.GONE.value: SyncState.GONE, WebTrouble.BLOCKED.value: SyncState.PAUSED}


def failed(feed: FeedForSync, error: CaregiverError, *, at: Millis) -> Outcome:
    """Return what an error means: the source could not be asked, or answered nothing of use. What it gave stays."""
    trouble, detail, retry_after_s = _facts(error)
    if trouble in _NO_NETWORK:
        return Outcome(state=None, result=_result(feed, SyncState.OFFLINE, trouble))
    if trouble == WebTrouble.PAUSED:
        return Outcome(state=None, result=_result(feed, SyncState.PAUSED, trouble, detail))
    is_blocked = trouble == WebTrouble.BLOCKED  # by the person: no failure of the source
    failures = feed.failures if is_blocked else feed.failures + 1
    interval_s = interval_after_failure(usual_s=feed.interval_s, failures=failures, retry_after_s=retry_after_s)
    state = StateAfterSync(
        source_id=feed.id,
        validators=feed.validators,
        body_hash=feed.body_hash,
        last_checked_at=at,
        last_good_at=feed.last_good_at,
        newest_at=feed.newest_at,
        next_due_at=next_due(at, interval_s, feed.uid),
        interval_s=feed.interval_s,
        failures=failures,
        state=state_after_failure(trouble),
        reason=trouble,
        reason_detail=detail,
        feed_title=None,
        moved_to=feed.moved_to,
        moved_first_at=feed.moved_first_at,
        validators_at=feed.validators_at,
        ttl_s=feed.ttl_s,
        pace=feed.pace,
    )
    reported = _REPORTED_AS.get(trouble, SyncState.FAILED)
    return Outcome(state=state, result=_result(feed, reported, trouble, detail))


def paused(feed: FeedForSync) -> Outcome:
    """Return what it means that the source's host asked for rest and the rest is not over."""
    return Outcome(state=None, result=_result(feed, SyncState.PAUSED, WebTrouble.PAUSED.value))


def offline(feed: FeedForSync) -> Outcome:
    """Return what it means that others showed that there is no network."""
    return Outcome(state=None, result=_result(feed, SyncState.OFFLINE, WebTrouble.OFFLINE.value))


def _after_success(feed: FeedForSync, fetched: Fetched, what: Stored, moving: Moving, at: Millis) -> StateAfterSync:
    interval_s = interval_after_success(usual_s=feed.interval_s, ttl_s=what.ttl_s, max_age_s=fetched.max_age_s)
    return StateAfterSync(
        source_id=feed.id,
        validators=fetched.validators,
        validators_at=at,
        body_hash=what.body_hash,
        last_checked_at=at,
        last_good_at=at,
        newest_at=what.newest_at,
        next_due_at=next_due(at, interval_s, feed.uid),
        interval_s=feed.interval_s,
        ttl_s=what.ttl_s,
        failures=0,
        state=state_after_success(newest_at=what.newest_at, moved_to=moving.to, pace=what.pace, at=at),
        reason=ADDRESS_TAKEN if moving.taken_by else what.note or "",
        reason_detail=moving.taken_by or what.note_detail,
        feed_title=what.feed_title or None,
        moved_to=moving.to,
        moved_first_at=moving.first_at,
        identity=what.identity,
        pace=what.pace,
        gap_at=at if what.has_gap else None,
    )


def _facts(error: CaregiverError) -> tuple[str, str, float | None]:
    if isinstance(error, WebError):
        detail = str(error.status) if error.status is not None else error.detail
        return error.kind.value, detail, error.retry_after_s
    if isinstance(error, FeedError):
        return error.kind.value, error.detail, None
    if isinstance(error, AddressRefused):
        return error.kind.value, "", None
    if isinstance(error, Cancelled):  # cut off in the middle by the person's switch; a pressed stop ends the whole run
        return WebTrouble.STAY_OFFLINE.value, "", None
    return type(error).__name__, "", None


def _result(feed: FeedForSync, state: SyncState, error: str | None = None, detail: str = "") -> SourceResult:
    return SourceResult(
        source_id=feed.id, title=feed.title, url=feed.url, state=state, error=error, error_detail=detail
    )
