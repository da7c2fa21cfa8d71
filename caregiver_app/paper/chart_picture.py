"""A chart for paper: black lines that differ by marks and dashes, so that a copy of a copy still tells them apart."""

from __future__ import annotations

import math
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from caregiver_app.model.sheets.blocks import Chart
from caregiver_app.model.time import Millis
from caregiver_app.paper.breaking import shown
from caregiver_app.paper.fonts import FAMILIES
from caregiver_app.support.charts import ChartLook, ChartWords, Point, Series, line_chart, sample
from caregiver_app.support.i18n import format_number, format_short_day

_WIDTH, _HEIGHT = 680, 300
_WIDTH_POINTS = 170 / 25.4 * 72  # how wide it stands on A4
_LARGEST_LETTERS = 30
"""In the same pixels as the width: beyond it the letters would leave no room for the lines."""

_LARGEST_VALUE = 1e12
_FIRST_TIME, _LAST_TIME = Millis(-62_100_000_000_000), Millis(253_370_000_000_000)
"""Well within the years 1 to 9999, all that calendars of Python know."""


def chart_picture(chart: Chart, points: float) -> str:
    """Return a chart as SVG with letters of so many points, "" where there is not a single point to draw."""
    series = _drawn(chart)
    if not series:
        return ""
    zone = _zone(chart.zone)

    def day(at: Millis) -> str:
        return format_short_day(at, zone)

    return line_chart(series, _look(points), ChartWords(number=format_number, day=day, title=shown(chart.says)))


def chart_legend(chart: Chart, points: float) -> list[tuple[str, str]]:
    """Return for each of several lines a piece of it as SVG and its name; nothing where there is one line only."""
    series = _drawn(chart)
    look = _look(points)
    return [(sample(place, look), line.name) for place, line in enumerate(series)] if len(series) > 1 else []


def _drawn(chart: Chart) -> tuple[Series, ...]:
    lines = (Series(name=line.name, points=tuple(filter(_can_be_drawn, line.points))) for line in chart.series)
    return tuple(line for line in lines if line.points)


def _can_be_drawn(point: Point) -> bool:
    at, value = point
    return math.isfinite(value) and abs(value) <= _LARGEST_VALUE and _FIRST_TIME <= at <= _LAST_TIME


def _look(points: float) -> ChartLook:
    return ChartLook(
        width=_WIDTH,
        height=_HEIGHT,
        text="#000000",
        grid="#767676",
        lines=("#000000",),
        surface="#ffffff",
        fonts=", ".join(FAMILIES),
        font_size=min(points * _WIDTH / _WIDTH_POINTS, _LARGEST_LETTERS),
        line_width=2,
    )


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
