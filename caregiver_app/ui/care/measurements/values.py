"""Measured values as words and as lines of a chart. It tells the lowest; it never says what that means. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from caregiver_app.model.time import Millis
from caregiver_app.support.charts import Series
from caregiver_app.support.i18n import format_clock, format_near_day, format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.ui.care.parts.day_field import local_day
from caregiver_app.vault.measuring.kinds import unit_name
from caregiver_app.vault.measuring.units import DECIMALS, Reading, in_unit, number_in, second_in
from caregiver_app.vault.measuring.words import reading_words
from caregiver_app.vault.records.measures import Measurement

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


def series_of(lines: Sequence[Line]) -> tuple[Series, ...]:
    """Return lines as a chart takes them; of very many points those that are seen."""
    return tuple(Series(name=line.name, points=thinned(line.points)) for line in lines)


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


def _value(each: tuple[int, Point]) -> float:
    return each[1][1]


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


def when_words(at: Millis, now: Millis) -> str:
    """Return day and time of day, e.g. "Today, 08:05"."""
    # Translators: a day and a time of day, e.g. "Today, 08:05"
    return _("{day}, {time}").format(day=format_near_day(at, now), time=format_clock(at))


def axis_day(at: Millis, now: Millis) -> str:
    """Return a day as it stands below a chart."""
    return format_short_day(at, year=local_day(at).year != local_day(now).year)


def chart_words(lines: Sequence[Line], unit: str, now: Millis) -> str:
    """Return in sentences what a chart shows, for those who cannot see it."""
    if not lines:
        return ""
    times = [at for line in lines for at, _value in line.points]
    count = len(lines[0].points)
    first, last = axis_day(min(times), now), axis_day(max(times), now)
    words = ngettext("{count} value", "{count} values", count).format(count=format_number(count))
    span = _("{values} from {first} to {last}.") if first != last else _("{values} on {first}.")
    return " ".join([span.format(values=words, first=first, last=last), *(_of_line(line, unit, now) for line in lines)])


def _of_line(line: Line, unit: str, now: Millis) -> str:
    low = min(line.points, key=lambda point: point[1])
    high = max(line.points, key=lambda point: point[1])
    last = line.points[-1]
    words = _("Lowest {low} on {low_day}, highest {high} on {high_day}, last {last}.").format(
        low=value_words(low[1], unit),
        low_day=axis_day(low[0], now),
        high=value_words(high[1], unit),
        high_day=axis_day(high[0], now),
        last=value_words(last[1], unit),
    )
    # Translators: {name} is one line of a chart, {words} what it shows
    return _("{name}: {words}").format(name=line.name, words=words) if line.name else words
