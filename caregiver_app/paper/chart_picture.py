"""A chart for paper: black lines that differ by marks and dashes, so that a copy of a copy still tells them apart."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from caregiver_app.model.sheets.blocks import Chart
from caregiver_app.model.time import Millis
from caregiver_app.paper.fonts import FAMILIES
from caregiver_app.support.charts import ChartLook, ChartWords, Series, line_chart
from caregiver_app.support.i18n import format_number, format_short_day

_LOOK = ChartLook(
    width=680,
    height=300,
    text="#000000",
    grid="#b0b0b0",
    lines=("#000000",),
    surface="#ffffff",
    fonts=", ".join(FAMILIES),
    font_size=17,
    line_width=2,
)


def chart_picture(chart: Chart) -> str:
    """Return a chart as SVG, "" where there is not a single point."""
    series = tuple(Series(name=line.name, points=line.points) for line in chart.series if line.points)
    if not series:
        return ""
    zone = _zone(chart.zone)

    def day(at: Millis) -> str:
        return format_short_day(at, zone)

    return line_chart(series, _LOOK, ChartWords(number=format_number, day=day, title=chart.says))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
