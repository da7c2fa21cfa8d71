"""Measured values as lines of a chart and as sentences. It tells the lowest; it never says what that means. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from itertools import groupby

from caregiver_app.model.time import Millis, to_datetime
from caregiver_app.support.i18n import format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.measuring.kinds import unit_name
from caregiver_app.vault.measuring.units import DECIMALS, Reading, in_unit, number_in, second_in
from caregiver_app.vault.measuring.words import reading_words
from caregiver_app.vault.records.measure_values import Measurement

DRAWN = 300
"""So many points can be told apart in the width of a chart; the list has all of them."""

Point = tuple[Millis, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a chart: a number for each time, oldest first. `name` is empty where there is one line only."""

    name: str
    points: tuple[Point, ...] = field(repr=False)


def lines_of(measured: Sequence[Measurement], unit: str) -> tuple[Line, ...]:
    """Return what was measured, newest first, as lines in one unit; what cannot be told in it is left out."""
    ordered = list(reversed(measured))
    first = [(one.at, number) for one in ordered if (number := number_in(one.reading, unit)) is not None]
    second = [(one.at, number) for one in ordered if (number := second_in(one.reading, unit)) is not None]
    if not second:
        return (Line(name="", points=tuple(first)),) if first else ()
    return (Line(name=_("Upper number"), points=tuple(first)), Line(name=_("Lower number"), points=tuple(second)))


def thinned(points: Sequence[Point], most: int = DRAWN) -> tuple[Point, ...]:
    """Return at most `most` of many points: of each stretch of time the lowest and the highest, and both ends."""
    if len(points) <= most:
        return tuple(points)
    first, last = points[0][0], points[-1][0]
    stretch = max(1, -(-(last - first) // (most // 2 - 2)))
    kept = {0: points[0], len(points) - 1: points[-1]}
    for _number, together in groupby(enumerate(points), key=lambda each: (each[1][0] - first) // stretch):
        group = list(together)
        kept.update((min(group, key=_value), max(group, key=_value)))
    return tuple(kept[place] for place in sorted(kept))


def number_words(value: float, unit: str) -> str:
    """Return one number of a chart: stones, which count in pounds there, as stones and pounds."""
    if unit == "st":
        return reading_words(in_unit(Reading(kind="weight", value=value, unit="lb"), "st"))
    return format_number(round(value, DECIMALS.get(unit, 2)))


def value_words(value: float, unit: str) -> str:
    """Return one number with its unit."""
    if unit == "st":
        return number_words(value, unit)
    name = unit_name(unit)
    return f"{number_words(value, unit)}{'' if name == '%' else ' '}{name}".strip()


def axis_day(at: Millis, now: Millis, zone: tzinfo | None = None) -> str:
    """Return a day as it stands below a chart, in the local zone unless `zone` is given."""
    year, this_year = (to_datetime(each).astimezone(zone).year for each in (at, now))
    return format_short_day(at, zone, year=year != this_year)


def chart_words(lines: Sequence[Line], unit: str, now: Millis, zone: tzinfo | None = None) -> str:
    """Return in sentences what a chart shows, for those who cannot see it."""
    if not lines:
        return ""
    times = [at for line in lines for at, _value in line.points]
    count = len(lines[0].points)
    first, last = axis_day(min(times), now, zone), axis_day(max(times), now, zone)
    words = ngettext("{count} value", "{count} values", count).format(count=format_number(count))
    span = _("{values} from {first} to {last}.") if first != last else _("{values} on {first}.")
    said = span.format(values=words, first=first, last=last)
    return " ".join([said, *(_of_line(line, unit, now, zone) for line in lines)])


def marks_words(lines: Sequence[Line]) -> str:
    """Return which marks belong to which line, where there are two."""
    if len(lines) < 2:
        return ""
    upper, lower = (line.name for line in lines[:2])
    return _("Dots with a whole line: {upper}. Squares with dashes: {lower}.").format(upper=upper, lower=lower)


def _value(each: tuple[int, Point]) -> float:
    return each[1][1]


def _of_line(line: Line, unit: str, now: Millis, zone: tzinfo | None) -> str:
    low = min(line.points, key=lambda point: point[1])
    high = max(line.points, key=lambda point: point[1])
    last = line.points[-1]
    words = _("Lowest {low} on {low_day}, highest {high} on {high_day}, last {last}.").format(
        low=value_words(low[1], unit),
        low_day=axis_day(low[0], now, zone),
        high=value_words(high[1], unit),
        high_day=axis_day(high[0], now, zone),
        last=value_words(last[1], unit),
    )
    # Translators: {name} is one line of a chart, {words} what it shows
    return _("{name}: {words}").format(name=line.name, words=words) if line.name else words
