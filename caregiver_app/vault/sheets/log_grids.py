"""Sheets to be filled in by hand, for helpers without the application: a week of daily logs, and a symptom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from caregiver_app.model.sheets.blocks import Block, Column, Table
from caregiver_app.model.sheets.kinds import SheetKind
from caregiver_app.model.sheets.sheet import Sheet, SheetForm, SheetPart
from caregiver_app.support.i18n import gettext as _
from caregiver_app.support.regional import first_weekday
from caregiver_app.support.sentences.stamps import day_words
from caregiver_app.vault.forms.fields import Form
from caregiver_app.vault.forms.shown import form_labels
from caregiver_app.vault.records.note_templates import NoteKind, template_fields
from caregiver_app.vault.sheets.frame import framed
from caregiver_app.vault.sheets.ground import Ground
from caregiver_app.vault.sheets.moments import weekday_of, wished_day
from caregiver_app.vault.sheets.prose import words

WEEK = 7
MOST_ROWS = 40
SYMPTOM_ROWS = 6
ROOM_MM, LOWEST_ROW_MM, HIGHEST_ROW_MM = 88.0, 9.0, 22.0
"""What is left for rows on paper that lies on its side; and what a pen needs."""

_CHART_FIELDS = ("what", "where", "how-strong", "how-often", "before", "better")


def log_grid(ground: Ground) -> Sheet:
    """Return a week across, and down what is to be written down each day: the person's own list, or that of the log.

    Raises:
        PrintError: the day wished for is none.
    """
    wished = wished_day(ground.wish.since)
    days = _week(wished or ground.today)
    labels = ground.fact("log-columns").items[:MOST_ROWS] or tuple(
        field.label for field in template_fields(NoteKind.DAILY_LOG)
    )
    headings = (weekday_of(day, with_number=wished is not None) for day in days)
    begin = "" if wished is None else day_words(days[0])
    corner = Column(heading=_("Week from {day}").format(day=begin) if begin else _("Week from: ____"), share=1.6)
    rows = _blank_rows((*labels, _("Who wrote this")))
    table = Table(
        name=form_labels()[Form.LOG_GRID],
        columns=(corner, *(Column(heading=heading) for heading in headings)),
        rows=rows,
        tall=True,
        row_mm=min(max(ROOM_MM / len(rows), LOWEST_ROW_MM), HIGHEST_ROW_MM),
    )
    few = words(_("Two lines a day are enough. They help the doctor see what changed."), small=True)
    parts = (SheetPart(heading="", blocks=(few, table) if ground.asks else _nothing_to_fill_in()),)
    return framed(ground, SheetKind.LOG_GRID, table.name, parts, form=SheetForm.WIDE)


def symptom_chart(ground: Ground) -> Sheet:
    """Return an empty table in which a symptom is followed, in the words in which the journal asks for one."""
    fields = {field.name: field for field in template_fields(NoteKind.SYMPTOM)}
    asked = (Column(heading=fields[name].label) for name in _CHART_FIELDS)
    title = _("Symptom chart")
    columns = (Column(heading=_("Day and time"), share=0.9), *asked)
    table = Table(name=title, columns=columns, blank_rows=SYMPTOM_ROWS, tall=True, row_mm=13)
    # Translators: {answers} are words such as "Mild, Strong, Very strong"
    strength = _("How strong: {answers}, or the person's own words.")
    how = words(strength.format(answers=", ".join(fields["how-strong"].ready)), small=True)
    parts = (SheetPart(heading="", blocks=(how, table) if ground.asks else _nothing_to_fill_in()),)
    return framed(ground, SheetKind.SYMPTOM_CHART, title, parts, form=SheetForm.WIDE)


def _nothing_to_fill_in() -> tuple[Block, ...]:
    """Return what stands there where caring has ended."""
    return (words(_("Nothing needs to be written down here any more.")),)


def _week(day: date) -> tuple[date, ...]:
    """Return the days of the week in which a day lies, as weeks begin where the language is spoken."""
    begin = day - timedelta(days=(day.weekday() - first_weekday()) % WEEK)
    return tuple(begin + timedelta(days=number) for number in range(WEEK))


def _blank_rows(labels: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple((label, *("" for _day in range(WEEK))) for label in labels)
