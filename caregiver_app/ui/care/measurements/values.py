"""Measured values as the window shows them: series of a chart, and when each was measured. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.model.time import Millis
from caregiver_app.support.charts import Series
from caregiver_app.support.i18n import format_clock, format_near_day
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.records.measured_lines import Line, thinned


def series_of(lines: Sequence[Line]) -> tuple[Series, ...]:
    """Return lines as a chart takes them; of very many points those that are seen."""
    return tuple(Series(name=line.name, points=thinned(line.points)) for line in lines)


def when_words(at: Millis, now: Millis) -> str:
    """Return day and time of day, e.g. "Today, 08:05"."""
    # Translators: a day and a time of day, e.g. "Today, 08:05"
    return _("{day}, {time}").format(day=format_near_day(at, now), time=format_clock(at))
