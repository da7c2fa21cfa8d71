"""A chart shows every point where it belongs, within its picture, whatever was measured and whatever it is called."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.model.time import Millis
from caregiver_app.support.charts import ChartLook, ChartWords, Series, line_chart

DAY = 24 * 3600 * 1000
LOOK = ChartLook(
    width=600, height=300, text="#000000", grid="#cccccc", lines=("#4a2e73", "#0b4a6f"), surface="#ffffff", fonts="A, B"
)
WORDS = ChartWords(number=lambda value: f"{value:g}", day=lambda at: f"day {at // DAY}", title="Weight")
SVG = "{http://www.w3.org/2000/svg}"


def draw(*series: Series, title: str = "Weight") -> ET.Element:
    words = ChartWords(number=WORDS.number, day=WORDS.day, title=title)
    return ET.fromstring(line_chart(series, LOOK, words))  # noqa: S314  our own document, made just now


def weights(*values: float, name: str = "kg") -> Series:
    return Series(name=name, points=tuple((Millis(day * DAY), value) for day, value in enumerate(values)))


def texts(chart: ET.Element) -> list[str]:
    return [element.text or "" for element in chart.iter(f"{SVG}text")]


def test_there_is_a_mark_for_each_point_and_a_line_between_neighbours() -> None:
    """Seven days give seven dots and six joins."""
    chart = draw(weights(70, 71, 70.5, 72, 71, 70, 69))
    assert len(list(chart.iter(f"{SVG}circle"))) == 7
    assert len([line for line in chart.iter(f"{SVG}line") if line.get("stroke") == "#4a2e73"]) == 6


def test_later_is_right_and_more_is_up() -> None:
    """Places follow times and values."""
    first, second = list(draw(weights(70, 75)).iter(f"{SVG}circle"))
    assert float(first.get("cx", 0)) < float(second.get("cx", 0))
    assert float(first.get("cy", 0)) > float(second.get("cy", 0))


def test_points_over_a_long_gap_are_not_joined() -> None:
    """Nobody measured in between, so no line says that anybody did."""
    far = Series(name="kg", points=tuple((Millis(day * DAY), 70.0) for day in (0, 1, 2, 30)))
    assert len([line for line in draw(far).iter(f"{SVG}line") if line.get("stroke") == "#4a2e73"]) == 2


def test_a_second_series_has_another_mark_and_dashes() -> None:
    """Two lines can be told apart without colour."""
    chart = draw(weights(140, 150), weights(80, 85))
    assert len(list(chart.iter(f"{SVG}circle"))) == 2
    assert len(list(chart.iter(f"{SVG}rect"))) == 2
    assert any(line.get("stroke-dasharray") for line in chart.iter(f"{SVG}line"))


def test_values_at_the_edge_are_round() -> None:
    """The numbers beside the chart are ones that people count in."""
    assert [text for text in texts(draw(weights(70.2, 74.9))) if not text.startswith("day")] == [
        "70", "72", "74", "76",
    ]  # fmt: skip
    assert [text for text in texts(draw(weights(36.6))) if not text.startswith("day")] == ["35", "36", "37", "38"]


def test_a_title_is_text_whatever_it_says() -> None:
    """Markup in a name stays a name."""
    assert draw(weights(1, 2), title="<b>&\"'").findtext(f"{SVG}title") == "<b>&\"'"


def test_nothing_to_draw_is_refused() -> None:
    """An empty chart would say that nothing was wrong."""
    with pytest.raises(ValueError, match="nothing"):
        line_chart([Series(name="kg", points=())], LOOK, WORDS)


@given(
    st.lists(
        st.tuples(st.integers(0, 4_000_000_000_000), st.floats(-1e6, 1e6, allow_nan=False, allow_subnormal=False)),
        min_size=1,
        max_size=40,
        unique_by=lambda point: point[0],
    )
)
def test_every_point_lies_within_the_picture(points: list[tuple[int, float]]) -> None:
    """No value and no span of time leaves the frame, and labels of days do not overlap."""
    chart = draw(Series(name="x", points=tuple((Millis(at), value) for at, value in points)))
    for mark in chart.iter(f"{SVG}circle"):
        assert 0 <= float(mark.get("cx", -1)) <= LOOK.width
        assert 0 <= float(mark.get("cy", -1)) <= LOOK.height
    days = [element for element in chart.iter(f"{SVG}text") if re.match("day", element.text or "")]
    middles = [float(element.get("x", 0)) for element in days]
    assert middles == sorted(middles)
