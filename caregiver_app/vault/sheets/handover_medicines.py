"""Medicines that are due while a helper is there: as written, with a box for each day. Nothing is counted or moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from caregiver_app.model.sheets.blocks import Block, Column, Notice, Table
from caregiver_app.model.sheets.sheet import SheetPart
from caregiver_app.model.time import Millis
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.sentences.medicines import label_rule, list_age
from caregiver_app.vault.records.medicines import Medicine
from caregiver_app.vault.sheets.fact_rows import fact_rows
from caregiver_app.vault.sheets.frame import medicines_checked
from caregiver_app.vault.sheets.ground import Ground, written_day
from caregiver_app.vault.sheets.medicine_words import (
    is_as_needed,
    kind_words,
    medicine_name,
    medicines_now,
    taken_lines,
    unsaid_medicines,
)
from caregiver_app.vault.sheets.moments import weekday_of
from caregiver_app.vault.sheets.prose import words
from caregiver_app.vault.sheets.unsaid import medicines_state, unsaid_heading, unsaid_medicines_part

DAYS_ABREAST = 4
"""So many boxes have room beside the words; further days follow in a table of their own."""
BOX_MM = 15
"""So high is a box at least: what is given several times a day is ticked, or its times written, as often."""


def medicines_due(ground: Ground, until: Millis) -> tuple[SheetPart, ...]:
    """Return what is taken from now until a moment: a box for each day, and room for what is taken only when needed.

    What begins later is left out; a day on which a medicine has not begun, or is stopped already, has no box.
    """
    taken, last = medicines_now(ground), ground.day_of(until)
    nothing = (words(_("Nothing is due in this time.")),) if taken else medicines_state(ground)
    listed = _boxed(ground, _due(ground, taken, last), last) or nothing
    return (
        SheetPart(heading=_("Medicines due"), code="medicines", blocks=(*_before(ground), *listed)),
        unsaid_medicines_part(ground, _unboxed(ground, _due(ground, unsaid_medicines(ground), last))),
    )


def _due(ground: Ground, medicines: Sequence[Medicine], last: date) -> list[Medicine]:
    return [one for one in medicines if (written_day(one.text.started) or ground.today) <= last]


def _unboxed(ground: Ground, medicines: Sequence[Medicine]) -> tuple[Block, ...]:
    """Return what is not known to be this person's: without a box, which would ask to give it."""
    rows = tuple(_cells(ground, one) for one in medicines)
    return (Table(name=unsaid_heading(), columns=_columns(), rows=rows),) if rows else ()


def _boxed(ground: Ground, due: Sequence[Medicine], last: date) -> tuple[Block, ...]:
    regular = [one for one in due if not is_as_needed(one.text)]
    needed = [one for one in due if is_as_needed(one.text)]
    tables = (*_by_day(ground, regular, last), *_when_needed(ground, needed))
    return (*tables, *_checked(ground, due)) if tables else ()


def _before(ground: Ground) -> tuple[Block, ...]:
    """Return what a helper must know before a box is opened, and where it is."""
    rows = fact_rows(ground, ("allergies", "medicines-place"), strong=("allergies",), most_lines=1)
    return (rows,) if rows.rows else ()


def _by_day(ground: Ground, medicines: Sequence[Medicine], last: date) -> Iterator[Table]:
    """Return the days abreast in as many tables as they need, each with the medicines that are taken on one of them."""
    days = [ground.today + timedelta(days=number) for number in range((last - ground.today).days + 1)]
    if not ground.asks and medicines:
        yield _table([], [_cells(ground, one) for one in medicines])
        return
    for start in range(0, len(days), DAYS_ABREAST):
        abreast = days[start : start + DAYS_ABREAST]
        boxes = [(one, tuple(_box(one, day) for day in abreast)) for one in medicines]
        rows = [_cells(ground, one) + row for one, row in boxes if "" in row]
        if rows:
            yield _table(abreast, rows)


def _table(days: Sequence[date], rows: Sequence[tuple[str, ...]]) -> Table:
    columns = (*_columns(), *(Column(heading=weekday_of(day, with_number=True)) for day in days))
    name = _("Medicines due, with a box for each day")
    return Table(name=name, columns=columns, rows=tuple(rows), tall=bool(days), row_mm=BOX_MM)


def _when_needed(ground: Ground, medicines: Sequence[Medicine]) -> Iterator[Table]:
    if medicines:
        columns = (*_columns(), *((Column(heading=_("Given: day and time"), share=2.5),) if ground.asks else ()))
        rows = (_cells(ground, one) + (("",) if ground.asks else ()) for one in medicines)
        name = _("Only when needed")
        yield Table(name=name, columns=columns, rows=tuple(rows), tall=ground.asks, row_mm=BOX_MM)


def _columns() -> tuple[Column, ...]:
    return (Column(heading=_("Medicine"), share=3), Column(heading=_("Dose and when, as written"), share=3))


def _cells(ground: Ground, medicine: Medicine) -> tuple[str, ...]:
    text = medicine.text
    taken = taken_lines(ground, text) or (_("No dose is written down here."),)
    return ("\n".join((medicine_name(text), *kind_words(text))), "\n".join(taken))


def _box(medicine: Medicine, day: date) -> str:
    """Return "" where there is a box to fill in, else a dash."""
    written, text = day.isoformat(), medicine.text
    begun = text.started is None or text.started <= written
    return "" if begun and not medicine.is_stopped(written) else "–"


def _checked(ground: Ground, medicines: Sequence[Medicine]) -> tuple[Block, ...]:
    age = list_age(medicines_checked(medicines))
    how = _("Write the time each time a medicine was given.")
    return (Notice(text=label_rule()), words(f"{how}\n{age}" if ground.asks else age, small=True))
