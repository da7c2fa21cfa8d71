"""Which awareness days come up, for whom, and what they are called."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.article import ItemId
from caregiver_app.model.awareness import DateRule, Days
from caregiver_app.model.awareness_day import AwarenessDay, AwarenessKit, coming_days, times_between


def a_day(rule: DateRule = DateRule.FIXED, when: str = "09-21", **more: Any) -> AwarenessDay:
    said: dict[str, Any] = {
        "id": ItemId(1),
        "author": "starter/dementia",
        "publisher": "Caregiver",
        "name": "Long Day",
        "language": "en",
        "country": "INT",
        "topics": ("dementia",),
        "rule": rule,
        "when": when,
        "lasting": 1,
        "confirmed": (),
        "organiser": "",
        "fund_raising": False,
        "kits": (),
    }
    return AwarenessDay(**{**said, **more})


def when(day: AwarenessDay, first: date, last: date) -> list[tuple[str, str]]:
    return [(days.first.isoformat(), days.last.isoformat()) for days in times_between(day, first, last)]


def test_a_day_falls_once_in_each_year_that_is_asked_about() -> None:
    assert when(a_day(), date(2026, 9, 21), date(2028, 1, 1)) == [
        ("2026-09-21", "2026-09-21"),
        ("2027-09-21", "2027-09-21"),
    ]
    assert when(a_day(), date(2026, 9, 22), date(2027, 9, 20)) == []


def test_what_began_before_and_goes_on_counts() -> None:
    across = a_day(DateRule.RANGE, "12-29..01-04")
    assert when(across, date(2027, 1, 4), date(2027, 1, 31)) == [("2026-12-29", "2027-01-04")]
    assert when(across, date(2027, 1, 5), date(2027, 1, 31)) == []
    assert when(a_day(DateRule.MONTH, "11"), date(2026, 11, 30), date(2026, 12, 5)) == [("2026-11-01", "2026-11-30")]


def test_a_confirmed_day_goes_before_the_rule_in_its_year_alone() -> None:
    confirmed = (Days(first=date(2026, 9, 24), last=date(2026, 9, 25)),)
    assert when(a_day(confirmed=confirmed), date(2026, 1, 1), date(2027, 12, 31)) == [
        ("2026-09-24", "2026-09-25"),
        ("2027-09-21", "2027-09-21"),
    ]
    floating = a_day(DateRule.FLOATING, "", confirmed=confirmed)
    assert when(floating, date(2026, 1, 1), date(2029, 1, 1)) == [("2026-09-24", "2026-09-25")]


@given(first=st.dates(), length=st.integers(0, 800), rule=st.sampled_from(list(DateRule)), said=st.text(max_size=12))
def test_no_rule_and_no_day_of_the_calendar_breaks_it(first: date, length: int, rule: DateRule, said: str) -> None:
    last = date.fromordinal(min(date.max.toordinal(), first.toordinal() + length))
    for days in times_between(a_day(rule, said), first, last):
        assert days.first <= last
        assert days.last >= first


def test_the_earliest_stands_first() -> None:
    some = [a_day(when="03-02", name="B"), a_day(when="03-01", name="C"), a_day(when="03-02", name="A")]
    coming = coming_days(some, date(2027, 1, 1), date(2027, 12, 31))
    assert [one.day.name for one in coming] == ["C", "A", "B"]


def test_for_whom_it_is() -> None:
    assert a_day().is_here("GB")
    assert a_day(country="GB-SCT").is_here("GB")
    assert a_day(country="GB").is_here("")
    assert not a_day(country="GB").is_here("US")
    assert a_day().is_about(("stroke", "dementia"))
    assert a_day().is_about(())
    assert a_day(topics=()).is_about(("stroke",))
    assert not a_day().is_about(("stroke",))


def test_its_kit_and_name_in_a_language() -> None:
    english = AwarenessKit(language="en", title="Long Day", message="Ask.")
    spanish = AwarenessKit(language="es-US", title="Día largo", message="Pregunte.")
    day = a_day(kits=(english, spanish))
    assert day.kit_in("es") is spanish
    assert day.kit_in("de") is english
    assert a_day().kit_in("en") is None
    assert day.name_in("es") == "Día largo"
    assert day.name_in("en") == day.name_in("de") == "Long Day"
