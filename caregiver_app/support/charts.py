"""Line charts as SVG, for the screen and for paper. Pure: colours, fonts and words are handed in, nothing is global.

Series differ by their marks and dashes, not by colour alone. A chart shows what was measured; it never judges, joins no
points over a long gap, and draws no line of its own making such as a trend or a limit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from statistics import median

from caregiver_app.model.time import Millis

_TICKS = 5
_DAY_MS = 24 * 3600 * 1000
_LONG_GAP_DAYS = 7
_LONG_GAP_TIMES = 4
"""Points are not joined that lie further apart than a week and than so many times the usual distance."""

_SMALLEST_SHARE = 1e-9

_DASHES = ("", "7 4", "2 4")


Point = tuple[Millis, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One line: what it is called, and its points by time."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLook:
    """Sizes in pixels, colours as #RRGGBB. `lines` are the colours of the series, the last one for all further ones."""

    width: float
    height: float
    text: str
    grid: str
    lines: tuple[str, ...]
    surface: str
    fonts: str
    font_size: float = 14
    line_width: float = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartWords:
    """How the chart writes numbers and days, and what it is as a whole, for those who cannot see it."""

    number: Callable[[float], str]
    day: Callable[[Millis], str]
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """Where the plot lies, and what its edges stand for."""

    left: float
    top: float
    right: float
    bottom: float
    first: float
    last: float
    low: float
    high: float

    def x(self, at: float) -> float:
        """Return where a time lies."""
        return self.left + (self.right - self.left) * (at - self.first) / (self.last - self.first)

    def y(self, value: float) -> float:
        """Return where a value lies."""
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)


def line_chart(series: Sequence[Series], look: ChartLook, words: ChartWords) -> str:
    """Return an SVG document.

    Raises:
        ValueError: there is not a single point.
    """
    ticks = _value_ticks([value for line in series for _at, value in line.points])
    frame = _frame(series, ticks, look, words)
    size = f'width="{look.width:g}" height="{look.height:g}" viewBox="0 0 {look.width:g} {look.height:g}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"><title>{escape(words.title)}</title>',
        f'<g font-family="{escape(look.fonts)}" font-size="{look.font_size:g}" fill="{look.text}">',
        *_value_axis(frame, ticks, look, words),
        *_time_axis(frame, series, look, words),
        "</g>",
        *(part for place, line in enumerate(series) for part in _line(frame, line, place, look)),
        "</svg>",
    ]
    return "".join(parts)


def sample(place: int, look: ChartLook) -> str:
    """Return a piece of the line of the series at `place` as SVG, to stand beside its name: 3 by 1 of the font size."""
    width, height = look.font_size * 3, look.font_size
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    line = f'<line x1="0" x2="{width:g}" y1="{height / 2:g}" y2="{height / 2:g}" {_ink(place, look)}/>'
    mark = _mark(width / 2, height / 2, place, _colour(place, look), look)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{line}{mark}</svg>'


def _frame(series: Sequence[Series], ticks: Sequence[float], look: ChartLook, words: ChartWords) -> _Frame:
    times = [at for line in series for at, _value in line.points]
    first, last = min(times), max(times)
    if last - first < _DAY_MS:  # one point, or one day: a day before and after
        first, last = Millis(first - _DAY_MS // 2), Millis(last + _DAY_MS // 2)
    longest = max(len(words.number(tick)) for tick in ticks)
    return _Frame(
        left=look.font_size * (0.65 * longest + 1),
        top=look.font_size,
        right=look.width - look.font_size * 1.5,
        bottom=look.height - look.font_size * 2.4,
        first=first,
        last=last,
        low=ticks[0],
        high=ticks[-1],
    )


def _value_ticks(values: Sequence[float]) -> tuple[float, ...]:
    """Return round values that hold all of `values` between the first and the last of them."""
    if not values:
        raise ValueError("nothing to draw")
    low, high = min(values), max(values)
    size = max(abs(high), abs(low), 1)
    span = high - low if high - low > size * _SMALLEST_SHARE else size * 0.1
    step = _round_step(span / (_TICKS - 1))
    start, end = math.floor(low / step), math.ceil(high / step)
    if end - start < 2:  # a single row of squares says nothing
        start, end = start - 1, end + 1
    return tuple(round(number * step, 10) for number in range(start, end + 1))


def _round_step(rough: float) -> float:
    """Return the smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is not below `rough`."""
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * (1 - 1e-9))


