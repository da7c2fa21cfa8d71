"""Where new articles stand in lists: by the publisher's date, and no back catalogue on top of what is truly new."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.placing import BACK_MS, ON_TOP_AT_LEAST, place
from caregiver_app.model.entry import ParsedEntry
from caregiver_app.model.source import Pace, SourceKind
from caregiver_app.model.time import Millis
from tests.helpers.entries import a_feed_for_sync, an_entry

NOW = Millis(1_764_000_000_000)
HOUR_MS = 3600 * 1000
DAY_MS = 24 * HOUR_MS
HOURLY = Pace(window_s=30 * 3600, rhythm_s=3600)


def entries(*dates: int | None) -> list[ParsedEntry]:
    """Return entries with these dates, in this order."""
    return [an_entry(guid=str(n), published_at=date) for n, date in enumerate(dates)]


def placed(
    document: Sequence[ParsedEntry],
    *,
    is_first: bool = False,
    pace: Pace = HOURLY,
    last_good_at: int = NOW - DAY_MS,
    kind: SourceKind = SourceKind.NEWS,
) -> tuple[Millis, ...]:
    return place(document, a_feed_for_sync(last_good_at=last_good_at, pace=pace, kind=kind), is_first=is_first, at=NOW)


def on_top(times: Sequence[Millis]) -> int:
    """Return how many stand among what came in the last day."""
    return sum(time > NOW - DAY_MS for time in times)


def test_five_hundred_old_entries_stand_by_their_dates() -> None:
    dates = [NOW - n * DAY_MS for n in range(1, 501)]
    assert placed(entries(*dates)) == tuple(dates)
    assert placed(entries(*dates), is_first=True) == tuple(dates)


def test_undated_entries_of_a_first_document_stand_above_nothing_that_is_new() -> None:
    times = placed(entries(*[None] * 40), is_first=True)
    assert max(times) <= NOW - BACK_MS
    assert sorted(times, reverse=True) == list(times)


def test_a_first_document_stamped_with_today_stands_above_nothing_that_is_new() -> None:
    assert on_top(placed(entries(*[NOW - HOUR_MS] * 300), is_first=True)) == 0
    assert on_top(placed(entries(*(NOW - HOUR_MS + n * 1000 for n in range(300))), is_first=True)) == 0


def test_a_first_document_of_a_busy_publisher_stands_by_its_dates() -> None:
    dates = [NOW - n * 5 * 60_000 for n in range(60)]
    assert placed(entries(*dates), is_first=True) == tuple(dates)


def test_a_few_undated_entries_of_a_later_document_are_new_in_its_order() -> None:
    assert placed(entries(None, None, None)) == (NOW, NOW - 1, NOW - 2)


def test_what_a_later_document_may_put_on_top_follows_its_rhythm() -> None:
    flood = entries(*[None] * 500)
    assert on_top(placed(flood)) == 3 * 24
    assert on_top(placed(flood, last_good_at=NOW - HOUR_MS)) == ON_TOP_AT_LEAST
    assert on_top(placed(flood, pace=Pace())) == ON_TOP_AT_LEAST


def test_pages_stamped_with_the_day_of_a_move_do_not_flood_the_top() -> None:
    times = placed(entries(*[NOW - HOUR_MS] * 500), last_good_at=NOW - 2 * HOUR_MS)
    assert on_top(times) == ON_TOP_AT_LEAST
    assert set(times[:ON_TOP_AT_LEAST]) == {NOW - HOUR_MS}


def test_old_entries_that_share_a_date_keep_it() -> None:
    assert placed(entries(*[NOW - 90 * DAY_MS] * 30)) == (NOW - 90 * DAY_MS,) * 30


def test_many_warnings_of_one_minute_all_stay_on_top() -> None:
    document = entries(*[NOW - HOUR_MS] * 40, *[None] * 40)
    for is_first in (True, False):
        assert on_top(placed(document, kind=SourceKind.ALERTS, is_first=is_first)) == 80


@given(
    st.lists(st.none() | st.integers(NOW - 1000 * DAY_MS, NOW + DAY_MS), max_size=60),
    st.booleans(),
    st.sampled_from(SourceKind),
    st.integers(0, NOW + DAY_MS),
)
def test_nothing_stands_in_the_future_or_above_a_date_of_its_own(
    dates: list[int | None], is_first: bool, kind: SourceKind, last_good_at: int
) -> None:
    times = placed(entries(*dates), is_first=is_first, kind=kind, last_good_at=last_good_at)
    assert len(times) == len(dates)
    assert all(time <= NOW for time in times)
    assert all(date is None or time <= date for time, date in zip(times, dates, strict=True))
