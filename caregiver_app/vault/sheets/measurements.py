"""What was measured in a period: a chart for each kind and all values behind it. It never says what a number means."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.model.errors import PrintError, PrintTrouble
from caregiver_app.model.sheets.blocks import Block, Chart, ChartSeries, Column, Table
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import UNSAID, Sheet, SheetPart
from caregiver_app.support.i18n import format_clock, format_number, format_short_day, ngettext
from caregiver_app.support.i18n import gettext as _
from caregiver_app.vault.measuring.kinds import unit_name
from caregiver_app.vault.measuring.units import reading_unit
from caregiver_app.vault.measuring.words import reading_words
from caregiver_app.vault.records.measured_lines import chart_words, lines_of, thinned
from caregiver_app.vault.records.measures import Measurement
from caregiver_app.vault.records.people import ABOUT_NOBODY, PersonId
from caregiver_app.vault.sheets.choosing import measure_name
from caregiver_app.vault.sheets.frame import framed
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.moments import Period, period_of, period_words
from caregiver_app.vault.sheets.prose import words
from caregiver_app.vault.sheets.unsaid import alone_words

USUAL_DAYS = 92
MOST_VALUES = 2_000
EMPTY_ROWS = 12


def measurements_sheet(ground: Ground) -> Sheet:
    """Return what is wished for of the days that are wished for, else of three months; or a table to fill in by hand.

    Where caring has ended it goes back to the beginning.

    Raises:
        PrintError: nothing of a kind that is wished for was ever measured, or the period is none.
    """
    period = period_of(ground, days=USUAL_DAYS if ground.asks else None)
    measured = _measured(ground, ground.shown)
    unsaid = _measured(ground, ABOUT_NOBODY) if ground.sets_apart else frozenset()
    if not (measured | unsaid).issuperset(ground.wish.measures):
        raise PrintError(PrintTrouble.NO_MEASURE)
    own = tuple(_part(ground, code, name, period) for code, name in _wished(ground, measured))
    apart = tuple(_unsaid_part(ground, code, name, period) for code, name in _wished(ground, unsaid))
    parts = (*(own or (_by_hand(ground, nothing=alone_words() if apart else _("Nothing was measured yet.")),)), *apart)
    below = (period_words(period),) if own or apart else ()
    return framed(ground, SheetKind.MEASUREMENTS, _("Measurements"), parts, below_title=below)


def _measured(ground: Ground, whose: PersonId | None) -> frozenset[str]:
    return frozenset(one.reading.kind for one in ground.vault.measures.latest(whose))


def _wished(ground: Ground, measured: frozenset[str]) -> list[tuple[str, str]]:
    """Return what of this is wished for, by name."""
    wished = measured & frozenset(ground.wish.measures or measured)
    named = [(code, measure_name(ground.vault, code)) for code in wished]
    return sorted(named, key=lambda each: (each[1].casefold(), each[0]))


def _part(ground: Ground, code: str, name: str, period: Period) -> SheetPart:
    return SheetPart(heading=name, code=f"measured-{code}", blocks=_blocks(ground, ground.shown, code, name, period))


def _unsaid_part(ground: Ground, code: str, name: str, period: Period) -> SheetPart:
    """Return what was measured of nobody in particular; it goes along where somebody picks it."""
    # Translators: {kind} is what was measured, e.g. "Weight"
    heading = _("{kind}: not written down of whom").format(kind=name)
    blocks = _blocks(ground, ABOUT_NOBODY, code, name, period)
    return SheetPart(heading=heading, code=f"{UNSAID}measured-{code}", on=False, blocks=blocks)


def _blocks(ground: Ground, whose: PersonId | None, code: str, name: str, period: Period) -> tuple[Block, ...]:
    found = ground.vault.measures.list(whose, kind=code, since=period.since, until=period.until, limit=MOST_VALUES + 1)
    measured, more = found[:MOST_VALUES], len(found) > MOST_VALUES
    if not measured:
        return (words(_("Nothing was measured in this time.")),)
    return (*_chart(ground, name, measured), *_left_out(more), _table(ground, name, measured))


def _chart(ground: Ground, name: str, measured: Sequence[Measurement]) -> tuple[Block, ...]:
    """Return the chart in the unit of the newest value, stones in pounds; and what of the values it does not show."""
    unit = reading_unit(measured[0].reading)
    lines = lines_of(measured, unit)
    says = chart_words(lines, unit, ground.now, ground.zone)
    series = tuple(ChartSeries(name=line.name or name, points=thinned(line.points)) for line in lines)
    chart = Chart(name=name, unit=unit_name(unit), series=series, says=says, zone=ground.zone.key)
    missing = len(measured) - len(lines[0].points)
    return (chart, words(_other_unit(missing), small=True)) if missing else (chart,)


def _other_unit(count: int) -> str:
    alone = ngettext(
        "{count} value in another unit stands in the table alone.",
        "{count} values in another unit stand in the table alone.",
        count,
    )
    return alone.format(count=format_number(count))


def _left_out(more: bool) -> tuple[Block, ...]:
    if not more:
        return ()
    newest = ngettext("Only the newest {count} value is here.", "Only the newest {count} values are here.", MOST_VALUES)
    return (words(newest.format(count=format_number(MOST_VALUES)), small=True),)


def _table(ground: Ground, name: str, measured: Sequence[Measurement]) -> Table:
    """Return all values, newest first, each in the unit in which it was read; with remarks where there are any."""
    noted = any(one.note for one in measured)
    remarks = (Column(heading=_("Remark"), share=2),) if noted else ()
    columns = (Column(heading=_("Day")), Column(heading=_("Time")), Column(heading=_("Value")), *remarks)
    rows = tuple(_cells(ground, one) + ((one.note,) if noted else ()) for one in measured)
    return Table(name=_("{kind}, all values").format(kind=name), columns=columns, rows=rows)


def _cells(ground: Ground, one: Measurement) -> tuple[str, ...]:
    day = format_short_day(one.at, ground.zone, year=True)
    return (day, format_clock(one.at, ground.zone), reading_words(one.reading))


def _by_hand(ground: Ground, *, nothing: str) -> SheetPart:
    columns = (Column(heading=_("Day and time")), Column(heading=_("What was measured")), Column(heading=_("Value")))
    table = Table(name=_("Measurements"), columns=columns, blank_rows=EMPTY_ROWS, tall=True)
    return SheetPart(heading="", blocks=(words(nothing), table) if ground.asks else (words(nothing),))