def _value_axis(frame: _Frame, ticks: Sequence[float], look: ChartLook, words: ChartWords) -> list[str]:
    parts: list[str] = []
    for tick in ticks:
        y, ends = frame.y(tick), f'x1="{frame.left:.1f}" x2="{frame.right:.1f}"'
        parts.append(f'<line {ends} y1="{y:.1f}" y2="{y:.1f}" stroke="{look.grid}" stroke-width="1"/>')
        place = f'x="{frame.left - look.font_size * 0.5:.1f}" y="{y + look.font_size * 0.35:.1f}"'
        parts.append(f'<text {place} text-anchor="end">{escape(words.number(tick))}</text>')
    return parts


def _time_axis(frame: _Frame, series: Sequence[Series], look: ChartLook, words: ChartWords) -> list[str]:
    times = sorted({at for line in series for at, _value in line.points})
    shown: list[str] = []
    reached = -math.inf
    for at in times:
        label = words.day(at)
        half = look.font_size * 0.3 * len(label)
        middle = min(max(frame.x(at), frame.left + half), frame.right - half)
        if middle - half < reached:
            continue
        reached = middle + half + look.font_size
        place = f'x="{middle:.1f}" y="{frame.bottom + look.font_size * 1.7:.1f}"'
        shown.append(f'<text {place} text-anchor="middle">{escape(label)}</text>')
    return shown


def _line(frame: _Frame, line: Series, place: int, look: ChartLook) -> list[str]:
    points, ink = sorted(line.points), _ink(place, look)
    joined = [
        f'<line x1="{frame.x(a):.1f}" y1="{frame.y(b):.1f}" x2="{frame.x(c):.1f}" y2="{frame.y(d):.1f}" {ink}/>'
        for (a, b), (c, d) in _neighbours(points)
    ]
    colour = _colour(place, look)
    return [*joined, *(_mark(frame.x(at), frame.y(value), place, colour, look) for at, value in points)]


def _colour(place: int, look: ChartLook) -> str:
    return look.lines[min(place, len(look.lines) - 1)]


def _ink(place: int, look: ChartLook) -> str:
    dash = _DASHES[place % len(_DASHES)]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{_colour(place, look)}" stroke-width="{look.line_width:g}" stroke-linecap="round"{dashed}'


def _neighbours(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    """Return the points that follow each other without a gap in which nobody measured."""
    pairs = list(pairwise(points))
    usual = median(later[0] - earlier[0] for earlier, later in pairs) if pairs else 0
    longest = max(_LONG_GAP_DAYS * _DAY_MS, _LONG_GAP_TIMES * usual)
    return [(earlier, later) for earlier, later in pairs if later[0] - earlier[0] <= longest]


def _mark(x: float, y: float, place: int, colour: str, look: ChartLook) -> str:
    """Return a mark that tells its series by its shape: a dot, a square, a diamond."""
    size = look.line_width * 1.8
    edge = f'fill="{look.surface if place else colour}" stroke="{colour}" stroke-width="{look.line_width * 0.7:g}"'
    if place % len(_DASHES) == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" {edge}/>'
    if place % len(_DASHES) == 1:
        return f'<rect x="{x - size:.1f}" y="{y - size:.1f}" width="{2 * size:.1f}" height="{2 * size:.1f}" {edge}/>'
    corners = f"{x:.1f},{y - size:.1f} {x + size:.1f},{y:.1f} {x:.1f},{y + size:.1f} {x - size:.1f},{y:.1f}"
    return f'<polygon points="{corners}" {edge}/>'
