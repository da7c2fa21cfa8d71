"""Whether a line is open is told by the clocks where it is, over midnight, over weeks, and never where it is unsure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.opening_hours import Opening, OpenState, opening_at
from caregiver_app.model.pack_help import PackHours, Weekday
from caregiver_app.model.time import Millis, from_datetime, to_datetime

LONDON = "Europe/London"
MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
WEEK = (MON, TUE, WED, THU, FRI, SAT, SUN)


def hours(opens: str, closes: str, *days: Weekday) -> PackHours:
    return PackHours(days=days or WEEK, opens=opens, closes=closes)


def at(day: int, hour: int, minute: int = 0, *, month: int = 11, zone: str = LONDON) -> Millis:
    """Return a moment of 2026; 23 November is a Monday."""
    return from_datetime(datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo(zone)))


def test_a_week_with_a_short_saturday() -> None:
    usual = (hours("09:00", "20:00", MON, TUE, WED, THU, FRI), hours("09:30", "13:00", SAT))
    for moment, state, changes in (
        (at(23, 8, 59), OpenState.CLOSED, at(23, 9)),
        (at(23, 9), OpenState.OPEN, at(23, 20)),
        (at(23, 20), OpenState.CLOSED, at(24, 9)),
        (at(28, 12), OpenState.OPEN, at(28, 13)),
        (at(28, 14), OpenState.CLOSED, at(30, 9)),
    ):
        assert opening_at(usual, LONDON, moment) == Opening(state=state, changes_at=changes), to_datetime(moment)


def test_the_clock_of_the_line_counts_and_not_ones_own() -> None:
    usual = (hours("09:00", "17:00", MON),)
    morning_there = at(23, 9, zone="America/New_York")
    assert opening_at(usual, "America/New_York", morning_there).state is OpenState.OPEN
    assert opening_at(usual, "America/New_York", at(23, 9)).state is OpenState.CLOSED


def test_nights_go_on_into_the_next_day_and_the_next_week() -> None:
    night = (hours("18:00", "02:00", SUN),)
    assert opening_at(night, LONDON, at(23, 1)) == Opening(state=OpenState.OPEN, changes_at=at(23, 2))
    assert opening_at(night, LONDON, at(23, 2)) == Opening(state=OpenState.CLOSED, changes_at=at(29, 18))
    once = (hours("09:00", "10:00", MON),)
    assert opening_at(once, LONDON, at(23, 11)).changes_at == at(30, 9)


def test_day_and_night_is_said_of_no_line_that_closes_for_an_hour() -> None:
    always = Opening(state=OpenState.ALWAYS)
    assert opening_at((hours("00:00", "24:00"),), LONDON, at(23, 3)) == always
    assert opening_at((hours("08:00", "08:00"),), LONDON, at(23, 3)) == always
    assert opening_at((hours("00:00", "12:00"), hours("12:00", "24:00")), LONDON, at(23, 3)) == always
    but_once = (hours("00:00", "24:00", MON, TUE, WED, THU, FRI, SAT), hours("00:00", "23:00", SUN))
    assert opening_at(but_once, LONDON, at(23, 3)) == Opening(state=OpenState.OPEN, changes_at=at(29, 23))


def test_nothing_is_said_without_hours_or_a_zone_that_is_known() -> None:
    unknown = Opening(state=OpenState.UNKNOWN)
    usual = (hours("09:00", "17:00"),)
    for said, zone in (((), LONDON), (usual, ""), (usual, "Nowhere/Land"), (usual, "../etc/passwd"), (usual, "/etc")):
        assert opening_at(said, zone, at(23, 12)) == unknown, zone


def test_the_hour_that_is_there_twice_or_not_at_all_ends_nothing_early() -> None:
    usual = (hours("00:00", "24:00"),)
    for moment in (at(29, 1, 30, month=3), at(25, 1, 30, month=10)):
        assert opening_at(usual, LONDON, moment).state is OpenState.ALWAYS
    day = (hours("09:00", "17:00", SUN),)
    assert opening_at(day, LONDON, at(29, 9, month=3)).changes_at == at(29, 17, month=3)


_CLOCKS = st.builds(lambda hour, minute: f"{hour:02}:{minute:02}", st.integers(0, 23), st.integers(0, 59))
_HOURS = st.builds(
    PackHours,
    days=st.lists(st.sampled_from(WEEK), min_size=1, unique=True).map(tuple),
    opens=_CLOCKS,
    closes=_CLOCKS | st.just("24:00"),
)
_MOMENTS = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1))  # noqa: DTZ001 - a zone follows


@given(said=st.lists(_HOURS, min_size=1, max_size=4).map(tuple), moment=_MOMENTS)
def test_what_changes_at_a_moment_has_changed_then(said: tuple[PackHours, ...], moment: datetime) -> None:
    now = from_datetime(moment.replace(tzinfo=UTC, microsecond=0))
    found = opening_at(said, LONDON, now)
    if found.state is OpenState.ALWAYS:
        assert opening_at(said, LONDON, from_datetime(to_datetime(now) + timedelta(days=3))).state is OpenState.ALWAYS
        return
    assert found.changes_at is not None
    assert found.changes_at > now
    other = {OpenState.OPEN: OpenState.CLOSED, OpenState.CLOSED: OpenState.OPEN}[found.state]
    assert opening_at(said, LONDON, found.changes_at).state in (other, OpenState.ALWAYS)
    assert opening_at(said, LONDON, Millis(found.changes_at - 1)).state is found.state
