"""How fast a document turns over, how long one may be away, and when a silent source is quiet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.feeds.identity import Match, candidates_of, match_entries
from caregiver_app.feeds.pace import LONGEST_S, goes_on, learn, quiet_after_ms
from caregiver_app.library.entry_values import KnownEntry
from caregiver_app.model.source import NO_PACE, Pace
from caregiver_app.model.time import Millis
from tests.helpers.entries import an_entry, stored

NOW = Millis(1_764_000_000_000)
DAY_S = 24 * 3600
DAY_MS = DAY_S * 1000


def document(*dates: int | None, known: Sequence[KnownEntry] = ()) -> tuple[Match, ...]:
    """Return a document with entries of these dates."""
    entries = [an_entry(title=str(n), guid=str(n), published_at=date) for n, date in enumerate(dates)]
    return match_entries(candidates_of(entries, str), known)


def held(*numbers: int, in_feed: bool = True) -> list[KnownEntry]:
    """Return stored entries as `document` makes them without dates."""
    return [
        replace(stored(an_entry(title=str(n), guid=str(n)), key=f"g:{n}", item_id=n), in_feed=in_feed) for n in numbers
    ]


def test_a_document_of_one_entry_a_day_keeps_as_many_days_as_it_has_entries() -> None:
    pace = learn(NO_PACE, document(*(NOW - n * DAY_MS for n in range(30))), newest_before=None, at=NOW)
    assert (pace.window_s, pace.rhythm_s) == (30 * DAY_S, DAY_S)


def test_old_pieces_pinned_to_the_end_do_not_stretch_the_window() -> None:
    pinned = [NOW - n * DAY_MS for n in range(18)] + [NOW - 900 * DAY_MS, NOW - 2000 * DAY_MS]
    assert learn(NO_PACE, document(*pinned), newest_before=None, at=NOW).rhythm_s == DAY_S


def test_one_odd_document_changes_nothing() -> None:
    usual = document(*(NOW - n * DAY_MS for n in range(30)))
    odd = document(*(NOW - n * 1000 for n in range(3)))
    pace = NO_PACE
    for _ in range(4):
        pace = learn(pace, usual, newest_before=None, at=NOW)
    assert learn(pace, odd, newest_before=None, at=NOW).window_s == 30 * DAY_S


def test_a_publisher_that_writes_more_is_learnt() -> None:
    pace = NO_PACE
    for days in (1, 1, 1, 3, 3, 3):
        pace = learn(pace, document(*(NOW - n * DAY_MS // days for n in range(30))), newest_before=None, at=NOW)
    assert pace.rhythm_s == DAY_S // 3


def test_undated_entries_tell_by_how_many_are_new_since_when() -> None:
    matches = document(*[None] * 10, known=held(4, 5, 6, 7, 8, 9))
    pace = learn(NO_PACE, matches, newest_before=Millis(NOW - 4 * DAY_MS), at=NOW)
    assert (pace.window_s, pace.rhythm_s) == (10 * DAY_S, DAY_S)


def test_documents_that_tell_nothing_teach_nothing() -> None:
    for matches in (
        document(),
        document(None, None, None),
        document(NOW, NOW, NOW),
        document(NOW - DAY_MS, None),
        document(*(NOW + DAY_MS * n for n in range(1, 9))),
    ):
        assert learn(NO_PACE, matches, newest_before=None, at=NOW) == NO_PACE
        assert learn(NO_PACE, matches, newest_before=Millis(NOW - 1000), at=NOW) == NO_PACE


@given(
    st.lists(st.none() | st.integers(0, 2 * NOW), max_size=40),
    st.none() | st.integers(0, 2 * NOW),
    st.lists(st.tuples(st.integers(1, LONGEST_S), st.integers(1, LONGEST_S)), max_size=5).map(tuple),
)
def test_any_dates_give_a_sane_pace(
    dates: list[int | None], newest: int | None, measured: tuple[tuple[int, int], ...]
) -> None:
    pace = learn(
        Pace(measured=measured), document(*dates), newest_before=None if newest is None else Millis(newest), at=NOW
    )
    assert len(pace.measured) <= 5
    for each in (pace.window_s, pace.rhythm_s):
        assert each is None or 1 <= each <= LONGEST_S


def test_a_document_goes_on_from_the_one_before_when_it_holds_something_of_it() -> None:
    assert goes_on(document(None, None, known=held(1, 7)), held(1, 7)) is True
    assert goes_on(document(None, None, known=held(7, 8)), held(7, 8)) is False
    assert goes_on(document(None, known=held(0, in_feed=False)), [*held(0, in_feed=False), *held(7)]) is False


def test_a_first_document_goes_on_from_nothing_and_an_empty_one_tells_nothing() -> None:
    assert goes_on(document(None, None), []) is True
    assert goes_on(document(), held(1)) is None


def test_a_source_is_quiet_far_beyond_its_own_rhythm() -> None:
    days = {rhythm: quiet_after_ms(Pace(rhythm_s=rhythm * DAY_S)) // DAY_MS for rhythm in (1, 7, 30, 365)}
    assert days == {1: 30, 7: 84, 30: 360, 365: 400}
    assert quiet_after_ms(NO_PACE) == 180 * DAY_MS
