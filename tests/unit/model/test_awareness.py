"""On which days an awareness day falls; the days were looked up in calendars."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.awareness import DateRule, days_in, rule_holds


@pytest.mark.parametrize(
    ("rule", "when", "lasting", "first", "last"),
    [
        pytest.param("fixed", "09-21", 1, "2026-09-21", "2026-09-21", id="a day"),
        pytest.param("fixed", "12-29", 7, "2026-12-29", "2027-01-04", id="a week over the year's end"),
        pytest.param("range", "06-01..06-07", 1, "2026-06-01", "2026-06-07", id="a range"),
        pytest.param("range", "12-28..01-03", 1, "2026-12-28", "2027-01-03", id="a range over the year's end"),
        pytest.param("month", "11", 1, "2026-11-01", "2026-11-30", id="a month"),
        pytest.param("month", "02", 1, "2026-02-01", "2026-02-28", id="a short month"),
        pytest.param("nth-weekday", "03:2:thu", 1, "2026-03-12", "2026-03-12", id="a second Thursday"),
        pytest.param("nth-weekday", "05:1:fri", 1, "2026-05-01", "2026-05-01", id="a first that is the first"),
        pytest.param("nth-weekday", "10:last:sat", 1, "2026-10-31", "2026-10-31", id="a last that is the last"),
        pytest.param("nth-weekday", "06:2:mon", 7, "2026-06-08", "2026-06-14", id="a week from a Monday"),
        pytest.param("last-day-of-month", "02", 1, "2026-02-28", "2026-02-28", id="a last day"),
    ],
)
def test_a_rule_finds_its_days(rule: str, when: str, lasting: int, first: str, last: str) -> None:
    days = days_in(DateRule(rule), when, 2026, lasting=lasting)
    assert days is not None
    assert (days.first.isoformat(), days.last.isoformat()) == (first, last)


def test_a_leap_day_is_in_leap_years_only() -> None:
    assert rule_holds(DateRule.FIXED, "02-29")
    assert days_in(DateRule.FIXED, "02-29", 2026) is None
    assert days_in(DateRule.FIXED, "02-29", 2028) is not None
    assert days_in(DateRule.LAST_DAY, "02", 2028) == days_in(DateRule.FIXED, "02-29", 2028)


def test_a_floating_day_has_no_days_by_rule() -> None:
    assert rule_holds(DateRule.FLOATING, "")
    assert days_in(DateRule.FLOATING, "", 2026) is None
    assert not rule_holds(DateRule.FLOATING, "in spring")


@given(st.sampled_from(list(DateRule)), st.text("0123456789-.:lastmonwed", max_size=14), st.integers(2, 9990))
def test_whatever_is_written_the_days_lie_in_or_begin_in_the_year(rule: DateRule, when: str, year: int) -> None:
    days = days_in(rule, when, year)
    if days is not None:
        assert rule_holds(rule, when)
        assert date(year, 1, 1) <= days.first <= days.last
        assert days.first.year == year
