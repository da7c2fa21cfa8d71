"""Words and points of what was measured: told in the unit asked for, and never fewer points than are seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.time import Millis
from caregiver_app.vault.records.measured_lines import DRAWN, Line, chart_words, number_words, thinned, value_words
from tests.helpers.clock import MONDAY

points = st.lists(
    st.tuples(st.integers(0, 10**12), st.floats(-100, 1_000)), min_size=1, max_size=900, unique_by=lambda each: each[0]
)


@given(points)
def test_thinning_keeps_both_ends_the_lowest_and_the_highest_and_the_order(found: list[tuple[int, float]]) -> None:
    ordered = sorted((Millis(at), value) for at, value in found)
    kept = thinned(ordered)
    assert len(kept) <= DRAWN
    assert list(kept) == sorted(set(kept))
    assert set(kept) <= set(ordered)
    assert (kept[0], kept[-1]) == (ordered[0], ordered[-1])
    values = [value for _at, value in kept]
    assert min(values) == min(value for _at, value in ordered)
    assert max(values) == max(value for _at, value in ordered)
    if len(ordered) <= DRAWN:
        assert list(kept) == ordered


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (71.5, "kg", "71.5 kg"),
        (158.0, "st", "11 st 4 lb"),
        (96.0, "%", "96%"),
        (72.0, "/min", "72 a minute"),
        (4.0, "/10", "4 of 10"),
        (1200.0, "", "1,200"),
        (36.84, "C", "36.8 °C"),
    ],
)
def test_a_value_has_its_unit_in_words(value: float, unit: str, expected: str) -> None:
    assert value_words(value, unit) == expected


def test_the_axis_has_numbers_alone() -> None:
    assert number_words(71.54, "kg") == "71.5"


def test_one_value_is_told_with_its_day() -> None:
    line = Line(name="", points=((MONDAY, 71.5),))
    assert chart_words((line,), "kg", MONDAY) == (
        "1 value on 23 November. Lowest 71.5 kg on 23 November, highest 71.5 kg on 23 November, last 71.5 kg."
    )


def test_without_a_value_there_is_nothing_to_say() -> None:
    assert chart_words((), "kg", MONDAY) == ""
