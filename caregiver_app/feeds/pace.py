"""Learns how fast a source's document turns over, and what may have been missed. Pure.

A document keeps its last entries only. With the usual time between two entries (the rhythm) and how many the document
holds, it follows how long one may be away before entries leave it unseen (the window). What one document says is but a
sample: the middle of the last five counts, so that a single odd one changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from caregiver_app.feeds.identity import Match
from caregiver_app.library.entry_values import KnownEntry
from caregiver_app.model.source import Pace
from caregiver_app.model.time import Millis

SAMPLES = 5
LONGEST_S = 10 * 365 * 24 * 3600
_DATED_AT_LEAST = 3
_SHORTEST_TURN_MS = 3600 * 1000

QUIET_UNLESS_KNOWN_MS = 180 * 24 * 3600 * 1000
QUIET_AT_THE_EARLIEST_MS = 30 * 24 * 3600 * 1000
QUIET_AT_THE_LATEST_MS = 400 * 24 * 3600 * 1000
QUIET_AFTER_RHYTHMS = 12
"""A source that was silent for so many times its usual pause is quiet, though it answers."""


def learn(pace: Pace, matches: Sequence[Match], *, newest_before: Millis | None, at: Millis) -> Pace:
    """Return the pace with what one more document says; one that says nothing of it changes nothing."""
    rhythm_ms = _rhythm_by_dates(matches, at) or _rhythm_by_turnover(matches, newest_before, at)
    if rhythm_ms is None:
        return pace
    rhythm_s = min(max(1, rhythm_ms // 1000), LONGEST_S)
    measured = (*pace.measured, (min(rhythm_s * len(matches), LONGEST_S), rhythm_s))[-SAMPLES:]
    return Pace(
        window_s=median_low(window for window, _ in measured),
        rhythm_s=median_low(rhythm for _, rhythm in measured),
        measured=measured,
    )


def goes_on(matches: Sequence[Match], known: Sequence[KnownEntry]) -> bool | None:
    """Return whether the document holds an entry of the one before; what came between two others was never seen.

    A first document goes on from nothing; None: it has no entries, which tells nothing.
    """
    if not any(entry.in_feed for entry in known):
        return True
    if not matches:
        return None
    return any(match.known is not None and match.known.in_feed for match in matches)


def quiet_after_ms(pace: Pace) -> int:
    """Return how long a source may bring nothing new before that is worth a word."""
    if pace.rhythm_s is None:
        return QUIET_UNLESS_KNOWN_MS
    usual = pace.rhythm_s * 1000 * QUIET_AFTER_RHYTHMS
    return min(max(usual, QUIET_AT_THE_EARLIEST_MS), QUIET_AT_THE_LATEST_MS)


def _rhythm_by_dates(matches: Sequence[Match], at: Millis) -> int | None:
    """Return the mean time between entries, without the oldest tenth: publishers pin old pieces to the end."""
    stated = (match.candidate.entry.published_at for match in matches)
    dates = sorted((when for when in stated if when is not None and when <= at), reverse=True)
    if len(dates) < _DATED_AT_LEAST:
        return None
    kept = dates[: max(_DATED_AT_LEAST, len(dates) - -(-len(dates) // 10))]
    return (kept[0] - kept[-1]) // (len(kept) - 1) or None


def _rhythm_by_turnover(matches: Sequence[Match], newest_before: Millis | None, at: Millis) -> int | None:
    """Return the mean time between entries by how many are new since new ones were last seen."""
    new = sum(match.known is None for match in matches)
    if newest_before is None or not 0 < new < len(matches) or at - newest_before < _SHORTEST_TURN_MS:
        return None
    return (at - newest_before) // new
