"""Decides where a new article stands in lists, so that a back catalogue does not bury what is truly new. Pure.

The publisher's date counts, as now where it lies ahead. It is of no use where it is missing, or where more than ten
entries bear the same ten minutes of the last days: whoever moves a site stamps all its pages with that day. Of entries
without a useful date
- the first document of a source puts none on top: it may have had them for years;
- a later one puts as many on top as the source's own rhythm makes likely since the last time (three times that, and ten
  at least), in the document's order;
- all others are placed thirty days back.
Alert sources are left as they are: twenty warnings in one minute are twenty warnings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from caregiver_app.model.entry import ParsedEntry
from caregiver_app.model.source import FeedForSync, SourceKind
from caregiver_app.model.time import Millis

ON_TOP_AT_LEAST = 10
_TIMES_THE_USUAL = 3
_SAME_STAMP_MS = 10 * 60 * 1000
_STAMPS_COUNT_FOR_MS = 2 * 24 * 3600 * 1000
BACK_MS = 30 * 24 * 3600 * 1000


def place(entries: Sequence[ParsedEntry], feed: FeedForSync, *, is_first: bool, at: Millis) -> tuple[Millis, ...]:
    """Return for new entries, in the document's order, the time by which each is sorted; never one after `at`."""
    dates = [_date_of(entry) for entry in entries]
    stamps = _stamps(dates, at) if feed.kind is not SourceKind.ALERTS else frozenset()
    on_top = 0 if is_first and feed.kind is not SourceKind.ALERTS else _likely_since_last_time(feed, at)
    placed: list[Millis] = []
    for position, when in enumerate(dates):
        is_useful = when is not None and _stamp_of(when) not in stamps
        if is_useful or on_top > 0:
            placed.append(Millis(at - position) if when is None or when > at else when)
        else:
            placed.append(Millis(at - BACK_MS - position))
        on_top -= not is_useful
    return tuple(placed)


def _date_of(entry: ParsedEntry) -> Millis | None:
    return entry.published_at or entry.updated_at


def _stamps(dates: Sequence[Millis | None], at: Millis) -> frozenset[int]:
    """Return the spans of ten minutes, of the last two days or to come, that too many entries bear."""
    recent = Counter(_stamp_of(when) for when in dates if when is not None and at - when < _STAMPS_COUNT_FOR_MS)
    return frozenset(stamp for stamp, count in recent.items() if count > ON_TOP_AT_LEAST)


def _stamp_of(when: Millis) -> int:
    return when // _SAME_STAMP_MS


def _likely_since_last_time(feed: FeedForSync, at: Millis) -> int:
    if feed.kind is SourceKind.ALERTS:
        return 1 << 30
    if feed.last_good_at is None or feed.pace.rhythm_s is None:
        return ON_TOP_AT_LEAST
    elapsed_s = max(0, at - feed.last_good_at) // 1000
    return max(ON_TOP_AT_LEAST, _TIMES_THE_USUAL * elapsed_s // feed.pace.rhythm_s)
