"""Decides when a source is due again, whether it is asked for the whole document, and how it is doing. Pure.

Back-off never stops for good: a source that fails is asked at least once a day, only 410 ends it.
"""

from __future__ import annotations

import zlib

from caregiver_app.feeds.pace import quiet_after_ms
from caregiver_app.model.errors import AddressTrouble, FeedTrouble, WebTrouble
from caregiver_app.model.source import FeedForSync, Pace, SourceState, Validators
from caregiver_app.model.time import Millis

SHORTEST_S = 5 * 60
LONGEST_S = 24 * 3600
JITTER = 0.1
VALIDATORS_HOLD_MS = 8 * 24 * 3600 * 1000
"""After so long the whole document is asked for: some servers answer 304 for ever, whatever they have."""

# What waiting does not mend: a person has to look at the address.
_NEEDS_A_PERSON = frozenset({
    *(trouble.value for trouble in AddressTrouble),
    FeedTrouble.HTML.value,
    FeedTrouble.IMAGE.value,
    FeedTrouble.BINARY.value,
    FeedTrouble.NOT_A_FEED.value,
    WebTrouble.BLOCKED.value,
    WebTrouble.NOT_BY_PROXY.value,
    WebTrouble.PRIVATE_ADDRESS.value,
    WebTrouble.INSECURE_REDIRECT.value,
    WebTrouble.BAD_REDIRECT.value,
    WebTrouble.LEAVES_SITE.value,
    WebTrouble.TOO_MANY_REDIRECTS.value,
})  # fmt: skip


def interval_after_success(*, usual_s: int, ttl_s: int | None, max_age_s: float | None) -> int:
    """Return the largest of what we, the document (`ttl`) and the server (Cache-Control, Expires) ask for, bounded."""
    return _clamped(max(usual_s, ttl_s or 0, max_age_s or 0))


def interval_after_failure(*, usual_s: int, failures: int, retry_after_s: float | None) -> int:
    """Return the usual interval doubled for each failure in a row, or what the server asked for if longer; bounded."""
    doubled = usual_s * 2 ** min(failures, 12)
    return _clamped(max(doubled, retry_after_s or 0))


def next_due(at: Millis, interval_s: int, uid: str) -> Millis:
    """Return the time after `interval_s`, up to a tenth later: sources must not all come due at one moment.

    The same source and time give the same answer, so that nothing here needs chance.
    """
    spread = zlib.crc32(f"{uid}/{at}".encode()) / 0xFFFFFFFF
    return Millis(at + int(interval_s * 1000 * (1 + JITTER * spread)))


def validators_to_send(feed: FeedForSync, *, at: Millis) -> Validators:
    """Return the pair that the source's document came with, none when a 304 was believed for long enough."""
    since = feed.validators_at
    is_fresh = since is None or 0 <= at - since < VALIDATORS_HOLD_MS
    return feed.validators if is_fresh else Validators()


def state_after_success(*, newest_at: Millis | None, moved_to: str | None, pace: Pace, at: Millis) -> SourceState:
    """Return how a source that answered is doing; one that is silent far beyond its own rhythm is quiet."""
    if moved_to is not None:
        return SourceState.MOVED
    if newest_at is None or at - newest_at > quiet_after_ms(pace):
        return SourceState.QUIET
    return SourceState.FINE


def state_after_failure(trouble: str) -> SourceState:
    """Return how a source that failed is doing."""
    if trouble == WebTrouble.GONE:
        return SourceState.GONE
    return SourceState.ATTENTION if trouble in _NEEDS_A_PERSON else SourceState.FAILING


def _clamped(seconds: float) -> int:
    return int(min(max(seconds, SHORTEST_S), LONGEST_S))
